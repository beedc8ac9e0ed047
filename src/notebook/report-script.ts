/** The report's script: the browser entry and what it needs, as one classic script. */
import { resolve } from 'node:path';
import { rolldown } from 'rolldown';

/**
 * The script's text: minified, the same bytes for the same sources, without a path of this machine.
 * A classic script, because browsers refuse modules from file://.
 *
 * @param root folder of the workbench, which holds src
 */
export async function reportScript(root: string): Promise<string> {
  const bundle = await rolldown({
    input: resolve(root, 'src/client/main.ts'),
    cwd: root,
    platform: 'browser',
    logLevel: 'silent',
    treeshake: { moduleSideEffects: false },
    // Plot moves lines by half a pixel on coarse screens; the build draws for none, and both have to draw the same.
    transform: { define: { 'window.devicePixelRatio': '2' } },
  });
  try {
    const { output } = await bundle.generate({ format: 'iife', minify: true, sourcemap: false });
    const [chunk, ...others] = output;
    if (others.length > 0) throw new Error('The report has one script; the bundle came out in several parts.');
    return chunk.code;
  } finally {
    await bundle.close();
  }
}

/** The script of the recount, for the reports whose page offers it. */
import { resolve } from 'node:path';
import { rolldown } from 'rolldown';

/**
 * A classic script, minified; it holds nothing of any engagement.
 *
 * @param root folder of the workbench, which holds src
 */
export async function recountCode(root: string): Promise<string> {
  const bundle = await rolldown({
    input: resolve(root, 'src/client/recount/main.ts'),
    cwd: root,
    platform: 'browser',
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true, sourcemap: false });
  await bundle.close();
  return output[0].code;
}

/** What runs in a reader's browser, as one classic script: browsers refuse modules from file://. */
import { rolldown } from 'rolldown';

/**
 * Minified, the same bytes for the same sources, without a path of this machine.
 *
 * @param input absolute path of the module that begins
 */
export async function classicScript(input: string): Promise<string> {
  const bundle = await rolldown({ input, platform: 'browser', logLevel: 'silent' });
  try {
    const { output } = await bundle.generate({ format: 'iife', minify: true, sourcemap: false });
    return output[0].code.trim();
  } finally {
    await bundle.close();
  }
}

import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** The router as one classic script, ready to stand in the page. */
export async function routerScript(): Promise<string> {
  const bundle = await rolldown({ input: fileURLToPath(new URL('./router.ts', import.meta.url)), logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  return output[0].code.trim();
}

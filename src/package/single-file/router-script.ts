import { fileURLToPath } from 'node:url';
import { classicScript } from '../classic-script.ts';

/** The router, ready to stand in the page. */
export const routerScript = (): Promise<string> =>
  classicScript(fileURLToPath(new URL('./router.ts', import.meta.url)));

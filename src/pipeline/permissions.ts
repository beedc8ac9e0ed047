/** The rights of a loader's process: to read the loaders of one engagement, our code and our libraries; nothing else. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the workbench itself, absolute. */
export const home = fileURLToPath(new URL('../../', import.meta.url));

/** No network, no writing, no child process, no worker, no addon: Node's permission model denies what is not listed. */
export function permissionFlags(loaders: string): string[] {
  const readable = [
    join(loaders, '*'),
    join(home, 'src', '*'),
    join(home, 'node_modules', '*'),
    join(home, 'package.json'),
  ];
  return ['--permission', ...readable.map((path) => `--allow-fs-read=${path}`)];
}

/** A loader sees no variable of the machine; zone and locale are the same everywhere. */
export const environment: Readonly<Record<string, string>> = { TZ: 'UTC', LANG: 'C' };

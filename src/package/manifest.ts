/** The list of digests that `sha256sum -c` reads: `<digest>  <path>`, one line per file, sorted by path. */
import { sha256Hex } from './digest.ts';
import { sortedPaths } from './files.ts';
import type { Files } from './files.ts';

export const MANIFEST = 'manifest-sha256.txt';

/** Covers every file of the folder but itself. */
export function manifest(files: Files): string {
  return sortedPaths(files)
    .filter((path) => path !== MANIFEST)
    .map((path) => digestLine(files.get(path) ?? new Uint8Array(), path))
    .join('');
}

/** @throws RangeError for a path that the format could not hold without escapes */
export function digestLine(bytes: Uint8Array, path: string): string {
  if (/[\n\r\\]/.test(path))
    throw new RangeError(
      `A file name without line breaks and backslashes was expected, found ${JSON.stringify(path)}.`,
    );
  return `${sha256Hex(bytes)}  ${path}\n`;
}

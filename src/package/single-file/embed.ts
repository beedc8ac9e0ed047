/** Files of the folder written into the page itself. */
import { posix } from 'node:path';
import { resolveAddress } from '../addresses.ts';
import { replaceCssAddresses } from '../css.ts';
import { textOf } from '../files.ts';
import type { Files } from '../files.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv;charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain;charset=utf-8',
  '.sql': 'text/plain;charset=utf-8',
  '.md': 'text/plain;charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** @throws Error for a file that is not there or of a kind that has no type */
export function dataAddress(files: Files, path: string): string {
  const bytes = files.get(path);
  const type = TYPES[posix.extname(path)];
  if (bytes === undefined) throw new Error(`The page needs ${path}, which is not in the folder.`);
  if (type === undefined)
    throw new Error(`${path}: a file of one of the kinds ${Object.keys(TYPES).join(' ')} was expected.`);
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** A style sheet with its fonts and pictures inside, safe between `<style>` tags. */
export function embeddedCss(files: Files, path: string): string {
  const css = textOf(files.get(path) ?? new Uint8Array());
  const whole = replaceCssAddresses(css, (address) => {
    const target = resolveAddress(address, path, (candidate) => files.has(candidate));
    return target.kind === 'file' ? dataAddress(files, target.path) : address;
  });
  return whole.replaceAll(/<\/(style)/gi, '<\\/$1');
}

/** A script safe between `<script>` tags: the sequences that end or hide it stay the same in strings and patterns. */
export function embeddedScript(code: string): string {
  return code.replaceAll(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '\\x3C!--');
}

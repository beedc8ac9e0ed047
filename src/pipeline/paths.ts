/** Names of files as problems show them: relative to the root, with "/", in an order that no machine changes. */
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Order by code point, whatever the locale. */
export const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A path relative to the root, with "/". */
export const shownPath = (root: string, path: string): string => relative(root, path).split(sep).join('/');

export interface Entry {
  /** Below the folder that was asked for, with "/". */
  readonly name: string;
  readonly folder: boolean;
}

/** Files and folders below a folder at any depth, sorted; names that begin with a dot are left out. Empty where there is no such folder. */
export function entriesBelow(folder: string): Entry[] {
  const walk = (at: string, prefix: string): Entry[] => {
    if (!existsSync(at)) return [];
    return readdirSync(at, { withFileTypes: true })
      .filter((entry) => !entry.name.startsWith('.'))
      .flatMap((entry) => {
        const name = `${prefix}${entry.name}`;
        const own = { name, folder: entry.isDirectory() };
        return entry.isDirectory() ? [own, ...walk(join(at, entry.name), `${name}/`)] : [own];
      });
  };
  return walk(folder, '').sort((a, b) => byCodePoint(a.name, b.name));
}

/** Files below a folder at any depth, sorted. */
export const filesBelow = (folder: string): string[] =>
  entriesBelow(folder)
    .filter((entry) => !entry.folder)
    .map((entry) => entry.name);

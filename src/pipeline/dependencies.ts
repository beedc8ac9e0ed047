/** The bytes that a loader's result depends on besides its inputs: its own files, our code, the packages, Node. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Parts } from './cache.ts';
import { digestOf, sha256 } from './digest.ts';
import { byCodePoint, filesBelow, shownPath } from './paths.ts';
import { home } from './permissions.ts';

/** TypeScript files below a folder, relative to it. */
const typescriptBelow = (folder: string): string[] => filesBelow(folder).filter((file) => file.endsWith('.ts'));

/** What makes a result of ours: the processes of loaders and queries with all they may import, the reading of inputs, the running. */
const MAKERS = ['sandbox/entry.ts', 'define.ts', 'read-inputs.ts', 'run.ts', 'sql/duckdb-process.ts'];
const IMPORT = /(?:\bfrom|\bimport\(?)\s*'(\.{1,2}\/[^']+\.ts)'/g;

/** Files and all of ours that they import, directly or not, types included; absolute. */
export function importClosure(entries: readonly string[]): string[] {
  const reached = new Set(entries);
  for (const file of reached) {
    for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(IMPORT))
      reached.add(join(dirname(file), specifier));
  }
  return [...reached].sort(byCodePoint);
}

/** The digest of our code as far as the given files below `src/pipeline` need it. */
export const codeDigest = (entries: readonly string[]): string =>
  digestOf(
    importClosure(entries.map((name) => join(home, 'src', 'pipeline', name))).map((file) => [
      shownPath(home, file),
      sha256(readFileSync(file)),
    ]),
  );

/** What every loader's result depends on: our code as far as it makes results, the packages, Node. */
export function workbenchParts(): Parts {
  return {
    workbench: codeDigest(MAKERS),
    packages: sha256(readFileSync(join(home, 'package-lock.json'))),
    node: sha256(process.version),
  };
}

/** TypeScript files of an engagement's loaders, relative to the root. */
export function loaderFolderFiles(root: string, engagement: string): string[] {
  const folder = `loaders/${engagement}`;
  return typescriptBelow(join(root, folder)).map((file) => `${folder}/${file}`);
}

/** A file and all that it imports, directly or not. */
export function withImports(file: string, imports: Readonly<Record<string, readonly string[]>>): string[] {
  const reached = new Set([file]);
  // A set hands out what is added to it while it is walked.
  for (const next of reached) for (const imported of imports[next] ?? []) reached.add(imported);
  return [...reached].sort(byCodePoint);
}

/** @param files relative to the root */
export function fileParts(root: string, files: readonly string[]): Parts {
  return Object.fromEntries(files.map((file) => [`loader ${file}`, sha256(readFileSync(join(root, file)))]));
}

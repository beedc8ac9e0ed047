/** The bytes that a loader's result depends on besides its inputs: its own files, our code, the packages, Node. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Parts } from './cache.ts';
import { digestOf, sha256 } from './digest.ts';
import { byCodePoint, filesBelow } from './paths.ts';
import { home } from './permissions.ts';

/** TypeScript files below a folder, relative to it. */
const typescriptBelow = (folder: string): string[] => filesBelow(folder).filter((file) => file.endsWith('.ts'));

/** Everything of ours that reads, runs or judges a loader: all that it could import is in these folders. */
export function workbenchParts(): Parts {
  const sources = ['core', 'schema', 'pipeline'].flatMap((folder) =>
    typescriptBelow(join(home, 'src', folder)).map((file) => [
      `${folder}/${file}`,
      sha256(readFileSync(join(home, 'src', folder, file))),
    ]),
  );
  return {
    workbench: digestOf(sources),
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

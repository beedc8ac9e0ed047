/** What a package was made from besides its sources, as digests: two states of the workbench can be told apart by them. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { MadeFrom } from '../schema/proof.ts';
import { digestOf, sha256 } from './digest.ts';
import { filesBelow } from './paths.ts';
import { home } from './permissions.ts';

/** What a build reads of the workbench; an editor's leavings beside it change nothing. */
const OURS = /\.(ts|mjs|astro|css)$/;

/** Digest of files with their paths, whatever folder they were found in. */
const digestOfFiles = (folder: string, files: readonly string[]): string =>
  digestOf(files.map((file) => [file, sha256(readFileSync(join(folder, file)))]));

const digestOfFolder = (folder: string): string =>
  digestOfFiles(
    folder,
    filesBelow(folder).filter((file) => statSync(join(folder, file)).isFile()),
  );

function workbenchDigest(): string {
  const source = filesBelow(join(home, 'src'))
    .filter((file) => OURS.test(file))
    .map((file) => `src/${file}`);
  return digestOfFiles(home, ['astro.config.mjs', ...source]);
}

/** Our own files do not change while a build runs. */
let workbench: string | undefined;

/** @param root that holds content/ and loaders/ of the engagement */
export function madeFrom(root: string, id: string): MadeFrom {
  workbench ??= workbenchDigest();
  return {
    workbench,
    packages: sha256(readFileSync(join(home, 'package-lock.json'))),
    content: digestOfFolder(join(root, 'content', id)),
    loaders: digestOfFolder(join(root, 'loaders', id)),
  };
}

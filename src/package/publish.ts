/**
 * Puts a finished tree in the place of `dist` in one go: until the last step the old output stands untouched,
 * and a build that failed or was interrupted leaves it whole.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MANIFEST } from './manifest.ts';
import type { Files } from './files.ts';

const OLD = 'replaced-dist';

export interface Workspace {
  /** The output folder that readers open. */
  readonly dist: string;
  /** Scratch folder on the same disk. */
  readonly work: string;
  /** Where the new tree is laid out. */
  readonly next: string;
}

/** Lays out a place for a new tree; brings back a `dist` that a killed process had already moved aside. */
export function prepareWorkspace(root: string): Workspace {
  const work = join(root, '.workbench');
  const dist = join(root, 'dist');
  mkdirSync(work, { recursive: true });
  const old = join(work, OLD);
  if (existsSync(old)) {
    if (existsSync(dist)) rmSync(old, { recursive: true });
    else renameSync(old, dist);
  }
  const next = join(work, `next-dist-${process.pid}`);
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next);
  return { dist, work, next };
}

export function writeFiles(folder: string, files: Files): void {
  for (const [path, bytes] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/** Copies the finished output of engagements that this build left alone. */
export function keepOthers({ dist, next }: Workspace, engagements: readonly string[]): void {
  for (const id of engagements) {
    for (const name of [id, `${id}.html`, `${id}.html.sha256`, `${id}.html.sig`]) {
      if (existsSync(join(dist, name)))
        cpSync(join(dist, name), join(next, name), { recursive: true, preserveTimestamps: true });
    }
  }
}

/**
 * A signature stays with the bytes that it was made over: brought along where they are the same in the new tree.
 *
 * @returns the signatures that go, as nothing is left for them to be over
 */
export function keepSignatures({ dist, next }: Workspace, engagements: readonly string[]): string[] {
  return engagements
    .flatMap((id) => [`${id}/${MANIFEST}`, `${id}.html`])
    .filter((signed) => {
      const signature = `${signed}.sig`;
      if (!existsSync(join(dist, signature)) || !existsSync(join(dist, signed))) return false;
      const same =
        existsSync(join(next, signed)) && readFileSync(join(dist, signed)).equals(readFileSync(join(next, signed)));
      if (same) cpSync(join(dist, signature), join(next, signature), { preserveTimestamps: true });
      return !same;
    })
    .map((signed) => `${signed}.sig`);
}

/** Engagements whose output stands in `dist`. */
export function publishedEngagements(dist: string): string[] {
  if (!existsSync(dist)) return [];
  return readdirSync(dist, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(dist, entry.name, 'manifest-sha256.txt')))
    .map((entry) => entry.name)
    .sort();
}

/** The swap: two renames without a breath between them, so that no signal of ours can come between. */
export function publish({ dist, work, next }: Workspace): void {
  const old = join(work, OLD);
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(next, dist);
  rmSync(old, { recursive: true, force: true });
}

/** Removes the scratch tree of a build that did not come to its end. */
export function discard({ next }: Workspace): void {
  rmSync(next, { recursive: true, force: true });
}

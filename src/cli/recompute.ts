/** Makes packages anew, away from everything that an earlier build has left: own copies, own results, own fonts. */
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { abandonPackages, makePackages } from './make-packages.ts';
import type { Files } from '../package/files.ts';
import type { Reporter } from '../pipeline/reporter.ts';

export interface Recomputed {
  /** Everything that goes out, by its path below `dist`, for each engagement. */
  readonly packages: ReadonlyMap<string, Files>;
}

const PARTS = ['content', 'data', 'loaders'] as const;

let folder: string | undefined;

/** Removes what a run leaves behind when it is stopped. */
export function abandonRecomputation(): void {
  abandonPackages();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  folder = undefined;
}

/**
 * Nothing of `root` is written, and of its .workbench nothing is read: a kept result could have been altered.
 *
 * @throws BuildProblems where the engagements do not build
 */
export async function recompute(root: string, ids: readonly string[], reporter: Reporter): Promise<Recomputed> {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'workbench-verify-')));
  folder = copy;
  try {
    for (const part of PARTS) {
      for (const id of ids) {
        const from = join(root, part, id);
        // What is missing is told by the build.
        if (existsSync(from)) cpSync(from, join(copy, part, id), { recursive: true, dereference: true });
      }
    }
    process.env['WORKBENCH_FONTS'] = 'anew';
    const packages = new Map<string, Files>();
    await makePackages({
      root: copy,
      engagements: ids,
      reporter,
      take: (id, { output }) => {
        packages.set(id, output);
      },
    });
    return { packages };
  } finally {
    abandonRecomputation();
  }
}

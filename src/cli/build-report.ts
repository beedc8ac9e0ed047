/** One build: load, check, draw, package, publish. Nothing of `dist` changes before the last step. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf } from '../package/files.ts';
import {
  discard,
  keepOthers,
  keepSignatures,
  prepareWorkspace,
  publish,
  publishedEngagements,
  writeFiles,
} from '../package/publish.ts';
import { abandonPackages, makePackages } from './make-packages.ts';
import type { OpenBlank } from '../schema/bundle.ts';
import { shelfPage } from './shelf-page.ts';
import type { LoaderRun } from '../pipeline/load.ts';
import type { Reporter } from '../pipeline/reporter.ts';
import type { Workspace } from '../package/publish.ts';
import type { EngagementSizes } from '../package/sizes.ts';

export interface BuildOptions {
  /** Absolute folder with content/, data/ and loaders/. */
  readonly root: string;
  /** Engagements to build; empty for all. */
  readonly engagements: readonly string[];
  readonly reporter: Reporter;
}

export interface BuiltEngagement {
  readonly id: string;
  readonly sizes: EngagementSizes;
  readonly singleFileBytes: number;
  /** What its authors have still to write or confirm. */
  readonly open: readonly OpenBlank[];
}

export interface BuildResult {
  readonly dist: string;
  readonly built: readonly BuiltEngagement[];
  readonly runs: readonly LoaderRun[];
}

/** Removes what a build leaves behind when it is stopped; set while one runs. */
let cleanUp: (() => void) | undefined;

/** To be called when the process is told to stop: `dist` stays as it was, scratch folders go. */
export function abandonBuild(): void {
  cleanUp?.();
}

/** @throws BuildProblems with every problem found; the previous output stays */
export async function buildReport({ root, engagements, reporter }: BuildOptions): Promise<BuildResult> {
  let workspace: Workspace | undefined;
  const laidOut = (): Workspace => (workspace ??= prepareWorkspace(root));
  cleanUp = () => {
    abandonPackages();
    if (workspace) discard(workspace);
  };
  try {
    const built: BuiltEngagement[] = [];
    const { ids, runs } = await makePackages({
      root,
      engagements,
      reporter,
      loaded: laidOut,
      take(id, { output, sizes, singleFileBytes, open }) {
        writeFiles(laidOut().next, output);
        built.push({ id, sizes, singleFileBytes, open });
      },
    });
    const ready = laidOut();
    const publishing = reporter.step('Publish');
    if (engagements.length > 0)
      keepOthers(
        ready,
        publishedEngagements(ready.dist).filter((id) => !ids.includes(id)),
      );
    writeFiles(ready.next, new Map([['index.html', bytesOf(shelfOf(ready))]]));
    const lapsed = keepSignatures(ready, ids);
    publish(ready);
    publishing.done();
    for (const signature of lapsed)
      reporter.note(`The report has changed, so dist/${signature} is gone; sign it again.`);
    return { dist: ready.dist, built, runs };
  } finally {
    cleanUp();
    cleanUp = undefined;
  }
}

/** What lies in the new tree, read from its own proofs. */
function shelfOf({ next }: Workspace): string {
  return shelfPage(publishedEngagements(next), (path) => readFileSync(join(next, path)));
}

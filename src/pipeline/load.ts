/** From the folders of a root to bundles on disk: read, run, check, write; or every problem that was found on the way. */
import { realpathSync } from 'node:fs';
import type { Bundle } from '../schema/bundle.ts';
import { writeBundles } from './bundle.ts';
import { workbenchParts } from './dependencies.ts';
import { homeOf } from './describe.ts';
import { discover } from './discover.ts';
import { loadEngagement } from './load-engagement.ts';
import type { PersonalValues } from './privacy.ts';
import { BuildProblems } from './problem.ts';
import type { Problem } from './problem.ts';
import type { Reporter } from './reporter.ts';
import type { LoaderRun } from './run.ts';
import { writeTypes } from './types.ts';

export type { LoaderRun } from './run.ts';

export interface LoadOptions {
  readonly root: string;
  /** Ids; all where none is named. */
  readonly engagements?: readonly string[];
  readonly reporter: Reporter;
  /** Milliseconds after which a loader is stopped; a minute unless said otherwise. */
  readonly timeLimit?: number;
  /** For a preview: faults of cells stand in their pages, and the bundle is written all the same. */
  readonly inPlace?: boolean;
}

export interface LoadResult {
  readonly bundles: Bundle[];
  readonly runs: LoaderRun[];
  /** Values of personal columns by engagement, with the column each comes from, for the scan of what is published; never written anywhere. */
  readonly privateValues: ReadonlyMap<string, PersonalValues>;
  /** Faults of cells that stand in the pages. */
  readonly shown: readonly Problem[];
}

const MINUTE = 60_000;

/**
 * Loads the engagements of a root and writes their bundles to `.workbench/bundle`, all or none.
 *
 * @throws BuildProblems with every problem of every engagement; what was on disk stays as it was
 */
export async function load({
  root,
  engagements = [],
  reporter,
  timeLimit = MINUTE,
  inPlace = false,
}: LoadOptions): Promise<LoadResult> {
  const real = realpathSync(root);
  const { engagements: ids, problems: ofFolders } = discover(real, engagements);
  const problems = [...ofFolders];
  const common = workbenchParts();
  const bundles: Bundle[] = [];
  const runs: LoaderRun[] = [];
  const shown: Problem[] = [];
  const privateValues = new Map<string, PersonalValues>();
  for (const id of ids) {
    // A folder that lacks a part has been told above; its engagement is not read.
    if (ofFolders.some(({ file }) => file?.split('/')[1] === id)) continue;
    const loaded = await loadEngagement({ home: homeOf(real, id), common, reporter, timeLimit, inPlace });
    problems.push(...loaded.problems);
    runs.push(...loaded.runs);
    shown.push(...(loaded.shown ?? []));
    if (loaded.bundle) bundles.push(loaded.bundle);
    privateValues.set(id, loaded.personal);
  }
  if (problems.length > 0) throw new BuildProblems(problems);
  writeBundles(real, bundles, engagements.length === 0);
  writeTypes(real, bundles);
  return { bundles, runs, privateValues, shown };
}

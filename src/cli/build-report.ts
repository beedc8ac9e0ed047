/** One build: load, check, draw, package, publish. Nothing of `dist` changes before the last step. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { load } from '../pipeline/load.ts';
import { BuildProblems } from '../pipeline/problem.ts';
import { bytesOf } from '../package/files.ts';
import { packageEngagement } from '../package/package-engagement.ts';
import { sha256Hex } from '../package/digest.ts';
import {
  discard,
  keepOthers,
  prepareWorkspace,
  publish,
  publishedEngagements,
  writeFiles,
} from '../package/publish.ts';
import { shelf } from '../package/shelf.ts';
import { routerScript } from '../package/single-file/router-script.ts';
import { proof } from '../schema/proof.ts';
import { renderSite, scratchFolder } from './astro-site.ts';
import type { LoaderRun } from '../pipeline/load.ts';
import type { Problem } from '../pipeline/problem.ts';
import type { Reporter } from '../pipeline/reporter.ts';
import type { Workspace } from '../package/publish.ts';
import type { ShelfEntry } from '../package/shelf.ts';
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
  const { bundles, runs, privateValues } = await load({ root, engagements: [...engagements], reporter });
  const ids = bundles.map(({ id }) => id);
  const workspace = prepareWorkspace(root);
  const scratch = scratchFolder();
  cleanUp = () => {
    rmSync(scratch, { recursive: true, force: true });
    discard(workspace);
  };
  try {
    const drawing = reporter.step('Draw pages and charts');
    const site = await renderSite(root, ids, scratch);
    const router = await routerScript();
    drawing.done();

    const packaging = reporter.step('Package and scan');
    const built: BuiltEngagement[] = [];
    const problems: Problem[] = [];
    for (const bundle of bundles) {
      const values = [...(privateValues.get(bundle.id) ?? [])].map(([value, { source, column }]) => ({
        value,
        where: `the column "${column}" of the source "${source}"`,
      }));
      const result = packageEngagement({ site, bundle, engagements: ids, privateValues: values, router });
      problems.push(...result.problems);
      writeFiles(workspace.next, result.output);
      built.push({ id: bundle.id, sizes: result.sizes, singleFileBytes: result.singleFileBytes });
    }
    if (problems.length > 0) throw new BuildProblems(problems);
    packaging.done();

    const publishing = reporter.step('Publish');
    if (engagements.length > 0)
      keepOthers(
        workspace,
        publishedEngagements(workspace.dist).filter((id) => !ids.includes(id)),
      );
    writeFiles(workspace.next, new Map([['index.html', bytesOf(shelf(shelfEntries(workspace)))]]));
    publish(workspace);
    publishing.done();
    return { dist: workspace.dist, built, runs };
  } finally {
    cleanUp();
    cleanUp = undefined;
  }
}

/** What lies in the new tree, read from its own proofs. */
function shelfEntries({ next }: Workspace): ShelfEntry[] {
  return publishedEngagements(next).map((id) => {
    const { engagement } = proof.parse(JSON.parse(readFileSync(join(next, id, 'proof.json'), 'utf8')));
    const single = readFileSync(join(next, `${id}.html`));
    const { title, client, version, report_date: reportDate } = engagement;
    return { id, title, client, version, reportDate, digest: sha256Hex(single), singleFileBytes: single.length };
  });
}

/** From a root to finished packages, handed over one by one; nothing is published. What builds and what verifies share it. */
import { rmSync } from 'node:fs';
import { load } from '../pipeline/load.ts';
import { madeFrom } from '../pipeline/made-from.ts';
import { BuildProblems } from '../pipeline/problem.ts';
import { packageEngagement } from '../package/package-engagement.ts';
import { routerScript } from '../package/single-file/router-script.ts';
import { renderSite, scratchFolder } from './astro-site.ts';
import type { LoaderRun } from '../pipeline/load.ts';
import type { Problem } from '../pipeline/problem.ts';
import type { Reporter } from '../pipeline/reporter.ts';
import type { ProofPackage } from '../package/package-engagement.ts';

export interface MakeOptions {
  /** Absolute folder with content/, data/ and loaders/; bundles and results of loaders are kept in its .workbench. */
  readonly root: string;
  /** Engagements to make; empty for all. */
  readonly engagements: readonly string[];
  readonly reporter: Reporter;
  /** Told once the pipeline has passed everything, before pages are drawn. */
  readonly loaded?: (ids: readonly string[]) => void;
  /** Takes each package as soon as it is made, so that not all of them have to be held at once. */
  readonly take: (id: string, made: ProofPackage) => void;
}

let scratch: string | undefined;

/** Removes what a run leaves behind when it is stopped. */
export function abandonPackages(): void {
  if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
  scratch = undefined;
}

/** @throws BuildProblems with every problem found; some packages may have been handed over by then */
export async function makePackages(options: MakeOptions): Promise<{ ids: string[]; runs: readonly LoaderRun[] }> {
  const { root, engagements, reporter, loaded, take } = options;
  const { bundles, runs, privateValues } = await load({ root, engagements, reporter });
  const ids = bundles.map(({ id }) => id);
  loaded?.(ids);
  scratch = scratchFolder();
  try {
    const drawing = reporter.step('Draw pages and charts');
    const site = await renderSite(root, ids, scratch);
    const router = await routerScript();
    drawing.done();

    const packaging = reporter.step('Package and scan');
    const problems: Problem[] = [];
    for (const bundle of bundles) {
      const values = [...(privateValues.get(bundle.id) ?? [])].map(([value, { source, column }]) => ({
        value,
        where: `the column "${column}" of the source "${source}"`,
      }));
      const made = packageEngagement({
        site,
        bundle,
        madeFrom: madeFrom(root, bundle.id),
        engagements: ids,
        privateValues: values,
        router,
      });
      problems.push(...made.problems);
      take(bundle.id, made);
    }
    if (problems.length > 0) throw new BuildProblems(problems);
    packaging.done();
    return { ids, runs };
  } finally {
    abandonPackages();
  }
}

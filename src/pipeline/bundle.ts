/** Puts the bundle of one engagement together, and writes those of a root at once. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RoiModel } from '../core/roi.ts';
import { bundle as bundleSchema } from '../schema/bundle.ts';
import type { Bundle, StatedNumber } from '../schema/bundle.ts';
import type { Control } from '../schema/control.ts';
import type { Check, Fact, SuppressedFact } from '../schema/fact.ts';
import type { SettledCause } from '../schema/finding.ts';
import type { Kit } from '../schema/kit.ts';
import type { NotebookPage } from '../schema/notebook.ts';
import type { Query } from '../schema/query.ts';
import type { RefusedRow, Table } from '../schema/table.ts';
import { canonical } from './digest.ts';
import { engagementFileOf, sourcesFileOf } from './engagement-files.ts';
import type { Authored } from './engagement-files.ts';
import { openBlanks, speakBlanks } from './open-blanks.ts';
import { bundleFolder, listBundles } from './read-bundle.ts';
import { writeAtomically } from './write-atomically.ts';

export interface BundleParts {
  readonly authored: Authored;
  /** With their hypotheses settled. */
  readonly findings: readonly (Omit<Authored['findings'][number], 'causes'> & { readonly causes: SettledCause[] })[];
  readonly queries: readonly Query[];
  readonly tables: readonly Table[];
  readonly refused: readonly RefusedRow[];
  readonly checks: readonly Check[];
  readonly facts: readonly Fact[];
  readonly suppressed: readonly SuppressedFact[];
  readonly controls: readonly Control[];
  readonly model: RoiModel | undefined;
  readonly stated: readonly StatedNumber[];
  readonly notebooks: readonly NotebookPage[];
  readonly kit: Kit | undefined;
}

/** The bundle as a reader of the file gets it: what JSON cannot hold is gone. */
export function assembleBundle({
  authored,
  findings,
  queries,
  tables,
  refused,
  checks,
  facts,
  suppressed,
  controls,
  model,
  stated,
  notebooks,
  kit,
}: BundleParts): Bundle {
  const { id, engagement, sources, backlog, runbooks, pages } = authored;
  const spoken = <T>(file: string, value: T): T =>
    speakBlanks(
      value,
      new Set(authored.templates.filter((text) => text.file === file).map(({ path }) => JSON.stringify(path))),
    );
  const parts = {
    format: 1,
    id,
    engagement: spoken(engagementFileOf(id), engagement),
    representative: sources.representative,
    // What was asked is published with the queries; which database it was is the team's affair.
    sources: spoken(sourcesFileOf(id), sources).sources.map((source) => ({ ...source, query: undefined })),
    queries,
    tables,
    refused,
    checks,
    facts,
    suppressed,
    controls,
    // Its page has the file; canonical JSON leaves out what is undefined.
    findings: findings.map((finding) => ({ ...spoken(finding.file, finding), file: undefined })),
    roi: model,
    backlog,
    runbooks,
    pages: pages.map(({ slug, title, nav, lead, file }) => ({ slug, title, nav, lead, file })),
    stated,
    open: openBlanks(authored),
    notebooks,
    kit,
  };
  return bundleSchema.parse(JSON.parse(canonical(parts)));
}

/**
 * Writes bundles in their canonical form.
 *
 * @param complete whether these are all engagements of the root: bundles of others are then removed
 */
export function writeBundles(root: string, bundles: readonly Bundle[], complete: boolean): void {
  for (const bundle of bundles) writeAtomically(join(bundleFolder(root), `${bundle.id}.json`), canonical(bundle));
  if (!complete) return;
  const kept = new Set(bundles.map(({ id }) => id));
  for (const id of listBundles(root)) if (!kept.has(id)) rmSync(join(bundleFolder(root), `${id}.json`));
}

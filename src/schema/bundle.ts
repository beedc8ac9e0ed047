/**
 * The materialised bundle: all that the site may know of one engagement.
 * Public columns only, references resolved and checked, the same bytes for the same input.
 */
import { z } from 'zod';
import { backlog } from './backlog.ts';
import { engagement } from './engagement.ts';
import { control } from './control.ts';
import { check, fact, suppressedFact } from './fact.ts';
import { finding, settledCause } from './finding.ts';
import { kit } from './kit.ts';
import { notebookPage } from './notebook.ts';
import { query } from './query.ts';
import { runbooks } from './runbooks.ts';
import { source } from './sources.ts';
import { refusedRow, table } from './table.ts';
import type { RoiModel } from '../core/roi.ts';

/** A number that an author typed and declared: shown as such, and listed on the evidence page. */
export const statedNumber = z.strictObject({
  text: z.string(),
  file: z.string(),
  line: z.int().positive(),
  why: z.string(),
});
export type StatedNumber = z.output<typeof statedNumber>;

/** An answer that nobody has written or confirmed yet: shown as such, and counted by the build. */
export const openBlank = z.strictObject({
  text: z.string().describe('What is asked for.'),
  file: z.string(),
  line: z.int().positive(),
});
export type OpenBlank = z.output<typeof openBlank>;

/** A page of the report: its body stays in MDX, the bundle knows its place and title. */
export const page = z.strictObject({
  /** `index`, `findings/timer`, `roi`: the address below the engagement. */
  slug: z.string(),
  title: z.string(),
  /** Word in the navigation. */
  nav: z.string(),
  /** Lead under the title; findings carry their own. */
  lead: z.string().optional(),
  file: z.string(),
});
export type Page = z.output<typeof page>;

export const bundle = z.strictObject({
  format: z.literal(1),
  id: z.string().describe('Folder name of the engagement.'),
  engagement,
  representative: z.string().optional(),
  sources: z.array(source),
  queries: z.array(query).default([]).describe('Queries that rows come from.'),
  tables: z.array(table),
  refused: z.array(refusedRow),
  checks: z.array(check),
  facts: z.array(fact),
  suppressed: z
    .array(suppressedFact)
    .default([])
    .describe('Facts that are not among `facts`, since they would tell of too few records.'),
  controls: z.array(control).default([]),
  findings: z.array(finding.extend({ slug: z.string(), causes: z.array(settledCause) })),
  roi: z.custom<RoiModel>().optional(),
  backlog: backlog.optional(),
  runbooks: runbooks.optional(),
  pages: z.array(page),
  stated: z.array(statedNumber),
  open: z.array(openBlank).default([]).describe('What is still open, in the order of its files.'),
  notebooks: z.array(notebookPage).default([]).describe('Pages with cells.'),
  kit: kit.optional().describe('Checks as SQL; none where nobody has written any.'),
});
export type Bundle = z.output<typeof bundle>;

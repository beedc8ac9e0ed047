/**
 * `proof.json`: what a machine, a diff or a sceptic reads. Texts have their numbers in place, and it holds
 * no row of any table: facts name the keys of theirs.
 */
import { z } from 'zod';
import { AUDITED_RULES } from '../core/denominator-audit.ts';
import { control } from './control.ts';
import { claim } from './engagement.ts';
import { BASES, BENEFITS, LINE_CLASSES } from '../core/roi-definition.ts';
import { check, fact, interval, suppressedFact } from './fact.ts';
import { cause, standing } from './finding.ts';
import { query } from './query.ts';
import { source } from './sources.ts';
import { refusedRow } from './table.ts';
import { isoDate } from './text.ts';

const text = z.string().describe('Text with its numbers in place.');

const proofFact = fact
  .omit({ rows: true, population: true, show: true })
  .extend({ rows: z.array(z.string()).describe('Keys of the rows that counted, in the order of the table.') });

const testText = z.strictObject({
  text,
  threshold: text,
  supported_if: z.string().optional(),
  refuted_if: z.string().optional(),
});

const { id, file, title, system, origin, extracted_at, format, rows, sha256 } = source.shape;
const proofSource = z.strictObject({
  id,
  file,
  title,
  system,
  origin,
  extracted_at,
  format,
  rows,
  sha256,
  refused: z.int().nonnegative().describe('Rows that a loader refused.'),
});

const proofFinding = z.strictObject({
  id: z.string().describe('Address of its page below `findings/`.'),
  number: z.int().positive(),
  title: text,
  lead: text,
  criteria: z.strictObject({ text, source: z.string() }),
  condition: z.strictObject({ text, facts: z.array(z.string()) }),
  causes: z.array(
    z.strictObject({
      status: cause.shape.status,
      text,
      facts: z.array(z.string()),
      test: testText.optional().describe('What would settle a hypothesis, and its threshold.'),
      standing: standing.optional().describe('What became of the hypothesis.'),
      stated_on: isoDate.optional(),
    }),
  ),
  effect: z.strictObject({ text, lines: z.array(z.string()).describe('Lines of the ROI model.') }),
  recommendation: z.strictObject({
    steps: z.array(z.strictObject({ when: z.string(), text })),
    owner: z.string(),
    effort: z.array(z.strictObject({ hours: z.number().positive(), for: z.string() })),
  }),
  control: z.strictObject({
    title: text,
    rule: text,
    acceptance: z.array(text),
    untouched: z.array(text),
    replayed: z.array(z.string()),
  }),
  checks: z.array(z.string()),
});

const countShare = z.strictObject({ count: z.int().nonnegative(), percent: z.number() });
const audit = z
  .strictObject({
    decimals: z.int().nonnegative().describe('Places after the point in which it was published.'),
    rules: z.array(
      z.strictObject({
        rule: z.enum(AUDITED_RULES),
        counts: z.array(countShare).describe('Every count that prints as the published percentage.'),
        below: countShare.optional().describe('The largest count that prints below it.'),
        above: countShare.optional().describe('The smallest count that prints above it.'),
      }),
    ),
    reachable: z.boolean().describe('Whether a count gives it under rounding half up.'),
    nearest: z.array(countShare).describe('The counts on either side, where none gives it.'),
  })
  .describe('Whether the percentage can have been counted from its denominator, under each rounding rule.');

const proofClaim = claim
  .omit({ holds: true, text: true, comment: true })
  .extend({ text, comment: text, audit: audit.optional() });

const amount = z.strictObject({
  id: z.string(),
  label: z.string(),
  class: z.enum(LINE_CLASSES),
  unit: z.string(),
  published: z.number().describe('With the roundings that the model declares.'),
  exact: z.number().describe('With no rounding at all.'),
});

const proofRoi = z.strictObject({
  assumptions: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      value: z.number(),
      unit: z.string(),
      low: z.number(),
      high: z.number(),
      interval: z
        .strictObject({ level: z.number(), method: interval.shape.method })
        .optional()
        .describe('Set where the range is the sampling error of its fact, rounded outwards.'),
      basis: z.enum(BASES),
      source: text,
      owner: z.string(),
      as_of: isoDate.optional().describe('Day from which the value dates; of a fact, that of its latest extract.'),
      fact: z.string().optional(),
    }),
  ),
  steps: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      formula: z.string(),
      unit: z.string(),
      published: z.number(),
      exact: z.number(),
    }),
  ),
  lines: z.array(
    amount.extend({
      benefit: z.enum(BENEFITS).optional(),
      finding: z.string().optional(),
      control: z.string().optional().describe('Control of the finding that brings it.'),
      hangs_on: z.string().optional().describe('What it hangs on where that is no single finding.'),
      ramp: z.string().optional().describe("Assumption in months until its full effect; without it the case's."),
      overlap: z.string().optional(),
    }),
  ),
  overlaps: z
    .array(z.strictObject({ id: z.string(), label: z.string(), why: z.string() }))
    .optional()
    .describe('Lines that must not be counted twice: of each overlap only the largest counts in a total.'),
  totals: z
    .array(amount.extend({ lines: z.array(z.string()) }))
    .describe('Labour and revenue protection are never summed.'),
});

const digest = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal digits');

export const madeFrom = z
  .strictObject({
    workbench: digest.describe('Of the files that the workbench itself consists of.'),
    packages: digest.describe('Of its lock file.'),
    content: digest.describe('Of the texts of the engagement.'),
    loaders: digest.describe('Of its loaders, checks and controls.'),
  })
  .describe(
    'What the package was made from besides its sources, as SHA-256: tells a package of another state from an altered one.',
  );
export type MadeFrom = z.output<typeof madeFrom>;

export const proof = z
  .strictObject({
    format: z.literal(1),
    made_from: madeFrom,
    engagement: z.strictObject({
      id: z.string(),
      title: text,
      client: z.string(),
      version: z.string(),
      report_date: isoDate,
      period: z.strictObject({ from: isoDate, to: isoDate }),
      time_zone: z.string(),
      currency: z.string(),
      verdict: text,
      promise: text,
      workflow: z.strictObject({ name: z.string(), from: z.string(), to: z.string() }),
      population: z.strictObject({ size: z.int().positive(), unit: z.string() }),
      sample: z.strictObject({ size: z.int().positive(), method: text, seed: z.string().optional() }),
      exclusions: z.array(text),
      risk_boundaries: z.array(text),
    }),
    representative: text.optional().describe('Set when the data is made up to show the shape of a report.'),
    sources: z.array(proofSource),
    queries: z.array(query).default([]).describe('Queries that rows come from, as they were asked.'),
    facts: z.array(proofFact),
    suppressed: z
      .array(suppressedFact)
      .optional()
      .describe('Facts that are not published, since they would tell of too few records.'),
    checks: z.array(check),
    controls: z.array(control).describe('Proposed rules, each tried on historical records in this build.'),
    findings: z.array(proofFinding),
    claims: z.array(proofClaim),
    refused: z.array(refusedRow),
    stated: z
      .array(z.strictObject({ text: z.string(), file: z.string(), line: z.int().positive(), why: z.string() }))
      .describe('Numbers that an author typed and declared.'),
    open: z
      .array(z.strictObject({ text: z.string(), file: z.string(), line: z.int().positive() }))
      .optional()
      .describe('What is not written or not confirmed yet; left out where nothing is.'),
    roi: proofRoi.optional(),
    recount: z
      .strictObject({
        sha256: z.string().describe('The digest that the page of evidence prints, over rows and marks together.'),
        tables: z.array(
          z.strictObject({
            id: z.string(),
            rows: z.int().nonnegative(),
            columns: z.array(z.string()).describe('The key, and what facts measured.'),
            sha256: z.string().describe('Of JSON without blanks: a list of the columns, then the values of each.'),
          }),
        ),
      })
      .describe('What a reader’s browser counts again: digests to compare by another channel.'),
  })
  .describe('Proof of one engagement: what was inspected, counted, found and claimed.');
export type Proof = z.output<typeof proof>;

/** A named number that knows the rows it was counted from. */
import { z } from 'zod';
import { factId } from './text.ts';

export const interval = z.strictObject({
  method: z
    .enum(['wilson', 'clopper-pearson', 'bootstrap'])
    .describe('How the bounds were computed: `clopper-pearson` is the exact one of a test of a control.'),
  level: z.number().gt(0).lt(1).describe('Confidence level, such as 0.95.'),
  low: z.number(),
  high: z.number(),
  side: z.literal('upper').optional().describe('Set where the level is that of the upper bound alone; low is then 0.'),
});
export type FactInterval = z.output<typeof interval>;

export const finite = z
  .strictObject({
    method: z.literal('hypergeometric').describe('Exact, for a sample without replacement.'),
    level: z.number().gt(0).lt(1).describe('Confidence level, such as 0.95.'),
    population: z.int().positive().describe('Records that the sample was drawn from.'),
    least: z.int().nonnegative().describe('Fewest of them that can have the property.'),
    most: z.int().nonnegative().describe('Most of them that can have it.'),
    low: z.number().describe('`least` as a share of the population.'),
    high: z.number().describe('`most` as a share of the population.'),
  })
  .describe('Bounds for the population that was sampled, where its size is known and the whole sample was looked at.');

export const factKind = z.enum(['proportion', 'count', 'median', 'difference', 'quantity']);
export type FactKind = z.output<typeof factKind>;

export const fact = z.strictObject({
  id: factId,
  label: z.string().describe('What was counted or measured, as a noun phrase.'),
  definition: z.string().describe('How it was counted, in plain words.'),
  kind: factKind,
  value: z.number().describe('A proportion as 0 to 1, a duration in hours, a count as it is.'),
  unit: z.string().describe('"share", "h", or the noun that is counted, such as "accounts".'),
  count: z.int().optional().describe('Numerator of a proportion; for a count the count.'),
  of: z.int().optional().describe('Denominator of a proportion; for a median or a difference the number of values.'),
  interval: interval.optional(),
  finite: finite.optional(),
  parameters: z
    .record(z.string(), z.number())
    .default({})
    .describe('Limits that the definition sets, such as { hours: 24 }; sentences and charts refer to them.'),
  table: z.string().describe('Id of the table whose rows were counted.'),
  scope: z.enum(['sample', 'population', 'log']),
  rows: z.array(z.string()).describe('Keys of the rows that counted.'),
  population: z.array(z.string()).describe('Keys of the rows that were looked at (the denominator).'),
  show: z.array(z.string()).describe('Public columns worth showing beside a row that counted.'),
  column: z.string().optional().describe('Public column that was measured: for a median, a difference and a sum.'),
  first: z
    .int()
    .positive()
    .optional()
    .describe('For a difference: how many of its rows, from the first on, are of the first group.'),
  check: z.string().describe('Id of the check.'),
  file: z.string().describe('File of the check, relative to the project.'),
  line: z.int().positive().describe('Line of the check that states the fact.'),
});
export type Fact = z.output<typeof fact>;

export const suppressedFact = z.strictObject({
  ...fact.pick({
    id: true,
    label: true,
    definition: true,
    kind: true,
    unit: true,
    parameters: true,
    table: true,
    scope: true,
    check: true,
    file: true,
    line: true,
  }).shape,
  below: z.int().min(2).describe('Fewest records that a fact may tell of.'),
  side: z
    .enum(['count', 'rest', 'rows'])
    .describe('What is too small: what it counted, what it did not count, or the rows that it measured.'),
  of: z.int().optional().describe('Denominator, where it is not itself too small.'),
});
/** A fact without its value, its count and its rows: fewer records stand behind it than the engagement lets be told. */
export type SuppressedFact = z.output<typeof suppressedFact>;

export const check = z.strictObject({
  id: z.string(),
  question: z.string(),
  file: z.string(),
  code: z.string().describe('The check as it ran.'),
  tables: z.array(z.string()),
  facts: z.array(factId),
});
export type Check = z.output<typeof check>;

/** What of an engagement is also written as SQL, for a buyer to run over records of their own. */
import { z } from 'zod';
import { factId } from './text.ts';

export const kitCheck = z.strictObject({
  check: z.string().describe('Id of the check.'),
  file: z.string().optional().describe('File of its SQL, relative to the project; none where nobody has written it.'),
  query: z.string().optional().describe('One query, a row for each fact: `fact`, `count`, `of`, `value`.'),
  left_out: z
    .array(z.strictObject({ fact: factId, reason: z.string().describe('Why SQL does not count it, as a sentence.') }))
    .describe('Facts of the check that its SQL does not count.'),
});
export type KitCheck = z.output<typeof kitCheck>;

export const kit = z.strictObject({
  mapping: z
    .string()
    .describe("The views through which the SQL reads the buyer's tables, with the sample behind them."),
  shared: z.string().optional().describe('Tables and views that several checks use.'),
  checks: z.array(kitCheck).describe('Every check, with or without SQL.'),
});
export type Kit = z.output<typeof kit>;

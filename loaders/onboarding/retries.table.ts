import { escape } from 'arquero';
import { column, defineTable, instant, text } from 'workbench';
import { z } from 'zod';

const row = z.object({
  ts: instant(),
  account_id: text(),
  event: z.literal('workspace.create'),
  attempt: z.int().positive(),
  retry_count: z.int().nonnegative(),
  status: z.enum(['failed', 'succeeded']),
  failure_code: z.string().nullable(),
  next_retry_s: z.int().nullable(),
});
type Line = z.output<typeof row>;

export default defineTable()({
  title: 'Provisioning attempts',
  source: 'webhook-retries',
  key: 'line',
  scope: 'log',
  row,
  columns: {
    line: column.text('Attempt'),
    account_id: column.text('Account'),
    at: column.time('At'),
    attempt: column.number('Attempt', 'attempts'),
    retry_count: column.number('Retries so far', 'retries'),
    status: column.text('Result'),
    failure_code: column.text('Failure', { blank: true }),
  },
  transform: (rows) =>
    rows
      .rename({ ts: 'at' })
      .derive({ line: escape(({ account_id, at }: Line & { at: Date }) => `${account_id} ${at.toISOString()}`) })
      .orderby('at', 'attempt'),
});

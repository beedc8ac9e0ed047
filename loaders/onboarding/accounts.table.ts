import { escape } from 'arquero';
import { blank, column, defineTable, instant, text } from 'workbench';
import { z } from 'zod';
import { kept } from './promise.ts';

const row = z.object({
  account_id: text(),
  segment: text(),
  region: text(),
  signed_at: instant(),
  onboarding_created_at: instant(),
  completed_at: blank(instant()),
});
type Account = z.output<typeof row>;

export default defineTable()({
  title: 'Accounts signed in March',
  source: 'accounts-march',
  key: 'account_id',
  scope: 'population',
  row,
  columns: {
    account_id: column.text('Account'),
    segment: column.text('Segment'),
    region: column.text('Region'),
    signed_at: column.time('Signed'),
    onboarding_created_at: column.time('Queue entry created'),
    completed_at: column.time('Completed', { blank: true }),
    handoff_hours: column.number('Signature to queue', 'h'),
    kept_dashboard_clock: column.boolean('Within target from queue creation', { blank: true }),
    kept_signature_clock: column.boolean('Within target from signature', { blank: true }),
  },
  transform: (rows, context) =>
    rows
      .derive({
        handoff_hours: escape((row: Account) =>
          context.calendar.elapsedHours(row.signed_at, row.onboarding_created_at),
        ),
        kept_dashboard_clock: escape((row: Account) => kept(context, row.onboarding_created_at, row.completed_at)),
        kept_signature_clock: escape((row: Account) => kept(context, row.signed_at, row.completed_at)),
      })
      .orderby('signed_at', 'account_id'),
});

import { escape, op } from 'arquero';
import { blank, column, defineTable, localTime, text } from 'workbench';
import { z } from 'zod';
import { blockedReason, type Wait } from './blocked-reason.ts';
import type draw from './draw.table.ts';
import type records from './records.table.ts';
import type retries from './retries.table.ts';

const ZONE = 'America/New_York';

const row = z.object({
  account_id: text(),
  status: z.enum(['Ready', 'In Progress', 'Waiting', 'Done']),
  entered_at: localTime(ZONE),
  left_at: blank(localTime(ZONE)),
  note: blank(text()),
});

export default defineTable<{ records: typeof records; retries: typeof retries; draw: typeof draw }>()({
  title: 'Times spent in Waiting',
  source: 'board-history',
  needs: ['records', 'retries', 'draw'],
  key: 'spell',
  scope: 'log',
  row,
  columns: {
    spell: column.text('Wait'),
    account_id: column.text('Account'),
    entered_at: column.time('Began'),
    left_at: column.time('Ended', { blank: true }),
    hours: column.number('Waited', 'h'),
    reason: column.text('Reason'),
    blocked_by: column.text('Blocked by'),
    evidence: column.text('Told by'),
    note: column.text('Note', { blank: true }),
  },
  transform: (rows, { tables, calendar }) => {
    const recordOf = new Map(tables.records.rows.map((record) => [record.account_id, record]));
    // A wait that goes on is counted until the files were extracted.
    const extracted = new Date(Math.max(...tables.draw.rows.map(({ extracted_at }) => extracted_at.getTime())));
    const judge = (wait: Wait) => blockedReason(wait, recordOf.get(wait.account_id), tables.retries.rows);
    const blockedBy = { customer_input: 'customer', undetermined: 'undetermined' } as const;
    return rows
      .filter(escape((row: { status: string }) => row.status === 'Waiting'))
      .orderby('account_id', 'entered_at')
      .groupby('account_id')
      .derive({ number: op.row_number() })
      .ungroup()
      .derive({
        spell: escape((row: { account_id: string; number: number }) => `${row.account_id}/${String(row.number)}`),
        hours: escape((row: Wait) => calendar.elapsedHours(row.entered_at, row.left_at ?? extracted)),
        reason: escape((row: Wait) => judge(row).reason ?? 'undetermined'),
        evidence: escape((row: Wait) => judge(row).evidence),
      })
      .derive({
        blocked_by: escape(({ reason }: { reason: string }) =>
          reason in blockedBy ? blockedBy[reason as keyof typeof blockedBy] : 'our own teams',
        ),
      });
  },
});

import { escape } from 'arquero';
import { blank, column, defineTable, localTime, text } from 'workbench';
import { z } from 'zod';

const ZONE = 'America/New_York';

const row = z.object({
  Entry: text(),
  Account: text(),
  Queue: text(),
  Entered: localTime(ZONE),
  Left: blank(localTime(ZONE)),
  Outcome: z.enum(['done', 'returned', 'open', 'approved']),
});

export default defineTable()({
  title: 'Queue entries',
  source: ['queue-implementation', 'queue-billing'],
  key: 'entry',
  scope: 'log',
  row,
  columns: {
    entry: column.text('Entry'),
    account_id: column.text('Account'),
    queue: column.text('Queue'),
    entered_at: column.time('Entered'),
    left_at: column.time('Left', { blank: true }),
    outcome: column.text('Outcome'),
    hours: column.number('Time in the queue', 'h', { blank: true }),
  },
  transform: (rows, { calendar }) =>
    rows
      .rename({
        Entry: 'entry',
        Account: 'account_id',
        Queue: 'queue',
        Entered: 'entered_at',
        Left: 'left_at',
        Outcome: 'outcome',
      })
      .derive({
        hours: escape(
          (row: { entered_at: Date; left_at: Date | null }) =>
            row.left_at && calendar.elapsedHours(row.entered_at, row.left_at),
        ),
      })
      .orderby('entered_at', 'entry'),
});

import { op } from 'arquero';
import { column, defineTable } from 'workbench';
import type queueEntries from './queue_entries.table.ts';

export default defineTable<{ queue_entries: typeof queueEntries }>()({
  title: 'Queue exports',
  needs: ['queue_entries'],
  key: 'queue',
  scope: 'population',
  columns: {
    queue: column.text('Queue'),
    entries: column.number('Entries', 'entries'),
    accounts: column.number('Accounts', 'accounts'),
    returned: column.number('Entries sent back', 'entries'),
  },
  transform: (_, { tables }) =>
    tables.queue_entries.arquero
      .derive({ sent_back: (d: { outcome: string }) => (d.outcome === 'returned' ? 1 : 0) })
      .groupby('queue')
      .rollup({ entries: op.count(), accounts: op.distinct('account_id'), returned: op.sum('sent_back') })
      .orderby('queue'),
});

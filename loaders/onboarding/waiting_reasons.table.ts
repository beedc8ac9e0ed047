import { op } from 'arquero';
import { column, defineTable } from 'workbench';
import type waitingSpells from './waiting_spells.table.ts';

export default defineTable<{ waiting_spells: typeof waitingSpells }>()({
  title: 'Waiting by account and reason',
  needs: ['waiting_spells'],
  key: 'wait',
  scope: 'log',
  columns: {
    wait: column.text('Account and reason'),
    account_id: column.text('Account'),
    reason: column.text('Reason'),
    blocked_by: column.text('Blocked by'),
    waits: column.number('Waits', 'waits'),
    hours: column.number('Waited', 'h'),
  },
  transform: (_, { tables }) =>
    tables.waiting_spells.arquero
      .groupby('account_id', 'reason', 'blocked_by')
      .rollup({ waits: op.count(), hours: op.sum('hours') })
      .derive({ wait: (d: { account_id: string; reason: string }) => d.account_id + ' ' + d.reason })
      .orderby('account_id', 'reason'),
});

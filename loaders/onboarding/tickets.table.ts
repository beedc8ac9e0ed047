import { column, defineTable, instant, text } from 'workbench';
import { z } from 'zod';

export default defineTable()({
  title: 'Customer tickets',
  source: 'tickets',
  key: 'ticket_id',
  scope: 'log',
  row: z.object({ ticket_id: text(), account_id: text(), opened_at: instant(), subject: text() }),
  columns: {
    ticket_id: column.text('Ticket'),
    account_id: column.text('Account'),
    opened_at: column.time('Opened'),
    subject: column.text('Subject'),
  },
});

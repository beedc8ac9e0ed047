import { blank, column, defineTable, instant, text } from 'workbench';
import { z } from 'zod';

export default defineTable()({
  title: 'Alerts and acknowledgements',
  source: 'alert-acks',
  key: 'alert_id',
  scope: 'log',
  row: z.object({
    alert_id: text(),
    alert: text(),
    account_id: text(),
    raised_at: instant(),
    alerted_queue: text(),
    acknowledged_at: blank(instant()),
    acknowledged_by_queue: blank(text()),
  }),
  columns: {
    alert_id: column.text('Alert'),
    alert: column.text('Kind'),
    account_id: column.text('Account'),
    raised_at: column.time('Raised'),
    alerted_queue: column.text('Queue that was alerted'),
    acknowledged_at: column.time('Acknowledged', { blank: true }),
    acknowledged_by_queue: column.text('Acknowledged by', { blank: true }),
  },
});

import { escape } from 'arquero';
import { column, defineTable } from 'workbench';
import { z } from 'zod';
import type runbookPages from './runbook_pages.table.ts';

const routes = z.object({
  routes: z.array(z.object({ alert: z.string(), when: z.string(), queue: z.string(), creates_record: z.boolean() })),
});
interface Route {
  readonly alert: string;
  readonly queue: string;
}

export default defineTable<{ runbook_pages: typeof runbookPages }>()({
  title: 'Alerts, and who acts on them',
  source: 'alert-routes',
  needs: ['runbook_pages'],
  key: 'alert',
  scope: 'population',
  records: (document) => routes.parse(document).routes,
  columns: {
    alert: column.text('Alert'),
    when: column.text('Raised when'),
    queue: column.text('Queue that is alerted'),
    runbook_queue: column.text('Queue that the runbook names', { blank: true }),
    runbook_page: column.text('Runbook page', { blank: true }),
    creates_record: column.boolean('Creates a record'),
    conflict: column.boolean('Alert and runbook name different queues'),
  },
  transform: (rows, { tables }) => {
    const pageFor = (alert: string) =>
      tables.runbook_pages.rows.find((page) => page.handles_alerts.split(', ').includes(alert));
    return rows.derive({
      runbook_queue: escape((row: Route) => pageFor(row.alert)?.queue ?? null),
      runbook_page: escape((row: Route) => pageFor(row.alert)?.page ?? null),
      conflict: escape((row: Route) => {
        const page = pageFor(row.alert);
        return page !== undefined && page.queue !== row.queue;
      }),
    });
  },
});

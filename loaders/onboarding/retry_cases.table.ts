import { escape } from 'arquero';
import { column, defineTable } from 'workbench';
import type alertRoutes from './alert_routes.table.ts';
import type alerts from './alerts.table.ts';
import type retries from './retries.table.ts';
import type tickets from './tickets.table.ts';

const EXHAUSTED = 'provisioning.retry_exhausted';
/** The service tries three times after the first failure; then nothing happens by itself. */
const LAST_RETRY = 3;

interface Exhausted {
  readonly account_id: string;
  readonly exhausted_at: Date;
}
interface Case extends Exhausted {
  readonly alerted_queue: string | null;
  readonly runbook_queue: string | null;
  readonly acknowledged_at: Date | null;
  readonly ticket_at: Date | null;
}

/** The alert goes to one queue, the runbook names another, and neither had acknowledged it when the customer wrote. */
function isUnowned({ alerted_queue, runbook_queue, acknowledged_at, ticket_at }: Case): boolean {
  const customerCameFirst = ticket_at !== null && (acknowledged_at === null || acknowledged_at > ticket_at);
  return customerCameFirst && alerted_queue !== runbook_queue;
}

export default defineTable<{
  retries: typeof retries;
  alerts: typeof alerts;
  alert_routes: typeof alertRoutes;
  tickets: typeof tickets;
}>()({
  title: 'Cases in which the third retry failed',
  needs: ['retries', 'alerts', 'alert_routes', 'tickets'],
  key: 'account_id',
  scope: 'log',
  columns: {
    account_id: column.text('Account'),
    failure_code: column.text('Failure'),
    retry_count: column.number('Retries that failed', 'retries'),
    exhausted_at: column.time('Third retry failed'),
    alerted_queue: column.text('Queue that was alerted', { blank: true }),
    runbook_queue: column.text('Queue that the runbook names', { blank: true }),
    acknowledged_at: column.time('Alert acknowledged', { blank: true }),
    acknowledged_by: column.text('Acknowledged by', { blank: true }),
    ticket_at: column.time('Customer wrote', { blank: true }),
    hours_to_ticket: column.number('Failure to the customer’s ticket', 'h', { blank: true }),
    solved_at: column.time('Workspace created', { blank: true }),
    unowned: column.boolean('Acknowledged by neither queue before the customer wrote'),
  },
  transform: (_, { tables, calendar }) => {
    const alertOf = (accountId: string) =>
      tables.alerts.rows.find((alert) => alert.account_id === accountId && alert.alert === EXHAUSTED);
    const ticketAfter = ({ account_id, exhausted_at }: Exhausted) =>
      tables.tickets.rows
        .filter((ticket) => ticket.account_id === account_id && ticket.opened_at > exhausted_at)
        .toSorted((a, b) => a.opened_at.getTime() - b.opened_at.getTime())[0];
    const solvedAfter = ({ account_id, exhausted_at }: Exhausted) =>
      tables.retries.rows.find(
        (line) => line.account_id === account_id && line.status === 'succeeded' && line.at > exhausted_at,
      );
    const route = tables.alert_routes.rows.find(({ alert }) => alert === EXHAUSTED);

    return tables.retries.arquero
      .filter(
        escape(
          (line: { status: string; retry_count: number }) =>
            line.status === 'failed' && line.retry_count === LAST_RETRY,
        ),
      )
      .rename({ at: 'exhausted_at' })
      .derive({
        alerted_queue: escape((one: Exhausted) => alertOf(one.account_id)?.alerted_queue ?? null),
        runbook_queue: escape(() => route?.runbook_queue ?? null),
        acknowledged_at: escape((one: Exhausted) => alertOf(one.account_id)?.acknowledged_at ?? null),
        acknowledged_by: escape((one: Exhausted) => alertOf(one.account_id)?.acknowledged_by_queue ?? null),
        ticket_at: escape((one: Exhausted) => ticketAfter(one)?.opened_at ?? null),
        solved_at: escape((one: Exhausted) => solvedAfter(one)?.at ?? null),
      })
      .derive({
        hours_to_ticket: escape((one: Case) => one.ticket_at && calendar.elapsedHours(one.exhausted_at, one.ticket_at)),
        unowned: escape(isUnowned),
      })
      .orderby('exhausted_at');
  },
});

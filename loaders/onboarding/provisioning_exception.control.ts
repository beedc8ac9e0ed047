import { defineControl } from 'workbench';
import type alertRoutes from './alert_routes.table.ts';
import type { Decision, Provisioning } from './exception-event.ts';
import { exceptionEvent, exceptionRule, proposed } from './exception-event.ts';
import type records from './records.table.ts';
import type retries from './retries.table.ts';
import type retryCases from './retry_cases.table.ts';

/** When the files were exported. */
const EXTRACTION = '2026-04-13T22:00:00Z';

/** The event that the acceptance criteria ask for. */
const one = (account_id: string, failure_code: string, timestamp: string, visible: boolean): Decision => ({
  events: [
    {
      event_type: 'provisioning.exception',
      account_id,
      failure_code,
      retry_count: 3,
      timestamp,
      responsible_queue: 'implementation_ops',
      next_action: `resolve_${failure_code}`,
    },
  ],
  visible,
});
const none: Decision = { events: [], visible: false };

export default defineControl<{
  records: typeof records;
  retries: typeof retries;
  retry_cases: typeof retryCases;
  alert_routes: typeof alertRoutes;
}>()<Provisioning, Decision>({
  title: 'A lasting exception event for each account',
  acceptance: [
    'When the third retry fails there is exactly one event for the account, however often the log delivers its lines.',
    'The event has its timestamp, names the responsible queue and a next action, and fits the published schema.',
    'The event is visible until the workspace is there, whether or not somebody acknowledged the alert.',
    'An account that an earlier retry cured gets no event.',
  ],
  needs: ['records', 'retries', 'retry_cases', 'alert_routes'],
  rule: exceptionRule(),
  says: ({ events, visible }) =>
    events.length === 0
      ? 'no event'
      : `${events.length === 1 ? 'one event' : `${String(events.length)} events`}, ${visible ? 'open' : 'closed'}`,
  publishes: { name: 'provisioning.exception', schema: exceptionEvent, records: ({ events }) => events },
  replays: (replay, { records, retries, retry_cases, alert_routes }) => {
    const route = alert_routes.rows.find(({ alert }) => alert === 'provisioning.retry_exhausted');
    const seen =
      (at: string, repeat = 1) =>
      ({
        account_id,
        acknowledged_at = null,
      }: {
        account_id: string;
        acknowledged_at?: Date | null;
      }): Provisioning => ({
        account_id,
        attempts: retries.rows
          .filter((attempt) => attempt.account_id === account_id)
          .flatMap((attempt) => Array.from({ length: repeat }, () => attempt)),
        queue: route?.queue ?? '',
        acknowledged_at,
        seen_at: new Date(at),
      });
    const show = ['failure_code', 'exhausted_at'] as const;
    return [
      replay(retry_cases, 'acct_1697', {
        tries: 'workspace created a day later: closed since',
        input: seen(EXTRACTION),
        expected: one('acct_1697', 'seat_limit_mismatch', '2026-02-18T16:17:45.602Z', false),
        show,
      }),
      replay(retry_cases, 'acct_1697', {
        tries: 'the same, seen after the alert was acknowledged and before it was solved',
        input: seen('2026-02-18T20:00:00Z'),
        expected: one('acct_1697', 'seat_limit_mismatch', '2026-02-18T16:17:45.602Z', true),
        show,
      }),
      replay(retry_cases, 'acct_1849', {
        tries: 'acknowledged within the hour, solved the next day',
        input: seen('2026-03-17T12:00:00Z'),
        expected: one('acct_1849', 'workspace_conflict', '2026-03-16T20:59:29.627Z', true),
        show,
      }),
      replay(retry_cases, 'acct_1842', {
        tries: 'never acknowledged, still open',
        input: seen(EXTRACTION),
        expected: one('acct_1842', 'workspace_conflict', '2026-03-19T20:38:24.717Z', true),
        show,
      }),
      replay(retry_cases, 'acct_1842', {
        tries: 'the same, every line of the log delivered twice',
        input: seen(EXTRACTION, 2),
        expected: one('acct_1842', 'workspace_conflict', '2026-03-19T20:38:24.717Z', true),
        show,
      }),
      replay(retry_cases, 'acct_1848', {
        tries: 'never acknowledged, still open, tax review marked',
        input: seen(EXTRACTION),
        expected: one('acct_1848', 'workspace_conflict', '2026-03-23T16:54:57.749Z', true),
        show,
      }),
      replay(retry_cases, 'acct_1887', {
        tries: 'acknowledged after the customer wrote, still open',
        input: seen(EXTRACTION),
        expected: one('acct_1887', 'domain_claimed', '2026-03-26T16:17:29.906Z', true),
        show,
      }),
      replay(records, 'acct_1774', { tries: 'cured by the first retry', input: seen(EXTRACTION), expected: none }),
      replay(records, 'acct_1829', { tries: 'cured by the second retry', input: seen(EXTRACTION), expected: none }),
    ];
  },
  counterfactual: (run, { records, retries, retry_cases, alert_routes }) => {
    const route = alert_routes.rows.find(({ alert }) => alert === 'provisioning.retry_exhausted');
    const exhausted = new Set(retry_cases.rows.map(({ account_id }) => account_id));
    return run({
      of: records,
      input: ({ account_id }) => ({
        account_id,
        attempts: retries.rows.filter((attempt) => attempt.account_id === account_id),
        queue: route?.queue ?? '',
        acknowledged_at: null,
        seen_at: new Date(EXTRACTION),
      }),
      should: ({ account_id }) => exhausted.has(account_id),
      flags: ({ events }) => events.length > 0,
      definition: 'Sampled records whose third retry failed, as the table of cases has them.',
      labels: {
        caught: 'Exhausted retries that leave an event',
        missed: 'Exhausted retries that leave no event',
        wrongly: 'Accounts that get an event without need',
      },
      show: ['outcome'],
    });
  },
  mutations: [
    {
      id: 'after_second_retry',
      defect: 'The event is written after the second retry.',
      rule: exceptionRule({ exhausts: ({ status, retry_count }) => status === 'failed' && retry_count === 2 }),
    },
    {
      id: 'event_per_failure',
      defect: 'Every failed attempt writes an event.',
      rule: exceptionRule({ exhausts: ({ status }) => status === 'failed', once: false }),
    },
    {
      id: 'event_per_line',
      defect: 'A line of the log that arrives again writes another event.',
      rule: exceptionRule({ once: false }),
    },
    {
      id: 'no_timestamp',
      defect: 'The event has no timestamp, like the sample event of the published summary.',
      rule: exceptionRule({
        event: (attempt, of) => {
          const { timestamp: _left_out, ...rest } = proposed.event(attempt, of);
          return rest;
        },
      }),
    },
    {
      id: 'no_queue',
      defect: 'The responsible queue is left empty.',
      rule: exceptionRule({ event: (attempt, of) => ({ ...proposed.event(attempt, of), responsible_queue: '' }) }),
    },
    {
      id: 'closed_by_acknowledgement',
      defect: 'An acknowledged alert closes the event.',
      rule: exceptionRule({
        closes: (of, since) =>
          proposed.closes(of, since) || (of.acknowledged_at !== null && of.acknowledged_at <= of.seen_at),
      }),
    },
  ],
});

import { defineCheck } from 'workbench';
import type alertRoutes from './alert_routes.table.ts';
import type records from './records.table.ts';
import type retries from './retries.table.ts';
import type retryCases from './retry_cases.table.ts';

export default defineCheck<{
  records: typeof records;
  retries: typeof retries;
  retry_cases: typeof retryCases;
  alert_routes: typeof alertRoutes;
}>({
  question: 'Who takes on a workspace that could not be created after the third retry?',
  needs: ['records', 'retries', 'retry_cases', 'alert_routes'],
  facts: ({ records, retries, retry_cases, alert_routes }, fact) => {
    const unowned = retry_cases.where((row) => row.unowned);
    const unownedIds = new Set(unowned.rows.map(({ account_id }) => account_id));
    const show = [
      'failure_code',
      'exhausted_at',
      'alerted_queue',
      'runbook_queue',
      'acknowledged_at',
      'ticket_at',
    ] as const;
    return [
      fact.proportion('retries.unowned', {
        label: 'Stuck retries that nobody took on before the customer wrote',
        definition:
          'Sampled records whose third retry failed, whose alert went to one queue while the runbook names another, and that neither queue acknowledged before the customer opened a ticket.',
        of: records,
        where: ({ account_id }) => unownedIds.has(account_id),
        show: ['outcome', 'last_internal_note', 'last_external_message'],
      }),
      fact.proportion('retries.open_and_unowned', {
        label: 'Open records that are such stuck retries',
        definition:
          'Of the sampled records still open at extraction, those whose stuck retry nobody took on before the customer wrote.',
        of: records.where(({ completed_at }) => completed_at === null),
        where: ({ account_id }) => unownedIds.has(account_id),
        show: ['last_internal_note'],
      }),
      fact.count('retries.cases', {
        label: 'Cases in which the third retry failed',
        definition: 'Accounts in the retry log whose third retry failed, from February to the extraction.',
        unit: 'cases',
        of: retry_cases,
        show,
      }),
      fact.count('retries.cases_unowned', {
        label: 'Cases that nobody took on before the customer wrote',
        definition:
          'Cases in the retry log whose alert neither queue had acknowledged when the customer opened a ticket.',
        unit: 'cases',
        of: retry_cases,
        where: (row) => row.unowned,
        show,
      }),
      fact.count('retries.cases_never_acknowledged', {
        label: 'Cases never acknowledged',
        definition: 'Cases in the retry log whose alert had no acknowledgement at extraction.',
        unit: 'cases',
        of: retry_cases,
        where: ({ acknowledged_at }) => acknowledged_at === null,
        show,
      }),
      fact.count('retries.cases_conflict', {
        label: 'Cases with a workspace conflict',
        definition: 'Cases in the retry log with the failure code workspace_conflict.',
        unit: 'cases',
        of: retry_cases,
        where: ({ failure_code }) => failure_code === 'workspace_conflict',
        show,
      }),
      fact.median('retries.median_hours_to_ticket', {
        label: "Median time from the failed third retry to the customer's ticket",
        definition:
          'Elapsed hours from the third failed retry to the first ticket of the account, over cases that nobody took on before.',
        unit: 'h',
        of: unowned,
        value: ({ hours_to_ticket }) => hours_to_ticket ?? Number.NaN,
        show: ['exhausted_at', 'ticket_at', 'hours_to_ticket'],
      }),
      fact.count('retries.cured', {
        label: 'Failures that an early retry cured',
        definition:
          'First attempts in the retry log that failed, of accounts that are no case: a retry helped before the third had failed.',
        unit: 'accounts',
        of: retries.where(({ attempt, status }) => attempt === 1 && status === 'failed'),
        where: ({ account_id }) => !retry_cases.rows.some((row) => row.account_id === account_id),
        show: ['at', 'failure_code'],
      }),
      fact.count('retries.routes_in_conflict', {
        label: 'Alerts whose queue differs from the runbook',
        definition:
          'Alerts in the routing table that go to one queue while the runbook page that handles them names another.',
        unit: 'alerts',
        of: alert_routes,
        where: ({ conflict }) => conflict,
        show: ['queue', 'runbook_queue', 'runbook_page'],
      }),
      fact.count('retries.routes_without_page', {
        label: 'Alerts that no runbook page handles',
        definition: 'Alerts in the routing table that no runbook page names.',
        unit: 'alerts',
        of: alert_routes,
        where: ({ runbook_queue }) => runbook_queue === null,
        show: ['queue'],
      }),
      fact.count('retries.routes_without_record', {
        label: 'Alerts that leave no record',
        definition: 'Alerts in the routing table that create no record which stays until somebody closes it.',
        unit: 'alerts',
        of: alert_routes,
        where: ({ creates_record }) => !creates_record,
        show: ['queue', 'when'],
      }),
    ];
  },
});

import { defineCheck } from 'workbench';
import type accounts from './accounts.table.ts';
import type dashboardColumns from './dashboard_columns.table.ts';
import type queueEntries from './queue_entries.table.ts';

const ON_TIME = 'completed by the end of the third business day after the local day on which the clock starts';
const MINUTE = 60_000;

export default defineCheck<{
  accounts: typeof accounts;
  dashboard_columns: typeof dashboardColumns;
  queue_entries: typeof queueEntries;
}>({
  question: 'What does the dashboard count, and what does it leave out?',
  needs: ['accounts', 'dashboard_columns', 'queue_entries'],
  facts: ({ accounts, dashboard_columns, queue_entries }, fact) => {
    const completed = accounts.where(({ completed_at }) => completed_at !== null);
    const show = ['signed_at', 'onboarding_created_at', 'completed_at'] as const;
    const firstEntry = new Map(
      queue_entries.rows
        .filter(({ queue }) => queue === 'implementation_ops')
        .toReversed()
        .map(({ account_id, entered_at }) => [account_id, entered_at.getTime()]),
    );
    return [
      fact.count('dashboard.signed', {
        label: 'Accounts signed in the period',
        definition: 'Accounts of the CRM whose contract was signed in March 2026, by local date.',
        unit: 'accounts',
        of: accounts,
        show: ['signed_at'],
      }),
      fact.proportion('dashboard.open', {
        label: 'Accounts still open at extraction',
        definition: 'Accounts without a completion time; the dashboard does not count them.',
        of: accounts,
        where: ({ completed_at }) => completed_at === null,
        show: ['signed_at', 'onboarding_created_at'],
      }),
      fact.proportion('dashboard.within_target', {
        label: 'Completed within target, as the dashboard counts',
        definition: `Completed accounts that were ${ON_TIME}; the clock starts when the queue entry is created.`,
        of: completed,
        where: ({ kept_dashboard_clock }) => kept_dashboard_clock === true,
        show,
      }),
      fact.proportion('dashboard.within_target_open_as_missed', {
        label: 'Completed within target on the dashboard clock, open accounts counted as missed',
        definition: `Accounts of the period that were ${ON_TIME}; the clock starts when the queue entry is created. Open accounts count as missed.`,
        of: accounts,
        where: ({ kept_dashboard_clock }) => kept_dashboard_clock === true,
        show,
      }),
      fact.proportion('dashboard.within_target_signature_clock', {
        label: 'Completed within target, counted from signature, all accounts of the period',
        definition: `Completed accounts that were ${ON_TIME}; the clock starts at signature.`,
        of: completed,
        where: ({ kept_signature_clock }) => kept_signature_clock === true,
        show,
      }),
      fact.proportion('dashboard.flipped', {
        label: 'Within target on the dashboard, late from signature, all accounts of the period',
        definition: 'Completed accounts that meet the target from queue creation and miss it from signature.',
        of: completed,
        where: ({ kept_dashboard_clock, kept_signature_clock }) =>
          kept_dashboard_clock === true && kept_signature_clock === false,
        show,
      }),
      fact.count('dashboard.signature_mentions', {
        label: "Columns of the dashboard's query that hold the signature",
        definition: 'Whether the query behind the tile reads the time of signature; comments are left out.',
        unit: 'columns',
        of: dashboard_columns,
        where: ({ column, mentions }) => column === 'signed_at' && mentions > 0,
        show: ['mentions'],
      }),
      fact.proportion('dashboard.clock_matches_queue', {
        label: 'Dashboard clock starts when the queue says so',
        definition:
          "Accounts whose first entry in the implementation queue lies in the same minute as the dashboard's start time.",
        of: accounts,
        where: ({ account_id, onboarding_created_at }) =>
          firstEntry.get(account_id) === Math.floor(onboarding_created_at.getTime() / MINUTE) * MINUTE,
        show: ['onboarding_created_at'],
      }),
    ];
  },
});

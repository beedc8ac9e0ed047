import { defineCheck } from 'workbench';
import { REASONS } from './blocked-reason.ts';
import type records from './records.table.ts';
import type waitingReasons from './waiting_reasons.table.ts';
import type waitingSpells from './waiting_spells.table.ts';

const LABELS = {
  customer_input: 'customer input',
  sales_ops_missing_data: 'missing sales data',
  billing_ops_review: 'billing review',
  workspace_conflict: 'workspace conflict',
  undetermined: 'undetermined',
} as const;

const RULE =
  'The reason is derived: a workspace conflict in the retry log near the wait, else the one blocker that the note names, else what the handoff form lacks. A note that names two, or evidence of none, leaves it undetermined.';

export default defineCheck<{
  records: typeof records;
  waiting_spells: typeof waitingSpells;
  waiting_reasons: typeof waitingReasons;
}>({
  question: 'What do accounts in Waiting wait for?',
  needs: ['records', 'waiting_spells', 'waiting_reasons'],
  facts: ({ records, waiting_spells, waiting_reasons }, fact) => {
    const waited = new Set(waiting_spells.rows.map(({ account_id }) => account_id));
    const ours = waiting_reasons.where(({ blocked_by }) => blocked_by === 'our own teams');
    const ourAccounts = new Set(ours.rows.map(({ account_id }) => account_id));
    const byCustomer = waiting_reasons.where(({ blocked_by }) => blocked_by === 'customer');
    const show = ['reason', 'hours', 'evidence', 'note'] as const;
    const told = (id: string, label: string, which: readonly string[]) =>
      fact.count(id, {
        label,
        definition: `Waits whose reason was told by: ${which.join(', ')}.`,
        unit: 'waits',
        of: waiting_spells,
        where: ({ evidence }) => which.includes(evidence),
        show,
      });
    return [
      fact.proportion('waiting.accounts', {
        label: 'Sampled records that were ever in Waiting',
        definition: 'Sampled records with at least one entry of the status Waiting in the history of the board.',
        of: records,
        where: ({ account_id }) => waited.has(account_id),
        show: ['missing_fields', 'cycle_hours'],
      }),
      fact.proportion('waiting.own_teams', {
        label: 'Waiting accounts that waited for our own teams',
        definition:
          'Of the sampled records that were ever in Waiting, those with a wait for sales data, a billing review or a workspace conflict.',
        of: records.where(({ account_id }) => waited.has(account_id)),
        where: ({ account_id }) => ourAccounts.has(account_id),
        show: ['missing_fields', 'cycle_hours'],
      }),
      fact.count('waiting.total', {
        label: 'Waits',
        definition: 'Entries of the status Waiting in the history of the board, over all sampled records.',
        unit: 'waits',
        of: waiting_spells,
        show,
      }),
      fact.sum('waiting.total.hours', {
        label: 'Time spent in Waiting',
        definition:
          'Elapsed hours in Waiting over all sampled records; a wait that goes on is counted until the extraction.',
        unit: 'h',
        of: waiting_spells,
        value: ({ hours }) => hours,
        show,
      }),
      ...([...REASONS, 'undetermined'] as const).flatMap((reason) => {
        const rows = waiting_reasons.where((row) => row.reason === reason);
        return [
          fact.count(`waiting.by_reason.${reason}`, {
            label: `Accounts that waited: ${LABELS[reason]}`,
            definition: `Sampled records with at least one wait of this kind. ${RULE}`,
            unit: 'accounts',
            of: rows,
            show: ['account_id', 'waits', 'hours'],
          }),
          fact.sum(`waiting.by_reason.${reason}.hours`, {
            label: `Time in Waiting: ${LABELS[reason]}`,
            definition: `Elapsed hours of the waits of this kind; a wait that goes on is counted until the extraction. ${RULE}`,
            unit: 'h',
            of: rows,
            value: ({ hours }) => hours,
            show: ['account_id', 'waits', 'hours'],
          }),
        ];
      }),
      fact.sum('waiting.own_teams.hours', {
        label: 'Time in Waiting for our own teams',
        definition:
          'Elapsed hours of waits for sales data, a billing review or a workspace conflict; a wait that goes on is counted until the extraction.',
        unit: 'h',
        of: ours,
        value: ({ hours }) => hours,
        show: ['account_id', 'reason', 'hours'],
      }),
      fact.sum('waiting.own_teams.hours_ended', {
        label: 'Time in waits for our own teams that ended',
        definition:
          'Elapsed hours of waits for sales data, a billing review or a workspace conflict that had ended at extraction.',
        unit: 'h',
        of: waiting_spells.where((row) => row.blocked_by === 'our own teams' && row.left_at !== null),
        value: ({ hours }) => hours,
        show,
      }),
      fact.sum('waiting.customer.hours', {
        label: 'Time in Waiting for the customer',
        definition: 'Elapsed hours of waits for customer input.',
        unit: 'h',
        of: byCustomer,
        value: ({ hours }) => hours,
        show: ['account_id', 'reason', 'hours'],
      }),
      fact.median('waiting.median_hours_completed', {
        label: 'Median length of a wait that ended',
        definition: 'Elapsed hours of the waits that had ended at extraction.',
        unit: 'h',
        of: waiting_spells.where(({ left_at }) => left_at !== null),
        value: ({ hours }) => hours,
        show,
      }),
      fact.count('waiting.over_24h', {
        label: 'Waits longer than 24 hours',
        definition: 'Waits of more than 24 elapsed hours, those that go on included.',
        unit: 'waits',
        of: waiting_spells,
        where: ({ hours }) => hours > 24,
        parameters: { hours: 24 },
        show,
      }),
      fact.count('waiting.open', {
        label: 'Waits that go on',
        definition: 'Waits that had not ended at extraction.',
        unit: 'waits',
        of: waiting_spells,
        where: ({ left_at }) => left_at === null,
        show,
      }),
      fact.sum('waiting.open.hours', {
        label: 'Time in waits that go on',
        definition: 'Elapsed hours, until the extraction, of the waits that had not ended by then.',
        unit: 'h',
        of: waiting_spells.where(({ left_at }) => left_at === null),
        value: ({ hours }) => hours,
        show,
      }),
      told('waiting.told_by_log', 'Waits explained by the retry log', ['retry log']),
      told('waiting.told_by_note', 'Waits explained by their note', ['note']),
      told('waiting.told_by_form', 'Waits explained by the handoff form', ['handoff form']),
      told('waiting.untold', 'Waits that nothing explains', ['none', 'note names several']),
    ];
  },
});

import { defineControl } from 'workbench';
import type records from './records.table.ts';
import type { Decision, Line, Waiting } from './waiting-list.ts';
import { says, waitingRule } from './waiting-list.ts';
import type waitingSpells from './waiting_spells.table.ts';

/** When the files were exported; the list is made each working day at nine until then. */
const EXTRACTION = new Date('2026-04-13T22:00:00Z');
const FIRST_DAY = '2026-03-02';

const quiet: Decision = { refused: 0, lines: [] };
const refused: Decision = { refused: 1, lines: [] };
const listed = (line: Line): Decision => ({ refused: 0, lines: [line] });

export default defineControl<{ records: typeof records; waiting_spells: typeof waitingSpells }>()<Waiting, Decision>({
  title: 'A reason for every wait, and a daily list of the long ones',
  acceptance: [
    'An account does not enter Waiting without one of the four reasons.',
    'The list of a morning holds the accounts that have waited more than 24 elapsed hours and still wait, and no others.',
    'A line holds the reason, the responsible queue, the last internal note, the last external message and the next action.',
    'The responsible queue follows from the reason.',
  ],
  needs: ['records', 'waiting_spells'],
  rule: waitingRule(),
  says,
  replays: (replay, { records, waiting_spells }) => {
    const noteOf = new Map(records.rows.map((record) => [record.account_id, record]));
    const seen =
      (...mornings: string[]) =>
      (wait: { account_id: string; reason: string; entered_at: Date; left_at: Date | null }): Waiting => ({
        waits: [
          {
            reason: wait.reason === 'undetermined' ? null : wait.reason,
            entered_at: wait.entered_at,
            left_at: wait.left_at,
          },
        ],
        last_internal_note: noteOf.get(wait.account_id)?.last_internal_note ?? null,
        last_external_message: noteOf.get(wait.account_id)?.last_external_message ?? null,
        mornings: mornings.map((morning) => new Date(morning)),
      });
    const show = ['hours'] as const;
    return [
      replay(waiting_spells, 'acct_1896/1', {
        tries: 'a customer who answers the same day',
        input: seen('2026-04-02T09:00:00-04:00'),
        expected: quiet,
        show,
      }),
      replay(waiting_spells, 'acct_1781/1', {
        tries: 'a wait of less than a day, seen the next morning',
        input: seen('2026-03-05T09:00:00-05:00'),
        expected: quiet,
        show,
      }),
      replay(waiting_spells, 'acct_1842/1', {
        tries: 'a workspace conflict, as it stood after exactly 24 hours',
        input: seen('2026-03-20T20:57:17Z'),
        expected: quiet,
        show,
      }),
      replay(waiting_spells, 'acct_1842/1', {
        tries: 'the same conflict a second later; it never ended',
        input: seen('2026-03-20T20:57:18Z'),
        expected: listed({
          reason: 'workspace_conflict',
          queue: 'implementation_ops',
          last_internal_note: 'waiting, see thread',
          last_external_message: 'Thanks for your message, we are looking into your workspace.',
          next_action: 'resolve_workspace_conflict',
        }),
        show,
      }),
      replay(waiting_spells, 'acct_1809/1', {
        tries: 'missing sales data over a weekend, seen on the Friday; note and message are the last of the export',
        input: seen('2026-03-13T09:00:00-04:00'),
        expected: listed({
          reason: 'sales_ops_missing_data',
          queue: 'sales_ops',
          last_internal_note: 'handed to success team',
          last_external_message: 'Sorry for the wait, we had to complete your order data first. You are live.',
          next_action: 'supply_missing_data',
        }),
        show,
      }),
      replay(waiting_spells, 'acct_1855/1', {
        tries: 'a billing review, with no internal note on record',
        input: seen('2026-03-23T09:00:00-04:00'),
        expected: listed({
          reason: 'billing_ops_review',
          queue: 'billing_ops',
          last_internal_note: 'none',
          last_external_message: 'Billing details are settled and your workspace is ready.',
          next_action: 'finish_billing_review',
        }),
        show,
      }),
      replay(waiting_spells, 'acct_1769/1', {
        tries: 'a customer who had answered before the morning of the list',
        input: seen('2026-03-06T09:00:00-05:00'),
        expected: quiet,
        show,
      }),
      replay(waiting_spells, 'acct_1875/1', {
        tries: 'entered with a note that names several blockers and decides nothing',
        input: seen('2026-03-25T09:00:00-04:00'),
        expected: refused,
        show,
      }),
    ];
  },
  counterfactual: (run, { records, waiting_spells }, { calendar }) => {
    const mornings: Date[] = [];
    for (let day = FIRST_DAY; day <= calendar.localDate(EXTRACTION); day = calendar.addBusinessDays(day, 1)) {
      mornings.push(new Date(calendar.parseLocal(`${day} 09:00`)));
    }
    const waitsOf = (account_id: string) => waiting_spells.rows.filter((wait) => wait.account_id === account_id);
    return run({
      of: records,
      input: ({ account_id, last_internal_note, last_external_message }) => ({
        waits: waitsOf(account_id).map(({ reason, entered_at, left_at }) => ({ reason, entered_at, left_at })),
        last_internal_note,
        last_external_message,
        mornings,
      }),
      should: ({ account_id }) => waitsOf(account_id).some(({ hours }) => hours > 24),
      flags: ({ lines }) => lines.length > 0,
      definition:
        'Sampled records that were in Waiting for more than 24 elapsed hours at a time. The list is made at 09:00 local time on each working day until the extraction.',
      labels: {
        caught: 'Accounts with a long wait that a morning’s list names',
        missed: 'Accounts with a long wait that ended before the next morning’s list',
        wrongly: 'Accounts on a list without a long wait',
      },
      show: ['outcome', 'missing_fields'],
    });
  },
  mutations: [
    {
      id: 'any_text_is_a_reason',
      defect: 'Any entry is accepted, also none.',
      rule: waitingRule({ accepts: () => true }),
    },
    {
      id: 'limit_of_two_days',
      defect: 'The limit is 48 hours in place of 24.',
      rule: waitingRule({ tooLong: (hours) => hours > 48 }),
    },
    {
      id: 'limit_included',
      defect: 'A wait of exactly 24 hours is listed.',
      rule: waitingRule({ tooLong: (hours) => hours >= 24 }),
    },
    {
      id: 'stays_on_the_list',
      defect: 'A line stays after its account has left Waiting.',
      rule: waitingRule({ leaves: false }),
    },
    {
      id: 'one_queue_for_all',
      defect: 'Every line names implementation operations, whoever is waited for.',
      rule: waitingRule({ queueOf: () => 'implementation_ops' }),
    },
    {
      id: 'no_external_message',
      defect: 'The line lacks the last message to the customer.',
      rule: waitingRule({
        shows: ({ last_external_message: _left_out, ...line }) => line,
      }),
    },
  ],
});

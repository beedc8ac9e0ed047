import { defineControl } from 'workbench';
import type records from './records.table.ts';

const LIMIT_HOURS = 12;
const HOUR = 3_600_000;

/** An account as the list of one day sees it. */
interface Handoff {
  readonly signed_at: Date;
  /** Null while there is no queue entry. */
  readonly queued_at: Date | null;
  /** When the list is made. */
  readonly listed_at: Date;
}

type Decision = 'quiet' | 'listed' | 'listed, still waiting';

/** What a rule of this kind can get wrong; the proposed rule has none of it changed. */
interface Reading {
  readonly exceeds: (hours: number) => boolean;
  readonly starts: (handoff: Handoff) => Date;
  readonly countsWaiting: boolean;
}

const proposed: Reading = {
  exceeds: (hours) => hours > LIMIT_HOURS,
  starts: ({ signed_at }) => signed_at,
  countsWaiting: true,
};

const reading =
  (changes: Partial<Reading> = {}) =>
  (handoff: Handoff): Decision => {
    const { exceeds, starts, countsWaiting } = { ...proposed, ...changes };
    const { queued_at, listed_at } = handoff;
    if (queued_at === null && !countsWaiting) return 'quiet';
    const hours = ((queued_at ?? listed_at).getTime() - starts(handoff).getTime()) / HOUR;
    if (!exceeds(hours)) return 'quiet';
    return queued_at === null ? 'listed, still waiting' : 'listed';
  };

interface SampledHandoff {
  readonly signed_at: Date;
  readonly onboarding_created_at: Date;
}
/** The account once its queue entry was there. */
const queued = ({ signed_at, onboarding_created_at }: SampledHandoff): Handoff => ({
  signed_at,
  queued_at: onboarding_created_at,
  listed_at: onboarding_created_at,
});
/** The account so many hours after its signature, while it had no queue entry. */
const waiting =
  (hours: number) =>
  ({ signed_at, onboarding_created_at }: SampledHandoff): Handoff => {
    const listed_at = new Date(signed_at.getTime() + hours * HOUR);
    return { signed_at, queued_at: onboarding_created_at <= listed_at ? onboarding_created_at : null, listed_at };
  };

export default defineControl<{ records: typeof records }>()({
  title: 'Daily list of late handoffs',
  acceptance: [
    'Every account whose handoff took more than 12 elapsed hours from the signature is listed, one of exactly 12 hours is not.',
    'An account that is signed and not yet queued is listed as soon as it has waited longer than that.',
    'The clock starts at the signature, whatever the dashboard starts at.',
    'Nothing else is listed, and nothing is changed.',
  ],
  needs: ['records'],
  rule: reading(),
  says: (decision) => decision,
  replays: (replay, { records }) => {
    const show = ['handoff_hours'] as const;
    return [
      replay(records, 'acct_1773', { tries: 'an ordinary handoff', input: queued, expected: 'quiet', show }),
      replay(records, 'acct_1768', {
        tries: 'the longest handoff below the limit',
        input: queued,
        expected: 'quiet',
        show,
      }),
      replay(records, 'acct_1774', {
        tries: 'as it stood exactly 12 hours after its signature',
        input: waiting(12),
        expected: 'quiet',
        show,
      }),
      replay(records, 'acct_1774', {
        tries: 'as it stood a minute later, not yet queued',
        input: waiting(12 + 1 / 60),
        expected: 'listed, still waiting',
        show,
      }),
      replay(records, 'acct_1789', {
        tries: 'queued within a day, late without the dashboard knowing',
        input: queued,
        expected: 'listed',
        show,
      }),
      replay(records, 'acct_1797', {
        tries: 'signed on a Friday, queued on the Monday',
        input: queued,
        expected: 'listed',
        show,
      }),
      replay(records, 'acct_1842', {
        tries: 'handed over in time, and stuck afterwards',
        input: queued,
        expected: 'quiet',
        show,
      }),
    ];
  },
  counterfactual: (run, { records }) =>
    run({
      of: records,
      input: queued,
      should: ({ kept_dashboard_clock, kept_signature_clock }) =>
        kept_dashboard_clock === true && kept_signature_clock === false,
      flags: (decision) => decision !== 'quiet',
      definition: 'Sampled records that met the target on the dashboard and missed it from the signature.',
      labels: {
        caught: 'Late without the dashboard knowing, and named by the list',
        missed: 'Late without the dashboard knowing, and not named by the list',
        wrongly: 'Named by the list, although the dashboard hides nothing',
      },
      show: ['handoff_hours', 'outcome'],
    }),
  mutations: [
    {
      id: 'limit_of_a_day',
      defect: 'The limit is 24 hours in place of 12.',
      rule: reading({ exceeds: (hours) => hours > 24 }),
    },
    {
      id: 'limit_included',
      defect: 'A handoff of exactly 12 hours is listed.',
      rule: reading({ exceeds: (hours) => hours >= LIMIT_HOURS }),
    },
    {
      id: 'waiting_left_out',
      defect: 'An account without a queue entry is not listed.',
      rule: reading({ countsWaiting: false }),
    },
    {
      id: 'starts_at_queue',
      defect: 'The clock starts at the queue entry, as the dashboard’s does.',
      rule: reading({ starts: ({ queued_at, signed_at }) => queued_at ?? signed_at }),
    },
    {
      id: 'outliers_left_out',
      defect: 'Hours above 72 are left out, as an outlier filter would.',
      rule: reading({ exceeds: (hours) => hours > LIMIT_HOURS && hours <= 72 }),
    },
  ],
});

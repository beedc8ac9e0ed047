import { defineCheck } from 'workbench';
import type records from './records.table.ts';

const ON_TIME = 'completed by the end of the third business day after the local day on which the clock starts';

export default defineCheck<{ records: typeof records }>({
  question: 'How many sampled records keep the promise, and does it matter where the clock starts?',
  needs: ['records'],
  facts: ({ records }, fact) => {
    const completed = records.where(({ completed_at }) => completed_at !== null);
    const flipped = completed.where((row) => row.kept_dashboard_clock === true && row.kept_signature_clock === false);
    const show = ['signed_at', 'onboarding_created_at', 'completed_at', 'handoff_hours', 'cycle_hours'] as const;
    return [
      fact.count('timer.sampled', {
        label: 'Sampled records',
        definition: 'Records in the sample.',
        unit: 'records',
        of: records,
      }),
      fact.count('timer.completed', {
        label: 'Sampled records that were completed',
        definition: 'Sampled records with a completion time at extraction.',
        unit: 'records',
        of: completed,
        show: ['completed_at'],
      }),
      fact.proportion('timer.open', {
        label: 'Sampled records still open at extraction',
        definition: 'Sampled records without a completion time.',
        of: records,
        where: ({ completed_at }) => completed_at === null,
        show: ['signed_at', 'onboarding_created_at'],
      }),
      fact.proportion('timer.within_target_dashboard_clock', {
        label: 'Within target, counted from queue creation',
        definition: `Completed sampled records that were ${ON_TIME}; the clock starts when the queue entry is created.`,
        of: completed,
        where: ({ kept_dashboard_clock }) => kept_dashboard_clock === true,
        show,
      }),
      fact.proportion('timer.within_target_signature_clock', {
        label: 'Within target, counted from signature',
        definition: `Completed sampled records that were ${ON_TIME}; the clock starts at signature.`,
        of: completed,
        where: ({ kept_signature_clock }) => kept_signature_clock === true,
        show,
      }),
      fact.proportion('timer.within_target_open_as_missed', {
        label: 'Within target, counted from signature, open records counted as missed',
        definition: `Sampled records that were ${ON_TIME}; the clock starts at signature. Open records count as missed.`,
        of: records,
        where: ({ kept_signature_clock }) => kept_signature_clock === true,
        show,
      }),
      fact.proportion('timer.flipped', {
        label: 'Within target on the dashboard, late from signature',
        definition: 'Completed sampled records that meet the target from queue creation and miss it from signature.',
        of: completed,
        where: (row) => row.kept_dashboard_clock === true && row.kept_signature_clock === false,
        show: [...show, 'late_hours_signature_clock'],
      }),
      fact.proportion('timer.missed_both', {
        label: 'Late on both clocks',
        definition: 'Completed sampled records that miss the target from queue creation and from signature.',
        of: completed,
        where: (row) => row.kept_dashboard_clock === false && row.kept_signature_clock === false,
        show,
      }),
      fact.count('timer.late_on_dashboard_only', {
        label: 'Late on the dashboard clock, within target from signature',
        definition:
          'Completed sampled records that miss the target from queue creation and meet it from signature. The signature comes first, so there can be none.',
        unit: 'records',
        of: completed,
        where: (row) => row.kept_dashboard_clock === false && row.kept_signature_clock === true,
        show,
      }),
      fact.proportion('timer.flipped_over_12h', {
        label: 'Records that flip, with a handoff over 12 hours',
        definition:
          'Of the records that meet the target only on the dashboard, those handed over more than 12 elapsed hours after signature.',
        of: flipped,
        where: ({ handoff_hours }) => handoff_hours > 12,
        parameters: { hours: 12 },
        show,
      }),
      fact.proportion('timer.flipped_over_24h', {
        label: 'Records that flip, with a handoff over 24 hours',
        definition:
          'Of the records that meet the target only on the dashboard, those handed over more than 24 elapsed hours after signature.',
        of: flipped,
        where: ({ handoff_hours }) => handoff_hours > 24,
        parameters: { hours: 24 },
        show,
      }),
      fact.median('timer.median_cycle_hours', {
        label: 'Median time from signature to completion',
        definition: 'Elapsed hours from signature to completion, over completed sampled records.',
        unit: 'h',
        of: completed,
        value: ({ cycle_hours }) => cycle_hours ?? Number.NaN,
        show,
      }),
      fact.median('timer.median_queue_hours', {
        label: 'Median time from queue creation to completion',
        definition: 'Elapsed hours from queue creation to completion, over completed sampled records.',
        unit: 'h',
        of: completed,
        value: ({ queue_hours }) => queue_hours ?? Number.NaN,
        show: ['onboarding_created_at', 'completed_at', 'queue_hours'],
      }),
    ];
  },
});

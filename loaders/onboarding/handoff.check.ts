import { defineCheck } from 'workbench';
import type records from './records.table.ts';

export default defineCheck<{ records: typeof records }>({
  question: 'How long do accounts wait between signature and queue creation?',
  needs: ['records'],
  facts: ({ records }, fact) => {
    const show = ['signed_at', 'onboarding_created_at', 'handoff_hours'] as const;
    const late = records.where(({ handoff_hours }) => handoff_hours > 24);
    const completed = records.where(({ completed_at }) => completed_at !== null);
    const over = (hours: number, id: string) =>
      fact.proportion(id, {
        label: `Queued more than ${String(hours)} hours after signature`,
        definition: `Sampled records whose queue entry was created more than ${String(hours)} elapsed hours after signature.`,
        of: records,
        where: ({ handoff_hours }) => handoff_hours > hours,
        parameters: { hours },
        show,
      });
    return [
      over(12, 'handoff.over_12h'),
      over(24, 'handoff.late_24h'),
      over(48, 'handoff.late_48h'),
      fact.median('handoff.median_hours', {
        label: 'Median time from signature to queue creation',
        definition: 'Elapsed hours from signature to queue creation, over all sampled records.',
        unit: 'h',
        of: records,
        value: ({ handoff_hours }) => handoff_hours,
        show,
      }),
      fact.median('handoff.median_hours_late', {
        label: 'Median handoff of the late records',
        definition:
          'Elapsed hours from signature to queue creation, over sampled records queued more than 24 elapsed hours after signature.',
        unit: 'h',
        of: late,
        value: ({ handoff_hours }) => handoff_hours,
        show,
      }),
      fact.median('handoff.median_office_hours_late', {
        label: 'Median handoff of the late records, office hours only',
        definition:
          'Office hours from signature to queue creation, over sampled records queued more than 24 elapsed hours after signature: weekends and nights are left out.',
        unit: 'h',
        of: late,
        value: ({ handoff_office_hours }) => handoff_office_hours,
        show: [...show, 'handoff_office_hours'],
      }),
      fact.proportion('handoff.within_target_when_late', {
        label: 'Within target from signature, handoff over 24 hours',
        definition:
          'Completed sampled records queued more than 24 elapsed hours after signature that still met the target from signature.',
        of: completed.where(({ handoff_hours }) => handoff_hours > 24),
        where: ({ kept_signature_clock }) => kept_signature_clock === true,
        show,
      }),
      fact.proportion('handoff.within_target_when_prompt', {
        label: 'Within target from signature, handoff within 24 hours',
        definition:
          'Completed sampled records queued within 24 elapsed hours of signature that met the target from signature.',
        of: completed.where(({ handoff_hours }) => handoff_hours <= 24),
        where: ({ kept_signature_clock }) => kept_signature_clock === true,
        show,
      }),
      fact.proportion('handoff.incomplete_among_late', {
        label: 'Billing data missing, handoff over 24 hours',
        definition:
          'Of the sampled records queued more than 24 elapsed hours after signature, those that lack a billing field.',
        of: late,
        where: ({ billing_complete }) => !billing_complete,
        show: ['handoff_hours', 'missing_fields'],
      }),
      fact.proportion('handoff.incomplete_among_prompt', {
        label: 'Billing data missing, handoff within 24 hours',
        definition:
          'Of the sampled records queued within 24 elapsed hours of signature, those that lack a billing field.',
        of: records.where(({ handoff_hours }) => handoff_hours <= 24),
        where: ({ billing_complete }) => !billing_complete,
        show: ['handoff_hours', 'missing_fields'],
      }),
      fact.proportion('handoff.complete_among_late', {
        label: 'Billing data complete, handoff over 24 hours',
        definition:
          'Of the sampled records queued more than 24 elapsed hours after signature, those with all four billing fields.',
        of: late,
        where: ({ billing_complete }) => billing_complete,
        show: ['handoff_hours'],
      }),
    ];
  },
});

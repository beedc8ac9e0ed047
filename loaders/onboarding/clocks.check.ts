import { defineCheck, readClock } from 'workbench';
import type { ClockLimit, ClockOptions } from 'workbench';
import type records from './records.table.ts';

const STARTS = [
  { id: 'signature', words: 'from signature', column: 'signed_at' },
  { id: 'queue', words: 'from queue creation', column: 'onboarding_created_at' },
] as const;

const OPEN = [
  { id: 'completed', words: 'open records left out', open: 'left out' },
  { id: 'all', words: 'open records counted as missed', open: 'missed' },
] as const;

export default defineCheck<{ records: typeof records }>({
  question: 'What would the same promise show under another clock?',
  needs: ['records'],
  facts: ({ records }, fact, { calendar, engagement }) => {
    const days = engagement.promise.business_days;
    const hours = 24 * days;
    const limits: readonly { id: string; words: string; limit: ClockLimit }[] = [
      { id: 'end', words: `end of business day ${String(days)}`, limit: { businessDays: days, until: 'end of day' } },
      {
        id: 'same_time',
        words: `same local time, ${String(days)} business days on`,
        limit: { businessDays: days, until: 'same time' },
      },
      { id: 'hours', words: `${String(hours)} elapsed hours`, limit: { hours } },
    ];
    type Row = (typeof records.rows)[number];
    return limits.flatMap(({ id, words, limit }) =>
      STARTS.flatMap((start) =>
        OPEN.map((rule) => {
          const options: ClockOptions<Row> = {
            name: start.words,
            start: (row) => row[start.column],
            stop: ({ completed_at }) => completed_at,
            limit,
            open: rule.open,
          };
          const clock = readClock(calendar, records, options);
          return fact.proportion(`clocks.${start.id}_${id}_${rule.id}`, {
            label: `${words.charAt(0).toUpperCase()}${words.slice(1)}, ${start.words}, ${rule.words}`,
            definition: `${rule.open === 'missed' ? 'Sampled' : 'Completed sampled'} records that were completed within this limit: ${words}, counted ${start.words}; ${rule.words}.`,
            of: clock.of,
            where: clock.kept,
            show: ['signed_at', 'onboarding_created_at', 'completed_at', 'cycle_hours'],
          });
        }),
      ),
    );
  },
});

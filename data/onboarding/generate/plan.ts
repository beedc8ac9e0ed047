/** What has to come true of the 120 accounts, as groups; the moments themselves are drawn by seed. */

/** Against the promise: kept on both clocks, kept on the dashboard's alone, missed on both, or still open. */
export type Outcome = 'within' | 'flips' | 'missed' | 'open';
/** Hours from signature to queue creation, away from the limits of 12, 24 and 48 hours. */
export type Handoff = 'prompt' | 'overnight' | 'late' | 'very_late';

export const HANDOFF_HOURS: Readonly<Record<Handoff, readonly [number, number]>> = {
  prompt: [0.15, 11.6],
  overnight: [12.4, 23.5],
  late: [24.4, 47.2],
  very_late: [48.6, 116],
};

/** A fixed span in which one of the moments has to fall, as local times. */
export type Span = readonly [from: string, to: string];

export interface Plan {
  readonly outcome: Outcome;
  readonly handoff: Handoff;
  /** Whether all four billing fields are filled in at queue entry. */
  readonly billing: 'complete' | 'incomplete';
  /** Minutes from signature to completion: a range, or one value for the records that fix a median. */
  readonly cycle?: readonly [number, number];
  readonly signed?: Span;
  readonly created?: Span;
  readonly completed?: Span;
  readonly accountId?: string;
}

const MEDIAN_COMPLETE = 31 * 60;
const MEDIAN_INCOMPLETE = 67 * 60;
/** The two middle incomplete records lie this far on either side of their median. */
const HALF_GAP = 18;
const MARGIN = 25;

const below = (median: number): readonly [number, number] => [200, median - MARGIN];
const above = (median: number): readonly [number, number] => [median + MARGIN, 130 * 60];
const exactly = (minutes: number): readonly [number, number] => [minutes, minutes];

function times(count: number, plan: Plan): Plan[] {
  return Array.from({ length: count }, () => plan);
}

/** Signed on Saturday 7 March, queued on Sunday 8 March: over 24 h by the wall clock, under 24 h elapsed. */
const ACROSS_CLOCK_CHANGE: Plan = {
  outcome: 'within',
  handoff: 'overnight',
  billing: 'complete',
  cycle: above(MEDIAN_COMPLETE),
  signed: ['2026-03-07T15:20:00', '2026-03-07T15:55:00'],
  created: ['2026-03-08T16:02:00', '2026-03-08T16:18:00'],
};

/** Completed on Monday 6 April: the third business day only because Friday 3 April is a company holiday. */
const ACROSS_HOLIDAY: Plan = {
  outcome: 'within',
  handoff: 'prompt',
  billing: 'complete',
  signed: ['2026-03-31T10:00:00', '2026-03-31T16:30:00'],
  completed: ['2026-04-06T09:05:00', '2026-04-06T13:00:00'],
};

const COMPLETE: readonly Plan[] = (() => {
  const kept = { outcome: 'within', billing: 'complete' } as const;
  const [short, long] = [below(MEDIAN_COMPLETE), above(MEDIAN_COMPLETE)];
  return [
    ...times(25, { ...kept, handoff: 'prompt', cycle: short }),
    ...times(2, { ...kept, handoff: 'overnight', cycle: short }),
    { ...kept, handoff: 'prompt', cycle: exactly(MEDIAN_COMPLETE) },
    ...times(6, { ...kept, handoff: 'late', cycle: long }),
    { ...kept, handoff: 'very_late', cycle: long },
    ...times(2, { ...kept, handoff: 'overnight', cycle: long }),
    ACROSS_CLOCK_CHANGE,
    ...times(9, { ...kept, handoff: 'prompt', cycle: long }),
    ...times(2, ACROSS_HOLIDAY),
    ...times(2, { ...kept, outcome: 'flips', handoff: 'late' }),
    { ...kept, outcome: 'flips', handoff: 'very_late' },
    { ...kept, outcome: 'flips', handoff: 'overnight' },
    { ...kept, outcome: 'missed', handoff: 'late' },
    { ...kept, outcome: 'missed', handoff: 'prompt' },
    {
      ...kept,
      outcome: 'open',
      handoff: 'prompt',
      accountId: 'acct_1842',
      signed: ['2026-03-17T09:30:00', '2026-03-17T11:30:00'],
    },
    { ...kept, outcome: 'open', handoff: 'prompt', signed: ['2026-03-25T09:00:00', '2026-03-25T12:00:00'] },
  ];
})();

const INCOMPLETE: readonly Plan[] = (() => {
  const kept = { outcome: 'within', billing: 'incomplete' } as const;
  const [short, long] = [below(MEDIAN_INCOMPLETE - HALF_GAP), above(MEDIAN_INCOMPLETE + HALF_GAP)];
  return [
    ...times(7, { ...kept, handoff: 'prompt', cycle: short }),
    ...times(2, { ...kept, handoff: 'overnight', cycle: short }),
    { ...kept, handoff: 'late', cycle: short },
    { ...kept, handoff: 'prompt', cycle: exactly(MEDIAN_INCOMPLETE - HALF_GAP) },
    { ...kept, handoff: 'prompt', cycle: exactly(MEDIAN_INCOMPLETE + HALF_GAP) },
    { ...kept, handoff: 'prompt', cycle: long },
    { ...kept, handoff: 'overnight', cycle: long },
    ...times(2, { ...kept, outcome: 'flips', handoff: 'late' }),
    ...times(3, { ...kept, outcome: 'flips', handoff: 'very_late' }),
    ...times(2, { ...kept, outcome: 'missed', handoff: 'prompt' }),
    { ...kept, outcome: 'missed', handoff: 'very_late' },
    { ...kept, outcome: 'open', handoff: 'late', signed: ['2026-03-19T09:00:00', '2026-03-19T15:00:00'] },
  ];
})();

/** The 80 records of the sample. */
export const SAMPLED: readonly Plan[] = [...COMPLETE, ...INCOMPLETE];

/** The 40 accounts that were not drawn; their billing fields are in no export. */
export const UNSAMPLED: readonly Plan[] = (() => {
  const account = { billing: 'complete' } as const;
  return [
    ...times(24, { ...account, outcome: 'within', handoff: 'prompt' }),
    ...times(3, { ...account, outcome: 'within', handoff: 'overnight' }),
    ...times(4, { ...account, outcome: 'within', handoff: 'late' }),
    ACROSS_HOLIDAY,
    ...times(4, { ...account, outcome: 'flips', handoff: 'late' }),
    { ...account, outcome: 'flips', handoff: 'very_late' },
    { ...account, outcome: 'missed', handoff: 'prompt' },
    { ...account, outcome: 'missed', handoff: 'late' },
    { ...account, outcome: 'open', handoff: 'prompt', signed: ['2026-03-26T09:00:00', '2026-03-27T16:00:00'] },
  ];
})();

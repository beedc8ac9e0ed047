/** What a fact brings along when an assumption takes its value: sampling error and date. */
import { tidy } from './decimal.ts';
import type { Interval, IntervalMethod } from './interval.ts';

/** Of what was drawn; bounds for a whole population are no sampling error of an assumption. */
export type SampleMethod = Exclude<IntervalMethod, 'hypergeometric'>;

export interface Measured {
  /** As its check declares it: "share", "h", or the noun that is counted. */
  readonly unit?: string;
  /** Where it is a proportion of a sample: how many of how many. */
  readonly sample?: { readonly count: number; readonly of: number };
  /** In the unit of the fact. */
  readonly interval?: Interval<SampleMethod>;
  /** Day of the latest extract behind it: "2026-04-13". */
  readonly as_of?: string;
}

const DIGITS = 3;

/**
 * The bounds of an interval as the range of an assumption: three significant digits, rounded outwards, so that
 * the slider shows numbers that can be said and covers no less than the interval.
 */
export const rangeOf = ({ low, high }: Pick<Interval, 'low' | 'high'>): [low: number, high: number] => [
  outwards(low, Math.floor),
  outwards(high, Math.ceil),
];

function outwards(bound: number, direction: (value: number) => number): number {
  if (bound === 0 || bound === 1) return bound;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(bound))) - DIGITS + 1);
  return tidy(direction(tidy(bound / unit)) * unit);
}

import { normalQuantile } from './normal.ts';

/** How the bounds of an interval were computed. */
export type IntervalMethod = 'wilson' | 'clopper-pearson' | 'hypergeometric' | 'bootstrap';

/** A confidence interval. Bounds are in the unit of what was estimated: 0 to 1 for a proportion; the level is a proportion. */
export interface Interval<Method extends IntervalMethod = IntervalMethod> {
  low: number;
  high: number;
  level: number;
  method: Method;
}

/**
 * Refuses what has no interval.
 *
 * @param count a whole number from 0 to `of`
 * @param of a whole number of at least 1
 * @param level strictly between 0 and 1
 * @throws RangeError that names what was expected and what was found
 */
export function requireCount(count: number, of: number, level: number): void {
  if (!Number.isSafeInteger(of) || of < 1) {
    throw new RangeError(`An interval needs a sample of at least 1 record, found ${of}.`);
  }
  if (!Number.isSafeInteger(count) || count < 0 || count > of) {
    throw new RangeError(`A whole count from 0 to ${of} was expected, found ${count}.`);
  }
  requireLevel(level);
}

/** @throws RangeError unless the level lies strictly between 0 and 1 */
export function requireLevel(level: number): void {
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`A level strictly between 0 and 1 was expected, found ${level}.`);
  }
}

/**
 * Wilson's score interval for a sampled proportion, without continuity correction.
 *
 * Source: E. B. Wilson, JASA 22 (1927) 209–212; method 3 of R. G. Newcombe,
 * Statistics in Medicine 17 (1998) 857–872. It never leaves 0 to 1 and stays
 * meaningful where the count is 0 or the whole sample.
 *
 * @param count records that have the property, a whole number from 0 to `of`
 * @param of sampled records, a whole number of at least 1
 * @param level confidence, strictly between 0 and 1
 * @throws RangeError when a count is not whole or lies outside its range
 */
export function wilson(count: number, of: number, level = 0.95): Interval<'wilson'> {
  requireCount(count, of, level);
  const z = -normalQuantile((1 - level) / 2);
  const square = z * z;
  const centre = 2 * count + square;
  const spread = z * Math.sqrt(square + (4 * count * (of - count)) / of);
  const scale = 2 * (of + square);
  return {
    // Exact ends: the subtraction would leave a rest of some 1e-18.
    low: count === 0 ? 0 : (centre - spread) / scale,
    high: count === of ? 1 : (centre + spread) / scale,
    level,
    method: 'wilson',
  };
}

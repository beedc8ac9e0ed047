import { requireLevel } from './interval.ts';
import type { Interval } from './interval.ts';
import { median, quantile } from './quantile.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';

/** Resamples of one interval: enough that another seed moves a bound by little. */
export const RESAMPLES = 2000;

interface BootstrapOptions {
  /** Names the stream of random numbers; the id of the fact, so that two facts do not share one. */
  readonly seed: string;
  readonly level?: number;
  readonly resamples?: number;
}

const again = (values: readonly number[], random: Random): number[] =>
  values.map(() => values[random.int(0, values.length - 1)] ?? Number.NaN);

function percentile(
  draw: (random: Random) => number,
  { seed, level = 0.95, resamples = RESAMPLES }: BootstrapOptions,
): Interval<'bootstrap'> {
  requireLevel(level);
  const random = createRandom(seed);
  const drawn = Array.from({ length: resamples }, () => draw(random));
  const tail = (1 - level) / 2;
  return { low: quantile(drawn, tail), high: quantile(drawn, 1 - tail), level, method: 'bootstrap' };
}

function requireValues(values: readonly number[]): void {
  if (values.length === 0) throw new RangeError('An interval of the median needs at least 1 value, found none.');
}

/**
 * The percentile bootstrap interval of a median: the sample is drawn from itself with
 * replacement, and the bounds are quantiles of the medians that come out.
 *
 * Source: B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
 * Nominal coverage is reached only roughly in small samples; no shape is assumed. The same
 * values in the same order and the same seed give the same bounds.
 *
 * @param values of a random sample, in any unit, which is the unit of the bounds
 * @throws RangeError for no values, or a level that is not strictly between 0 and 1
 */
export function bootstrapMedian(values: readonly number[], options: BootstrapOptions): Interval<'bootstrap'> {
  requireValues(values);
  return percentile((random) => median(again(values, random)), options);
}

/**
 * The percentile bootstrap interval of the difference of two medians, the first less the
 * second; the two groups are drawn again each for itself.
 *
 * Source: as `bootstrapMedian`; the two-sample problem is chapter 8 of the same book.
 *
 * @throws RangeError for a group without values, or a level that is not strictly between 0 and 1
 */
export function bootstrapMedianDifference(
  first: readonly number[],
  second: readonly number[],
  options: BootstrapOptions,
): Interval<'bootstrap'> {
  requireValues(first);
  requireValues(second);
  return percentile((random) => median(again(first, random)) - median(again(second, random)), options);
}

import { requireCount } from './interval.ts';
import type { Interval } from './interval.ts';
import { logChoose } from './log-factorial.ts';

/** P(X ≤ count) of a binomial variable. Terms are summed as logarithms: a single one may be smaller than any double. */
function atMost(count: number, of: number, share: number): number {
  if (share === 0) return 1;
  if (share === 1) return count === of ? 1 : 0;
  const [success, failure] = [Math.log(share), Math.log1p(-share)];
  let sum = 0;
  for (let k = 0; k <= count; k += 1) sum += Math.exp(logChoose(of, k) + k * success + (of - k) * failure);
  return sum;
}

/** The share at which P(X ≤ count) falls to `tail`, halved until two doubles are neighbours. */
function shareWhere(count: number, of: number, tail: number): number {
  let [low, high] = [0, 1];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return middle;
    if (atMost(count, of, middle) > tail) low = middle;
    else high = middle;
  }
}

const upperBound = (count: number, of: number, tail: number): number =>
  count === of ? 1 : shareWhere(count, of, tail);

/**
 * The exact two-sided interval of C. J. Clopper and E. S. Pearson, Biometrika 26 (1934)
 * 404–413: the shares that neither tail of the binomial distribution rejects at half of
 * what the level leaves. It covers at least as often as it says, whatever the share.
 *
 * @param count records that have the property, a whole number from 0 to `of`
 * @param of independent trials, a whole number of at least 1
 * @param level confidence, strictly between 0 and 1
 * @throws RangeError when a count is not whole or lies outside its range
 */
export function clopperPearson(count: number, of: number, level = 0.95): Interval<'clopper-pearson'> {
  requireCount(count, of, level);
  const tail = (1 - level) / 2;
  return {
    // Successes seen from the failures' side: the lower bound mirrors their upper one.
    low: 1 - upperBound(of - count, of, tail),
    high: upperBound(count, of, tail),
    level,
    method: 'clopper-pearson',
  };
}

/**
 * The exact one-sided upper bound by the same construction: with `level` confidence the
 * share is not above it. It is the bound that tables for tests of controls are made of
 * (AICPA, Audit Sampling): no deviation in 59 keeps the rate at or below 5 %.
 *
 * @param count deviations, a whole number from 0 to `of`
 * @param of items tested, a whole number of at least 1
 * @param level confidence, strictly between 0 and 1
 * @throws RangeError when a count is not whole or lies outside its range
 */
export function clopperPearsonUpper(count: number, of: number, level = 0.95): Interval<'clopper-pearson'> {
  requireCount(count, of, level);
  return { low: 0, high: upperBound(count, of, 1 - level), level, method: 'clopper-pearson' };
}

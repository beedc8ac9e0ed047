import { requireCount } from './interval.ts';
import type { Interval } from './interval.ts';
import { logChoose } from './log-factorial.ts';

/** P(X ≤ count), X the records with the property in a sample of `of` from `population`, of which `having` have it. */
function atMost(count: number, of: number, having: number, population: number): number {
  const all = logChoose(population, of);
  let sum = 0;
  for (let k = 0; k <= count; k += 1) {
    sum += Math.exp(logChoose(having, k) + logChoose(population - having, of - k) - all);
  }
  return sum;
}

/** A rounding error may not decide what is a tie; a number at the border stays in, which only widens. */
const TIE = 1e-9;

/** The largest number in the population that a sample with `count` does not reject in its lower tail. */
function most(count: number, of: number, population: number, tail: number): number {
  // The tail shrinks as the number grows, so the border is found by halving.
  let [kept, refused] = [count, population - (of - count) + 1];
  while (refused - kept > 1) {
    const middle = Math.floor((kept + refused) / 2);
    if (atMost(count, of, middle, population) >= tail * (1 - TIE)) kept = middle;
    else refused = middle;
  }
  return kept;
}

/** Bounds of a number in a population, and of its share. */
export interface FiniteInterval extends Interval<'hypergeometric'> {
  /** Fewest records of the population that can have the property. */
  least: number;
  /** Most records of the population that can have it. */
  most: number;
}

/**
 * Exact two-sided bounds for a known population of which a simple random sample was drawn
 * without replacement: every number of records that neither tail of the hypergeometric
 * distribution rejects at half of what the level leaves. Bounds are whole records; shares
 * are these over the population. A sample that is the population leaves no doubt.
 *
 * Source: J. P. Buonaccorsi, The American Statistician 41 (1987) 215–218; T. Wright,
 * Exact Confidence Bounds when Sampling from Small Finite Universes (Springer, 1991).
 *
 * @param count sampled records that have the property, a whole number from 0 to `of`
 * @param of sampled records, a whole number of at least 1
 * @param population all records, a whole number of at least `of`
 * @param level confidence, strictly between 0 and 1
 * @throws RangeError when a number is not whole or lies outside its range
 */
export function hypergeometric(count: number, of: number, population: number, level = 0.95): FiniteInterval {
  requireCount(count, of, level);
  if (!Number.isSafeInteger(population) || population < of) {
    throw new RangeError(`A population of at least the ${of} sampled records was expected, found ${population}.`);
  }
  const tail = (1 - level) / 2;
  const bounds = {
    // Seen from the records without the property, the fewest with it are the most without.
    least: population - most(of - count, of, population, tail),
    most: most(count, of, population, tail),
  };
  return { ...bounds, low: bounds.least / population, high: bounds.most / population, level, method: 'hypergeometric' };
}

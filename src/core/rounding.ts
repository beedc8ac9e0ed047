import { roundRatio, toDecimal, toNumber } from './decimal.ts';
import type { RoundingRule } from './decimal.ts';

export { ROUNDING_RULES } from './decimal.ts';
export type { RoundingRule } from './decimal.ts';

/** A declared rounding: the step to round to (1, 0.01, 5 …) and the direction. */
export interface Rounding {
  to: number;
  rule: RoundingRule;
}

/**
 * A number rounded to a multiple of a step, as on paper.
 *
 * The value is read as the decimal that it stands for (see `toDecimal`) and rounded
 * in whole-number arithmetic, so 1.005 to 0.01 is 1.01 and 0.285 * 100 is a tie.
 *
 * @param rounding.to greater than zero, in the unit of the value
 * @throws RangeError for a value that is not finite or a step that is not greater than zero
 */
export function round(value: number, { to, rule }: Rounding): number {
  if (!(to > 0)) throw new RangeError(`A rounding step greater than 0 was expected, found ${to}.`);
  const amount = toDecimal(value);
  const step = toDecimal(to);
  const steps = roundRatio(amount.units * 10n ** BigInt(step.scale), step.units * 10n ** BigInt(amount.scale), rule);
  return toNumber({ units: steps * step.units, scale: step.scale });
}

/** A count and the exact percentage (0 to 100) that it is of the sample. */
export interface CountShare {
  count: number;
  percent: number;
}

/** What one rounding rule says about a published percentage. */
export interface Reach {
  rule: RoundingRule;
  /** Every count that this rule prints as the published percentage; empty where none does. */
  counts: CountShare[];
  /** The largest count that prints below it, if any. */
  below?: CountShare;
  /** The smallest count that prints above it, if any. */
  above?: CountShare;
}

/**
 * Which counts of a sample print as a published percentage, under each rounding rule.
 * A percentage that no count reaches under any rule was not computed from that sample.
 *
 * @param percent as published, 0 to 100
 * @param of size of the sample, a whole number of at least 1
 * @param decimals places after the point in which it was published
 * @throws RangeError for an empty sample or a percentage that has more places than `decimals`
 */
export function reachable(percent: number, of: number, decimals: number, rules: readonly RoundingRule[]): Reach[] {
  if (!Number.isSafeInteger(of) || of < 1) {
    throw new RangeError(`A sample of at least 1 record was expected, found ${of}.`);
  }
  const published = toDecimal(percent);
  if (published.scale > decimals) {
    throw new RangeError(`${percent} has more than the ${decimals} decimals it was published with.`);
  }
  const target = published.units * 10n ** BigInt(decimals - published.scale);
  const factor = 100n * 10n ** BigInt(decimals);
  return rules.map((rule) => {
    const reach: Reach = { rule, counts: [] };
    for (let count = 0; count <= of; count += 1) {
      const printed = roundRatio(BigInt(count) * factor, BigInt(of), rule);
      const share = { count, percent: (100 * count) / of };
      if (printed === target) reach.counts.push(share);
      else if (printed < target) reach.below = share;
      else {
        reach.above = share;
        break;
      }
    }
    return reach;
  });
}

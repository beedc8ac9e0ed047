/** How each assumption is drawn: by its sample, by its declared shape, or around what a reader set. */
import type { Distribution } from './distribution.ts';
import type { ModelAssumption } from './roi.ts';

/** The range reaches to where the reader put the value: their own number cannot be impossible. */
function distributionOf(
  { value, low, high, sample, distribution = 'triangular' }: ModelAssumption,
  change?: number,
): Distribution {
  if (change === undefined && sample !== undefined) return { kind: 'sample', ...sample };
  const likely = change ?? value;
  return { kind: distribution, low: Math.min(low, likely), likely, high: Math.max(high, likely) };
}

/** @param changes a reader's values by assumption id */
export const distributionsOf = (
  assumptions: readonly ModelAssumption[],
  changes: Readonly<Record<string, number>>,
): Map<string, Distribution> => new Map(assumptions.map((one) => [one.id, distributionOf(one, changes[one.id])]));

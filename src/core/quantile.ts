/**
 * The quantile of a list of numbers by linear interpolation between order
 * statistics: type 7 of R. J. Hyndman and Y. Fan, The American Statistician 50
 * (1996) 361–365, which is the default of R and of spreadsheets' PERCENTILE.INC.
 *
 * @param values in any order and any unit; left as they are
 * @param probability 0 (smallest) to 1 (largest)
 * @throws RangeError for an empty list, a value that is not a finite number, or a probability outside 0 to 1
 */
export function quantile(values: Iterable<number>, probability: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`A probability from 0 to 1 was expected, found ${probability}.`);
  }
  const sorted = Float64Array.from(values).sort();
  const strange = sorted.find((value) => !Number.isFinite(value));
  if (strange !== undefined) {
    throw new RangeError(`A quantile needs finite numbers, found ${strange}.`);
  }
  return sortedQuantile(sorted, probability);
}

/**
 * The same quantile of numbers that are sorted already and finite: for many quantiles of one list.
 *
 * @throws RangeError for an empty list
 */
export function sortedQuantile(sorted: Float64Array, probability: number): number {
  const position = (sorted.length - 1) * probability;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) {
    throw new RangeError('A quantile of no values does not exist.');
  }
  return below + (position - Math.floor(position)) * (above - below);
}

/** The median: the quantile at one half, so the mean of the middle two of an even number of values. */
export const median = (values: Iterable<number>): number => quantile(values, 0.5);

/**
 * Benefits that give the same money back are not added: of the lines of one overlap only the largest counts.
 *
 * It is the lower bound of what they bring together (they overlap wholly), and it asks nobody for a share of overlap
 * that nobody measured. Guides to appraisal ask that a benefit be counted once, such as HM Treasury's Green Book (2022)
 * on double counting; how is left to the analyst.
 */

interface Overlapping {
  readonly id: string;
  readonly overlap?: string;
}

export interface Left {
  /** The line that does not count. */
  readonly id: string;
  /** The larger one of its overlap. */
  readonly by: string;
}

/**
 * @param lines of one total, in the order of the model; of equal ones the first counts
 * @param value of a line, in the unit that all of them share
 */
export function countedOnce<T extends Overlapping>(
  lines: readonly T[],
  value: (line: T) => number,
): { counted: T[]; left: Left[] } {
  const largest = new Map<string, T>();
  for (const line of lines) {
    if (line.overlap === undefined) continue;
    const most = largest.get(line.overlap);
    if (most === undefined || value(line) > value(most)) largest.set(line.overlap, line);
  }
  const counted: T[] = [];
  const left: Left[] = [];
  for (const line of lines) {
    const most = line.overlap === undefined ? line : (largest.get(line.overlap) ?? line);
    if (most === line) counted.push(line);
    else left.push({ id: line.id, by: most.id });
  }
  return { counted, left };
}

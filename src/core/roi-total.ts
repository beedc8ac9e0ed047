/** One total of an ROI model as a function of its assumptions: the same steps, without words for the reader. */
import { countedOnce } from './overlap.ts';
import { partOf } from './roi-part.ts';
import type { RoiLine } from './roi-definition.ts';
import type { ModelAssumption, RoiFormulas } from './roi.ts';

export interface TotalFormula {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Assumptions on which it depends, in the order of the model. */
  readonly needs: readonly ModelAssumption[];
  /**
   * @param inputs by assumption id, in the assumption's unit; published values stand for those left out
   * @throws ExpressionError where a step divides by zero
   */
  readonly value: (inputs: Readonly<Record<string, number>>) => number;
}

/**
 * @param options.rounding whether the declared roundings are applied
 * @throws RangeError for a total that the model does not have
 */
export function totalFormula(model: RoiFormulas, id: string, { rounding }: { rounding: boolean }): TotalFormula {
  const total = model.totals.find((candidate) => candidate.id === id);
  if (total === undefined) throw new RangeError(`The model has no total "${id}".`);
  const lines = model.lines.filter((line) => total.lines.includes(line.id));
  const part = partOf(
    model,
    lines.map(({ step }) => step),
    { rounding },
  );
  return {
    id,
    label: total.label,
    unit: lines[0]?.unit ?? '',
    needs: part.needs,
    value: (inputs) => {
      const values = part.values(inputs);
      return countedLines(lines, values).reduce((sum, { step }) => sum + (values[step] ?? NaN), 0);
    },
  };
}

/** Lines of a total that are added: of those that overlap, the largest. */
export function countedLines<T extends RoiLine>(
  lines: readonly T[],
  values: Readonly<Record<string, number>>,
): readonly T[] {
  const overlapping = lines.some(({ overlap }) => overlap !== undefined);
  return overlapping ? countedOnce(lines, ({ step }) => values[step] ?? NaN).counted : lines;
}

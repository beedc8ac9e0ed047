/** One total of an ROI model as a function of its assumptions: the same steps, without words for the reader. */
import { names } from './expression-tree.ts';
import { countedOnce } from './overlap.ts';
import { carried, workedOut } from './roi-step.ts';
import type { RoiLine } from './roi-definition.ts';
import type { ModelAssumption, RoiFormulas } from './roi.ts';

export interface TotalFormula {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Assumptions on which it depends, in the order of the model. */
  readonly needs: readonly ModelAssumption[];
  /** Lines that the total counts, each with what it gives: what `value` adds up. */
  readonly counted: (
    inputs: Readonly<Record<string, number>>,
  ) => readonly { readonly line: RoiLine; readonly value: number }[];
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
  const needed = new Set(lines.map(({ step }) => step));
  // Steps stand in the order of need: from the end, each brings what it uses.
  for (const { id: step, tree } of [...model.steps].reverse()) {
    if (needed.has(step)) names(tree).forEach((name) => needed.add(name));
  }
  const steps = model.steps.filter((step) => needed.has(step.id));
  const overlapping = lines.some(({ overlap }) => overlap !== undefined);
  const needs = model.assumptions.filter((assumption) => needed.has(assumption.id));
  const counted: TotalFormula['counted'] = (inputs) => {
    const values: Record<string, number> = {};
    for (const assumption of needs) values[assumption.id] = inputs[assumption.id] ?? assumption.value;
    for (const step of steps) values[step.id] = carried(workedOut(step, values), step, rounding);
    const once = overlapping ? countedOnce(lines, ({ step }) => values[step] ?? NaN).counted : lines;
    return once.map((line) => ({ line, value: values[line.step] ?? NaN }));
  };
  return {
    id,
    label: total.label,
    unit: lines[0]?.unit ?? '',
    needs,
    counted,
    value: (inputs) => counted(inputs).reduce((sum, { value }) => sum + value, 0),
  };
}

/** The part of an ROI model that some of its values rest on: worked out ten thousand times, without words for the reader. */
import { names } from './expression-tree.ts';
import { carried, workedOut } from './roi-step.ts';
import type { ModelAssumption, RoiFormulas } from './roi.ts';

export interface RoiPart {
  /** Assumptions on which the values depend, in the order of the model. */
  readonly needs: readonly ModelAssumption[];
  /**
   * Values by the ids of these assumptions and of the steps they lead to.
   *
   * @param inputs by assumption id, in the assumption's unit; published values stand for those left out
   * @throws ExpressionError where a step divides by zero
   */
  readonly values: (inputs: Readonly<Record<string, number>>) => Readonly<Record<string, number>>;
}

/**
 * @param wanted ids of steps and assumptions
 * @param options.rounding whether the declared roundings are applied
 */
export function partOf(
  model: Pick<RoiFormulas, 'assumptions' | 'steps'>,
  wanted: Iterable<string>,
  { rounding }: { rounding: boolean },
): RoiPart {
  const needed = new Set(wanted);
  // Steps stand in the order of need: from the end, each brings what it uses.
  for (const { id, tree } of [...model.steps].reverse()) {
    if (needed.has(id)) names(tree).forEach((name) => needed.add(name));
  }
  const steps = model.steps.filter(({ id }) => needed.has(id));
  const needs = model.assumptions.filter(({ id }) => needed.has(id));
  return {
    needs,
    values: (inputs) => {
      const values: Record<string, number> = {};
      for (const { id, value } of needs) values[id] = inputs[id] ?? value;
      for (const step of steps) values[step.id] = carried(workedOut(step, values), step, rounding);
      return values;
    },
  };
}

/** Formulas that have no result somewhere on the way of the sliders: build, draws and break-evens go all of it. */
import { ExpressionError, names, parseExpression } from './expression.ts';
import { reachOfExpression } from './reach.ts';
import { stepOrder } from './roi-order.ts';
import { round } from './rounding.ts';
import type { Reach } from './reach.ts';
import type { RoiDefinition, RoiIssue, RoiStep } from './roi-definition.ts';

/** With and without the declared rounding: a reader can switch it off. */
function withRounding({ low, high }: Reach, { round: declared }: RoiStep): Reach {
  if (declared === undefined) return { low, high };
  return { low: Math.min(low, round(low, declared)), high: Math.max(high, round(high, declared)) };
}

/**
 * Steps that can divide by zero, or become too large to hold, with every assumption anywhere between `min` and `max`.
 * For a definition whose names and formulas can be read.
 */
export function reachIssues({ assumptions, steps }: RoiDefinition): RoiIssue[] {
  const reaches = new Map<string, Reach>(assumptions.map(({ id, min, max }) => [id, { low: min, high: max }]));
  return stepOrder(steps).ordered.flatMap((step): RoiIssue[] => {
    const tree = parseExpression(step.formula);
    // A step that needs one with a fault waits until that is mended.
    if (names(tree).some((name) => !reaches.has(name))) return [];
    try {
      reaches.set(
        step.id,
        withRounding(
          reachOfExpression(tree, (name) => reaches.get(name)),
          step,
        ),
      );
      return [];
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      return [
        {
          path: ['steps', steps.indexOf(step), 'formula'],
          message: error.message,
          index: error.column - 1,
        },
      ];
    }
  });
}

/** One step of an ROI model, worked out: for the reader's working and for ten thousand draws alike. */
import { tidy } from './decimal.ts';
import { evaluateNumber } from './evaluate.ts';
import { ExpressionError } from './expression-tree.ts';
import { round } from './rounding.ts';
import type { Expression } from './expression-tree.ts';
import type { RoiStep } from './roi-definition.ts';

/** A step with its formula as data. */
export type ModelStep = RoiStep & { tree: Expression };

/**
 * What the formula gives, in full binary precision.
 *
 * @throws ExpressionError naming the step, where it divides by zero or uses a name without a value
 */
export function workedOut(
  { label, formula, tree }: Pick<ModelStep, 'label' | 'formula' | 'tree'>,
  values: Readonly<Record<string, number>>,
): number {
  try {
    return evaluateNumber(tree, (name) => values[name]);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new ExpressionError(`"${label}" (${formula}) cannot be worked out: ${error.message}`, error.column);
  }
}

/**
 * What later steps calculate on with: the exact value, unless a declared rounding changes it.
 * Cutting a third of an hour to 14 digits before it is multiplied would show in the cents.
 */
export function carried(exact: number, { round: declared }: Pick<ModelStep, 'round'>, rounding: boolean): number {
  if (!rounding || declared === undefined) return exact;
  const rounded = round(exact, declared);
  return rounded === tidy(exact) ? exact : rounded;
}

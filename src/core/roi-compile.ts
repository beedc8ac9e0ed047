import { parseExpression } from './expression.ts';
import { DEFAULT_LOCALE } from './format.ts';
import { evaluateRoi } from './roi.ts';
import { checkRoi, checkRoiFacts } from './roi-checks.ts';
import { stepOrder } from './roi-order.ts';
import type { RoiFormulas, RoiModel } from './roi.ts';
import type { RoiDefinition, RoiIssue } from './roi-definition.ts';

/** A definition that cannot become a model; `issues` says where and why. */
export class RoiDefinitionError extends Error {
  override readonly name = 'RoiDefinitionError';
  readonly issues: readonly RoiIssue[];

  constructor(issues: readonly RoiIssue[]) {
    super(issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
    this.issues = issues;
  }
}

/**
 * From what the author wrote to what the report carries: formulas as data, facts filled in,
 * and the published and exact values worked out.
 *
 * @param facts value of each fact by id; proportions 0 to 1, durations in hours
 * @param samples count and size of each proportion that was counted in a sample, by fact id
 * @param locale in which the working is written
 * @throws RoiDefinitionError where `checkRoi` or `checkRoiFacts` has something to say
 * @throws ExpressionError where the published values make a step divide by zero
 */
export function compileRoi(
  definition: RoiDefinition,
  facts: Readonly<Record<string, number>>,
  locale: string = DEFAULT_LOCALE,
  samples: Readonly<Record<string, { count: number; of: number }>> = {},
): RoiModel {
  const issues = [...checkRoi(definition), ...checkRoiFacts(definition, facts)];
  if (issues.length > 0) throw new RoiDefinitionError(issues);

  const formulas: RoiFormulas = {
    title: definition.title,
    locale,
    groups: definition.groups,
    assumptions: definition.assumptions.map((assumption) => ({
      ...assumption,
      value: assumption.value ?? facts[assumption.fact ?? ''] ?? NaN,
      sample: samples[assumption.fact ?? ''],
    })),
    steps: stepOrder(definition.steps).ordered.map((step) => ({ ...step, tree: parseExpression(step.formula) })),
    lines: definition.lines,
    totals: definition.totals,
    comparisons: definition.comparisons ?? [],
    case: definition.case,
    alternatives: definition.alternatives ?? [],
  };
  return {
    ...formulas,
    published: evaluateRoi(formulas, {}, { rounding: true }).values,
    exact: evaluateRoi(formulas, {}, { rounding: false }).values,
  };
}

import { parseExpression } from './expression.ts';
import { DEFAULT_LOCALE } from './format.ts';
import { evaluateRoi } from './roi.ts';
import { checkRoi, checkRoiFacts } from './roi-checks.ts';
import { stepOrder } from './roi-order.ts';
import { rangeOf } from './measured.ts';
import type { Measured } from './measured.ts';
import type { ModelAssumption, RoiFormulas, RoiModel } from './roi.ts';
import type { RoiAssumption, RoiDefinition, RoiIssue } from './roi-definition.ts';

/** A definition that cannot become a model; `issues` says where and why. */
export class RoiDefinitionError extends Error {
  override readonly name = 'RoiDefinitionError';
  readonly issues: readonly RoiIssue[];

  constructor(issues: readonly RoiIssue[]) {
    super(issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
    this.issues = issues;
  }
}

/** The assumption with the value, range and date of its fact, where it has one. */
function settled(assumption: RoiAssumption, fact: number | undefined, measured: Measured = {}): ModelAssumption {
  const { sample, interval, as_of } = measured;
  const [low, high] = interval === undefined ? [assumption.low, assumption.high] : rangeOf(interval);
  return {
    ...assumption,
    value: assumption.value ?? fact ?? NaN,
    low: low ?? NaN,
    high: high ?? NaN,
    ...(assumption.fact !== undefined && as_of !== undefined && { as_of }),
    ...(sample && { sample }),
    ...(interval && { interval: { level: interval.level, method: interval.method } }),
  };
}

/**
 * From what the author wrote to what the report carries: formulas as data, facts filled in,
 * and the published and exact values worked out.
 *
 * @param facts value of each fact by id; proportions 0 to 1, durations in hours
 * @param measured what facts bring along, by fact id
 * @param locale in which the working is written
 * @throws RoiDefinitionError where `checkRoi` or `checkRoiFacts` has something to say
 * @throws ExpressionError where the published values make a step divide by zero
 */
export function compileRoi(
  definition: RoiDefinition,
  facts: Readonly<Record<string, number>>,
  locale: string = DEFAULT_LOCALE,
  measured: Readonly<Record<string, Measured>> = {},
): RoiModel {
  const issues = [...checkRoi(definition), ...checkRoiFacts(definition, facts, measured)];
  if (issues.length > 0) throw new RoiDefinitionError(issues);

  const formulas: RoiFormulas = {
    title: definition.title,
    locale,
    groups: definition.groups,
    assumptions: definition.assumptions.map((assumption) =>
      settled(assumption, facts[assumption.fact ?? ''], measured[assumption.fact ?? '']),
    ),
    steps: stepOrder(definition.steps).ordered.map((step) => ({ ...step, tree: parseExpression(step.formula) })),
    lines: definition.lines,
    overlaps: definition.overlaps ?? [],
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

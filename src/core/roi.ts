import { tidy } from './decimal.ts';
import { fill } from './fill.ts';
import { formatNumber } from './format.ts';
import { formatOperand, formatQuantity } from './quantity.ts';
import { countedOnce } from './overlap.ts';
import { carried, workedOut } from './roi-step.ts';
import type { SampleMethod } from './measured.ts';
import type { Left } from './overlap.ts';
import type { ModelStep } from './roi-step.ts';
import type {
  Benefit,
  LineClass,
  RoiAlternative,
  RoiAssumption,
  RoiCase,
  RoiComparison,
  RoiGroup,
  RoiLine,
  RoiOverlap,
  RoiTotal,
} from './roi-definition.ts';

/** An assumption whose published value and range are settled, from its fact where it has one. */
export type ModelAssumption = RoiAssumption & {
  value: number;
  low: number;
  high: number;
  /** Where it was counted in a sample: how many of how many. */
  sample?: { count: number; of: number };
  /** Where the range is the interval of its fact: its level, 0 to 1, and how it was computed. */
  interval?: { level: number; method: SampleMethod };
};

/** What `evaluateRoi` needs, as plain JSON. */
export interface RoiFormulas {
  title?: string;
  /** Locale in which the working is written. */
  locale: string;
  groups: RoiGroup[];
  assumptions: ModelAssumption[];
  /** In an order in which each comes after those it needs. */
  steps: ModelStep[];
  lines: RoiLine[];
  overlaps: RoiOverlap[];
  totals: RoiTotal[];
  comparisons: RoiComparison[];
  case?: RoiCase;
  alternatives: RoiAlternative[];
}

/** A compiled model: its formulas, and the values (by id) of assumptions, steps, lines and totals before anybody changes one. */
export interface RoiModel extends RoiFormulas {
  /** With the declared roundings. */
  published: Record<string, number>;
  /** With no rounding at all. */
  exact: Record<string, number>;
}

/** One step of the working, as a reader follows it. */
export interface Working {
  id: string;
  label: string;
  formula: string;
  /** The formula with numbers in place of names: "63 × 35 min ÷ 60". */
  filled: string;
  /** What the formula gives, and the same after the declared rounding. */
  raw: number;
  value: number;
  /** Whether a declared rounding changed the number. */
  rounded: boolean;
  unit: string;
}

export interface LineResult {
  id: string;
  label: string;
  class: LineClass;
  benefit?: Benefit;
  finding?: string;
  overlap?: string;
  ramp?: string;
  unit: string;
  /** What it is worth by itself, whether a total counts it or not. */
  value: number;
}

export interface TotalResult {
  id: string;
  label: string;
  class: LineClass;
  lines: string[];
  unit: string;
  value: number;
  /** Lines that it leaves out, each with the larger one that it overlaps with. */
  left: Left[];
  /** Hours behind the total, where it declares them. */
  hours?: number;
}

export interface RoiResult {
  /** Assumptions, steps, lines and totals by id. */
  values: Record<string, number>;
  working: Working[];
  lines: LineResult[];
  totals: TotalResult[];
}

/** A change that the model does not accept, said for the person who made it. */
export class RoiChangeError extends Error {
  override readonly name = 'RoiChangeError';
  /** Id of the assumption that was to change. */
  readonly assumption: string;

  constructor(assumption: string, message: string) {
    super(message);
    this.assumption = assumption;
  }
}

function changed(
  { id, label, value, min, max, unit }: ModelAssumption,
  changes: Readonly<Record<string, number>>,
  locale: string,
): number {
  const change = Object.hasOwn(changes, id) ? changes[id] : undefined;
  if (change === undefined) return value;
  if (!Number.isFinite(change)) throw new RoiChangeError(id, `"${label}" needs a number, found ${change}.`);
  if (change >= min && change <= max) return change;
  const range = `${formatQuantity(min, unit, locale)} to ${formatQuantity(max, unit, locale)}`;
  throw new RoiChangeError(id, `"${label}" goes from ${range}; ${formatQuantity(change, unit, locale)} lies outside.`);
}

/**
 * The model under a reader's changes. The one evaluator: at build, in tests and in the browser.
 *
 * Steps calculate on with full precision and are published to 14 significant digits, so
 * that 28778.750000000004 reads 28778.75; only roundings that the model declares go further.
 *
 * @param changes new values by assumption id, in the assumption's unit (shares 0 to 1)
 * @param options.rounding whether the declared roundings are applied
 * @throws RoiChangeError for an unknown assumption, NaN, or a value outside min to max; nothing is clamped
 * @throws ExpressionError where a change makes a step divide by zero, naming the step
 */
export function evaluateRoi(
  model: RoiFormulas,
  changes: Readonly<Record<string, number>>,
  { rounding }: { rounding: boolean },
): RoiResult {
  const { locale } = model;
  const values: Record<string, number> = {};
  const precise: Record<string, number> = {};
  const units: Record<string, string> = {};
  for (const assumption of model.assumptions) {
    values[assumption.id] = precise[assumption.id] = changed(assumption, changes, locale);
    units[assumption.id] = assumption.unit;
  }
  const unknown = Object.keys(changes).find((id) => !model.assumptions.some((assumption) => assumption.id === id));
  if (unknown !== undefined) throw new RoiChangeError(unknown, `There is no assumption "${unknown}" in this model.`);

  const working = model.steps.map((step): Working => {
    const { id, label, formula, tree, unit } = step;
    const exact = workedOut(step, precise);
    const raw = tidy(exact);
    const carriedOn = carried(exact, step, rounding);
    const value = carriedOn === exact ? raw : carriedOn;
    values[id] = value;
    precise[id] = carriedOn;
    units[id] = unit;
    const filled = fill(tree, (leaf) =>
      leaf.kind === 'number'
        ? formatNumber(leaf.value, undefined, locale)
        : formatOperand(values[leaf.name] ?? NaN, units[leaf.name] ?? '', locale),
    );
    return { id, label, formula, filled, raw, value, rounded: value !== raw, unit };
  });

  const lines = model.lines.map(({ step, ...line }): LineResult => {
    const value = values[step] ?? NaN;
    values[line.id] = value;
    precise[line.id] = precise[step] ?? NaN;
    return { ...line, value };
  });
  const totals = model.totals.map(({ hours_step: hours, ...total }): TotalResult => {
    const members = lines.filter(({ id }) => total.lines.includes(id));
    const { counted, left } = countedOnce(members, ({ id }) => precise[id] ?? NaN);
    const value = tidy(counted.reduce((sum, { id }) => sum + (precise[id] ?? NaN), 0));
    values[total.id] = value;
    return {
      ...total,
      unit: members[0]?.unit ?? '',
      value,
      left,
      hours: hours === undefined ? undefined : values[hours],
    };
  });
  return { values, working, lines, totals };
}

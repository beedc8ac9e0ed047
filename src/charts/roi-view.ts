/** An ROI model under a reader's changes, ready to print. Build and browser make it with this one function. */
import { tidy } from '../core/decimal.ts';
import { formatMoney, formatNumber } from '../core/format.ts';
import { formatOperand, formatQuantity } from '../core/quantity.ts';
import { countedOnce } from '../core/overlap.ts';
import { evaluateRoi } from '../core/roi.ts';
import type { RoiModel, RoiResult, TotalResult } from '../core/roi.ts';
import { roiScale } from './roi-scale.ts';
import type { RoiScale } from './roi-scale.ts';
import type { PublishedSum, RoiLine, RoiRange, RoiSum } from './roi-lines.ts';

/** What a reader has set. Changes are in the model's units: shares 0 to 1. */
export interface RoiState {
  readonly changes: Readonly<Record<string, number>>;
  readonly rounding: boolean;
}

export const PUBLISHED: RoiState = { changes: {}, rounding: true };

export const isPublished = ({ changes, rounding }: RoiState): boolean => rounding && Object.keys(changes).length === 0;

export interface RoiSumView extends RoiSum {
  readonly id: string;
  /** "$47,970" */
  readonly money: string;
  /** "738 hours", where the total declares them. */
  readonly hours?: string;
  /** "up $3,294 on the published version"; nothing where it stands as published. */
  readonly difference?: string;
}

export interface WorkingView {
  readonly id: string;
  readonly label: string;
  /** "220 × 28.75% = 63.25" */
  readonly filled: string;
  /** "63 a month" */
  readonly value: string;
  readonly rounded: boolean;
}

export interface RoiView {
  readonly result: RoiResult;
  readonly exact: RoiResult;
  /** One for each total, savings first. */
  readonly sums: readonly RoiSumView[];
  readonly ranges: readonly RoiRange[];
  /** The one scale of all bars. */
  readonly scale: RoiScale;
  readonly working: readonly WorkingView[];
}

const currencyOf = (unit: string): string | undefined => /^[A-Z]{3}(?=\s|$)/.exec(unit)?.[0];

/** An amount as it stands in a column whose heading or neighbour names the currency: "28,860". */
export const plainAmount = (value: number, locale: string): string =>
  formatNumber(value, Number.isInteger(value) ? 0 : 2, locale);

/** "$47,970"; for a unit without a currency as an operand stands in a formula. */
export function moneyText(value: number, unit: string, locale: string): string {
  const currency = currencyOf(unit);
  return currency === undefined ? formatOperand(value, unit, locale) : formatMoney(value, currency, undefined, locale);
}

function differenceText(value: number, published: number, unit: string, locale: string): string | undefined {
  const difference = tidy(value - published);
  if (difference === 0) return undefined;
  return `${difference > 0 ? 'up' : 'down'} ${moneyText(Math.abs(difference), unit, locale)} on the published version`;
}

/** Lines and total by their values; what the total leaves out says what it overlaps with. */
function partsOf(
  total: Pick<TotalResult, 'id' | 'label' | 'lines'>,
  model: RoiModel,
  values: Readonly<Record<string, number>>,
): PublishedSum {
  const line = (label: string, value: number) => ({ label, value, text: plainAmount(value, model.locale) });
  const members = model.lines.filter(({ id }) => total.lines.includes(id));
  const { left } = countedOnce(members, ({ id }) => values[id] ?? NaN);
  const by = new Map(left.map((one) => [one.id, model.lines.find(({ id }) => id === one.by)?.label]));
  return {
    lines: members.map(({ id, label }) => ({
      ...line(label, values[id] ?? NaN),
      ...(by.has(id) && { left: by.get(id) ?? '' }),
    })),
    total: line(total.label, values[total.id] ?? NaN),
  };
}

function sumView(total: TotalResult, model: RoiModel, result: RoiResult): RoiSumView {
  const { locale, published } = model;
  const differs = [total.id, ...total.lines].some((id) => result.values[id] !== published[id]);
  return {
    id: total.id,
    scenario: total.class === 'revenue_protection',
    ...partsOf(total, model, result.values),
    ...(differs && { published: partsOf(total, model, published) }),
    money: moneyText(total.value, total.unit, locale),
    hours:
      total.hours === undefined
        ? undefined
        : `${formatNumber(total.hours, Number.isInteger(total.hours) ? 0 : 1, locale)}\u00A0hours`,
    difference: differenceText(total.value, model.published[total.id] ?? NaN, total.unit, locale),
  };
}

/** "90–130k" for thousands, otherwise both ends in full. */
function rangeText(low: number, high: number, locale: string): string {
  const thousands = low % 1000 === 0 && high % 1000 === 0;
  const write = (value: number) => formatNumber(thousands ? value / 1000 : value, undefined, locale);
  return `${write(low)}–${write(high)}${thousands ? 'k' : ''}`;
}

/**
 * @throws RoiChangeError for a change that the model does not accept
 * @throws ExpressionError where a change makes a step divide by zero
 */
export function roiView(model: RoiModel, { changes, rounding }: RoiState): RoiView {
  const { locale } = model;
  const exact = evaluateRoi(model, changes, { rounding: false });
  const result = rounding ? evaluateRoi(model, changes, { rounding: true }) : exact;
  const sums = result.totals
    .map((total) => sumView(total, model, result))
    .sort((a, b) => Number(a.scenario) - Number(b.scenario));
  const ranges = model.comparisons.map(({ label, low, high }) => ({
    label,
    low,
    high,
    text: rangeText(low, high, locale),
  }));
  return {
    result,
    exact,
    sums,
    ranges,
    scale: roiScale(sums, ranges),
    working: result.working.map(({ id, label, filled, raw, value, rounded, unit }) => ({
      id,
      label,
      filled: rounded ? `${filled} = ${formatOperand(raw, unit, locale)}` : filled,
      value: formatQuantity(value, unit, locale),
      rounded,
    })),
  };
}

/** An amount for a scale, in thousands, millions or billions where that makes it shorter: "25k", "1.25m". */
export function shortened(value: number, write: (amount: number) => string): string {
  const found = SIZES.find(({ size, whole }) => Math.abs(value) >= size && value % whole === 0);
  return found === undefined ? write(value) : `${write(value / found.size)}${found.letter}`;
}

/** Millions are said to two places, thousands in whole ones. */
const SIZES = [
  { size: 1e9, whole: 1e7, letter: 'bn' },
  { size: 1e6, whole: 1e4, letter: 'm' },
  { size: 1e3, whole: 1e3, letter: 'k' },
] as const;

/** Ticks under the bars: "$0", "25k". */
export const tickWriter =
  (unit: string, locale: string) =>
  (value: number): string =>
    value === 0 ? moneyText(0, unit, locale) : shortened(value, (amount) => formatNumber(amount, undefined, locale));

/** Text alternative of the bars of a sum. */
export function sumAlt({ lines, total, scenario, published }: RoiSum): string {
  const say = ({ label, text, left }: RoiLine, before: RoiLine | undefined): string =>
    [
      `${label} ${text}`,
      ...(before !== undefined && before.text !== text ? [`published ${before.text}`] : []),
      ...(left === undefined ? [] : [`not added because it overlaps with ${left}`]),
    ].join(', ');
  const rows = lines.map((line, index) => say(line, published?.lines[index]));
  return `${scenario ? 'Scenario, not a saving. ' : ''}${rows.join('; ')}; ${say(total, published?.total)}.`;
}

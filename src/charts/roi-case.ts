/** The business case in sentences: what it may cost, when it pays back, what waiting costs. */
import { businessCase } from '../core/business-case.ts';
import type { BusinessCase } from '../core/business-case.ts';
import { capitalised, formatNumber, formatPercent, uncapitalised } from '../core/format.ts';
import { namedPrice, paybackMargin } from '../core/payback-margin.ts';
import type { Outcomes } from '../core/simulation.ts';
import type { RoiCase } from '../core/roi-definition.ts';
import type { ModelAssumption, RoiModel, RoiResult } from '../core/roi.ts';
import type { CashData } from './roi-cash.ts';
import { about, aboutAtMost, aboutMoney, amountWriter, mainFormula, subjectOf } from './roi-main.ts';
import { breakEvenText } from './roi-swings.ts';
import { moneyText, plainAmount } from './roi-view.ts';
import type { RoiState, RoiView } from './roi-view.ts';

export interface CaseView {
  /** "$41,500", or "6.4 months" once a price is named. */
  readonly numeral: string;
  readonly words: string;
  /** The present value and the payback, each in a few words, to stand beside the total. */
  readonly worthLabel: string;
  readonly worth: string;
  readonly backLabel: string;
  readonly back: string;
  /** The case in sentences. */
  readonly sentences: string;
  /** The running sum: what its figure says, and the figure. */
  readonly cash: { readonly title: string; readonly deck: string; readonly alt: string; readonly data: CashData };
}

const years = (count: number): string => (count === 1 ? 'one year' : `${count} years`);

/** "year brings", "three years leave". */
const broughtText = (horizon: number, left: boolean): string =>
  horizon === 1 ? `year ${left ? 'leaves' : 'brings'}` : `${years(horizon)} ${left ? 'leave' : 'bring'}`;

/** "6.6 months"; a day too late is not within the year. */
export function monthsText(months: number, locale: string): string {
  const near = about(months, 2);
  const said = formatNumber(months > 12 && near <= 12 ? Math.max(12.1, about(months, 3)) : near, undefined, locale);
  return `${said}\u00A0${said === '1' ? 'month' : 'months'}`;
}

function paidBack({ payback, horizon, upkeep }: BusinessCase, locale: string): { numeral: string; words: string } {
  if (payback === undefined)
    return { numeral: 'Not paid back', words: `within ${years(horizon)}, the horizon assumed` };
  return {
    numeral: monthsText(payback, locale),
    words: `until ${upkeep > 0 ? 'all costs' : 'price and effort'} are paid back, nothing discounted`,
  };
}

/** Ten thousand draws never make a certainty. */
function chanceText(chance: number, locale: string): string {
  if (chance > 0.99) return 'More than 99%';
  return chance < 0.01 ? 'Less than 1%' : formatPercent(chance, 0, locale);
}

/** The case over the lines that its total counts, each with its own ramp. */
export function caseOf(parts: RoiCase, result: RoiResult): BusinessCase {
  const total = result.totals.find(({ id }) => id === parts.total);
  const counted = result.lines.filter(
    ({ id }) => total?.lines.includes(id) === true && !total.left.some((line) => line.id === id),
  );
  return businessCase(parts, result.values, counted);
}

/** What the case takes on trust, and what it leaves out. */
function restText({ case: parts, assumptions, totals }: RoiModel): string {
  const trusted = assumptions.filter(
    ({ id, basis }) => basis === 'assumed' && [parts?.ramp, parts?.horizon, parts?.discount].includes(id),
  );
  const names = trusted.map(({ short, label }) => uncapitalised(short ?? label));
  const [last = '', ...others] = [...names].reverse();
  const listed = others.length === 0 ? last : `${others.reverse().join(', ')} and ${last}`;
  const apart = totals.filter(({ class: group }) => group === 'revenue_protection');
  const said = [
    ...(names.length === 0 ? [] : [`${listed} ${names.length === 1 ? 'is' : 'are'} assumed`]),
    ...(apart.length === 0 ? [] : ['revenue protection enters none of this']),
  ];
  return said.length === 0 ? '' : `${capitalised(said.join('; '))}.`;
}

/** "beside $390 of own effort and $1,200 a year of upkeep"; nothing where neither is. */
function besideText({ effort, upkeep }: BusinessCase, unit: string, locale: string): string {
  const costs = [
    ...(effort > 0 ? [`${moneyText(effort, unit, locale)} of own effort`] : []),
    ...(upkeep > 0 ? [`${moneyText(upkeep, unit, locale)} a year of upkeep`] : []),
  ];
  return costs.length === 0 ? '' : `, beside ${costs.join(' and ')}`;
}

/**
 * @param outcomes for the chance of paying back; left out while they are drawn
 * @returns undefined where the model declares no case
 */
export function caseView(
  model: RoiModel,
  state: RoiState,
  view: RoiView,
  outcomes: Outcomes | undefined,
): CaseView | undefined {
  if (model.case === undefined) return undefined;
  const { locale } = model;
  const { unit } = mainFormula(model, state.rounding);
  const found = caseOf(model.case, view.result);
  const money = (amount: number): string => aboutMoney(amount, unit, locale);
  const beside = besideText(found, unit, locale);
  const discount = `${formatPercent(found.discount, undefined, locale)} a year`;
  const chance =
    outcomes?.held === undefined || found.price === undefined ? undefined : chanceText(outcomes.held, locale);
  const unset = {
    numeral: found.highestPrice > 0 ? moneyText(aboutAtMost(found.highestPrice, 3), unit, locale) : 'No price',
    words:
      found.highestPrice > 0 ? `is the highest price that pays back within a year${beside}` : 'pays back within a year',
  };
  const head = found.price === undefined ? unset : paidBack(found, locale);
  const sentences = [
    found.price === undefined
      ? `Over ${years(found.horizon)} at ${discount} the present value, before any price, is ${money(found.npv)}.`
      : `At a price of ${moneyText(found.price, unit, locale)}${beside}, the present value over ${years(found.horizon)} at ${discount} is ${money(found.npv)}${found.roi === undefined ? '' : `, the return ${formatPercent(found.roi, 0, locale)} of what is spent`}${found.irr === undefined ? '' : ` and the internal rate of return ${formatPercent(found.irr, 0, locale)} a year`}.`,
    ...(chance === undefined ? [] : [`${chance} of the outcomes drawn pay all costs back within the year.`]),
    `Once the effect is full, each month of waiting ${found.delay < 0 ? 'saves' : 'forgoes'} ${money(Math.abs(found.delay))}.`,
    `The first year counts ${formatPercent(found.firstYearShare, 0, locale)} of the full effect. ${restText(model)}`,
  ];
  const last = found.running.at(-1) ?? NaN;
  const sums = Array.from({ length: found.horizon + 1 }, (_, year) => {
    const sum = plainAmount(Math.round(found.running[12 * year] ?? NaN), locale);
    return `${year === 0 ? 'today' : `after ${years(year)}`} ${sum}`;
  });
  return {
    ...head,
    worthLabel: `Present value, ${years(found.horizon)} at ${formatPercent(found.discount, undefined, locale)}`,
    worth: `${money(found.npv)}${found.price === undefined ? ' before any price' : ''}`,
    backLabel: found.price === undefined ? 'Highest price paid back in a year' : 'Price and costs paid back',
    back:
      found.price === undefined
        ? unset.numeral
        : found.payback === undefined
          ? `not in ${years(found.horizon)}`
          : `after ${head.numeral}`,
    sentences: sentences.join(' '),
    cash: {
      title: `${found.price === undefined ? 'Before any price, the' : 'The'} first ${broughtText(found.horizon, last < 0)} ${money(Math.abs(last))}${last < 0 ? ' to pay' : ''}`,
      deck: `Added up, nothing discounted: ${sums.join(', ')}`,
      alt: `Running sum: ${sums.join(', ')}.`,
      data: {
        running: found.running,
        payback: found.price === undefined ? undefined : found.payback,
        paybackText: `paid back after ${head.numeral}`,
        write: amountWriter(unit, locale),
      },
    },
  };
}

export interface TurningView {
  /** "Labour a year stays above $24,000, half of what is published …, even if one of these goes" */
  readonly target: string;
  /** Assumptions of the total, and how far each may go. */
  readonly needs: readonly Pick<ModelAssumption, 'id' | 'label'>[];
  readonly points: Readonly<Record<string, string>>;
}

/**
 * Where each assumption would have to stay, the rest as it is: for all costs to be paid back within the year; while no
 * price is named, for half of the published total. Some hundred evaluations for each: not for every frame.
 */
export function turningView(model: RoiModel, state: RoiState): TurningView | undefined {
  if (model.case === undefined) return undefined;
  const { locale } = model;
  const formula = mainFormula(model, state.rounding);
  const margin = namedPrice(model, state.changes) === undefined ? undefined : paybackMargin(model, state);
  const half = (model.published[model.case.total] ?? NaN) / 2;
  const [held, bound] = margin === undefined ? [formula, half] : [margin, 0];
  const holds = held.value(state.changes) >= bound;
  const total = capitalised(subjectOf(formula));
  const amount = `${moneyText(half, formula.unit, locale)}, half of what is published, as long as no price is named`;
  const [kept, missed] =
    margin === undefined
      ? [`${total} does not fall below ${amount}, even`, `${total} is below ${amount};`]
      : ['All costs are paid back within the year, even', 'Not all costs are paid back within the year;'];
  return {
    target: holds
      ? `${kept} if one of these goes, with the rest as it stands:`
      : `${missed} with the rest as it stands ${margin === undefined ? 'it would not be' : 'they would be'} with one of these:`,
    needs: formula.needs,
    points: Object.fromEntries(formula.needs.map((one) => [one.id, breakEvenText(held, state, one, bound, locale)])),
  };
}

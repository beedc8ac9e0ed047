/** A yearly total held against what it costs: payback, present value, and the price up to which it is worth it. */
import { irr, monthlyBenefits, npv, payback } from './cash-flow.ts';
import type { RoiCase } from './roi-definition.ts';

export interface BusinessCase {
  /** Full effect, in money a year. */
  readonly yearly: number;
  /** What the first twelve months bring, ramp included. */
  readonly firstYear: number;
  /** Share of the full effect that the first year brings. */
  readonly firstYearShare: number;
  /** Cost of one's own effort at the start. */
  readonly effort: number;
  /** What it costs a year to keep going, from the first month on. */
  readonly upkeep: number;
  /** Undefined while nobody has named one. */
  readonly price: number | undefined;
  /** The price at which all costs are paid back after twelve months; negative where the others alone are not. */
  readonly highestPrice: number;
  /** What a month of waiting forgoes, once the effect is full. */
  readonly delay: number;
  readonly horizon: number;
  readonly discount: number;
  /** Months until price, effort and the upkeep so far are paid back; undefined where the horizon ends before. */
  readonly payback: number | undefined;
  /** Flows by year: price and effort today, then what each year brings. */
  readonly flows: readonly number[];
  /** Running sum, today and at the end of each month. */
  readonly running: readonly number[];
  /** Present value of the flows, each year's at its end. */
  readonly npv: number;
  /** (What the horizon brings − all costs of the horizon) ÷ these costs; undefined where they are nothing. */
  readonly roi: number | undefined;
  readonly irr: number | undefined;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** What comes in, by the line that brings it: its value a year, and the months until its full effect. */
export interface CaseLine {
  readonly id: string;
  /** Assumption; that of the case where it is left out. */
  readonly ramp?: string;
}

const byYear = (months: readonly number[]): number[] =>
  Array.from({ length: months.length / 12 }, (_, year) => sum(months.slice(12 * year, 12 * year + 12)));

/**
 * @param values by id, of assumptions, steps, lines and totals in force
 * @param lines those that the total counts; the total itself, as one, where they are left out
 */
export function businessCase(
  parts: RoiCase,
  values: Readonly<Record<string, number>>,
  lines: readonly CaseLine[] = [{ id: parts.total }],
): BusinessCase {
  const value = (id: string | undefined): number => (id === undefined ? 0 : (values[id] ?? NaN));
  const [yearly, effort, upkeep, horizon, discount] = [
    value(parts.total),
    value(parts.effort),
    value(parts.upkeep),
    value(parts.horizon),
    value(parts.discount),
  ];
  const stated = value(parts.price);
  const count = Math.max(1, Math.round(horizon)) * 12;
  const rising = lines.map(({ id, ramp = parts.ramp }) => monthlyBenefits(value(id), value(ramp), count));
  const gross = Array.from({ length: count }, (_, month) => sum(rising.map((months) => months[month] ?? NaN)));
  const months = gross.map((month) => month - upkeep / 12);
  const years = byYear(months);
  const firstYear = sum(gross.slice(0, 12));
  const outlay = stated + effort;
  const spent = outlay + (upkeep * count) / 12;
  const running = [-outlay];
  for (const month of months) running.push((running.at(-1) ?? 0) + month);
  const flows = [-outlay, ...years];
  return {
    yearly,
    firstYear,
    firstYearShare: yearly === 0 ? sum(monthlyBenefits(1, value(parts.ramp), 12)) : firstYear / yearly,
    effort,
    upkeep,
    price: stated > 0 ? stated : undefined,
    highestPrice: firstYear - upkeep - effort,
    delay: yearly / 12,
    horizon: years.length,
    discount,
    payback: payback(outlay, months),
    flows,
    running,
    npv: npv(discount, years) - outlay,
    roi: spent > 0 ? (sum(gross) - spent) / spent : undefined,
    irr: irr(flows),
  };
}

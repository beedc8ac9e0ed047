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
  /** Undefined while nobody has named one. */
  readonly price: number | undefined;
  /** The price at which price and effort are paid back after twelve months; negative where effort alone is not. */
  readonly highestPrice: number;
  /** What a month of waiting forgoes, once the effect is full. */
  readonly delay: number;
  readonly horizon: number;
  readonly discount: number;
  /** Months until price and effort are paid back; undefined where the horizon ends before. */
  readonly payback: number | undefined;
  /** Flows by year: price and effort today, then what each year brings. */
  readonly flows: readonly number[];
  /** Running sum, today and at the end of each month. */
  readonly running: readonly number[];
  /** Present value of the flows, each year's at its end. */
  readonly npv: number;
  /** (What the horizon brings − price − effort) ÷ (price + effort); undefined where both are nothing. */
  readonly roi: number | undefined;
  readonly irr: number | undefined;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** @param values by id, of assumptions, steps and totals in force */
export function businessCase(parts: RoiCase, values: Readonly<Record<string, number>>): BusinessCase {
  const value = (id: string | undefined): number => (id === undefined ? 0 : (values[id] ?? NaN));
  const [yearly, effort, ramp, horizon, discount] = [
    value(parts.total),
    value(parts.effort),
    value(parts.ramp),
    value(parts.horizon),
    value(parts.discount),
  ];
  const stated = value(parts.price);
  const months = monthlyBenefits(yearly, ramp, Math.max(1, Math.round(horizon)) * 12);
  const years = Array.from({ length: months.length / 12 }, (_, year) => sum(months.slice(12 * year, 12 * year + 12)));
  const firstYear = years[0] ?? 0;
  const outlay = stated + effort;
  const running = [-outlay];
  for (const month of months) running.push((running.at(-1) ?? 0) + month);
  const flows = [-outlay, ...years];
  return {
    yearly,
    firstYear,
    firstYearShare: sum(monthlyBenefits(1, ramp, 12)),
    effort,
    price: stated > 0 ? stated : undefined,
    highestPrice: firstYear - effort,
    delay: yearly / 12,
    horizon: years.length,
    discount,
    payback: payback(outlay, months),
    flows,
    running,
    npv: npv(discount, years) - outlay,
    roi: outlay > 0 ? (sum(years) - outlay) / outlay : undefined,
    irr: irr(flows),
  };
}

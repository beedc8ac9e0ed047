/** The total that the page is about, and how its amounts are said. */
import { tidy } from '../core/decimal.ts';
import { uncapitalised } from '../core/format.ts';
import { totalFormula } from '../core/roi-total.ts';
import type { TotalFormula } from '../core/roi-total.ts';
import type { RoiFormulas } from '../core/roi.ts';
import { moneyText, shortened } from './roi-view.ts';

/** The total of the business case; without one the first that is no scenario, or the first of all. */
export function mainFormula(model: RoiFormulas, rounding: boolean): TotalFormula {
  const id = model.case?.total ?? (model.totals.find((total) => total.class === 'labour') ?? model.totals[0])?.id ?? '';
  return totalFormula(model, id, { rounding });
}

/** A number to some significant digits: what is uncertain is not said to the dollar. */
export function about(value: number, digits: number): number {
  return tidy(Number(value.toPrecision(digits)));
}

/** The same, never above the value: a bound that is said must hold. */
export function aboutAtMost(value: number, digits: number): number {
  const near = about(value, digits);
  if (near <= value) return near;
  return about(near - 10 ** (Math.floor(Math.log10(Math.abs(value))) - digits + 1), digits);
}

/** The same, never below the value. */
export const aboutAtLeast = (value: number, digits: number): number => -aboutAtMost(-value, digits);

/** "$34,200": an amount to three digits, or to as many as are asked for. */
export const aboutMoney = (value: number, unit: string, locale: string, digits = 3): string =>
  moneyText(about(value, digits), unit, locale);

/** Ticks of a scale that need not begin at zero: "$30k", "$1.25m". */
export const amountWriter =
  (unit: string, locale: string) =>
  (value: number): string =>
    shortened(value, (amount) => moneyText(amount, unit, locale));

/** "labour a year": a total with the period of its unit. */
export const subjectOf = ({ label, unit }: Pick<TotalFormula, 'label' | 'unit'>): string =>
  [uncapitalised(label), ...unit.split(' ').slice(1)].join(' ');

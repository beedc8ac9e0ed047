/** An assumption as a slider shows it: in the numbers that people say, with places on its track. */
import { tidy } from '../core/decimal.ts';
import { formatMoney, formatNumber } from '../core/format.ts';
import { formatQuantity } from '../core/quantity.ts';
import type { ModelAssumption } from '../core/roi.ts';
import { isShare } from '../core/roi-references.ts';

/** Shares are moved and typed as percentages. */
const factor = (unit: string): number => (isShare(unit) ? 100 : 1);

/** From the model's unit to the slider's number, and back. */
export const toShown = (value: number, unit: string): number => tidy(value * factor(unit));
export const fromShown = (shown: number, unit: string): number => tidy(shown / factor(unit));

/** The number in the field: "18,000", "28.75". */
export const fieldText = (value: number, unit: string, locale: string): string =>
  formatNumber(toShown(value, unit), undefined, locale);

/** What stands after the field: "%", "$ an hour", "min a week". */
export function unitText(unit: string, locale: string): string {
  const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/.exec(unit) ?? [];
  if (word === 'share') return rest === '' ? '%' : `% ${rest}`;
  if (/^[A-Z]{3}$/.test(word)) return `${formatMoney(0, word, 0, locale).replace('0', '').trim()} ${rest}`.trim();
  return unit;
}

/** Where a value stands on the track, 0 to 1. */
export const trackPlace = (value: number, { min, max }: Pick<ModelAssumption, 'min' | 'max'>): number =>
  max > min ? Math.round(Math.min(1, Math.max(0, (value - min) / (max - min))) * 100_000) / 100_000 : 0;

export const valueText = (value: number, unit: string, locale: string): string => formatQuantity(value, unit, locale);

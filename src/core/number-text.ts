import { toDecimal, toScale, toText } from './decimal.ts';
import type { Decimal } from './decimal.ts';

/** How a language writes numbers. */
export interface NumberStyle {
  group: string;
  point: string;
}

const NO_BREAK_SPACE = '\u00A0';
const MINUS = '\u2212';

const styles = new Map<string, NumberStyle>();

/** Separators of a locale; a narrow no-break space, which the report's fonts lack, becomes a plain one. */
export function numberStyle(locale: string): NumberStyle {
  const known = styles.get(locale);
  if (known !== undefined) return known;
  const parts = new Intl.NumberFormat(locale, { useGrouping: 'always', minimumFractionDigits: 1 }).formatToParts(
    12345.5,
  );
  const find = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const style = { group: find('group').replace('\u202F', NO_BREAK_SPACE), point: find('decimal') };
  styles.set(locale, style);
  return style;
}

/** Digits with separators, rounded half up; a negative number has a true minus, and −0 is 0. */
export function numberText(
  value: Decimal,
  places: { fixed: number } | { atMost: number },
  { group, point }: NumberStyle,
): string {
  const limit = 'fixed' in places ? places.fixed : places.atMost;
  const [whole = '', fraction = ''] = toText(toScale(value, limit, 'half-up')).split('.');
  const decimals = 'fixed' in places ? fraction : fraction.replace(/0+$/, '');
  const digits = whole.replace('-', '').replace(/\B(?=(\d{3})+$)/g, group);
  const sign = whole.startsWith('-') ? MINUS : '';
  return sign + digits + (decimals === '' ? '' : point + decimals);
}

/** A proportion as a decimal percentage: 0.285 is exactly 28.5. */
export function percentOf(proportion: number): Decimal {
  const { units, scale } = toDecimal(proportion);
  return scale >= 2 ? { units, scale: scale - 2 } : { units: units * 10n ** BigInt(2 - scale), scale: 0 };
}

import { dayNumber } from './business-days.ts';
import { toDecimal } from './decimal.ts';
import { numberStyle, numberText, percentOf } from './number-text.ts';

/** The locale of a report where none is given; never the machine's. */
export const DEFAULT_LOCALE = 'en-US';

const NO_BREAK_SPACE = '\u00A0';
const MINUS = '\u2212';
/** English names of the months, January first. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Places after the point: exactly so many, or (left out) as many as there are, up to a limit. */
const places = (decimals: number | undefined, atMost: number) =>
  decimals === undefined ? { atMost } : { fixed: decimals };

/** A number of any kind: "46,952.75"; without `decimals` as many as it has, at most 4. Halves round up. */
export const formatNumber = (value: number, decimals?: number, locale = DEFAULT_LOCALE): string =>
  numberText(toDecimal(value), places(decimals, 4), numberStyle(locale));

/**
 * A count of things: "47,970".
 *
 * @throws RangeError for a number that is not whole
 */
export function formatCount(count: number, locale = DEFAULT_LOCALE): string {
  if (!Number.isInteger(count)) throw new RangeError(`A whole count was expected, found ${count}.`);
  return formatNumber(count, 0, locale);
}

/**
 * A proportion (0 to 1) as a percentage, closed up: "94%". Rounded half up on the
 * decimal itself, so 0.285 is 28.5% and 29%. Without `decimals` as many as it has, at most 2.
 */
export const formatPercent = (proportion: number, decimals?: number, locale = DEFAULT_LOCALE): string =>
  `${numberText(percentOf(proportion), places(decimals, 2), numberStyle(locale))}%`;

/** Hours with their unit: "31 h", "36.75 h". Without `decimals` as many as there are, at most 2. */
export const formatHours = (hours: number, decimals?: number, locale = DEFAULT_LOCALE): string =>
  numberText(toDecimal(hours), places(decimals, 2), numberStyle(locale)) + `${NO_BREAK_SPACE}h`;

/** A number in a cell of a table: hours to one place, everything else with the places that it has. */
export const formatCell = (value: number, unit: string | undefined, locale = DEFAULT_LOCALE): string =>
  formatNumber(value, unit === 'h' && !Number.isInteger(value) ? 1 : undefined, locale);

interface MoneyPattern {
  before: string;
  after: string;
  /** Places of its smaller unit: 2 for cents, 0 for yen. */
  places: number;
}
const patterns = new Map<string, MoneyPattern>();

function moneyPattern(currency: string, locale: string): MoneyPattern {
  const key = `${locale} ${currency}`;
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const whole = { minimumFractionDigits: 0, maximumFractionDigits: 0 };
  const parts = new Intl.NumberFormat(locale, { ...style, ...whole }).formatToParts(1);
  const digit = parts.findIndex(({ type }) => type === 'integer');
  const text = (from: number, to?: number) =>
    parts
      .slice(from, to)
      .map(({ value }) => value.replace('\u202F', NO_BREAK_SPACE))
      .join('');
  const pattern = {
    before: text(0, digit),
    after: text(digit + 1),
    places: new Intl.NumberFormat(locale, style).resolvedOptions().maximumFractionDigits ?? 2,
  };
  patterns.set(key, pattern);
  return pattern;
}

/**
 * An amount of money: "$47,970", "€28,778.75", "−$120", "¥6,733". Without `decimals` none for whole
 * amounts and those of the currency otherwise.
 *
 * @param currency ISO 4217 code, such as "USD"
 */
export function formatMoney(value: number, currency: string, decimals?: number, locale = DEFAULT_LOCALE): string {
  const amount = toDecimal(value);
  const { before, after, places: own } = moneyPattern(currency, locale);
  const digits = numberText(amount, { fixed: decimals ?? (amount.scale === 0 ? 0 : own) }, numberStyle(locale));
  const negative = digits.startsWith(MINUS);
  return `${negative ? MINUS : ''}${before}${negative ? digits.slice(1) : digits}${after}`;
}

/** A local date, "2026-05-04", as "4 May 2026". */
export function formatDate(date: string): string {
  dayNumber(date);
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${Number(year)}`;
}

/** An instant (milliseconds since 1970 UTC, or a Date) in a zone: "13 April 2026, 09:00". */
export function formatDateTime(instant: Date | number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  const date = formatDate(`${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`);
  return `${date}, ${part('hour')}:${part('minute')}`;
}

/** A label within a sentence: "labour", but "VAT returns" as it is. */
export const uncapitalised = (label: string): string =>
  /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/** The text with a capital first letter. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export { numberWord } from './number-word.ts';

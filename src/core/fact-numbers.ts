/** A fact in digits: its value, its interval, its bounds. What the ledger prints, and a recount prints again. */
import { formatCount, formatNumber, formatPercent } from './format.ts';
import { round } from './rounding.ts';

export type FactKind = 'proportion' | 'count' | 'median' | 'difference' | 'quantity';

/** What this module needs of a fact (schema/fact.ts). */
export interface ReferableFact {
  readonly id: string;
  readonly label: string;
  readonly kind: FactKind;
  /** A proportion as 0 to 1, a duration in hours. */
  readonly value: number;
  readonly unit: string;
  readonly count?: number | undefined;
  readonly of?: number | undefined;
  readonly interval?: { readonly low: number; readonly high: number; readonly level?: number } | undefined;
  readonly finite?: { readonly least: number; readonly most: number } | undefined;
  readonly parameters: Readonly<Record<string, number>>;
}

/** A resolved reference; `value` is the number behind the text (for dates and text NaN). */
export interface Resolved {
  readonly text: string;
  readonly value: number;
}
/** What formats need to know of the report. */
export interface Style {
  readonly locale: string;
}

/** How one kind of value is written in one format; undefined where the format does not fit. */
export type Format<T> = (target: T, style: Style) => Resolved | undefined;
export type Formats<T> = Readonly<Record<string, Format<T>>>;

const NO_BREAK_SPACE = '\u00A0';

export const said = (value: number | undefined, text: (value: number) => string): Resolved | undefined =>
  value === undefined ? undefined : { text: text(value), value };

const whole = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 999;

/** In words, as far as they are usual: whole numbers below a thousand. */
export const inWords = (value: number | undefined, write: (value: number) => string): Resolved | undefined =>
  value === undefined || !whole(value) ? undefined : said(value, write);

/** Hours to three digits, and whole ones from a hundred on: nobody measured their seconds. A range is written as its larger end is. */
export const measured = (value: number, unit: string, { locale }: Style, size = Math.abs(value)): string =>
  unit === 'h' ? numberUpTo(value, size < 10 ? 2 : size < 100 ? 1 : 0, locale) : formatNumber(value, undefined, locale);

const range = (low: number, high: number, unit: string, style: Style): string => {
  const size = Math.max(Math.abs(low), Math.abs(high));
  return `${measured(low, unit, style, size)} to ${withUnit(measured(high, unit, style, size), unit)}`;
};

export const numberUpTo = (value: number, places: number, locale: string): string =>
  formatNumber(round(value, { to: 10 ** -places, rule: 'half-up' }), undefined, locale);

export const withUnit = (number: string, unit: string): string => number + (unit === '' ? '' : NO_BREAK_SPACE + unit);

/** What is measured in a unit; a proportion has none. */
export const amountOf = ({ kind, value }: ReferableFact): number | undefined =>
  kind === 'proportion' ? undefined : value;

/** The formats that write digits alone; reference-formats.ts has all of them. */
export const FACT_NUMBERS = {
  /** "19 of 80" */
  of: ({ kind, count, of }, { locale }) =>
    kind === 'proportion' && count !== undefined && of !== undefined
      ? { text: `${formatCount(count, locale)} of${NO_BREAK_SPACE}${formatCount(of, locale)}`, value: count }
      : undefined,
  /** "16% to 34%", "29 to 34 h"; figures of a sample have one, counts of a whole population do not. */
  interval: (fact, style) =>
    fact.interval && {
      text:
        fact.kind === 'proportion'
          ? `${formatPercent(fact.interval.low, 0, style.locale)} to ${formatPercent(fact.interval.high, 0, style.locale)}`
          : range(fact.interval.low, fact.interval.high, fact.unit, style),
      value: fact.value,
    },
  /** "5.1%": the upper bound of a share alone. */
  upper: ({ kind, interval }, { locale }) =>
    kind === 'proportion' ? said(interval?.high, (value) => formatPercent(value, 1, locale)) : undefined,
  /** "24 to 34": how many records of the population that was sampled. */
  finite: ({ finite, value }, { locale }) =>
    finite && { text: `${formatCount(finite.least, locale)} to ${formatCount(finite.most, locale)}`, value },
  /** "31": the bare number. */
  number: (fact, style) => said(amountOf(fact), (value) => measured(value, fact.unit, style)),
  /** "31 h", "116 accounts" */
  unit: (fact, style) => said(amountOf(fact), (value) => withUnit(measured(value, fact.unit, style), fact.unit)),
} satisfies Formats<ReferableFact>;

/** The format of a fact where none is asked for. */
export const factDefault = ({ kind }: Pick<ReferableFact, 'kind'>): 'of' | 'number' | 'unit' =>
  kind === 'proportion' ? 'of' : kind === 'count' ? 'number' : 'unit';

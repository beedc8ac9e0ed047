/**
 * Every format that a reference can ask for (`as="percent"`, `{{fact.… | percent}}`), by the kind of value it fits;
 * those of an ROI value stand in roi-formats.ts.
 */
import { FACT_NUMBERS, amountOf, inWords, measured, numberUpTo, said, withUnit } from './fact-numbers.ts';
import type { Format, Formats, ReferableFact } from './fact-numbers.ts';
import { capitalised, formatCount, formatDate, formatNumber, formatPercent } from './format.ts';
import { numberWord } from './number-word.ts';
import { ordinalWord } from './ordinal-word.ts';
import { round } from './rounding.ts';

/** A value of engagement.yaml, or a count of what the report holds. Dates are ISO; a month is "2026-03". */
export type GivenValue =
  | { readonly kind: 'number' | 'share'; readonly value: number }
  | { readonly kind: 'text' | 'date' | 'month'; readonly text: string };

const hours = (unit: string, value: number): string => (unit === 'h' ? (value === 1 ? 'hour' : 'hours') : unit);
const wholeOf = (fact: ReferableFact): number | undefined => {
  const value = amountOf(fact);
  return value === undefined ? undefined : round(value, { to: 1, rule: 'half-up' });
};

const proportion = (fact: ReferableFact): number | undefined => (fact.kind === 'proportion' ? fact.value : undefined);
const counted = (fact: ReferableFact): number | undefined => (fact.kind === 'proportion' ? fact.count : fact.value);
const rest = ({ kind, of, count }: ReferableFact): number | undefined =>
  kind === 'proportion' && of !== undefined && count !== undefined ? of - count : undefined;

/**
 * Formats of a fact. Without one: a proportion as `of`, a count as `number`, everything else as `unit`.
 * `parameter.<name>` (a limit that the definition sets, `parameter.<name>.words`) comes on top.
 */
export const FACT_FORMATS: Formats<ReferableFact> = {
  /** "19 of 80" */
  of: FACT_NUMBERS.of,
  /** "19": the numerator of a proportion, or a count. */
  count: (fact, { locale }) =>
    said(fact.kind === 'count' ? fact.value : fact.count, (value) => formatCount(value, locale)),
  /** "80": the denominator, or how many values a median is of. */
  total: ({ of }, { locale }) => said(of, (value) => formatCount(value, locale)),
  /** "61": the denominator less the numerator. */
  rest: (fact, { locale }) => said(rest(fact), (value) => formatCount(value, locale)),
  /** "24%" */
  percent: (fact, { locale }) => said(proportion(fact), (value) => formatPercent(value, 0, locale)),
  /** "23.8%" */
  percent1: (fact, { locale }) => said(proportion(fact), (value) => formatPercent(value, 1, locale)),
  /** "23.75%": as many places as it has, at most two. */
  percent2: (fact, { locale }) => said(proportion(fact), (value) => formatPercent(value, undefined, locale)),
  /** "16% to 34%", "29 to 34 h"; figures of a sample have one, counts of a whole population do not. */
  interval: FACT_NUMBERS.interval,
  /** "5.1%": the upper bound of a share alone. */
  upper: FACT_NUMBERS.upper,
  /** "95%": the level of the interval. */
  level: ({ interval }, { locale }) => said(interval?.level, (value) => formatPercent(value, undefined, locale)),
  /** "24 to 34": how many records of the population that was sampled. */
  finite: FACT_NUMBERS.finite,
  /** "31": the bare number. */
  number: FACT_NUMBERS.number,
  /** "31 h", "116 accounts" */
  unit: FACT_NUMBERS.unit,
  /** "31 hours" */
  long: (fact, style) =>
    said(amountOf(fact), (value) => withUnit(measured(value, fact.unit, style), hours(fact.unit, value))),
  /** "44": rounded to a whole number, halves up. */
  whole: (fact, { locale }) => said(wholeOf(fact), (value) => formatCount(value, locale)),
  /** "44 hours": rounded to whole units, halves up. */
  whole_long: (fact, { locale }) =>
    said(wholeOf(fact), (value) => withUnit(formatCount(value, locale), hours(fact.unit, value))),
  /** "4.1 days": hours as days of 24 hours, one place at most. */
  days: (fact, { locale }) =>
    fact.unit === 'h'
      ? said(fact.value, (value) => withUnit(numberUpTo(value / 24, 1, locale), value === 24 ? 'day' : 'days'))
      : undefined,
  /** "nineteen": the count, or a whole number. */
  words: (fact) => inWords(counted(fact), numberWord),
  /** "Nineteen" */
  Words: (fact) => inWords(counted(fact), (value) => capitalised(numberWord(value))),
  /** "sixty-one" */
  rest_words: (fact) => inWords(rest(fact), numberWord),
  /** "Sixty-one" */
  Rest_words: (fact) => inWords(rest(fact), (value) => capitalised(numberWord(value))),
  /** "eighty" */
  total_words: ({ of }) => inWords(of, numberWord),
  /** "Eighty" */
  Total_words: ({ of }) => inWords(of, (value) => capitalised(numberWord(value))),
  /** What was counted, as the check says it. */
  label: ({ label, value }) => ({ text: label, value }),
};

const numeric = (given: GivenValue): number | undefined => ('value' in given ? given.value : undefined);

/** Formats of a given value. Without one: numbers in digits, shares as percentages, dates as "4 May 2026", months as "March 2026". */
export const GIVEN_FORMATS: Formats<GivenValue> = {
  /** "220" */
  number: (given, { locale }) => said(numeric(given), (value) => formatNumber(value, undefined, locale)),
  /** "90%" */
  percent: (given, { locale }) =>
    given.kind === 'share' ? said(given.value, (value) => formatPercent(value, undefined, locale)) : undefined,
  /** "three" */
  words: (given) => inWords(numeric(given), numberWord),
  /** "Three" */
  Words: (given) => inWords(numeric(given), (value) => capitalised(numberWord(value))),
  /** "third" */
  ordinal: (given) => inWords(numeric(given), ordinalWord),
  /** "4 May 2026" */
  date: (given) => (given.kind === 'date' ? { text: formatDate(given.text), value: NaN } : undefined),
  /** "March 2026" */
  month: (given) =>
    given.kind === 'date' || given.kind === 'month'
      ? { text: formatDate(`${given.text.slice(0, 7)}-01`).slice(2), value: NaN }
      : undefined,
  /** "March" */
  month_name: (given) =>
    given.kind === 'date' || given.kind === 'month'
      ? { text: formatDate(`${given.text.slice(0, 7)}-01`).slice(2, -5), value: NaN }
      : undefined,
  /** As it stands in engagement.yaml. */
  text: (given) => (given.kind === 'text' ? { text: given.text, value: NaN } : undefined),
};

/** `parameter.hours` and `parameter.hours.words`, for the limits that a fact's definition sets. */
export function parameterFormats({ parameters }: Pick<ReferableFact, 'parameters'>): Formats<unknown> {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]): [string, Format<unknown>][] => [
      [`parameter.${name}`, (_, { locale }) => said(value, (number) => formatNumber(number, undefined, locale))],
      [`parameter.${name}.words`, () => inWords(value, numberWord)],
    ]),
  );
}

/** The format of a given value where none is asked for. */
export const GIVEN_DEFAULT = {
  number: 'number',
  share: 'percent',
  text: 'text',
  date: 'date',
  month: 'month',
} as const;

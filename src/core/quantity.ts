import { formatMoney, formatNumber, formatPercent } from './format.ts';

/**
 * A unit as authors write it: its first word says how the number is written, the rest
 * is read after it.
 *
 * - `share`, `share of accounts`: a proportion, stored 0 to 1 and shown as a percentage
 * - `USD`, `USD an hour`: money, by its ISO 4217 code
 * - `h`, `min`, `h a month`: hours and minutes
 * - anything else (`a month`, `people`): a plain number and the words after it
 */
export type Unit = string;

const NO_BREAK_SPACE = '\u00A0';

interface Parts {
  measure: 'share' | 'money' | 'time' | 'plain';
  word: string;
  rest: string;
}

function partsOf(unit: Unit): Parts {
  const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/.exec(unit) ?? [];
  if (word === 'share') return { measure: 'share', word, rest };
  if (/^[A-Z]{3}$/.test(word)) return { measure: 'money', word, rest };
  if (word === 'h' || word === 'min') return { measure: 'time', word, rest };
  return { measure: 'plain', word: '', rest: unit };
}

function written(value: number, { measure, word }: Parts, locale: string | undefined): string {
  switch (measure) {
    case 'share':
      return formatPercent(value, undefined, locale);
    case 'money':
      return formatMoney(value, word, undefined, locale);
    case 'time':
      return formatNumber(value, undefined, locale) + NO_BREAK_SPACE + word;
    case 'plain':
      return formatNumber(value, undefined, locale);
  }
}

/** A value as it stands in a formula: "28.75%", "$65", "35 min", "220" (without "a month"). */
export const formatOperand = (value: number, unit: Unit, locale?: string): string =>
  written(value, partsOf(unit), locale);

/** A value with its whole unit: "28.75%", "$65 an hour", "37 h a month", "220 a month". */
export function formatQuantity(value: number, unit: Unit, locale?: string): string {
  const parts = partsOf(unit);
  return [written(value, parts, locale), parts.rest].filter((text) => text !== '').join(' ');
}

import { describe, expect, test } from 'vitest';
import {
  capitalised,
  formatCount,
  formatDate,
  formatDateTime,
  formatHours,
  formatMoney,
  uncapitalised,
  formatNumber,
  formatPercent,
  numberWord,
} from '../../src/core/format.ts';

const NBSP = '\u00A0';

describe('numbers', () => {
  test.each([
    [47970, '47,970'],
    [0, '0'],
    [-0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1234567, '1,234,567'],
    [-47970, '\u221247,970'],
  ])('count %d is %s', (value, text) => {
    expect(formatCount(value)).toBe(text);
  });

  test('a count is whole', () => {
    expect(() => formatCount(63.25)).toThrow('A whole count was expected, found 63.25.');
  });

  test.each([
    [46952.75, undefined, '46,952.75'],
    [63.25, undefined, '63.25'],
    [1 / 3, undefined, '0.3333'],
    [220 * 0.2875, undefined, '63.25'],
    [1.005, 2, '1.01'],
    [2, 1, '2.0'],
    [-0.04, 1, '0.0'],
    [-1.25, 1, '\u22121.3'],
  ])('%d with %s decimals is %s', (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text);
  });

  test('separators follow the locale that is named', () => {
    expect(formatNumber(12345.5, 1, 'de-DE')).toBe('12.345,5');
    expect(formatNumber(12345.5, 1, 'fr-FR')).toBe(`12${NBSP}345,5`);
    expect(formatNumber(1234567, 0, 'en-GB')).toBe('1,234,567');
  });
});

describe('percentages', () => {
  test.each([
    [72 / 77, 0, '94%'],
    [63 / 77, 0, '82%'],
    [63 / 80, 2, '78.75%'],
    [109 / 116, 1, '94.0%'],
    [0.285, 0, '29%'],
    [0.285, 1, '28.5%'],
    [0.145, 0, '15%'],
    [0.575, 0, '58%'],
    [0.07, 0, '7%'],
    [0.2875, undefined, '28.75%'],
    [0.02, undefined, '2%'],
    [1, 0, '100%'],
    [0, 1, '0.0%'],
    [-0.125, 0, '\u221213%'],
    [1.5e-7, 5, '0.00002%'],
  ])('%d with %s decimals is %s', (proportion, decimals, text) => {
    expect(formatPercent(proportion, decimals)).toBe(text);
  });
});

describe('money and hours', () => {
  test.each([
    [47970, 'USD', undefined, '$47,970'],
    [28778.75, 'USD', undefined, '$28,778.75'],
    [28778.5, 'USD', undefined, '$28,778.50'],
    [28778.75, 'USD', 0, '$28,779'],
    [47970, 'EUR', 0, '€47,970'],
    [5, 'GBP', 2, '£5.00'],
    [-120, 'USD', 0, '\u2212$120'],
    [-0.4, 'USD', 0, '$0'],
    [1.005, 'USD', 2, '$1.01'],
  ])('%d %s with %s decimals is %s', (value, currency, decimals, text) => {
    expect(formatMoney(value, currency, decimals)).toBe(text);
  });

  test('the symbol stands where the locale puts it', () => {
    expect(formatMoney(47970, 'USD', 0, 'en-GB')).toBe('$47,970');
    // Yen have no smaller unit, Kuwaiti dinars a thousandth.
    expect(formatMoney(6733326.6, 'JPY', undefined, 'en-US')).toBe('¥6,733,327');
    expect(formatMoney(1.5, 'KWD', undefined, 'en-US')).toMatch(/1\.500$/);
    expect(formatMoney(-47970, 'EUR', 0, 'de-DE')).toBe(`\u221247.970${NBSP}€`);
  });

  test('an hour has a plain no-break space', () => {
    expect(formatHours(31)).toBe(`31${NBSP}h`);
    expect(formatHours(36.75)).toBe(`36.75${NBSP}h`);
    expect(formatHours(36.75, 0)).toBe(`37${NBSP}h`);
    expect(formatHours(1234.5)).toBe(`1,234.5${NBSP}h`);
  });
});

describe('dates', () => {
  test('a local date', () => {
    expect(formatDate('2026-05-04')).toBe('4 May 2026');
    expect(() => formatDate('2026-02-30')).toThrow('found "2026-02-30"');
  });

  test('an instant, in the zone that is named', () => {
    const instant = Date.UTC(2026, 3, 13, 22, 5);
    expect(formatDateTime(instant, 'America/New_York')).toBe('13 April 2026, 18:05');
    expect(formatDateTime(new Date(instant), 'Pacific/Chatham')).toBe('14 April 2026, 10:50');
    expect(formatDateTime(Date.UTC(2026, 2, 8, 7), 'America/New_York')).toBe('8 March 2026, 03:00');
    expect(formatDateTime(Date.UTC(2026, 2, 8, 5), 'America/New_York')).toBe('8 March 2026, 00:00');
  });
});

describe('words', () => {
  test.each([
    [0, 'zero'],
    [13, 'thirteen'],
    [20, 'twenty'],
    [23, 'twenty-three'],
    [99, 'ninety-nine'],
    [100, 'one hundred'],
    [105, 'one hundred and five'],
    [220, 'two hundred and twenty'],
    [999, 'nine hundred and ninety-nine'],
  ])('%d is %s', (value, word) => {
    expect(numberWord(value)).toBe(word);
  });

  test.each([1000, -1, 1.5, NaN])('%d has no word here', (value) => {
    expect(() => numberWord(value)).toThrow(RangeError);
  });

  test('capitalised', () => {
    expect(capitalised('twenty-three records')).toBe('Twenty-three records');
    expect(capitalised('')).toBe('');
  });
});

test('no glyph that the fonts lack', () => {
  const texts = ['fr-FR', 'de-CH', 'en-US', 'nb-NO'].flatMap((locale) => [
    formatNumber(-1234567.891, 2, locale),
    formatMoney(-1234567.891, 'EUR', 2, locale),
    formatHours(-1234567.891, 2, locale),
    formatPercent(-12345.5, 2, locale),
  ]);
  expect(texts.join('')).not.toMatch(/[\u202F\u2009→≥≤≈✓]/);
});

test('a label in a sentence begins small, an abbreviation stays', () => {
  expect(['Labour', 'VAT returns', 'A year of it', 'Éclairs', 'h a month', ''].map(uncapitalised)).toEqual([
    'labour',
    'VAT returns',
    'a year of it',
    'éclairs',
    'h a month',
    '',
  ]);
});

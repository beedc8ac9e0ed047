import { describe, expect, test } from 'vitest';
import { parseExpression } from '../../src/core/expression.ts';
import { checkUnit, dimensionOf, dimensionText } from '../../src/core/units.ts';

const units: Record<string, string> = {
  accounts: 'accounts a month',
  share: 'share of accounts',
  minutes: 'min',
  hour: 'USD an hour',
  managers: 'people',
  weekly: 'min a week',
  hours: 'h',
  reviews: 'a year',
  month: 'USD a month',
  departures: 'a quarter',
  worth: 'USD',
};
const lookup = (name: string) => (units[name] === undefined ? undefined : dimensionOf(units[name]));
const check = (formula: string, unit: string) => () => {
  checkUnit(parseExpression(formula), unit, lookup);
};

describe('dimensionOf', () => {
  test.each([
    ['USD an hour', 'USD an hour'],
    ['USD a year', 'USD a year'],
    ['h a month', 'h a month'],
    ['min/week', 'min a week'],
    ['accounts per month', 'a month'],
    ['a quarter', 'a quarter'],
    ['people', 'a plain number'],
    ['share of accounts', 'a plain number'],
    ['EUR an account', 'EUR'],
    ['months', 'month'],
  ])('%s is %s', (unit, text) => {
    expect(dimensionText(dimensionOf(unit))).toBe(text);
  });

  test.each([
    ['USD a yaer', 'did you mean "year"?'],
    ['h a months', 'did you mean "month"?'],
    ['hours a month', 'hours are written "h"'],
    ['minutes', 'minutes "min"'],
  ])('%s is refused', (unit, message) => {
    expect(() => dimensionOf(unit)).toThrow(message);
  });
});

describe('checkUnit', () => {
  test.each([
    ['accounts * share', 'a month'],
    ['accounts * share * minutes / 60', 'h a month'],
    ['accounts * minutes', 'min a month'],
    ['month * 12', 'USD a year'],
    ['month / hour', 'h a month'],
    ['managers * weekly / 60 * 52', 'h a year'],
    ['managers * hours * reviews', 'h a year'],
    ['departures * 4 * worth', 'USD a year'],
    ['max(month, 0) * 12 - accounts * worth * 12 * share', 'USD a year'],
    ['-abs(hours) + minutes / 60', 'h'],
    ['share * (1 - share)', 'share'],
    ['hours * 2', 'h'],
  ])('%s is %s', (formula, unit) => {
    expect(check(formula, unit)).not.toThrow();
  });

  test.each([
    ['accounts * minutes', 'h a month', 1, 'this gives min a month, and "h a month" is declared. Divide by 60'],
    ['month', 'USD a year', 1, 'Multiply by 12'],
    ['departures * worth', 'USD a year', 1, 'Multiply by 4'],
    ['month * hour', 'USD a year', 1, 'USD² an hour a month'],
    ['hours * hours', 'USD', 1, 'h²'],
    ['hours + minutes', 'h', 9, '"+" needs one unit throughout, found h and min.'],
    ['max(hours, share)', 'h', 12, 'max() needs one unit throughout, found h and a plain number.'],
    ['hours + hour * (hours + 1)', 'h', 25, '"+" needs one unit throughout, found h and a plain number.'],
    ['other', 'h', 1, '"other" is not known.'],
  ])('%s is not %s', (formula, unit, column, message) => {
    expect(check(formula, unit)).toThrow(
      expect.objectContaining({ column, message: expect.stringContaining(message) as string }),
    );
  });
});

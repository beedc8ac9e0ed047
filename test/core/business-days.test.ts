import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBusinessDays, dateOf, dayNumber } from '../../src/core/business-days.ts';

const WEEK = [1, 2, 3, 4, 5];
const plain = createBusinessDays(WEEK, []);

describe('businessDaysBetween', () => {
  // Spreadsheet documentation of NETWORKDAYS.
  test.each([
    [[], 110],
    [['2012-11-22'], 109],
    [['2012-11-22', '2012-12-04', '2013-01-21'], 107],
  ])('2012-10-01 to 2013-03-01 with holidays %j is %d', (holidays, expected) => {
    const days = createBusinessDays(WEEK, holidays);
    expect(days.businessDaysBetween('2012-10-01', '2013-03-01')).toBe(expected);
    expect(days.businessDaysBetween('2013-03-01', '2012-10-01')).toBe(-expected);
  });

  test('a holiday on a weekend takes nothing away', () => {
    const days = createBusinessDays(WEEK, ['2026-03-07']);
    expect(days.businessDaysBetween('2026-03-02', '2026-03-08')).toBe(5);
  });

  test('a weekend alone has none', () => {
    expect(plain.businessDaysBetween('2026-03-08', '2026-03-07')).toBe(0);
  });
});

describe('addBusinessDays', () => {
  // Spreadsheet documentation of WORKDAY.
  test.each([
    [[], '2009-04-30'],
    [['2008-11-26', '2008-12-04', '2009-01-21'], '2009-05-05'],
  ])('151 after 2008-10-01 with holidays %j is %s', (holidays, expected) => {
    expect(createBusinessDays(WEEK, holidays).addBusinessDays('2008-10-01', 151)).toBe(expected);
  });

  test.each([
    ['2026-03-06', 1, '2026-03-09'],
    ['2026-03-07', 1, '2026-03-09'],
    ['2026-03-07', 0, '2026-03-07'],
    ['2026-03-09', -1, '2026-03-06'],
    ['2024-02-28', 1, '2024-02-29'],
  ])('from %s by %d is %s', (date, days, expected) => {
    expect(plain.addBusinessDays(date, days)).toBe(expected);
  });

  test('follows another week and its holidays', () => {
    const gulf = createBusinessDays([7, 1, 2, 3, 4], ['2026-03-09']);
    expect(gulf.isBusinessDay('2026-03-08')).toBe(true);
    expect(gulf.isBusinessDay('2026-03-09')).toBe(false);
    expect(gulf.addBusinessDays('2026-03-05', 2)).toBe('2026-03-10');
  });

  test('is additive, monotone, and agrees with the count', () => {
    const days = createBusinessDays(WEEK, ['2026-03-17', '2026-04-03', '2026-05-25']);
    const date = fc.integer({ min: 20_000, max: 21_000 }).map(dateOf);
    fc.assert(
      fc.property(date, date, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (a, b, m, n) => {
        expect(days.addBusinessDays(days.addBusinessDays(a, m), n)).toBe(days.addBusinessDays(a, m + n));
        if (a <= b) expect(days.addBusinessDays(a, n) <= days.addBusinessDays(b, n)).toBe(true);
        const own = days.isBusinessDay(a) ? 1 : 0;
        if (n > 0) expect(days.businessDaysBetween(a, days.addBusinessDays(a, n))).toBe(n + own);
      }),
    );
  });
});

describe('refusals', () => {
  test.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-04-31',
    '2026-3-8',
    '8 March 2026',
    '2026-03-08T00:00',
    '',
  ])('%j is no date', (date) => {
    expect(() => plain.isBusinessDay(date)).toThrow(`A date such as "2026-03-08" was expected, found "${date}".`);
  });

  test('a calendar without working days, a strange weekday, half a day', () => {
    expect(() => createBusinessDays([], [])).toThrow('at least one working day');
    expect(() => createBusinessDays([0], [])).toThrow('Working days run from 1 (Monday) to 7 (Sunday), found 0.');
    expect(() => plain.addBusinessDays('2026-03-06', 0.5)).toThrow('found 0.5');
  });

  test('dates and day numbers are inverse, before 1970 too', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
        expect(dayNumber(dateOf(day))).toBe(day);
        expect(dateOf(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
      }),
    );
    expect(plain.isBusinessDay('1969-12-31')).toBe(true);
    expect(plain.isBusinessDay('1969-12-28')).toBe(false);
  });
});

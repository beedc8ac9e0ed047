import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { blank, day, flag, instant, localTime, number, text } from '../../src/pipeline/fields.ts';

const reason = (schema: z.ZodType, value: unknown): string | undefined =>
  schema.safeParse(value).error?.issues[0]?.message;
const zone = 'America/New_York';

test('text stays exactly as it stands', () => {
  expect(text().parse(' 00123 ')).toBe(' 00123 ');
  expect(reason(text(), '  ')).toBe('empty, and some text is expected');
  expect(reason(text(), 5)).toBe('some text is expected');
  expect(reason(z.object({ a: text() }), {})).toBe('the line does not have this column');
});

test('blank reads an empty cell as null, and hands on what its field says', () => {
  expect(blank(number()).parse('')).toBeNull();
  expect(blank(number()).parse(undefined)).toBeNull();
  expect(blank(number()).parse('2')).toBe(2);
  expect(reason(blank(number()), 'x')).toBe('a number with a decimal point is expected');
  expect(reason(blank(z.enum(['a'])), 'x')).toContain('"a"');
});

test.each([
  ['true', true],
  ['Yes', true],
  [' FALSE ', false],
  ['no', false],
  [true, true],
])('flag reads %j', (value, expected) => {
  expect(flag().parse(value)).toBe(expected);
});
test.each(['', '1', 'y', 'ja', 0])('flag refuses %j', (value) => {
  expect(reason(flag(), value)).toMatch(/true, false, yes or no is expected$/);
});

describe('number', () => {
  test.each([
    ['007', 7],
    ['-1.50', -1.5],
    ['+3', 3],
    [' 4 ', 4],
    [2.5, 2.5],
  ])('reads %j', (value, expected) => {
    expect(number().parse(value)).toBe(expected);
  });
  test.each([
    '1,5',
    '1,000.50',
    '1.000,50',
    '12%',
    '$5',
    '5 €',
    '1e3',
    '.5',
    '5.',
    'NaN',
    'Infinity',
    '',
    NaN,
    '0x10',
    '1 000',
  ])('refuses %j', (value) => {
    expect(reason(number(), value)).toMatchSnapshot();
  });
});

describe('instant', () => {
  test.each([
    ['2026-03-08T09:30:00-05:00', '2026-03-08T14:30:00.000Z'],
    ['2026-03-08T09:30Z', '2026-03-08T09:30:00.000Z'],
    ['2026-03-08 09:30:15.250+12:45', '2026-03-07T20:45:15.250Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ])('reads %s', (value, expected) => {
    expect(instant().parse(value).toISOString()).toBe(expected);
  });
  test.each([
    '2026-03-08T09:30:00',
    '2026-03-08',
    '2026-04-31T09:30:00Z',
    '2026-02-29T09:30:00Z',
    '2026-13-01T09:30:00Z',
    '2026-03-08T24:00:00Z',
    '2026-03-08T09:60:00Z',
    '2026-03-08T09:30:60Z',
    '2026-03-08T09:30:00+25:00',
    '03/08/2026 9:30',
    '8.3.2026',
    'yesterday',
    '',
    null,
    1772962200,
  ])('refuses %j', (value) => {
    expect(reason(instant(), value)).toMatchSnapshot();
  });
});

test('day stays text, and exists', () => {
  expect(day().parse('2024-02-29')).toBe('2024-02-29');
  for (const value of ['2026-02-30', '3/8/2026', '2026-3-8', '']) expect(reason(day(), value)).toMatchSnapshot(value);
});

describe('localTime', () => {
  test.each([
    ['2026-03-08 01:59', '2026-03-08T06:59:00.000Z'],
    ['2026-03-08 03:00', '2026-03-08T07:00:00.000Z'],
    ['2026-03-09T14:05:07', '2026-03-09T18:05:07.000Z'],
    ['2026-11-01 02:00', '2026-11-01T07:00:00.000Z'],
  ])('reads %s', (value, expected) => {
    expect(localTime(zone).parse(value).toISOString()).toBe(expected);
  });
  test.each([
    '2026-03-08 02:00',
    '2026-03-08 02:59',
    '2026-11-01 01:00',
    '2026-11-01 01:59',
    '2026-03-09T14:05:07Z',
    '2026-04-31 10:00',
    '9 March',
    '',
  ])('refuses %j', (value) => {
    expect(reason(localTime(zone), value)).toMatchSnapshot();
  });
  test("an unknown zone is the loader's mistake", () => {
    expect(() => localTime('Mars/Phobos')).toThrow(RangeError);
  });
});

test('no reason repeats the value', () => {
  const value = 'Ada Lovelace';
  for (const schema of [number(), instant(), day(), localTime(zone), flag()])
    expect(reason(schema, value)).not.toContain('Ada');
});

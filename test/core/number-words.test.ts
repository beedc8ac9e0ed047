import { describe, expect, test } from 'vitest';
import { findNumbers } from '../../src/core/number-words.ts';

/** "19 of 80" gives [["19", 19], ["80", 80]]. */
const seen = (text: string) => findNumbers(text).map((number) => [number.text, number.value]);

describe('digits', () => {
  test.each<[string, [string, number | undefined][]]>([
    [
      '_19_ of **80**',
      [
        ['19', 19],
        ['80', 80],
      ],
    ],
    ['½ of it', [['½', undefined]]],
    [
      'In 19 of 80 sampled records',
      [
        ['19', 19],
        ['80', 80],
      ],
    ],
    [
      '23/80 lack a field',
      [
        ['23', 23],
        ['80', 80],
      ],
    ],
    [
      'a sum of 1,234,567.5 and 47,970.',
      [
        ['1,234,567.5', 1234567.5],
        ['47,970', 47970],
      ],
    ],
    [
      '1, 2,3',
      [
        ['1', 1],
        ['2', 2],
        ['3', 3],
      ],
    ],
    [
      'at 94% or 94 % or 94 percent',
      [
        ['94%', 94],
        ['94 %', 94],
        ['94 percent', 94],
      ],
    ],
    ['12 per cent', [['12 per cent', 12]]],
    ['3 percentage points', [['3', 3]]],
    [
      'costs $5, €28,860 or £1.50',
      [
        ['$5', 5],
        ['€28,860', 28860],
        ['£1.50', 1.5],
      ],
    ],
    ['$1.2 million', [['$1.2 million', 1200000]]],
    [
      '10K and 5k',
      [
        ['10K', 10000],
        ['5k', 5000],
      ],
    ],
    [
      'within 24h, 35min, 2x',
      [
        ['24h', 24],
        ['35min', 35],
        ['2x', 2],
      ],
    ],
    [
      '31\u00A0h and 3.5 hours',
      [
        ['31', 31],
        ['3.5', 3.5],
      ],
    ],
    ['a 24-hour limit', [['24', 24]]],
    [
      'a top-10 list since mid-2026',
      [
        ['10', 10],
        ['2026', 2026],
      ],
    ],
    [
      '3-5 days',
      [
        ['3', 3],
        ['5', 5],
      ],
    ],
    [
      '120\u2013220 accounts',
      [
        ['120', 120],
        ['220', 220],
      ],
    ],
    [
      'fell by -5 to \u22123',
      [
        ['-5', -5],
        ['\u22123', -3],
      ],
    ],
    ['in 2026.', [['2026', 2026]]],
    ['.5 of them', [['.5', 0.5]]],
    [
      '(63 of 77)',
      [
        ['63', 63],
        ['77', 77],
      ],
    ],
    [
      'on 2026-03-08 at 02:30',
      [
        ['2026-03-08', undefined],
        ['02:30', undefined],
      ],
    ],
    ['at 2026-05-04T06:18:00Z sharp', [['2026-05-04T06:18:00Z', undefined]]],
    [
      'on 4 May 2026',
      [
        ['4', 4],
        ['2026', 2026],
      ],
    ],
    ['release 2.0.1', [['2.0.1', undefined]]],
    ['in 5 dozen', [['5 dozen', 60]]],
    ['handoff_hours > 12', [['12', 12]]],
  ])('%s', (text, expected) => {
    expect(seen(text)).toEqual(expected);
  });
});

describe('words', () => {
  test.each<[string, [string, number | undefined][]]>([
    ['two third-party tools', [['two', 2]]],
    [
      'Two managers and three reviewers',
      [
        ['Two', 2],
        ['three', 3],
      ],
    ],
    [
      'Twenty-three of eighty records',
      [
        ['Twenty-three', 23],
        ['eighty', 80],
      ],
    ],
    ['twenty three accounts', [['twenty three', 23]]],
    [
      'twenty, three',
      [
        ['twenty', 20],
        ['three', 3],
      ],
    ],
    ['ninety-four percent', [['ninety-four percent', 94]]],
    ['a hundred and five records', [['a hundred and five', 105]]],
    ['one hundred twenty accounts', [['one hundred twenty', 120]]],
    ['two hundred and twenty accounts', [['two hundred and twenty', 220]]],
    ['three thousand two hundred', [['three thousand two hundred', 3200]]],
    ['a million', [['a million', 1000000]]],
    [
      'a dozen, two dozen',
      [
        ['a dozen', 12],
        ['two dozen', 24],
      ],
    ],
    ['hundreds of tickets', [['hundreds', undefined]]],
    ['zero exceptions', [['zero', 0]]],
    ['a three-day promise', [['three', 3]]],
    [
      'two and three',
      [
        ['two', 2],
        ['three', 3],
      ],
    ],
    ['one in four', [['four', 4]]],
    ['one of 80', [['80', 80]]],
    ['one or two', [['two', 2]]],
    ['TWELVE', [['TWELVE', 12]]],
    [
      'one percent, one hundred, one dozen',
      [
        ['one percent', 1],
        ['one hundred', 100],
        ['one dozen', 12],
      ],
    ],
    ['nineteen hundred', [['nineteen hundred', 1900]]],
  ])('%s', (text, expected) => {
    expect(seen(text)).toEqual(expected);
  });
});

describe('fractions and multiples', () => {
  test.each<[string, [string, number | undefined][]]>([
    ['half of the records', [['half', 0.5]]],
    ['Half the accounts', [['Half', 0.5]]],
    [
      'half an hour, a half-hour call',
      [
        ['half', 0.5],
        ['a half', 0.5],
      ],
    ],
    ['a third of the sample', [['a third', 1 / 3]]],
    ['one third of them', [['one third', 1 / 3]]],
    [
      'two thirds and two-thirds',
      [
        ['two thirds', 2 / 3],
        ['two-thirds', 2 / 3],
      ],
    ],
    ['a quarter of all', [['a quarter', 0.25]]],
    ['three quarters', [['three quarters', 0.75]]],
    ['a tenth of it', [['a tenth', 0.1]]],
    ['more than twice as long', [['twice', 2]]],
    [
      'it doubled, then tripled',
      [
        ['doubled', 2],
        ['tripled', 3],
      ],
    ],
    ['double the effort', [['double', 2]]],
    [
      'a fivefold, then a two-fold rise',
      [
        ['fivefold', 5],
        ['two-fold', 2],
      ],
    ],
    ['waiting was halved', [['halved', 0.5]]],
  ])('%s', (text, expected) => {
    expect(seen(text)).toEqual(expected);
  });
});

describe('not numbers', () => {
  test.each([
    'acct_1842 and acct_1842-x9',
    'L04, H1, E2E',
    'v1.0 and v2.3.1',
    'sha256, base64, utf8',
    'UTF-8, ISO-8601, SOC-2',
    'digest 134b21966378473d',
    'the 1st, 2nd, 3rd and 24th retry',
    'first, second and third',
    'the third retry, a third party, after a third failure',
    'one of them, the one that, no one, one by one, once',
    'the first half of the period',
    'one churn a quarter',
    'half-baked',
    'open by double-click, then double-check',
    'someone, often, tension, weight, freight, attend, network',
    'see https://example.com/2024/80 or www.example.org/9',
    'write to team80@example.com',
    'the twenty-first and the hundredth case, a twentieth',
    'both, several, a couple, none',
    'seconds matter',
    '',
  ])('%s', (text) => {
    expect(seen(text)).toEqual([]);
  });
});

test('says where the number stands', () => {
  const text = 'Of the 80 records, twenty-three lack a field; acct_1842 has 3.';
  for (const { index, text: number } of findNumbers(text)) {
    expect(text.slice(index, index + number.length)).toBe(number);
  }
  expect(findNumbers(text).map(({ index }) => index)).toEqual([7, 19, 60]);
});

// Without backtracking this takes milliseconds; with it, it would outlast the test's time limit.
test('reads long and unfriendly text', () => {
  const text = `${'a1_'.repeat(3000)} ${'1,'.repeat(3000)} ${'hundred and '.repeat(3000)}${'a'.repeat(5000)}@`;
  expect(findNumbers(text).length).toBeGreaterThan(3000);
});

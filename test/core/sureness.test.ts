import { expect, test } from 'vitest';
import { sureness } from '../../src/core/sureness.ts';
import type { MeasuredFact } from '../../src/core/sureness.ts';

const late: MeasuredFact = {
  id: 'late',
  label: 'Late',
  kind: 'proportion',
  value: 2 / 9,
  unit: 'share',
  count: 2,
  of: 9,
  interval: { method: 'wilson', level: 0.95, low: 0.1, high: 0.4 },
  parameters: {},
};

/** What the ledger says of a fact, changed as the case has it. */
const said = (changes: Partial<MeasuredFact>): string[] =>
  sureness({ ...late, ...changes }, { locale: 'en-US', unit: 'returns' }).map((sentence) =>
    sentence.replaceAll('\u00A0', ' '),
  );

test('a share of the sample, and of the population that it was drawn from', () => {
  const finite = { level: 0.95, population: 9, least: 2, most: 7 };
  expect(said({ finite })).toEqual([
    'From the sample: 10% to 40% (Wilson’s interval, 95%).',
    'Of all 9 returns: 2 to 7 (exact for a sample without replacement, 95%).',
  ]);
});

test('a median', () => {
  const median = { kind: 'median', unit: 'h', value: 31, count: undefined } as const;
  expect(said({ ...median, interval: { method: 'bootstrap', level: 0.95, low: 26.72, high: 52.25 } })).toEqual([
    'From the sample: 26.7 to 52.3 h (bootstrap of 2,000 resamples seeded with the fact’s name, percentiles, 95%).',
  ]);
});

test('deviations in a test of a control', () => {
  expect(said({ interval: { method: 'clopper-pearson', level: 0.95, low: 0, high: 0.10225 } })).toEqual([
    'At most 10.2% with 95% confidence (exact upper bound, Clopper and Pearson).',
  ]);
});

test('a count of everything needs no such sentence', () => {
  expect(said({ kind: 'count', unit: 'accounts', value: 2, interval: undefined })).toEqual([]);
});

import { expect, test } from 'vitest';
import { sureness } from '../../src/components/sureness.ts';
import { createResolver } from '../../src/core/reference.ts';
import { fact as factSchema } from '../../src/schema/fact.ts';
import { sampleBundle } from './bundle.ts';

const bundle = sampleBundle();
const first = bundle.facts[0];

/** What the ledger says of the sample's first fact, changed as the case has it. */
function said(changes: object): string[] {
  const fact = factSchema.parse({ ...first, ...changes });
  const resolve = createResolver({ facts: [fact], given: new Map(), roi: [] });
  return sureness(fact, { resolve, bundle }).map((sentence) => sentence.replaceAll('\u00A0', ' '));
}

test('a share of the sample, and of the population that it was drawn from', () => {
  const finite = { method: 'hypergeometric', level: 0.95, population: 9, least: 2, most: 7, low: 2 / 9, high: 7 / 9 };
  expect(said({ finite })).toEqual([
    'From the sample: 10% to 40% (Wilson’s interval, 95%).',
    'Of all 9 returns: 2 to 7 (exact for a sample without replacement, 95%).',
  ]);
});

test('a median', () => {
  const median = { kind: 'median', unit: 'h', value: 31, count: undefined };
  expect(said({ ...median, interval: { method: 'bootstrap', level: 0.95, low: 26.72, high: 52.25 } })).toEqual([
    'From the sample: 26.7 to 52.3 h (bootstrap of 2,000 resamples seeded with the fact’s name, percentiles, 95%).',
  ]);
});

test('deviations in a test of a control', () => {
  expect(said({ interval: { method: 'clopper-pearson', side: 'upper', level: 0.95, low: 0, high: 0.10225 } })).toEqual([
    'At most 10.2% with 95% confidence (exact upper bound, Clopper and Pearson).',
  ]);
});

test('a count of everything needs no such sentence', () => {
  expect(said({ kind: 'count', unit: 'accounts', value: 2, interval: undefined })).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { causeEntries, factEntries } from '../../src/components/ledger.ts';
import { ledgerNumbers } from '../../src/components/ledger-number.ts';
import { sampleBundle } from './bundle.ts';

const bundle = sampleBundle();

describe('ledger', () => {
  test('facts are numbered in their order, causes after them', () => {
    expect([...ledgerNumbers(bundle)]).toEqual([
      ['wait.late', 'L01'],
      ['wait.early', 'L02'],
    ]);
    expect(factEntries(bundle).map(({ number }) => number)).toEqual(['L01', 'L02']);
    expect(causeEntries(bundle).map(({ number, status, anchor }) => [number, status, anchor])).toEqual([
      ['L03', 'hypothesis', 'cause-late-1'],
      ['L04', 'refuted', 'cause-late-2'],
    ]);
  });

  test('a thread leads from the fact to its rows, their values and their file', () => {
    const [entry] = factEntries(bundle);
    expect(entry?.sources.map(({ file }) => file)).toEqual(['records.csv']);
    expect(entry?.findings).toEqual([{ slug: 'late', number: 1, title: 'Title of late' }]);
    expect(entry?.rows.values).toEqual([
      { key: 'r1', cells: [30] },
      { key: 'r2', cells: [25.5] },
    ]);
  });

  test('columns that are not public are not shown, whatever the check asks for', () => {
    expect(factEntries(bundle)[0]?.rows.columns.map(({ name }) => name)).toEqual(['wait']);
  });

  test('long lists are given by their keys', () => {
    const keys = Array.from({ length: 26 }, (_, index) => `r${index}`);
    const [first] = bundle.facts;
    if (first === undefined) throw new Error('the sample has a fact');
    const [entry] = factEntries({ ...bundle, facts: [{ ...first, rows: keys, population: keys }] });
    expect(entry?.rows.values).toEqual([]);
    expect(entry?.rows.keys).toEqual(keys);
  });
});

test('a fact that a published figure contradicts says which', () => {
  const claim = { id: 'two', text: 'Two.', by: 'X', where: 'Y', published: '2', facts: ['wait.late'], comment: 'No.' };
  const claims = [
    { ...claim, verdict: 'differs' as const },
    { ...claim, id: 'agreed', verdict: 'agrees' as const },
  ];
  const [late, early] = factEntries({ ...bundle, engagement: { ...bundle.engagement, claims } });
  expect(late?.contradicts).toEqual(['two']);
  expect(early?.contradicts).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { factFiles } from '../../src/components/fact-rows.ts';
import { sampleBundle } from './bundle.ts';

const bundle = sampleBundle();

describe('rows of a fact as a file', () => {
  test('every row of the denominator, whether it counted, and public columns only', () => {
    const [first] = factFiles(bundle);
    expect(first?.path).toBe('data/fact-wait.late.csv');
    expect(first?.csv).toBe('\uFEFFReturn,Counted,"Wait, h"\r\nr1,true,30\r\nr2,true,25.5\r\nr3,false,\r\n');
  });

  test('a file for each fact, none where no page would link to it', () => {
    expect(factFiles(bundle).map(({ path }) => path)).toEqual(['data/fact-wait.late.csv', 'data/fact-wait.early.csv']);
    expect(factFiles({ ...bundle, pages: bundle.pages.filter(({ slug }) => slug !== 'evidence') })).toEqual([]);
  });
});

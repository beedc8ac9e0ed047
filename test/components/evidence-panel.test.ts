import { describe, expect, test } from 'vitest';
import { evidencePanel } from '../../src/components/evidence-panel.ts';
import { sampleBundle } from './bundle.ts';

const bundle = sampleBundle();

describe('the panel of a number', () => {
  test('shows the column of the check that is a number, largest first', () => {
    const panel = evidencePanel(bundle, 'wait.late');
    expect(panel?.column?.name).toBe('wait');
    expect(panel?.rows).toEqual([
      { key: 'r1', cell: 30 },
      { key: 'r2', cell: 25.5 },
    ]);
    expect(panel?.sources.map(({ file }) => file)).toEqual(['records.csv']);
    expect(panel?.stated).toEqual({ by: 'check', page: 'findings/late', anchor: 'check-delay' });
  });

  test('shows at most three rows, and says how many counted', () => {
    const [first] = bundle.facts;
    const rows = ['r1', 'r2', 'r3', 'r1', 'r2'];
    const panel = evidencePanel({ ...bundle, facts: [{ ...first!, rows }] }, 'wait.late');
    expect(panel?.rows).toHaveLength(3);
    expect(panel?.counted).toBe(5);
  });

  test('never shows a column that is not public', () => {
    const [first] = bundle.facts;
    const panel = evidencePanel({ ...bundle, facts: [{ ...first!, show: ['note'] }] }, 'wait.late');
    expect(panel?.column).toBeUndefined();
    expect(panel?.rows.map(({ cell }) => cell)).toEqual([null, null]);
  });

  test('knows no fact that is not there', () => {
    expect(evidencePanel(bundle, 'wait.other')).toBeUndefined();
  });
});

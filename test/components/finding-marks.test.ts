import { describe, expect, test } from 'vitest';
import { causeStatus, findingMarks, keyNumber } from '../../src/components/finding-marks.ts';
import { createReport } from '../../src/components/report.ts';
import { sampleBundle } from './bundle.ts';

const bundle = sampleBundle();
const [page] = bundle.pages;
const [finding] = bundle.findings;
if (page === undefined || finding === undefined) throw new Error('the sample has a page and a finding');
const report = createReport({ bundle, page, figures: new Map() });

describe('standing of a finding', () => {
  test('condition and causes carry separate marks', () => {
    expect(findingMarks(finding)).toEqual([
      { status: 'confirmed', word: 'Condition confirmed' },
      { status: 'hypothesis', word: 'Cause: hypothesis' },
      { status: 'refuted', word: 'Cause: refuted' },
    ]);
  });

  test('causes of one standing share a mark', () => {
    const [cause] = finding.causes;
    if (cause === undefined) throw new Error('the sample has a cause');
    expect(findingMarks({ causes: [cause, cause] }).map(({ word }) => word)).toEqual([
      'Condition confirmed',
      '2 causes: hypothesis',
    ]);
  });
});

describe('number beside a finding', () => {
  test('a share is its count, with the total set small', () => {
    expect(keyNumber(report, finding)).toEqual({ large: '2', small: 'of 3' });
  });

  test('a measure keeps its unit', () => {
    const [first] = bundle.facts;
    if (first === undefined) throw new Error('the sample has a fact');
    const median = {
      ...first,
      kind: 'median' as const,
      value: 31,
      unit: 'h',
      count: undefined,
      of: 3,
      interval: undefined,
    };
    const measured = createReport({ bundle: { ...bundle, facts: [median] }, page, figures: new Map() });
    expect(keyNumber(measured, finding)).toEqual({ large: '31', small: 'h' });
  });
});

describe('how a cause stands', () => {
  test('a hypothesis stands as its test says, never as it was typed', () => {
    const hypothesis = (standing: 'open' | 'supported' | 'refuted') =>
      causeStatus({ status: 'hypothesis', standing: { status: standing } });
    expect([hypothesis('open'), hypothesis('supported'), hypothesis('refuted')]).toEqual([
      'hypothesis',
      'supported',
      'refuted',
    ]);
    expect(causeStatus({ status: 'confirmed' })).toBe('confirmed');
  });
});

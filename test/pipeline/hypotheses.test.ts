import { describe, expect, test } from 'vitest';
import { settleHypotheses } from '../../src/pipeline/hypotheses.ts';
import type { Judge } from '../../src/pipeline/prose/condition.ts';
import type { Cause } from '../../src/schema/finding.ts';

const hypothesis = (more: Partial<Cause['test'] & object> = {}): Cause => ({
  status: 'hypothesis',
  text: 'Perhaps.',
  facts: [],
  stated_on: '2026-04-01',
  test: { text: 'Compare.', threshold: 'Half of them.', supported_if: 'up', refuted_if: 'down', ...more },
});

/** Conditions that hold are named; what the real judge does with facts is tested with it. */
const judging =
  (...held: string[]): Judge =>
  (condition) => ({ holds: held.includes(condition), filled: `${condition}, filled` });
const settle = (cause: Cause, judge: Judge) =>
  settleHypotheses([{ file: 'a.mdx', causes: [cause] }], new Map(), judge).findings[0]?.causes[0]?.standing;

describe('a hypothesis', () => {
  test('stays open between the two ways of its threshold', () => {
    expect(settle(hypothesis(), judging())).toEqual({
      status: 'open',
      supported_if: 'up, filled',
      refuted_if: 'down, filled',
    });
  });

  test('is supported or refuted by what holds', () => {
    expect(settle(hypothesis(), judging('up'))?.status).toBe('supported');
    expect(settle(hypothesis(), judging('down'))?.status).toBe('refuted');
  });

  test('is open while no fact can answer', () => {
    const awaiting: Cause = { ...hypothesis(), test: { text: 'Compare.', threshold: 'Half of them.' } };
    expect(settle(awaiting, judging('up'))).toEqual({ status: 'open' });
  });

  test('has no standing where both ways hold, and other causes have none', () => {
    expect(settle(hypothesis(), judging('up', 'down'))).toBeUndefined();
    expect(settle({ status: 'confirmed', text: 'So it is.', facts: ['a.b'] }, judging('up'))).toBeUndefined();
  });
});

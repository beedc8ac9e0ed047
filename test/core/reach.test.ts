import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateNumber } from '../../src/core/evaluate.ts';
import { ExpressionError, parseExpression } from '../../src/core/expression.ts';
import { reachOfExpression } from '../../src/core/reach.ts';
import { reachIssues } from '../../src/core/roi-reach-checks.ts';
import { onboarding } from './roi-fixture.ts';
import type { Reach } from '../../src/core/reach.ts';

const ranges: Readonly<Record<string, Reach>> = {
  a: { low: 0, high: 10 },
  b: { low: -2, high: 3 },
  c: { low: 1, high: 5 },
};
const reach = (text: string): Reach => reachOfExpression(parseExpression(text), (name) => ranges[name]);

describe('reachOfExpression', () => {
  test.each([
    ['a + b', -2, 13],
    ['a - b', -3, 12],
    ['a * b', -20, 30],
    ['-b', -3, 2],
    ['b / c', -2, 3],
    ['abs(b)', 0, 3],
    ['abs(b - 4)', 1, 6],
    ['min(a, b, 2)', -2, 2],
    ['a / max(b, 0.5)', 0, 20],
  ])('%s', (text, low, high) => {
    expect(reach(text)).toEqual({ low, high });
  });

  test.each([
    ['c / a', '"a" goes from 0 to 10', 5],
    ['c / b', '"b" goes from -2 to 3', 5],
    ['1 + c / (a - 5)', 'what it divides by goes from -5 to 5', 9],
    ['c / 0', 'this divides by zero', 5],
    ['c * 1e308 * a', 'too large to hold', 1],
    ['c / nobody', '"nobody" is not known', 5],
  ])('%s is refused', (text, message, column) => {
    const refused = (() => {
      try {
        return reach(text);
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(ExpressionError);
    expect(refused).toMatchObject({ column, message: expect.stringContaining(message) as string });
  });

  test('holds every value that the expression can have', () => {
    const texts = [
      'a * b - c * a / c',
      'abs(a - c) * b + min(a, b * c)',
      '(a + b) / c - max(b, -c) * a',
      'a / (c * c + a)',
    ];
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...texts), unit, unit, unit, (text, ...shares) => {
        const values = Object.fromEntries(
          Object.entries(ranges).map(([name, { low, high }], index) => [
            name,
            low + (high - low) * (shares[index] ?? 0),
          ]),
        );
        const value = evaluateNumber(parseExpression(text), (name) => values[name]);
        const { low, high } = reach(text);
        expect(value).toBeGreaterThanOrEqual(low);
        expect(value).toBeLessThanOrEqual(high);
      }),
    );
  });
});

describe('reachIssues', () => {
  const divided = (formula: string, before = 'accounts * incomplete') => {
    const definition = onboarding();
    const handoffs = definition.steps.findIndex(({ id }) => id === 'handoffs');
    Object.assign(definition.steps[handoffs] ?? {}, { formula: before });
    definition.steps.push({ id: 'each', label: 'Each', formula, unit: 'h' });
    return reachIssues(definition).map(({ path, message, index }) => [path.join('.'), index, message.split(':')[0]]);
  };

  test('a rounding can bring a divisor down to zero', () => {
    expect(divided('handoff_hours / (0.4 + incomplete)')).toEqual([]);
    expect(divided('handoff_hours / handoffs', '(accounts + 0.1) * (incomplete + 0.001)')).toEqual([
      ['steps.15.formula', 16, 'this can divide by zero'],
    ]);
  });

  test('what needs a step with a fault is not blamed as well', () => {
    expect(divided('handoffs * 2', 'accounts / incomplete')).toEqual([
      ['steps.1.formula', 11, 'this can divide by zero'],
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beta } from '../../src/core/beta.ts';
import { momentsOf, quantileOf } from '../../src/core/distribution.ts';
import type { Distribution } from '../../src/core/distribution.ts';

describe('beta', () => {
  // Exact one-sided bounds are quantiles of the beta distribution: Clopper and Pearson, and the AICPA's sample sizes.
  test('5 in 100 has the upper bound 10.225 %', () => {
    expect(beta(6, 95).quantile(0.95)).toBeCloseTo(0.10225, 5);
  });

  test.each([
    [0, 59, 0.05],
    [1, 93, 0.05],
    [1, 78, 0.06],
  ])('%i deviations in %i keep the rate at %f, one item fewer does not', (count, of, rate) => {
    const bound = (size: number) => beta(count + 1, size - count).quantile(0.95);
    expect(bound(of)).toBeLessThanOrEqual(rate);
    expect(bound(of - 1)).toBeGreaterThan(rate);
  });

  test('closed forms: uniform, one shape of one', () => {
    expect(beta(1, 1).cumulative(0.3)).toBeCloseTo(0.3, 14);
    expect(beta(3, 1).quantile(0.5)).toBeCloseTo(0.5 ** (1 / 3), 12);
    expect(beta(0.5, 0.5).quantile(0.25)).toBeCloseTo(Math.sin(Math.PI / 8) ** 2, 12);
  });

  test('quantile and cumulative undo each other', () => {
    const shape = fc.double({ min: 1, max: 200, noNaN: true });
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (a, b, p) => {
        const { cumulative, quantile } = beta(a, b);
        expect(cumulative(quantile(p))).toBeCloseTo(p, 9);
      }),
    );
  });

  test('refuses shapes that are none', () => {
    expect(() => beta(0, 1)).toThrow(RangeError);
  });
});

describe('distributions', () => {
  const ranges: Distribution[] = [
    { kind: 'uniform', low: 20, likely: 35, high: 50 },
    { kind: 'triangular', low: 120, likely: 220, high: 240 },
    { kind: 'triangular', low: 1, likely: 1, high: 4 },
    { kind: 'pert', low: 55, likely: 65, high: 80 },
    { kind: 'pert', low: 0, likely: 2, high: 2 },
    { kind: 'sample', count: 23, of: 80 },
    { kind: 'sample', count: 0, of: 59 },
  ];

  test.each(ranges)('%j: quantiles at even steps have the closed mean and variance', (distribution) => {
    const at = quantileOf(distribution);
    const count = 4000;
    const values = Array.from({ length: count }, (_, index) => at((index + 0.5) / count));
    const { mean, variance } = momentsOf(distribution);
    const found = values.reduce((sum, value) => sum + value, 0) / count;
    const spread = values.reduce((sum, value) => sum + (value - found) ** 2, 0) / count;
    expect(Math.abs(found - mean)).toBeLessThan(1e-3 * Math.sqrt(variance));
    expect(Math.abs(spread / variance - 1)).toBeLessThan(5e-3);
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  test('a range of one value is that value', () => {
    expect(quantileOf({ kind: 'pert', low: 3, likely: 3, high: 3 })(0.7)).toBe(3);
  });
});

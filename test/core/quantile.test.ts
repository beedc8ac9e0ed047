import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { median, quantile } from '../../src/core/quantile.ts';

describe('quantile', () => {
  // R: quantile(c(1,3,5,7,11), type = 7); spreadsheet documentation: PERCENTILE.INC({1,2,3,4}, 0.3) = 1.9
  test.each([
    [[1, 2, 3, 4], 0.3, 1.9],
    [[1, 3, 5, 7, 11], 0.1, 1.8],
    [[11, 7, 5, 3, 1], 0.9, 9.4],
    [[4], 0.2, 4],
  ])('of %j at %d is %d', (values, probability, expected) => {
    expect(quantile(values, probability)).toBeCloseTo(expected, 12);
  });

  test('sorts by size, not by text, and leaves the list alone', () => {
    const values = [10, 9, 100];
    expect(median(values)).toBe(10);
    expect(values).toEqual([10, 9, 100]);
  });

  test('the median of an even number of values is the mean of the middle two', () => {
    expect(median([31, 67])).toBe(49);
  });

  test('lies between the extremes and reaches them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, probability) => {
          const value = quantile(values, probability);
          expect(value).toBeGreaterThanOrEqual(Math.min(...values));
          expect(value).toBeLessThanOrEqual(Math.max(...values) + 1e-6);
          expect(quantile(values, 1)).toBeCloseTo(Math.max(...values), 6);
        },
      ),
    );
  });

  test('refuses nothing, NaN, infinities and strange probabilities', () => {
    expect(() => median([])).toThrow('A quantile of no values does not exist.');
    expect(() => median([1, NaN])).toThrow('A quantile needs finite numbers, found NaN.');
    expect(() => median([1, -Infinity])).toThrow('found -Infinity');
    expect(() => quantile([1], 1.2)).toThrow('A probability from 0 to 1 was expected, found 1.2.');
  });
});

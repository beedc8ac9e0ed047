import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bootstrapMedian, bootstrapMedianDifference } from '../../src/core/bootstrap.ts';
import { median, quantile } from '../../src/core/quantile.ts';

/** Every resample of a short list with the same chance: what the random draws approach. */
function everyResample(values: readonly number[]): number[] {
  let lists: number[][] = [[]];
  for (const _ of values) lists = lists.flatMap((list) => values.map((value) => [...list, value]));
  return lists.map(median);
}

describe('bootstrapMedian', () => {
  const hours = [31, 12, 67, 8, 45, 29, 33, 51, 22, 38, 41, 19];

  test('the same values and seed give the same bounds; another seed others, but near', () => {
    const first = bootstrapMedian(hours, { seed: 'billing.median' });
    expect(bootstrapMedian(hours, { seed: 'billing.median' })).toEqual(first);
    const other = bootstrapMedian(hours, { seed: 'timer.median' });
    expect(Math.abs(other.low - first.low)).toBeLessThan(6);
    expect(first).toMatchObject({ level: 0.95, method: 'bootstrap' });
  });

  test.each([[[1, 2, 4, 8, 16]], [[3, 3, 5, 9]], [[0, 10, 11, 12, 40, 41]]])(
    'approaches the quantiles over every resample of %j',
    (values) => {
      const all = everyResample(values);
      const drawn = bootstrapMedian(values, { seed: 'every', level: 0.8, resamples: 20_000 });
      // These quantiles do not stand at a jump of the distribution, so the draws reach them exactly.
      expect([drawn.low, drawn.high]).toEqual([quantile(all, 0.1), quantile(all, 0.9)]);
    },
  );

  test('stays inside the values, holds the median, and widens with the level', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 25 }),
        fc.string(),
        (values, seed) => {
          const options = { seed, resamples: 400 };
          const wide = bootstrapMedian(values, { ...options, level: 0.95 });
          const narrow = bootstrapMedian(values, { ...options, level: 0.5 });
          expect(wide.low).toBeGreaterThanOrEqual(Math.min(...values));
          expect(wide.high).toBeLessThanOrEqual(Math.max(...values));
          expect(wide.low).toBeLessThanOrEqual(narrow.low);
          expect(wide.high).toBeGreaterThanOrEqual(narrow.high);
          expect(wide.low).toBeLessThanOrEqual(median(values));
          expect(wide.high).toBeGreaterThanOrEqual(median(values));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('one value has no spread; none has no median', () => {
    expect(bootstrapMedian([7], { seed: 'one' })).toMatchObject({ low: 7, high: 7 });
    expect(() => bootstrapMedian([], { seed: 'none' })).toThrow(
      'An interval of the median needs at least 1 value, found none.',
    );
    expect(() => bootstrapMedian([1], { seed: 'level', level: 95 })).toThrow(RangeError);
  });
});

describe('bootstrapMedianDifference', () => {
  test('moves with a shift of a whole group, and turns round with the groups', () => {
    const [first, second] = [
      [60, 67, 71, 80, 55],
      [31, 30, 28, 44, 35, 36],
    ];
    const shift = bootstrapMedianDifference(first, second, { seed: 'shift' });
    const moved = bootstrapMedianDifference(
      first.map((value) => value + 100),
      second,
      { seed: 'shift' },
    );
    expect(moved.low).toBeCloseTo(shift.low + 100, 10);
    expect(moved.high).toBeCloseTo(shift.high + 100, 10);
    expect(shift.low).toBeGreaterThan(0);
    const turned = bootstrapMedianDifference(second, first, { seed: 'shift', resamples: 20_000 });
    expect(turned.high).toBeLessThan(0);
    expect(Math.abs(turned.low + shift.high)).toBeLessThan(5);
  });

  test('a group that has one value only passes its constant on', () => {
    const alone = bootstrapMedian([1, 5, 9, 13], { seed: 'same' });
    // The constant group draws one number per resample, so the streams differ; the distribution does not.
    const less = bootstrapMedianDifference([1, 5, 9, 13], [2], { seed: 'same', resamples: 20_000 });
    expect(less.low).toBeCloseTo(alone.low - 2, 10);
    expect(less.high).toBeCloseTo(alone.high - 2, 10);
  });

  test('a group without values has no difference', () => {
    expect(() => bootstrapMedianDifference([1], [], { seed: 'none' })).toThrow(RangeError);
  });
});

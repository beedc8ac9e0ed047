import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wilson } from '../../src/core/interval.ts';

describe('wilson', () => {
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d is Newcombe’s (1998, method 3)', (count, of, low, high) => {
    const interval = wilson(count, of);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
    expect(interval).toMatchObject({ level: 0.95, method: 'wilson' });
  });

  test('reaches exactly 0 and 1 at the ends', () => {
    expect(wilson(0, 77).low).toBe(0);
    expect(wilson(77, 77).high).toBe(1);
  });

  test('stays inside 0 to 1, holds the proportion, and mirrors its complement', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.nat(),
        fc.double({ min: 0.5, max: 0.999, noNaN: true }),
        (of, seed, level) => {
          const count = seed % (of + 1);
          const { low, high } = wilson(count, of, level);
          const mirror = wilson(of - count, of, level);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(count / of + 1e-12);
          expect(high).toBeGreaterThanOrEqual(count / of - 1e-12);
          expect(mirror.low).toBeCloseTo(1 - high, 10);
        },
      ),
    );
  });

  test.each([
    [0, 0],
    [3, 2],
    [-1, 5],
    [1.5, 5],
    [1, NaN],
  ])('refuses %d of %d', (count, of) => {
    expect(() => wilson(count, of)).toThrow(RangeError);
  });

  test('says that an empty sample has no interval', () => {
    expect(() => wilson(0, 0)).toThrow('An interval needs a sample of at least 1 record, found 0.');
    expect(() => wilson(1, 2, 95)).toThrow('A level strictly between 0 and 1 was expected, found 95.');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROUNDING_RULES, reachable, round } from '../../src/core/rounding.ts';

describe('round', () => {
  test.each([
    // value, to, half-up, half-even, truncate, up, down
    [63.25, 1, 63, 63, 63, 64, 63],
    [36.75, 1, 37, 37, 36, 37, 36],
    [4.4, 1, 4, 4, 4, 5, 4],
    [220 * 0.02, 1, 4, 4, 4, 5, 4],
    [220 * 0.05, 1, 11, 11, 11, 11, 11],
    [0.285 * 100, 1, 29, 28, 28, 29, 28],
    [1.005, 0.01, 1.01, 1, 1, 1.01, 1],
    [1.015, 0.01, 1.02, 1.02, 1.01, 1.02, 1.01],
    [-2.5, 1, -3, -2, -2, -2, -3],
    [0.1 * 3, 0.1, 0.3, 0.3, 0.3, 0.3, 0.3],
    [47970, 500, 48000, 48000, 47500, 48000, 47500],
    [7.25, 0.25, 7.25, 7.25, 7.25, 7.25, 7.25],
    [82.5, 1, 83, 82, 82, 83, 82],
  ])('%d to %d', (value, to, ...expected) => {
    expect(ROUNDING_RULES.map((rule) => round(value, { to, rule }))).toEqual(expected);
  });

  test('is within one step, keeps order, and leaves what is already rounded', () => {
    const amounts = fc.integer({ min: -1e9, max: 1e9 }).map((units) => units / 1000);
    fc.assert(
      fc.property(
        amounts,
        amounts,
        fc.constantFrom(0.01, 0.1, 0.25, 1, 5),
        fc.constantFrom(...ROUNDING_RULES),
        (a, b, to, rule) => {
          const rounded = round(a, { to, rule });
          expect(Math.abs(rounded - a)).toBeLessThan(to);
          expect(round(rounded, { to, rule })).toBe(rounded);
          if (a <= b) expect(rounded).toBeLessThanOrEqual(round(b, { to, rule }));
        },
      ),
    );
  });

  test('refuses a step of nothing and a value that is none', () => {
    expect(() => round(1, { to: 0, rule: 'up' })).toThrow('A rounding step greater than 0 was expected, found 0.');
    expect(() => round(NaN, { to: 1, rule: 'up' })).toThrow('A finite number was expected, found NaN.');
  });
});

describe('reachable', () => {
  const counts = (percent: number, of: number, decimals: number) =>
    Object.fromEntries(
      reachable(percent, of, decimals, ['half-up', 'half-even', 'truncate']).map((reach) => [
        reach.rule,
        reach.counts.map(({ count }) => count),
      ]),
    );

  test('82 of 80 is reached by no count under half up, by 66 under half even and truncation', () => {
    expect(counts(82, 80, 0)).toEqual({ 'half-up': [], 'half-even': [66], truncate: [66] });
    const [halfUp] = reachable(82, 80, 0, ['half-up']);
    expect(halfUp).toEqual({
      rule: 'half-up',
      counts: [],
      below: { count: 65, percent: 81.25 },
      above: { count: 66, percent: 82.5 },
    });
  });

  test('of 77, 63 print as 82 and 72 as 94', () => {
    expect(counts(82, 77, 0)['half-up']).toEqual([63]);
    expect(counts(94, 77, 0)['half-up']).toEqual([72]);
  });

  test('of 116, 109 print as 94.0', () => {
    expect(counts(94, 116, 1)['half-up']).toEqual([109]);
  });

  test('a small percentage of a large sample has several counts', () => {
    expect(counts(1, 1000, 0)['half-up']).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
  });

  test('has no neighbour beyond the ends', () => {
    const [all] = reachable(100, 10, 0, ['half-up']);
    expect(all).toEqual({ rule: 'half-up', counts: [{ count: 10, percent: 100 }], below: { count: 9, percent: 90 } });
    const [beyond] = reachable(101, 10, 0, ['half-up']);
    expect(beyond?.counts).toEqual([]);
  });

  test('refuses an empty sample and a percentage finer than published', () => {
    expect(() => reachable(82, 0, 0, ['half-up'])).toThrow('at least 1 record');
    expect(() => reachable(81.25, 80, 1, ['half-up'])).toThrow('81.25 has more than the 1 decimals');
  });
});

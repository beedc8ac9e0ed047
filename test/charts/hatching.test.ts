import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hatching, strokePath } from '../../src/charts/hatching.ts';

describe('hatching', () => {
  test('no stroke leaves its rectangle, and each rises at the same angle', () => {
    const edge = fc.double({ min: -500, max: 500, noNaN: true });
    const size = fc.double({ min: 1, max: 400, noNaN: true });
    fc.assert(
      fc.property(edge, size, edge, size, (left, width, top, height) => {
        for (const { x1, y1, x2, y2 } of hatching(left, left + width, top, top + height, 6)) {
          for (const x of [x1, x2]) {
            expect(x).toBeGreaterThanOrEqual(left - 1e-6);
            expect(x).toBeLessThanOrEqual(left + width + 1e-6);
          }
          for (const y of [y1, y2]) {
            expect(y).toBeGreaterThanOrEqual(top - 1e-6);
            expect(y).toBeLessThanOrEqual(top + height + 1e-6);
          }
          expect(x2 - x1).toBeCloseTo(y1 - y2, 6);
        }
      }),
    );
  });

  test('neighbours share one grid, so that stepped bars read as one', () => {
    const feet = (left: number, right: number) =>
      hatching(left, right, 0, 18, 6).map(({ x1, y1 }) => (x1 - (18 - y1)) % 6);
    expect(new Set([...feet(0, 60), ...feet(61.5, 90)].map((foot) => Math.abs(foot)))).toEqual(new Set([0]));
  });

  test('an empty bar has none', () => {
    expect(hatching(10, 10, 0, 18, 6)).toEqual([]);
    expect(strokePath([])).toBe('');
  });
});

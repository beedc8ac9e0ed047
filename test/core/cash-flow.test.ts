import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { irr, monthlyBenefits, npv, payback, rampShare } from '../../src/core/cash-flow.ts';

// Examples of spreadsheet documentation.
test('npv discounts the first flow by one period', () => {
  expect(npv(0.1, [-10000, 3000, 4200, 6800])).toBeCloseTo(1188.443412, 6);
  expect(npv(0.08, [8000, 9200, 10000, 12000, 14500]) - 40000).toBeCloseTo(1922.06, 2);
  expect(npv(0, [1, 2, 3])).toBe(6);
  expect(() => npv(-1, [1])).toThrow(RangeError);
});

describe('irr', () => {
  test('agrees with spreadsheets', () => {
    expect(irr([-70000, 12000, 15000, 18000, 21000, 26000])).toBeCloseTo(0.086630948, 9);
    expect(irr([-70000, 12000, 15000, 18000, 21000])).toBeCloseTo(-0.021244848, 9);
    expect(irr([-70000, 12000, 15000])).toBeCloseTo(-0.443506941, 9);
  });

  test.each([[[]], [[0, 0]], [[100, 200]], [[-100, -1]]])('%j has none', (flows) => {
    expect(irr(flows)).toBeUndefined();
  });

  test('is the rate at which the present value is zero', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 10 }),
        (outlay, flows) => {
          const rate = irr([-outlay, ...flows]);
          // Beyond the bracket there is honestly none.
          if (rate === undefined) return;
          expect(Math.abs(npv(rate, flows) - outlay)).toBeLessThan(1e-6 * outlay + 1e-6);
        },
      ),
    );
  });
});

describe('ramp and payback', () => {
  test('half a ramp is lost, however it falls on months', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 24, noNaN: true }), (ramp) => {
        const total = monthlyBenefits(12, ramp, 36).reduce((sum, month) => sum + month, 0);
        expect(total).toBeCloseTo(36 - ramp / 2, 9);
      }),
    );
    expect([1, 2, 3, 4].map((month) => rampShare(month, 2))).toEqual([0.25, 0.75, 1, 1]);
    expect(rampShare(1, 0)).toBe(1);
  });

  test('12,000 a year pays 6,000 back in half a year, 3,000 later with a ramp', () => {
    expect(payback(6000, monthlyBenefits(12000, 0, 36))).toBe(6);
    expect(payback(6500, monthlyBenefits(12000, 0, 36))).toBe(6.5);
    expect(payback(6000, monthlyBenefits(12000, 6, 36))).toBe(9);
    expect(payback(40000, monthlyBenefits(12000, 0, 36))).toBeUndefined();
    expect(payback(0, [])).toBe(0);
    expect(payback(10, [0, 0])).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { businessCase } from '../../src/core/business-case.ts';
import { namedPrice, paybackMargin } from '../../src/core/payback-margin.ts';
import { evaluateRoi } from '../../src/core/roi.ts';
import { model } from '../charts/model.ts';
import type { RoiModel } from '../../src/core/roi.ts';

/** The sample's model, its lines with ramps of their own and two of them overlapping. */
const ramped: RoiModel = {
  ...model,
  lines: model.lines.map((line, index) => ({
    ...line,
    ...(index === 1 && { ramp: 'horizon_years' }),
    ...(index < 2 && { overlap: 'same' }),
  })),
};

describe('paybackMargin', () => {
  test.each([
    ['the sample', model],
    ['lines with ramps, some of them overlapping', ramped],
  ])('is what the business case leaves at the highest price: %s', (_name, one) => {
    const parts = one.case!;
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
          minLength: one.assumptions.length,
          maxLength: one.assumptions.length,
        }),
        (rounding, shares) => {
          const inputs = Object.fromEntries(
            one.assumptions.map(({ id, min, max }, index) => [id, min + (max - min) * (shares[index] ?? 0)]),
          );
          const { values, lines, totals } = evaluateRoi(one, inputs, { rounding });
          const total = totals.find(({ id }) => id === parts.total)!;
          const counted = lines.filter(
            ({ id }) => total.lines.includes(id) && !total.left.some((left) => left.id === id),
          );
          const found = businessCase(parts, values, counted);
          expect(paybackMargin(one, { rounding })?.value(inputs)).toBeCloseTo(
            found.highestPrice - (inputs['price'] ?? 0),
            6,
          );
        },
      ),
    );
  });

  test('a model without a case has none', () => {
    const { case: _, ...bare } = model;
    expect(paybackMargin(bare, { rounding: true })).toBeUndefined();
    expect(namedPrice(bare, {})).toBeUndefined();
  });

  test('a price counts once it is named', () => {
    expect(namedPrice(model, {})).toBeUndefined();
    expect(namedPrice(model, { price: 25000 })).toBe(25000);
  });
});

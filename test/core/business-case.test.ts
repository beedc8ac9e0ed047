import { describe, expect, test } from 'vitest';
import { businessCase } from '../../src/core/business-case.ts';
import { checkRoi } from '../../src/core/roi-checks.ts';
import { onboarding } from './roi-fixture.ts';
import type { RoiCase, RoiDefinition } from '../../src/core/roi-definition.ts';

const parts: RoiCase = {
  total: 'labour',
  price: 'price',
  effort: 'effort',
  ramp: 'ramp',
  horizon: 'horizon',
  discount: 'rate',
};
const values = { labour: 12000, price: 0, effort: 400, ramp: 6, horizon: 3, rate: 0.1 };

describe('businessCase', () => {
  test('without a price names the highest that pays back within a year', () => {
    const found = businessCase(parts, values);
    // 12,000 a year less the half of six months that the ramp costs.
    expect(found.firstYear).toBeCloseTo(9000, 9);
    expect(found.firstYearShare).toBeCloseTo(0.75, 12);
    expect(found).toMatchObject({ price: undefined, horizon: 3, delay: 1000 });
    expect(found.highestPrice).toBeCloseTo(8600, 9);
    expect(businessCase(parts, { ...values, price: found.highestPrice }).payback).toBeCloseTo(12, 9);
  });

  test('with a price: payback, present value, return', () => {
    const found = businessCase(parts, { ...values, price: 5600 });
    // 3,000 after the ramp of six months, then 1,000 a month.
    expect(found.payback).toBeCloseTo(9, 9);
    expect(found.npv).toBeCloseTo(9000 / 1.1 + 12000 / 1.21 + 12000 / 1.331 - 6000, 6);
    expect(found.roi).toBeCloseTo((33000 - 6000) / 6000, 9);
    expect(found.flows).toEqual([-6000, ...[9000, 12000, 12000].map((flow) => expect.closeTo(flow, 6) as number)]);
    // At its own rate of return the present value is nothing.
    expect(businessCase(parts, { ...values, price: 5600, rate: found.irr ?? NaN }).npv).toBeCloseTo(0, 6);
  });

  test('lines come in each in its own time, and upkeep is paid every month', () => {
    const lines = [{ id: 'quick', ramp: 'none' }, { id: 'slow' }];
    const more = { ...values, quick: 4800, slow: 7200, none: 0, upkeep: 1200, price: 1000 };
    const found = businessCase({ ...parts, upkeep: 'upkeep' }, more, lines);
    // 4,800 from the start; 7,200 less the half of six months that its ramp costs.
    expect(found.firstYear).toBeCloseTo(4800 + 5400, 9);
    expect(found.highestPrice).toBeCloseTo(10200 - 1200 - 400, 9);
    expect(found.flows[1]).toBeCloseTo(10200 - 1200, 9);
    expect(found.flows[2]).toBeCloseTo(12000 - 1200, 9);
    expect(found.roi).toBeCloseTo((10200 + 12000 + 12000 - 1400 - 3600) / (1400 + 3600), 9);
    // 300 a month of 4,800 after upkeep, and the first months of the slope.
    const month = (n: number) => 300 + 600 * ((2 * n - 1) / 12);
    const first = month(1) + month(2) + month(3);
    expect(found.payback).toBeCloseTo(3 + (1400 - first) / month(4), 9);
  });

  test('says what cannot be said', () => {
    expect(businessCase(parts, { ...values, price: 100000 })).toMatchObject({ payback: undefined });
    expect(businessCase({ ...parts, effort: undefined }, values)).toMatchObject({
      roi: undefined,
      irr: undefined,
      payback: 0,
    });
  });
});

describe('the case of a definition', () => {
  const withCase = (change: (definition: RoiDefinition) => void) => {
    const definition = onboarding();
    const input = {
      group: 'volume',
      basis: 'assumed',
      source: 'x',
      owner: 'y',
      as_of: '2026-04-30',
      value: 1,
      low: 1,
      high: 1,
      min: 0,
      max: 2,
      step: 1,
    } as const;
    definition.assumptions.push(
      { ...input, id: 'price', label: 'Price', unit: 'USD' },
      { ...input, id: 'ramp', label: 'Ramp', unit: 'months' },
      { ...input, id: 'horizon', label: 'Horizon', unit: 'years', min: 1 },
      { ...input, id: 'rate', label: 'Rate', unit: 'share a year' },
    );
    definition.case = { total: 'labour', price: 'price', ramp: 'ramp', horizon: 'horizon', discount: 'rate' };
    change(definition);
    return checkRoi(definition).map(({ path, message }) => `${path.join('.')}: ${message}`);
  };

  test.each<[string, (definition: RoiDefinition) => void, string[]]>([
    ['that holds together', () => undefined, []],
    [
      'on a scenario',
      ({ case: one }) => Object.assign(one ?? {}, { total: 'revenue_protection' }),
      ['case.total: "revenue_protection" is revenue_protection: a scenario carries no business case'],
    ],
    [
      'on no total',
      ({ case: one }) => Object.assign(one ?? {}, { total: 'labor' }),
      ['case.total: there is no total "labor": did you mean "labour"?'],
    ],
    [
      'with a price in hours',
      (definition) => Object.assign(definition.case ?? {}, { price: 'diagnosis' }),
      ['assumptions.16: no step uses the assumption "price"', 'case.price: USD was expected, found "h"'],
    ],
    [
      'with effort that is no step',
      ({ case: one }) => Object.assign(one ?? {}, { effort: 'audit_hour' }),
      ['case.effort: there is no step "audit_hour": did you mean "audit_hours"?'],
    ],
    [
      'with effort a year',
      ({ case: one }) => Object.assign(one ?? {}, { effort: 'audit_year' }),
      ['case.effort: USD was expected, found "USD a year"'],
    ],
    [
      'in handoffs',
      (definition) => {
        const [total] = definition.totals;
        definition.lines = [
          { id: 'fewer', label: 'x', step: 'handoffs', class: 'labour', hangs_on: 'y', unit: 'a month' },
        ];
        definition.totals = [{ ...total!, lines: ['fewer'] }];
        definition.comparisons = [];
      },
      ['case.total: money a year was expected, found "a month"'],
    ],
    ...(
      [
        ['price', 16, 'min', -1, 'the price of the case begins at 0 or above, found -1'],
        ['ramp', 17, 'min', -1, 'the ramp of the case begins at 0 or above, found -1'],
        ['horizon', 18, 'min', 0, 'the horizon counts whole years from 1 on, found 0'],
        ['horizon', 18, 'step', 0.5, 'the horizon counts whole years, found steps of 0.5'],
        ['discount', 19, 'min', -1, 'the discount of the case begins at 0 or above, found -1'],
      ] as const
    ).map(([part, index, field, value, message]): [string, (definition: RoiDefinition) => void, string[]] => [
      `with ${part}: ${field} ${value}`,
      (definition) => Object.assign(definition.assumptions[index] ?? {}, { [field]: value }),
      [`assumptions.${index}.${field}: ${message}`],
    ]),
    [
      'an alternative at no amount',
      (definition) =>
        Object.assign(definition, { alternatives: [{ id: 'other', label: 'x', effect: 'y', amount: 'hires' }] }),
      ['alternatives.0.amount: there is no comparison "hires": did you mean "hire"?'],
    ],
  ])('%s', (_, change, expected) => {
    expect(withCase(change)).toEqual(expected);
  });
});

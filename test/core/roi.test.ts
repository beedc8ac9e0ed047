import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseExpression } from '../../src/core/expression.ts';
import { RoiChangeError, evaluateRoi } from '../../src/core/roi.ts';
import { RoiDefinitionError, compileRoi } from '../../src/core/roi-compile.ts';
import { facts, onboarding } from './roi-fixture.ts';

const NBSP = '\u00A0';
const model = compileRoi(onboarding(), facts);

describe('as published', () => {
  test('every figure of the source document', () => {
    expect(model.published).toMatchObject({
      handoffs: 63,
      handoff_hours: 37,
      billing_month: 2405,
      billing_rework: 28860,
      exceptions: 5,
      exception_hours: 10,
      provisioning_response: 7800,
      review_hours: 78,
      review_time: 5070,
      audit_hours: 96,
      audit_preparation: 6240,
      labour: 47970,
      labour_hours: 738,
      accounts_at_risk: 11,
      churn: 72000,
      concessions: 43200,
      revenue_protection: 115200,
    });
  });

  test('with rounding switched off', () => {
    expect(model.exact).toMatchObject({
      handoffs: 63.25,
      billing_rework: 28778.75,
      exceptions: 4.4,
      provisioning_response: 6864,
      labour: 46952.75,
      churn: 72000,
      concessions: 43200,
    });
  });

  test('the two classes are never one sum', () => {
    const { totals } = evaluateRoi(model, {}, { rounding: true });
    expect(totals.map(({ id, value, hours, unit }) => [id, value, hours, unit])).toEqual([
      ['labour', 47970, 738, 'USD a year'],
      ['revenue_protection', 115200, undefined, 'USD a year'],
    ]);
    expect(Object.values(model.published)).not.toContain(47970 + 115200);
  });

  test('rounding exceptions to the nearest instead would publish 6,240', () => {
    const nearest = onboarding();
    const step = nearest.steps.find(({ id }) => id === 'exceptions');
    if (step?.round !== undefined) step.round.rule = 'half-up';
    expect(compileRoi(nearest, facts).published).toMatchObject({ exceptions: 4, provisioning_response: 6240 });
  });
});

describe('the working', () => {
  const { working } = evaluateRoi(model, {}, { rounding: true });
  const step = (id: string) => working.find((entry) => entry.id === id);

  test('stands in an order in which each step follows what it needs', () => {
    const ids = working.map(({ id }) => id);
    expect(ids.indexOf('billing_year')).toBeGreaterThan(ids.indexOf('billing_month'));
    expect(ids).toHaveLength(15);
  });

  test.each([
    ['handoffs', '220 × 28.75%', 63.25, 63, true],
    ['handoff_hours', `63 × 35${NBSP}min ÷ 60`, 36.75, 37, true],
    ['billing_month', `37${NBSP}h × $65`, 2405, 2405, false],
    ['exceptions', '220 × 2%', 4.4, 5, true],
    ['audit_hours', `3 × 8${NBSP}h × 4`, 96, 96, false],
    ['labour_hours', `(37${NBSP}h + 10${NBSP}h) × 12 + 78${NBSP}h + 96${NBSP}h`, 738, 738, false],
    ['churn_year', '1 × 4 × $18,000', 72000, 72000, false],
  ])('of %s is %s', (id, filled, raw, value, rounded) => {
    expect(step(id)).toMatchObject({ filled, raw, value, rounded });
  });

  test('has nothing rounded when rounding is off', () => {
    const exact = evaluateRoi(model, {}, { rounding: false }).working;
    expect(exact.some(({ rounded }) => rounded)).toBe(false);
    expect(exact.find(({ id }) => id === 'handoff_hours')?.filled).toBe(`63.25 × 35${NBSP}min ÷ 60`);
  });
});

describe('a reader’s changes', () => {
  test('move what depends on them and nothing else', () => {
    const { values } = evaluateRoi(model, { loaded_hour: 72, review_saved: 30 }, { rounding: true });
    expect(values).toMatchObject({ labour: 51264, labour_hours: 712, revenue_protection: 115200 });
    expect(evaluateRoi(model, { incomplete: 0 }, { rounding: true }).values).toMatchObject({
      billing_rework: 0,
      labour: 19110,
    });
  });

  test.each([
    [{ accounts: NaN }, 'accounts', '"New accounts" needs a number, found NaN.'],
    [{ accounts: Infinity }, 'accounts', '"New accounts" needs a number, found Infinity.'],
    [{ accounts: 1000 }, 'accounts', '"New accounts" goes from 50 a month to 400 a month; 1,000 a month lies outside.'],
    [{ incomplete: 28.75 }, 'incomplete', '"Handoffs missing a field" goes from 0% to 100%; 2,875% lies outside.'],
    [
      { loaded_hour: -1 },
      'loaded_hour',
      '"Loaded hour" goes from $30 an hour to $120 an hour; \u2212$1 an hour lies outside.',
    ],
    [{ acounts: 200 }, 'acounts', 'There is no assumption "acounts" in this model.'],
    [{ labour: 1 }, 'labour', 'There is no assumption "labour" in this model.'],
  ])('%j is refused', (changes, assumption, message) => {
    const act = () => evaluateRoi(model, changes, { rounding: true });
    expect(act).toThrow(RoiChangeError);
    expect(act).toThrow(expect.objectContaining({ assumption, message }));
  });

  test('the total is the sum of its lines, and more hours never cost less', () => {
    const range = (id: string) => {
      const { min, max } = model.assumptions.find((assumption) => assumption.id === id) ?? { min: 0, max: 0 };
      return fc.double({ min, max, noNaN: true });
    };
    fc.assert(
      fc.property(
        range('accounts'),
        range('handling'),
        range('loaded_hour'),
        fc.boolean(),
        (accounts, handling, loaded_hour, rounding) => {
          const { values, lines, totals } = evaluateRoi(model, { accounts, handling, loaded_hour }, { rounding });
          const labour = lines.filter((line) => line.class === 'labour').reduce((sum, line) => sum + line.value, 0);
          expect(totals[0]?.value).toBeCloseTo(labour, 6);
          const more = evaluateRoi(model, { accounts, handling: 120, loaded_hour }, { rounding });
          expect(more.values['labour']).toBeGreaterThanOrEqual((values['labour'] ?? NaN) - 1e-6);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('leave the model as it was, which is plain JSON', () => {
    const before = JSON.stringify(model);
    evaluateRoi(model, { accounts: 120 }, { rounding: false });
    expect(JSON.stringify(model)).toBe(before);
    const again = JSON.parse(before) as typeof model;
    expect(evaluateRoi(again, {}, { rounding: true }).values).toEqual(model.published);
  });

  test('that divide by zero are said, not shown as infinity', () => {
    const definition = onboarding();
    const step = { id: 'per_review', label: 'Hours a review', formula: 'audit_hours / reviews', unit: 'h' };
    definition.steps.push(step);
    // The checks refuse it; what evaluates a model does not rely on them.
    expect(() => compileRoi(definition, facts)).toThrow('this can divide by zero: "reviews" goes from 0 to 12');
    const withDivision = { ...model, steps: [...model.steps, { ...step, tree: parseExpression(step.formula) }] };
    expect(evaluateRoi(withDivision, {}, { rounding: true }).values['per_review']).toBe(24);
    expect(() => evaluateRoi(withDivision, { reviews: 0 }, { rounding: true })).toThrow(
      '"Hours a review" (audit_hours / reviews) cannot be worked out: This divides by zero.',
    );
  });
});

describe('compileRoi', () => {
  test('writes the working in the locale it was given', () => {
    const german = compileRoi(onboarding(), facts, 'de-DE');
    const { working } = evaluateRoi(german, {}, { rounding: true });
    expect(working.find(({ id }) => id === 'handoffs')?.filled).toBe('220 × 28,75%');
  });

  test('refuses what the checks refuse, all at once', () => {
    const definition = onboarding();
    definition.steps[0] = {
      id: 'billing_year',
      label: 'Billing rework',
      formula: 'billing_mnth * 12',
      unit: 'USD a year',
    };
    const act = () => compileRoi(definition, {});
    expect(act).toThrow(RoiDefinitionError);
    expect(act).toThrow(
      'steps.0.formula: "billing_mnth" is neither an assumption nor a step: did you mean "billing_month"?\nassumptions.2.fact: there is no fact "billing.incomplete"',
    );
  });
});

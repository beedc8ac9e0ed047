import { describe, expect, test } from 'vitest';
import { checkRoi, checkRoiFacts } from '../../src/core/roi-checks.ts';
import { facts, onboarding } from './roi-fixture.ts';
import type { RoiAssumption, RoiDefinition } from '../../src/core/roi-definition.ts';

const found = (change: (definition: RoiDefinition) => void) => {
  const definition = onboarding();
  change(definition);
  return checkRoi(definition).map(({ path, message }) => `${path.join('.')}: ${message}`);
};
const accounts = (change: Partial<RoiAssumption>) => (definition: RoiDefinition) => {
  Object.assign(definition.assumptions[0] ?? {}, change);
};
const formula = (index: number, text: string) => (definition: RoiDefinition) => {
  Object.assign(definition.steps[index] ?? {}, { formula: text });
};

test('the onboarding model has nothing wrong with it', () => {
  expect(checkRoi(onboarding())).toEqual([]);
  expect(checkRoiFacts(onboarding(), facts)).toEqual([]);
});

describe('checkRoi', () => {
  test.each<[string, (definition: RoiDefinition) => void, string[]]>([
    [
      'an id that two things share',
      (definition) =>
        definition.lines.push({
          id: 'handoffs',
          label: 'x',
          step: 'handoffs',
          class: 'labour',
          hangs_on: 'y',
          unit: 'a month',
        }),
      ['lines.6.id: "handoffs" is taken already, by steps[1]', 'lines.6: no total adds the line "handoffs"'],
    ],
    [
      'a line that hangs on nothing',
      (definition) => Object.assign(definition.lines[1] ?? {}, { hangs_on: undefined }),
      ['lines.1: "provisioning_response" hangs on a "finding", or says under "hangs_on" on what else; found neither'],
    ],
    [
      'a control without its finding',
      (definition) => Object.assign(definition.lines[1] ?? {}, { control: 'exceptions' }),
      ['lines.1.control: a control belongs to a finding: name it under "finding"'],
    ],
    [
      'a ramp that is no time',
      (definition) => Object.assign(definition.lines[1] ?? {}, { ramp: 'loaded_hour' }),
      ['lines.1.ramp: an assumption in months was expected, found "USD an hour"'],
    ],
    [
      'a ramp that is not there',
      (definition) => Object.assign(definition.lines[1] ?? {}, { ramp: 'loaded_hours' }),
      ['lines.1.ramp: there is no assumption "loaded_hours": did you mean "loaded_hour"?'],
    ],
    [
      'an overlap that is not declared',
      (definition) => Object.assign(definition.lines[1] ?? {}, { overlap: 'proof' }),
      ['lines.1.overlap: there is no overlap "proof"'],
    ],
    [
      'an overlap that keeps nothing out',
      (definition) => {
        definition.overlaps = [{ id: 'proof', label: 'Proof', why: 'The same hours.' }];
        Object.assign(definition.lines[1] ?? {}, { overlap: 'proof' });
        Object.assign(definition.lines[4] ?? {}, { overlap: 'proof' });
      },
      ['overlaps.0: no total adds two lines of the overlap "proof", so it keeps none out'],
    ],
    [
      'a value without its date',
      accounts({ as_of: undefined }),
      ['assumptions.0.value: the day from which it dates was expected under "as_of"'],
    ],
    [
      'a value without a range',
      accounts({ low: undefined, high: undefined }),
      ['assumptions.0.value: a plausible range was expected: "low" and "high"'],
    ],
    [
      'a group twice',
      (definition) => definition.groups.push({ id: 'volume', title: 'Volume' }),
      ['groups.5.id: "volume" is taken already, by groups[0]'],
    ],
    [
      'a group that is not there',
      accounts({ group: 'volumes' }),
      ['assumptions.0.group: there is no group "volumes"; there are volume, billing, provisioning, review, revenue'],
    ],
    [
      'a group without assumptions',
      (definition) => definition.groups.push({ id: 'other', title: 'Other' }),
      ['groups.5: no assumption belongs to the group "other"'],
    ],
    [
      'neither value nor fact',
      accounts({ value: undefined }),
      ['assumptions.0: exactly one of "value" and "fact" was expected, found neither'],
    ],
    [
      'value and fact',
      accounts({ fact: 'a.b' }),
      ['assumptions.0: exactly one of "value" and "fact" was expected, found both'],
    ],
    [
      'measured without a fact',
      accounts({ basis: 'measured' }),
      ['assumptions.0.basis: a measured assumption takes its value from a fact: name it under "fact"'],
    ],
    [
      'a fact that is only assumed',
      (definition) => Object.assign(definition.assumptions[2] ?? {}, { basis: 'assumed' }),
      ['assumptions.2.basis: a value that comes from a fact is "measured", found "assumed"'],
    ],
    [
      'a value above its range',
      accounts({ value: 300 }),
      ['assumptions.0.value: 300 a month lies outside its own plausible range, 120 a month to 240 a month'],
    ],
    ['low above high', accounts({ low: 250 }), ['assumptions.0.low: low (250) is above high (240)']],
    ['min above low', accounts({ min: 150 }), ['assumptions.0.min: min (150) is above low (120)']],
    ['max below high', accounts({ max: 230 }), ['assumptions.0.max: max (230) is below high (240)']],
    [
      'a step that misses the published value',
      accounts({ step: 50 }),
      [
        'assumptions.0.step: the slider cannot stand on the published value: from 50 in steps of 50, 220 is not reached',
      ],
    ],
    [
      'a step wider than the slider',
      accounts({ step: 1000 }),
      ['assumptions.0.step: a step greater than 0 and within the range of 350 was expected, found 1000'],
    ],
    [
      'a percent sign',
      accounts({ unit: '%' }),
      ['assumptions.0.unit: "%" is ambiguous: write "share", with values from 0 to 1; it is shown as a percentage'],
    ],
    [
      'a currency sign',
      accounts({ unit: '$/h' }),
      ['assumptions.0.unit: "$/h" starts with a sign: write the currency\'s ISO code, such as "USD an hour"'],
    ],
    [
      'an unknown name',
      formula(10, 'audit_hours * loaded_hours'),
      ['steps.10.formula: "loaded_hours" is neither an assumption nor a step: did you mean "loaded_hour"?'],
    ],
    [
      'a formula that cannot be read',
      formula(10, 'audit_hours * '),
      ['steps.10.formula: This cannot be read as an expression: Expected expression after *.'],
    ],
    [
      'a formula whose unit is another than declared',
      formula(10, 'audit_hours / loaded_hour'),
      ['steps.10.formula: this gives h² a USD a year, and "USD a year" is declared.'],
    ],
    [
      'a unit that is nearly one',
      accounts({ unit: 'a mnth' }),
      ['assumptions.0.unit: "a mnth" names no period "mnth": did you mean "month"?'],
    ],
    [
      'a comparison in place of a number',
      formula(10, 'audit_hours > loaded_hour'),
      ['steps.10.formula: a number was expected, found a comparison'],
    ],
    [
      'a step that needs itself',
      formula(9, 'preparers * preparation * reviews + audit_hours'),
      ['steps.9.formula: these steps need each other in a circle: audit_hours needs audit_hours'],
    ],
    [
      'a circle',
      (definition) => {
        formula(1, 'accounts * incomplete + billing_year')(definition);
      },
      [
        'steps.0.formula: these steps need each other in a circle: billing_year needs billing_month needs handoff_hours needs handoffs needs billing_year',
      ],
    ],
    [
      'an assumption that nothing uses',
      formula(12, 'accounts / 20'),
      ['assumptions.12: no step uses the assumption "at_risk"'],
    ],
    [
      'a line on no step',
      (definition) => Object.assign(definition.lines[0] ?? {}, { step: 'billing' }),
      ['lines.0.step: there is no step "billing": did you mean "billing_year"?'],
    ],
    [
      'a total on no line',
      (definition) => definition.totals[0]?.lines.push('other'),
      ['totals.0.lines.4: there is no line "other"'],
    ],
    [
      'a line twice in a total',
      (definition) => definition.totals[0]?.lines.push('review_time'),
      ['totals.0.lines.4: the line "review_time" is added twice'],
    ],
    [
      'revenue protection in a labour total',
      (definition) => definition.totals[0]?.lines.push('churn'),
      [
        'totals.0.lines.4: "churn" is revenue_protection and "labour" a total of labour: the two are never added; give revenue_protection a total of its own',
      ],
    ],
    [
      'units that do not add up',
      (definition) => Object.assign(definition.lines[0] ?? {}, { unit: 'USD a month' }),
      [
        'lines.0.unit: "billing_year" is in USD a year, found "USD a month"',
        'totals.0.lines: lines of one unit can be added, found USD a month and USD a year',
        'totals.1.lines: all totals and comparisons share one scale: USD a month was expected, as "labour" has it, found "USD a year"',
        'comparisons.0.unit: all totals and comparisons share one scale: USD a month was expected, as "labour" has it, found "USD a year"',
      ],
    ],
    [
      'hours that are none',
      (definition) => Object.assign(definition.totals[0] ?? {}, { hours_step: 'audit_year' }),
      ['totals.0.hours_step: a step in hours (unit "h …") was expected, found "USD a year"'],
    ],
    [
      'a share in per cent',
      (definition) => Object.assign(definition.assumptions[4] ?? {}, { max: 10 }),
      ['assumptions.4.max: a share goes from 0 to 1, which is shown as 100%; found 10'],
    ],
    [
      'a scenario that claims to be a saving',
      (definition) => Object.assign(definition.lines[4] ?? {}, { benefit: 'hard_saving' }),
      ['lines.4.benefit: "churn" is revenue_protection: a scenario is neither a saving nor capacity'],
    ],
    [
      'a comparison the wrong way round',
      (definition) => Object.assign(definition.comparisons?.[0] ?? {}, { low: 200000 }),
      ['comparisons.0.low: low (200000) is above high (130000)'],
    ],
  ])('%s', (_, change, expected) => {
    expect(found(change)).toEqual(expected);
  });

  test('reports everything at once', () => {
    expect(
      found((definition) => {
        accounts({ group: 'x', min: 150 })(definition);
        formula(10, '1 +')(definition);
      }),
    ).toHaveLength(3);
  });
});

describe('checkRoiFacts', () => {
  test.each([
    ['h', 'share', false],
    ['share of handoffs', 'share', true],
    ['people', 'share', false],
    ['share', 'handoffs', false],
    ['min', 'h', false],
    ['h', 'h', true],
    ['h a month', 'h', false],
    ['handoffs', 'handoffs', true],
    ['handoffs a month', 'handoffs', false],
    ['h', 'hours', false],
  ])('a measured assumption in "%s" whose fact is in "%s": %s', (unit, ofFact, fits) => {
    const definition = onboarding();
    Object.assign(definition.assumptions[2] ?? {}, { unit });
    const issues = checkRoiFacts(definition, facts, { 'billing.incomplete': { unit: ofFact } });
    expect(issues.map(({ path }) => path.join('.'))).toEqual(fits ? [] : ['assumptions.2.unit']);
  });

  test('a fact that is not there', () => {
    expect(checkRoiFacts(onboarding(), {})).toEqual([
      { path: ['assumptions', 2, 'fact'], message: 'there is no fact "billing.incomplete"' },
    ]);
  });

  test('a fact that is nearly there', () => {
    expect(checkRoiFacts(onboarding(), { 'billing.incomplet': 0.3 })[0]?.message).toBe(
      'there is no fact "billing.incomplete": did you mean "billing.incomplet"?',
    );
  });

  test('a fact that left its plausible range', () => {
    expect(checkRoiFacts(onboarding(), { 'billing.incomplete': 40 / 80 })).toEqual([
      { path: ['assumptions', 2, 'fact'], message: '50% lies outside its own plausible range, 19% to 40%' },
    ]);
  });
});

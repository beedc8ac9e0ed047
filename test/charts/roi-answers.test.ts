import { describe, expect, test } from 'vitest';
import {
  CASH_DRAWING,
  OUTCOMES_DRAWING,
  TORNADO_DRAWING,
  answerDrawing,
  answerWord,
  roiAnswers,
} from '../../src/charts/roi-answers.ts';
import type { RoiAnswers } from '../../src/charts/roi-answers.ts';
import { modelTable } from '../../src/charts/roi-table.ts';
import { ROI_FORMS } from '../../src/charts/roi-lines.ts';
import { drawOutcomes } from '../../src/charts/roi-outcomes.ts';
import { PUBLISHED, roiView } from '../../src/charts/roi-view.ts';
import type { RoiState } from '../../src/charts/roi-view.ts';
import { compileRoi } from '../../src/core/roi-compile.ts';
import { distributionsOf } from '../../src/core/roi-distributions.ts';
import { totalFormula } from '../../src/core/roi-total.ts';
import { DRAWS, finish, simulate } from '../../src/core/simulation.ts';
import { draw } from '../../src/notebook/draw.ts';
import { model } from './model.ts';
import type { RoiModel } from '../../src/core/roi.ts';

const answer = (one: RoiModel, state: RoiState): RoiAnswers =>
  roiAnswers(one, state, roiView(one, state), finish(drawOutcomes(one, state)));
/** Words of an answer by their place. */
const words =
  (answers: RoiAnswers) =>
  (place: string): string | undefined =>
    answerWord(answers, place);
const changed = (changes: Record<string, number>): RoiState => ({ changes, rounding: true });

describe('as published', () => {
  const say = words(answer(model, PUBLISHED));

  test('the range of outcomes is said in round numbers', () => {
    expect(say('outcomes.title')).toMatch(/^Four outcomes in five fall between \$3\d,000 and \$5\d,000$/);
    expect(say('outcomes.note')).toContain('mostly because Accounts, at 220 a month, can fall to 120 a month');
  });

  test('the widest swing that nobody measured is to be pinned down first', () => {
    expect(say('swings.title')).toBe('“Minutes per handoff” moves the result most');
    expect(say('swings.first')).toContain('Pin down first: avoidable handling of each.');
  });

  // 47,970 a year, a ramp of three months costs half of three: 47,970 × 10.5 ÷ 12 − 6 h × $65.
  test('without a price, the highest that pays back within a year', () => {
    expect(47970 * (10.5 / 12) - 390).toBeCloseTo(41583.75, 6);
    expect(say('case.numeral')).toBe('$41,600');
    expect([say('case.backLabel'), say('case.back')]).toEqual(['Highest price paid back in a year', '$41,600']);
    // 41,973.75 with the ramp, then twice 47,970, each discounted at 10 %, less 390.
    expect(41973.75 / 1.1 + 47970 / 1.1 ** 2 + 47970 / 1.1 ** 3 - 390).toBeCloseTo(113453.15, 1);
    expect([say('case.worthLabel'), say('case.worth')]).toEqual([
      'Present value, 3 years at 10%',
      '$113,000 before any price',
    ]);
    expect(say('cash.title')).toBe('Before any price, the first 3 years bring $138,000');
    expect(say('cash.deck')).toBe(
      'Added up, nothing discounted: today \u2212390, after one year 41,584, after 2 years 89,554, after 3 years 137,524',
    );
  });

  // Without rounding; the three other lines stay at 6,864, 5,070 and 6,240.
  test('each assumption says how far it may go', () => {
    expect(say('point.incomplete_share')).toBe('down to 5.8%');
    const share = (47970 / 2 - 6864 - 5070 - 6240) / ((220 * 35) / 60) / 65 / 12;
    expect(share).toBeCloseTo(0.058, 3);
    expect(say('point.accounts_per_month')).toBe('anywhere from 80 to 320 a month');
  });
});

describe('with a price', () => {
  const say = words(answer(model, changed({ price: 20000 })));

  // 20,390 to pay back: 5,996.25 in the three months of the ramp, then 3,997.50 a month.
  test('says when it is paid back, and what it is worth', () => {
    expect(3 + (20390 - (47970 / 12) * 1.5) / (47970 / 12)).toBeCloseTo(6.6, 2);
    expect(say('case.numeral')).toBe('6.6\u00A0months');
    expect([say('case.backLabel'), say('case.back')]).toEqual(['Price and costs paid back', 'after 6.6\u00A0months']);
    expect(say('case.worth')).toBe('$93,500');
    expect(say('case.sentences')).toContain('At a price of $20,000, beside $390 of own effort');
    expect(say('case.sentences')).toMatch(/\d% of the outcomes drawn pay all costs back within the year/);
  });

  test('says that it is not paid back where it is not', () => {
    const never = words(answer(model, changed({ price: 100000, horizon_years: 1 })));
    expect(never('case.numeral')).toBe('Not paid back');
    expect(never('case.back')).toBe('not in one year');
    expect(never('case.sentences')).toContain('Less than 1% of the outcomes drawn');
    expect(never('point.incomplete_share')).toBe('nowhere from 0% to 60%');
  });
});

test('lines with ramps of their own: the chance and the break-evens take each at its own time', () => {
  const slowly: RoiModel = {
    ...model,
    assumptions: [
      ...model.assumptions,
      {
        ...model.assumptions.find(({ id }) => id === 'ramp_months')!,
        id: 'slow_months',
        value: 24,
        low: 24,
        high: 24,
        max: 24,
      },
    ],
    lines: model.lines.map((line) => (line.id === 'billing_rework' ? { ...line, ramp: 'slow_months' } : line)),
  };
  const state = changed({ price: 20000 });
  const outcomes = finish(drawOutcomes(slowly, state));
  const [billing, rest] = [0.25, 0.875];
  const lines = totalFormula(slowly, 'labour', { rounding: false });
  const year = (inputs: Record<string, number>): number =>
    lines
      .counted(inputs)
      .reduce((sum, { line, value }) => sum + value * (line.id === 'billing_rework' ? billing : rest), 0);
  // The same draws, by hand.
  let paid = 0;
  finish(
    simulate(
      (inputs) => {
        if (year(inputs) >= 20390) paid += 1;
        return 0;
      },
      distributionsOf(lines.needs, {}),
      { seed: 'labour' },
    ),
  );
  expect(outcomes.paidBack).toBe(paid / DRAWS);
  const say = words(answer(slowly, state));
  expect(say('turning.target')).toMatch(
    /^What the first year brings stays above \$20,400, all that is paid in it, even if/,
  );
  const hour = Number(/down to \$([\d.]+)/.exec(say('point.loaded_hour') ?? '')?.[1]);
  expect(Math.abs(year({ loaded_hour: hour }) - 20390)).toBeLessThan(200);
});

test('below what pays, each assumption says how far it has to go', () => {
  const say = words(answer(model, changed({ price: 60000 })));
  expect(say('turning.target')).toMatch(
    /^Labour a year is below \$69,\d00, what pays the price back within a year; it gets there if/,
  );
  expect(say('point.loaded_hour')).toMatch(/^up to \$9\d/);
});

test('a measured share that a reader moves is theirs, and the range reaches to it', () => {
  const sample: RoiModel = {
    ...model,
    assumptions: model.assumptions.map((one) =>
      one.id === 'incomplete_share' ? { ...one, sample: { count: 23, of: 80 } } : one,
    ),
  };
  const measured = answer(sample, PUBLISHED).rest?.outcomes.dots;
  const moved = answer(sample, changed({ incomplete_share: 0.6 })).rest?.outcomes.dots;
  expect(moved?.middle.value).toBeGreaterThan(measured?.middle.value ?? NaN);
  expect(moved?.dots).toHaveLength(50);
});

test('savings and capacity are never one silent sum', () => {
  expect(words(answer(model, PUBLISHED))('benefit')).toContain('All of it is capacity released');
  const mixed: RoiModel = {
    ...model,
    lines: model.lines.map((line) => (line.id === 'audit_preparation' ? { ...line, benefit: 'hard_saving' } : line)),
  };
  expect(words(answer(mixed, PUBLISHED))('benefit')).toContain(
    'Of this, $6,240 is a hard saving, payments that fall; $41,730 is capacity',
  );
});

/** Hours saved in a depot: other names, another shape, no money, no case. */
const depot = compileRoi(
  {
    groups: [{ id: 'desk', title: 'Desk' }],
    assumptions: [
      {
        id: 'parcels',
        group: 'desk',
        label: 'Parcels',
        value: 400,
        low: 300,
        high: 500,
        min: 0,
        max: 1000,
        step: 50,
        unit: 'a month',
        basis: 'attested',
        source: 'Ledger',
        owner: 'Shift lead',
        as_of: '2026-02-28',
      },
      {
        id: 'calls',
        group: 'desk',
        label: 'Call',
        value: 3,
        low: 3,
        high: 9,
        min: 0,
        max: 20,
        step: 1,
        unit: 'min',
        basis: 'assumed',
        source: 'Guess',
        owner: 'Shift lead',
        as_of: '2026-02-28',
        distribution: 'pert',
      },
    ],
    steps: [{ id: 'hours', label: 'Hours', formula: 'parcels * calls / 60 * 12', unit: 'h a year' }],
    lines: [
      {
        id: 'calls_saved',
        label: 'Calls',
        step: 'hours',
        class: 'labour',
        hangs_on: 'Shorter calls',
        unit: 'h a year',
      },
    ],
    totals: [{ id: 'time', label: 'Time', class: 'labour', lines: ['calls_saved'] }],
  },
  {},
);

describe('a second model', () => {
  const answers = answer(depot, PUBLISHED);
  const say = words(answers);

  test('gets its answers in its own unit, and no case', () => {
    expect(say('outcomes.deck')).toBe(
      'Fifty equally likely outcomes for time a year; all its assumptions drawn across their ranges',
    );
    expect(say('swings.title')).toBe('“Call” moves the result most');
    expect(say('outcomes.note')).toContain(
      'higher than the unrounded model as it stands, mostly because Call, at 3\u00A0min, can fall to 3\u00A0min and rise to 9\u00A0min',
    );
    expect(answers.case).toBeUndefined();
  });

  test.each(['wide', 'narrow'] as const)('is drawn %s, every place inside the drawing', (form) => {
    const drawings = [TORNADO_DRAWING, CASH_DRAWING, OUTCOMES_DRAWING].flatMap(
      (id) => answerDrawing(answers, id, ROI_FORMS[form]) ?? [],
    );
    // It declares no case, so no money flows.
    expect(drawings.map(({ id }) => id)).toEqual([TORNADO_DRAWING, OUTCOMES_DRAWING]);
    for (const { options, alt } of drawings) {
      const svg = draw(options(), alt);
      expect(svg).not.toMatch(/NaN|undefined/);
      for (const [, x] of svg.matchAll(/<circle[^>]* cx="([^"]+)"/g)) {
        expect(Number(x)).toBeGreaterThan(0);
        expect(Number(x)).toBeLessThan(ROI_FORMS[form].width);
      }
    }
  });
});

test('fifty dots are fifty dots', () => {
  const drawing = answerDrawing(answer(model, PUBLISHED), OUTCOMES_DRAWING, ROI_FORMS.wide);
  expect(draw(drawing!.options(), drawing!.alt).match(/<circle/g)).toHaveLength(50);
});

test('the files hold what the figures show', () => {
  const outcomes = modelTable('outcomes', model, PUBLISHED).rows.map(({ outcome }) => Number(outcome));
  expect(outcomes).toHaveLength(50);
  expect(outcomes).toEqual([...outcomes].sort((a, b) => a - b));
  const [widest] = modelTable('swings', model, PUBLISHED).rows;
  // 63 handoffs at 20 and at 50 minutes are 21 and 52.5, so 53 hours a month, beside 19,110 a year that stays.
  expect(widest).toMatchObject({
    id: 'rework_minutes',
    low: 20,
    high: 50,
    at_low: 21 * 65 * 12 + 19110,
    at_high: 53 * 65 * 12 + 19110,
  });
});

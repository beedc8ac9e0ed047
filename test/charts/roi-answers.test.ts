import { beforeAll, describe, expect, test } from 'vitest';
import { answerDrawings, answerWords, roiAnswers } from '../../src/charts/roi-answers.ts';
import type { RoiAnswers } from '../../src/charts/roi-answers.ts';
import { modelTable } from '../../src/charts/roi-table.ts';
import { ROI_FORMS } from '../../src/charts/roi-lines.ts';
import { drawOutcomes } from '../../src/charts/roi-outcomes.ts';
import { PUBLISHED, roiView } from '../../src/charts/roi-view.ts';
import type { RoiState } from '../../src/charts/roi-view.ts';
import { compileRoi } from '../../src/core/roi-compile.ts';
import { finish } from '../../src/core/simulation.ts';
import { draw } from '../../src/notebook/draw.ts';
import { model } from './model.ts';
import type { RoiModel } from '../../src/core/roi.ts';

const answer = (one: RoiModel, state: RoiState): RoiAnswers =>
  roiAnswers(one, state, roiView(one, state), finish(drawOutcomes(one, state)));
const changed = (changes: Record<string, number>): RoiState => ({ changes, rounding: true });

describe('as published', () => {
  let words: ReadonlyMap<string, string>;
  beforeAll(() => {
    words = answerWords(answer(model, PUBLISHED));
  });

  test('the range of outcomes is said in round numbers', () => {
    expect(words.get('outcomes.title')).toMatch(/^Four outcomes in five fall between \$3\d,000 and \$5\d,000$/);
    expect(words.get('outcomes.note')).toContain('mostly because Accounts, at 220 a month, can fall to 120 a month');
  });

  test('the widest swing that nobody measured is to be pinned down first', () => {
    expect(words.get('swings.title')).toBe('“Minutes per handoff” moves the result most');
    expect(words.get('swings.first')).toContain('Pin down first: avoidable handling of each.');
  });

  // 47,970 a year, a ramp of three months costs half of three: 47,970 × 10.5 ÷ 12 − 6 h × $65.
  test('without a price, the highest that pays back within a year', () => {
    expect(47970 * (10.5 / 12) - 390).toBeCloseTo(41583.75, 6);
    expect(words.get('case.numeral')).toBe('$41,600');
    expect(words.get('cash.title')).toBe('Before any price, the first 3 years bring $138,000');
    expect(words.get('cash.deck')).toBe(
      'Added up, nothing discounted: today \u2212390, after one year 41,584, after 2 years 89,554, after 3 years 137,524',
    );
  });

  // Without rounding; the three other lines stay at 6,864, 5,070 and 6,240.
  test('each assumption says how far it may go', () => {
    expect(words.get('turning.incomplete_share')).toBe('down to 5.8%');
    const share = (47970 / 2 - 6864 - 5070 - 6240) / ((220 * 35) / 60) / 65 / 12;
    expect(share).toBeCloseTo(0.058, 3);
    expect(words.get('turning.accounts_per_month')).toBe('anywhere from 80 to 320 a month');
  });
});

describe('with a price', () => {
  const words = answerWords(answer(model, changed({ price: 20000 })));

  // 20,390 to pay back: 5,996.25 in the three months of the ramp, then 3,997.50 a month.
  test('says when it is paid back, and what it is worth', () => {
    expect(3 + (20390 - (47970 / 12) * 1.5) / (47970 / 12)).toBeCloseTo(6.6, 2);
    expect(words.get('case.numeral')).toBe('6.6\u00A0months');
    expect(words.get('case.sentences')).toContain('At a price of $20,000, beside $390 of own effort');
    expect(words.get('case.sentences')).toMatch(/\d% of the outcomes drawn pay all costs back within the year/);
  });

  test('says that it is not paid back where it is not', () => {
    const never = answerWords(answer(model, changed({ price: 100000, horizon_years: 1 })));
    expect(never.get('case.numeral')).toBe('Not paid back');
    expect(never.get('case.sentences')).toContain('Less than 1% of the outcomes drawn');
    expect(never.get('turning.incomplete_share')).toBe('nowhere from 0% to 60%');
  });
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
  expect(answerWords(answer(model, PUBLISHED)).get('benefit')).toContain('All of it is capacity released');
  const mixed: RoiModel = {
    ...model,
    lines: model.lines.map((line) => (line.id === 'audit_preparation' ? { ...line, benefit: 'hard_saving' } : line)),
  };
  expect(answerWords(answer(mixed, PUBLISHED)).get('benefit')).toContain(
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
  const words = answerWords(answers);

  test('gets its answers in its own unit, and no case', () => {
    expect(words.get('outcomes.deck')).toBe(
      'Fifty equally likely outcomes for time a year; all its assumptions drawn across their ranges',
    );
    expect(words.get('swings.title')).toBe('“Call” moves the result most');
    expect(words.get('outcomes.note')).toContain(
      'higher than the unrounded model as it stands, mostly because Call, at 3\u00A0min, can fall to 3\u00A0min and rise to 9\u00A0min',
    );
    expect(answers.case).toBeUndefined();
  });

  test.each(['wide', 'narrow'] as const)('is drawn %s, every place inside the drawing', (form) => {
    for (const { options, alt } of answerDrawings(answers, ROI_FORMS[form])) {
      const svg = draw(options, alt);
      expect(svg).not.toMatch(/NaN|undefined/);
      for (const [, x] of svg.matchAll(/<circle[^>]* cx="([^"]+)"/g)) {
        expect(Number(x)).toBeGreaterThan(0);
        expect(Number(x)).toBeLessThan(ROI_FORMS[form].width);
      }
    }
  });
});

test('fifty dots are fifty dots', () => {
  const [drawing] = answerDrawings(answer(model, PUBLISHED), ROI_FORMS.wide).filter(
    ({ id }) => id === 'figure:outcomes',
  );
  expect(draw(drawing!.options, drawing!.alt).match(/<circle/g)).toHaveLength(50);
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

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
import { comparisonView, versionColumns } from '../../src/charts/roi-comparison.ts';
import { modelTable } from '../../src/charts/roi-table.ts';
import { ROI_FORMS } from '../../src/charts/roi-lines.ts';
import { drawOutcomes } from '../../src/charts/roi-outcomes.ts';
import { PUBLISHED, roiView } from '../../src/charts/roi-view.ts';
import type { RoiState } from '../../src/charts/roi-view.ts';
import { compileRoi } from '../../src/core/roi-compile.ts';
import { distributionsOf } from '../../src/core/roi-distributions.ts';
import { totalFormula } from '../../src/core/roi-total.ts';
import { evaluateRoi } from '../../src/core/roi.ts';
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
    expect(say('swings.title')).toBe('“Handling a handoff” moves the result most');
    expect(say('swings.first')).toContain('Pin down first: avoidable handling of a handoff.');
  });

  // 47,970 a year, a ramp of three months costs half of three: 47,970 × 10.5 ÷ 12 − 6 h × $65.
  test('without a price, the highest that pays back within a year', () => {
    expect(47970 * (10.5 / 12) - 390).toBeCloseTo(41583.75, 6);
    // A bound, so never rounded up: at 41,600 some is left to pay.
    expect(say('case.numeral')).toBe('$41,500');
    expect([say('case.backLabel'), say('case.back')]).toEqual(['Highest price paid back in a year', '$41,500']);
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

  // With the roundings in force; the three other lines stay at 7,800, 5,070 and 6,240. 4,875 of rework are lacking:
  // seven whole hours a month, so at least twelve whole handoffs of 35 minutes.
  test('each assumption says how far it may go', () => {
    expect(Math.ceil((47970 / 2 - 7800 - 5070 - 6240) / 65 / 12)).toBe(7);
    expect(Math.round((11 * 35) / 60)).toBeLessThan(7);
    expect(Math.round((12 * 35) / 60)).toBe(7);
    expect(11.5 / 220).toBeCloseTo(0.0523, 4);
    expect(say('point.incomplete_share')).toBe('down to 5.3%');
    const exact = words(answer(model, { changes: {}, rounding: false }));
    const share = (47970 / 2 - 6864 - 5070 - 6240) / ((220 * 35) / 60) / 65 / 12;
    expect(share).toBeCloseTo(0.0581, 4);
    expect(exact('point.incomplete_share')).toBe('down to 5.9%');
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
    expect(never('turning.target')).toMatch(/^Not all costs are paid back within the year;/);
  });

  // 41,583.75 is the highest price; 25 more is paid back some hours too late.
  test.each([
    [41583, '12\u00A0months', 'All costs are paid back within the year, even if'],
    [41608, '12.1\u00A0months', 'Not all costs are paid back within the year; with'],
  ])('at %d months, sentence and break-evens say the same', (price, months, sentence) => {
    const near = words(answer(model, changed({ price })));
    expect(near('case.numeral')).toBe(months);
    expect(near('turning.target')).toContain(sentence);
  });

  const inForce = (state: RoiState, price: number): number => {
    const { result } = roiView(model, state);
    const hour = state.changes['loaded_hour'] ?? 65;
    // Three months of ramp cost half of three; effort is six hours.
    return (result.values['labour'] ?? NaN) * (10.5 / 12) - 6 * hour - price;
  };

  test('what a break-even says holds in the model in force, and little beyond it does not', () => {
    const price = 25000;
    for (const rounding of [true, false]) {
      const state: RoiState = { changes: { price }, rounding };
      const say = words(answer(model, state));
      let bounds = 0;
      for (const { id, unit } of model.assumptions) {
        const [, way, figure] = /^(down|up) to \$?([\d.,]+)/.exec(say(`point.${id}`) ?? '') ?? [];
        if (figure === undefined) continue;
        bounds += 1;
        const bound = Number(figure.replaceAll(',', '')) / (unit.startsWith('share') ? 100 : 1);
        const at = (value: number) => inForce({ changes: { price, [id]: value }, rounding }, price);
        expect(at(bound), `${id} at ${bound}`).toBeGreaterThanOrEqual(0);
        expect(at(way === 'down' ? bound * 0.9 : bound * 1.1), `${id} beyond ${bound}`).toBeLessThan(0);
      }
      expect(bounds).toBeGreaterThan(3);
    }
  });

  test('the chance of payback draws effort and ramp as well', () => {
    const state = changed({ price: 38000 });
    const fixed = model.assumptions.map((one) =>
      ['ramp_months', 'fix_hours'].includes(one.id) ? { ...one, low: one.value, high: one.value } : one,
    );
    const held = (one: RoiModel) => finish(drawOutcomes(one, state)).held ?? NaN;
    // A ramp of up to six months costs more often than it spares.
    expect(held(model)).toBeLessThan(held({ ...model, assumptions: fixed }) - 0.01);
    expect(finish(drawOutcomes(model, PUBLISHED)).held).toBeUndefined();
  });

  test('a range reaches to where the reader put the value, in swings as in outcomes', () => {
    const { swings } = answer(model, changed({ accounts_per_month: 300 }));
    const row = swings.tornado.rows.find(({ label }) => label === 'Accounts');
    expect(row).toMatchObject({ low: '120', high: '300', atHigh: swings.tornado.now });
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
  const costs = ['fix_hours', 'ramp_months'];
  /** The first year by hand: a quarter of billing rework, the rest less half of its ramp; six hours are drawn as well. */
  const year = (inputs: Record<string, number>): number => {
    const { values } = evaluateRoi(slowly, inputs, { rounding: false });
    const of = (id: string): number => values[id] ?? NaN;
    const rest = of('labour') - of('billing_rework');
    return of('billing_rework') / 4 + rest * (1 - of('ramp_months') / 24) - of('fix_hours') * of('loaded_hour');
  };
  const { needs } = totalFormula(slowly, 'labour', { rounding: false });
  const drawn = [...needs, ...slowly.assumptions.filter(({ id }) => costs.includes(id))];
  let paid = 0;
  finish(
    simulate(
      (inputs) => {
        if (year({ ...inputs }) >= 20000) paid += 1;
        return 0;
      },
      distributionsOf(drawn, {}),
      { seed: 'labour' },
    ),
  );
  expect(finish(drawOutcomes(slowly, state)).held).toBe(paid / DRAWS);
  const say = words(answer(slowly, { ...state, rounding: false }));
  expect(say('turning.target')).toMatch(/^All costs are paid back within the year, even if/);
  const hour = Number(/down to \$([\d.]+)/.exec(say('point.loaded_hour') ?? '')?.[1]);
  expect(year({ loaded_hour: hour })).toBeGreaterThanOrEqual(20000);
  expect(year({ loaded_hour: hour - 0.2 })).toBeLessThan(20000);
});

test('below what pays, each assumption says how far it has to go', () => {
  const say = words(answer(model, changed({ price: 60000 })));
  expect(say('turning.target')).toMatch(/^Not all costs are paid back within the year; with/);
  expect(say('point.loaded_hour')).toMatch(/^from \$9\d.* up$/);
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
      'higher than the unrounded model as it stands, mostly because Call, at 3\u00A0min, can only rise to 9\u00A0min. Drawn',
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

describe('answers as figures', () => {
  const figures = (state: RoiState): Record<string, unknown> =>
    Object.fromEntries(modelTable('answers', model, state).rows.map(({ id, yours }) => [String(id), yours]));

  test('as published, without a price', () => {
    // 47,970 with three months of ramp is 41,973.75 in the first year; effort is six hours.
    expect(figures(PUBLISHED)).toMatchObject({
      price: null,
      payback: null,
      chance: null,
      effort: 390,
      first_year: 41973.75,
      highest_price: 41583.75,
      delay: 3997.5,
    });
    expect(figures(PUBLISHED)['present_value']).toBeCloseTo(
      41973.75 / 1.1 + 47970 / 1.1 ** 2 + 47970 / 1.1 ** 3 - 390,
      6,
    );
  });

  test('with a price, beside the published ones', () => {
    const found = figures(changed({ price: 20000 }));
    expect(found['payback']).toBeCloseTo(3 + (20390 - 5996.25) / 3997.5, 9);
    expect(found['roi']).toBeCloseTo((47970 * 3 - 5996.25 - 20390) / 20390, 9);
    expect(Number(found['chance'])).toBeGreaterThan(0.9);
    expect(Number(found['p10'])).toBeLessThan(Number(found['p90']));
    expect(modelTable('answers', model, changed({ price: 20000 })).columns.map(({ name }) => name)).toContain(
      'published',
    );
  });

  test('side by side, a price shows in what the versions come to', () => {
    const view = comparisonView(model, versionColumns(model, '1', changed({ price: 20000 }), []));
    const row = (name: string) => view.results.find(({ label }) => label === name)?.cells.map(({ text }) => text);
    expect(row('Present value, less the price')?.slice(0, 2)).toEqual(['$113,000', '$93,500']);
    expect(row('Highest price paid back in a year')?.slice(0, 2)).toEqual(['$41,500', '$41,500']);
    expect(row('Paid back after')?.slice(0, 2)).toEqual(['no price', '6.6\u00A0months']);
    const unpriced = comparisonView(model, versionColumns(model, '1', PUBLISHED, []));
    expect(unpriced.results.map(({ label }) => label)).not.toContain('Paid back after');
  });
});

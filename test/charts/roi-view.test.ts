import { describe, expect, test } from 'vitest';
import { fieldText, fromShown, toShown, trackPlace, unitText } from '../../src/charts/roi-control.ts';
import { roiDrawings } from '../../src/charts/roi-drawings.ts';
import { roiScale } from '../../src/charts/roi-scale.ts';
import { ROI_FORMS, roiLines } from '../../src/charts/roi-lines.ts';
import { modelTable } from '../../src/charts/roi-table.ts';
import { PUBLISHED, roiView, sumAlt, tickWriter } from '../../src/charts/roi-view.ts';
import { draw } from '../../src/notebook/draw.ts';
import { model } from './model.ts';

const published = roiView(model, PUBLISHED);

describe('the model as published', () => {
  // The figures of the published account.
  test('labour adds up, revenue protection stands apart', () => {
    const [labour, revenue] = published.sums;
    expect(labour?.lines.map(({ text }) => text)).toEqual(['28,860', '7,800', '5,070', '6,240']);
    expect(labour).toMatchObject({ money: '$47,970', scenario: false, hours: '738\u00A0hours', difference: undefined });
    expect(revenue?.lines.map(({ text }) => text)).toEqual(['72,000', '43,200']);
    expect(revenue).toMatchObject({ money: '$115,200', scenario: true });
  });

  test('without rounding', () => {
    const [labour] = roiView(model, { changes: {}, rounding: false }).sums;
    expect(labour?.lines.map(({ text }) => text)).toEqual(['28,778.75', '6,864', '5,070', '6,240']);
    expect(labour).toMatchObject({ money: '$46,952.75', difference: 'down $1,017.25 on the published version' });
  });

  test('the working marks what it rounds', () => {
    const rows = new Map(published.working.map((row) => [row.id, row]));
    expect(rows.get('defective_handoffs')).toMatchObject({
      filled: '220 × 28.75% = 63.25',
      value: '63 a month',
      rounded: true,
    });
    expect(rows.get('rework_year')).toMatchObject({ rounded: false, value: '$28,860 a year' });
  });
});

describe('the model of a reader', () => {
  // 37 h × 72 × 12 + 10 h × 72 × 12 + 2 × 30 min × 52 × 72 + 96 h × 72
  const state = { changes: { loaded_hour: 72, review_minutes: 30 }, rounding: true };
  const view = roiView(model, state);

  test('says how far it is from the published one', () => {
    expect(view.sums[0]).toMatchObject({
      money: '$51,264',
      difference: 'up $3,294 on the published version',
      hours: '712\u00A0hours',
    });
    expect(view.sums[1]?.difference).toBeUndefined();
  });

  test('its tables hold both versions; the published one holds no empty column', () => {
    const yours = modelTable('lines', model, state);
    expect(yours.rows.find(({ id }) => id === 'labour')).toMatchObject({
      published: 47970,
      exact: 46952.75,
      yours: 51264,
    });
    expect(modelTable('lines', model, PUBLISHED).columns.map(({ name }) => name)).not.toContain('yours');
    expect(modelTable('assumptions', model, state).rows.find(({ id }) => id === 'loaded_hour')).toMatchObject({
      published: 65,
      yours: 72,
    });
  });
});

describe('bars', () => {
  const drawn = (form: keyof typeof ROI_FORMS) =>
    roiDrawings(published, ROI_FORMS[form], 'en-US').map(({ options, alt }) => draw(options(), alt));

  test('each line begins where the one before ends; the scenario begins at zero again', () => {
    const [labour = '', revenue = ''] = drawn('wide');
    const boxes = (svg: string) =>
      [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(
        ([, x, width]) => [Number(x), Number(width)] as const,
      );
    const steps = boxes(labour);
    expect(steps).toHaveLength(4);
    steps
      .slice(1)
      .forEach(([x], index) => expect(x).toBeCloseTo((steps[index]?.[0] ?? 0) + (steps[index]?.[1] ?? 0), 1));
    expect(boxes(revenue)[0]?.[0]).toBe(steps[0]?.[0]);
  });

  test('savings are solid, scenarios hatched with a dashed total', () => {
    const [labour = '', revenue = ''] = drawn('wide');
    expect(labour).not.toContain('stroke-dasharray');
    expect(revenue).toContain('stroke-dasharray="6 3"');
    expect(revenue).toContain('fill="none" stroke="var(--blue)"');
  });

  test('the scale moves in steps, so that bars do not swim under a slider', () => {
    expect(roiView(model, { changes: { loaded_hour: 66 }, rounding: true }).scale).toEqual(published.scale);
    expect(published.scale).toEqual({ start: 0, end: 130_000 });
  });

  test('a line that costs more than the others bring is drawn below zero, within the drawing', () => {
    const line = (label: string, value: number) => ({ label, value, text: String(value) });
    const sum = {
      lines: [line('Brings', 10_000), line('Costs', -25_000), line('Spares', 5_000)],
      total: line('Total', -10_000),
      scenario: false,
    };
    const scale = roiScale([sum], []);
    expect(scale).toEqual({ start: -16_000, end: 10_000 });
    for (const scenario of [false, true]) {
      const svg = draw(roiLines({ ...sum, scenario }, scale, ROI_FORMS.wide).options, 'Sum');
      const boxes = [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(([, x, width]) => [
        Number(x),
        Number(x) + Number(width),
      ]);
      // 190 pixels of names at the left, 92 of amounts at the right, 394 between them for 26,000.
      const at = (value: number) => 190 + ((value + 16_000) / 26_000) * 394;
      expect(boxes).toHaveLength(3);
      [
        [0, 10_000],
        [-15_000, 10_000],
        [-15_000, -10_000],
      ].forEach((ends, index) => ends.forEach((value, end) => expect(boxes[index]?.[end]).toBeCloseTo(at(value), 1)));
    }
  });

  test('a sum of less than one has bars as well', () => {
    const small = { label: 'A', value: 0.4, text: '0.4' };
    expect(roiScale([{ lines: [small], total: small, scenario: false }], []).end).toBeLessThan(0.5);
  });

  test('narrow drawings have their own room', () => {
    for (const svg of drawn('narrow')) expect(svg).toContain('width="350"');
  });

  test('text alternative and ticks', () => {
    expect(
      sumAlt(published.sums[1] ?? { lines: [], total: { label: '', text: '', value: 0 }, scenario: false }),
    ).toMatch(/^Scenario, not a saving. Early departures prevented 72,000/);
    expect([0, 25_000, 1_250, -2_500, 1_250_000, 400e9].map(tickWriter('USD a year', 'en-US'))).toEqual([
      '$0',
      '25k',
      '1,250',
      '\u22122,500',
      '1.25m',
      '400bn',
    ]);
  });
});

describe('controls', () => {
  test('shares are moved as percentages, and come back as they were', () => {
    expect(toShown(0.2875, 'share')).toBe(28.75);
    expect(fromShown(28.75, 'share')).toBe(0.2875);
    expect(fromShown(29, 'share of accounts')).toBe(0.29);
    expect(toShown(65, 'USD an hour')).toBe(65);
  });

  test('fields, units, places', () => {
    expect(fieldText(18000, 'USD a year', 'en-US')).toBe('18,000');
    expect(unitText('USD an hour', 'en-US')).toBe('$ an hour');
    expect(unitText('share', 'en-US')).toBe('%');
    expect(unitText('min a week', 'en-US')).toBe('min a week');
    expect(trackPlace(200, { min: 80, max: 320 })).toBe(0.5);
    expect(trackPlace(1000, { min: 80, max: 320 })).toBe(1);
    expect(trackPlace(5, { min: 5, max: 5 })).toBe(0);
  });
});

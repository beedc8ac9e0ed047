import { describe, expect, test } from 'vitest';
import { CHARTS } from '../../src/charts/charts.ts';
import type { Chart, Drawing } from '../../src/charts/drawing.ts';
import { FORMS, narrow, wide } from '../../src/charts/form.ts';
import { readChart } from '../../src/charts/read-chart.ts';
import type { Reading } from '../../src/charts/reading.ts';
import { ChartFault } from '../../src/charts/source.ts';
import { chartSpec, figureCharts } from '../../src/charts/spec.ts';
import { draw } from '../../src/notebook/draw.ts';
import { source } from './sample.ts';

const read = (spec: unknown): Reading => readChart(chartSpec.parse(spec), source);
const drawing = ({ type, drawn }: Reading, form = wide, values = {}): Drawing =>
  (CHARTS[type] as Chart<unknown>)(drawn, form, 'en-US', values);
const svg = (reading: Reading, form = wide): string => draw(drawing(reading, form).options, 'alt');
const count = (text: string, part: string): number => text.split(part).length - 1;

const waits = {
  type: 'waits',
  table: 'records',
  value: 'wait',
  thresholds: [
    { fact: 'wait.late', text: '3 waited more than a day' },
    { fact: 'wait.later', text: '1 waited more than two', tone: 'later' },
  ],
};
const outcomes = {
  type: 'outcomes',
  table: 'records',
  outcomes: [
    { fact: 'wait.kept', label: 'kept', mark: 'solid' },
    { fact: 'wait.late', label: 'late', mark: 'late' },
    { fact: 'wait.open', label: 'open', mark: 'hollow' },
  ],
};
const spread = { type: 'spread', table: 'records', value: 'wait', medians: ['wait.median_prompt', 'wait.median_late'] };
const amounts = { type: 'amounts', facts: ['hours.review', 'hours.conflict'], hatched: ['hours.conflict'] };
const intervals = {
  type: 'intervals',
  facts: [
    { id: 'wait.kept', label: 'Kept' },
    { id: 'wait.late', label: 'Late', open: true },
  ],
  compare: { from: 'wait.kept', to: 'wait.late', text: 'one less' },
};
const timeline = {
  type: 'timeline',
  table: 'records',
  case: 'account',
  fact: 'wait.late',
  events: [
    { column: 'signed_at', label: 'Signed', mark: 'tick' },
    { column: 'done_at', label: 'Done', mark: 'late' },
  ],
};

describe('waits', () => {
  test('one line per record, longest first, coloured by what the facts counted', () => {
    const { data } = read(waits);
    expect(data.rows.map(({ key, value }) => [key, value]).slice(0, 3)).toEqual([
      ['acct_2', 60],
      ['acct_3', 30],
      ['acct_5', 25],
    ]);
    const drawn = svg(read(waits));
    expect(count(drawn, '<circle')).toBe(8);
    expect(count(drawn, 'fill="var(--later)"')).toBe(1);
    expect(count(drawn, 'fill="var(--late)"')).toBe(2);
    expect(drawn).toContain('3 waited more than a day');
  });

  test('the unit stands on the last tick only', () => {
    const labels = [...svg(read(waits)).matchAll(/>(\d+(?:&nbsp;|\u00A0)?h?)</g)].map(([, label = '']) =>
      label.replace('&nbsp;', ' '),
    );
    expect(labels.filter((label) => label.endsWith('h'))).toHaveLength(1);
    expect(labels.at(-1)).toMatch(/h$/);
  });
});

describe('a limit that moves', () => {
  const moved = {
    ...waits,
    limit: { fact: 'wait.late', text: 'over {{value.limit}} h', input: { name: 'limit', label: 'Limit' } },
  };
  const at = (limit: number, form = wide): string => draw(drawing(read(moved), form, { limit }).options, 'alt');

  test('stands where the reader has put it, with its words, and names what lies beyond', () => {
    expect(at(4)).toContain('>over 4 h<');
    // Late records keep their colour; of the others those are darker that the limit names.
    expect(count(at(4), 'fill="var(--ink3)"')).toBe(2);
    expect(count(at(24), 'fill="var(--ink3)"')).toBe(0);
  });

  test('keeps the height of the drawing, and its words in it', () => {
    for (const form of FORMS) {
      const heights = [0, 4, 24, 50, 60].map((limit) => /height="(\d+)"/.exec(at(limit, form))?.[1]);
      expect(new Set(heights).size).toBe(1);
    }
    expect(at(60)).toMatch(/text-anchor="end"[^>]*>\s*<text[^>]*>over 60 h/);
  });

  test('shares its scale with every form', () => {
    for (const form of FORMS) expect(drawing(read(moved), form).options.x?.domain).toEqual([0, 60]);
  });
});

describe('outcomes', () => {
  test('each record has one mark, hollow where it is open', () => {
    const drawn = svg(read(outcomes));
    expect(count(drawn, '<rect')).toBe(8);
    expect(
      read(outcomes)
        .data.rows.filter(({ outcome }) => outcome === 'late')
        .map(({ key }) => key),
    ).toEqual(['acct_2', 'acct_3', 'acct_5']);
  });

  test('a record without an outcome is no gap in silence', () => {
    expect(() => read({ ...outcomes, outcomes: outcomes.outcomes.slice(0, 2) })).toThrow(/1 of 8 records .* acct_8/);
  });
});

test('spread: each group is the rows of its median, and the last is the point', () => {
  const { data } = read(spread);
  expect(data.rows.filter(({ group }) => group === 'Label of wait.median_late').map(({ value }) => value)).toEqual([
    25, 30, 60,
  ]);
  expect(count(svg(read(spread)), '<circle')).toBe(8);
  expect(svg(read(spread))).toContain('median 30');
});

test('amounts: one unit, whole hours beside long bars, strokes where it is supposed', () => {
  const drawn = svg(read(amounts));
  expect(drawn).toMatch(/>494(&nbsp;|\u00A0)h</);
  expect(drawn).toMatch(/>42.5(&nbsp;|\u00A0)h</);
  expect(count(drawn, '<path')).toBe(1);
  expect(read(amounts).data.rows[0]?.['value']).toBe(494.31);
  expect(() => read({ type: 'amounts', facts: ['hours.review', 'wait.late'] })).toThrow(/different units: h, share/);
});

test('intervals: numerals stand beside the drawing, bounds in it, the bracket between the two', () => {
  const { options, asides } = drawing(read(intervals));
  expect(asides.map(({ numeral, title }) => [numeral, title])).toEqual([
    ['50%', 'Kept'],
    [undefined, 'Late: 38%'],
  ]);
  const drawn = draw(options, 'alt');
  for (const text of ['>22%<', '>79%<', '>one less<']) expect(drawn).toContain(text);
  expect(read(intervals).data.rows[0]).toMatchObject({
    count: 4,
    of: 8,
    low: 0.215,
    high: 0.785,
    method: 'wilson, 95%',
  });
});

test('timeline: hours since the first event, only the cases of the fact', () => {
  const { data } = read(timeline);
  expect(data.rows.map(({ name, hours }) => [name, hours])).toEqual([
    ['acct_5', 0],
    ['acct_5', 48],
    ['acct_3', 0],
    ['acct_3', 48],
    ['acct_2', 0],
    ['acct_2', 48],
  ]);
});

describe('every chart', () => {
  const all = { intervals, outcomes, waits, spread, amounts, timeline };

  test.each(Object.entries(all))('%s is drawn for its room, in each form, and never the same twice', (_, spec) => {
    const drawn = FORMS.map((form) => svg(read(spec), form));
    drawn.forEach((text, index) => expect(text).toContain(`width="${FORMS[index]?.width}"`));
    expect(new Set(drawn).size).toBe(FORMS.length);
  });

  test.each(Object.entries(all))('%s names a record for each of its marks, in every form', (_, spec) => {
    for (const form of FORMS) {
      const { options, marks = [] } = drawing(read(spec), form);
      const groups = [...draw(options, 'alt').matchAll(/<g class="marks"[^>]*>(.*?)<\/g>/gs)].map(
        ([, inner = '']) => inner,
      );
      expect(marks.length).toBe(groups.join('').match(/<(circle|rect|line|path)\b/g)?.length);
      expect(new Set(marks.map(({ turn }, index) => turn ?? index)).size).toBe(marks.length);
      for (const { name, text } of marks) expect([name, text].map((words) => words.trim())).not.toContain('');
    }
  });

  test.each(Object.entries(all))('%s draws with the palette alone', (_, spec) => {
    for (const [, paint = ''] of svg(read(spec), narrow).matchAll(/(?:fill|stroke)="([^"]+)"/g)) {
      expect(paint).toMatch(/^(var\(--[a-z0-9-]+\)|none|currentColor)$/);
    }
  });

  test.each(Object.entries(all))('%s keeps its text at 13 px or more', (_, spec) => {
    for (const [, size = ''] of svg(read(spec), narrow).matchAll(/<g[^>]* font-size="([\d.]+)"/g))
      expect(Number(size)).toBeGreaterThanOrEqual(13);
  });

  test.each(Object.entries(all))('%s has no id that two drawings could share', (_, spec) => {
    expect(svg(read(spec))).not.toMatch(/\sid="|url\(#/);
  });
});

describe('what does not fit is said', () => {
  test.each([
    ['an internal column', { ...waits, value: 'secret' }, /"secret" .* is internal/],
    ['a column that is no number', { ...waits, value: 'signed_at' }, /holds time, not numbers/],
    ['a misspelt column', { ...waits, value: 'wiat' }, /no column .* "wiat"/],
    ['a misspelt fact', { ...waits, thresholds: [{ fact: 'wait.lat', text: 'x' }] }, /no fact "wait.lat"/],
    ['a threshold without a limit', { ...waits, thresholds: [{ fact: 'wait.open', text: 'x' }] }, /sets no limit/],
    ['a median that is none', { ...spread, medians: ['wait.late'] }, /is a proportion, not a median/],
    [
      'an interval of hours',
      { ...intervals, facts: [{ id: 'hours.review', label: 'x' }], compare: undefined },
      /is a quantity/,
    ],
    [
      'a bracket to nowhere',
      { ...intervals, compare: { from: 'wait.kept', to: 'wait.open', text: 'x' } },
      /not one of the facts/,
    ],
    [
      'a case without events',
      { ...timeline, events: [{ is: 'x', label: 'x', mark: 'tick' }] },
      /needs the columns "at" and "event"/,
    ],
  ])('%s', (_, spec, message) => {
    expect(() => read(spec)).toThrow(message);
    expect(() => read(spec)).toThrow(ChartFault);
  });

  test('an unknown field is refused, one chart or several are taken', () => {
    expect(chartSpec.safeParse({ ...waits, colour: 'red' }).success).toBe(false);
    expect(figureCharts.parse(waits)).toHaveLength(1);
    expect(figureCharts.parse([waits, outcomes])).toHaveLength(2);
  });
});

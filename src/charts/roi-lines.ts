/**
 * The lines of a sum as stepped bars: each begins where the one before ends, the total spans them all.
 * Savings are solid; a scenario is drawn apart, hatched, from zero again, with a dashed total.
 */
import { axisX, link, ruleX } from '@observablehq/plot';
import type { Markish } from '@observablehq/plot';
import { barMarks } from './bars.ts';
import { publishedMarks } from './roi-published.ts';
import type { Bar } from './bars.ts';
import type { Drawing } from './drawing.ts';
import { steps } from './roi-scale.ts';
import type { RoiScale } from './roi-scale.ts';
import { spanScale, zeroScale } from './scale.ts';
import { AXIS_SIZE, LABEL_SIZE, colour, label, wrap } from './style.ts';

export interface RoiLine {
  readonly label: string;
  readonly value: number;
  /** Such as "28,860". */
  readonly text: string;
  /** The larger line that it overlaps with: this one is drawn hollow and not added. */
  readonly left?: string;
}

/** The same sum as published, row by row, to stand beside a reader's. */
export interface PublishedSum {
  readonly lines: readonly RoiLine[];
  readonly total: RoiLine;
}

export interface RoiSum {
  readonly lines: readonly RoiLine[];
  readonly total: RoiLine;
  /** Where the reader's differs from it. */
  readonly published?: PublishedSum;
  /** A scenario: supposed, not counted. */
  readonly scenario: boolean;
}

/** The price of an alternative, for scale: a range, never part of a sum. */
export interface RoiRange {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly text: string;
}

export interface RoiForm {
  readonly width: number;
  readonly narrow: boolean;
}

/** Room of the ROI bench at 1440, and at 390. */
export const ROI_FORMS = {
  wide: { width: 676, narrow: false },
  narrow: { width: 350, narrow: true },
} as const satisfies Record<string, RoiForm>;

const BAR = 18;
const ROW = 35;
const LINE = 20;

interface Row {
  readonly label: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly top: number;
  readonly total: boolean;
  readonly left: boolean;
  /** Where the published one of the row lies, and its text where that is another. */
  readonly was?: { readonly from: number; readonly to: number; readonly text: string | undefined };
}

const columns = ({ narrow }: RoiForm) => (narrow ? { left: 118, right: 72 } : { left: 190, right: 92 });

function place({ lines, total, published }: RoiSum, form: RoiForm): { rows: Row[]; height: number } {
  const { left: room } = columns(form);
  let y = 0;
  const next = (line: RoiLine, from: number, whole: boolean, before?: { line: RoiLine; from: number }): Row => {
    const said = line.left === undefined ? line.label : `${line.label} (not added, overlaps with ${line.left})`;
    const name = wrap(said, room - 12, form.narrow ? 14 : LABEL_SIZE);
    const height = Math.max(ROW, name.split('\n').length * LINE + 2);
    const row: Row = {
      label: name,
      text: line.text,
      from,
      to: from + line.value,
      y: y + height / 2,
      top: y,
      total: whole,
      left: line.left !== undefined,
      ...(before && {
        was: {
          from: before.from,
          to: before.from + before.line.value,
          text: before.line.text === line.text ? undefined : `was ${before.line.text}`,
        },
      }),
    };
    y += height;
    return row;
  };
  const begins = steps(lines);
  const earlier = steps(published?.lines ?? []);
  const beside = (index: number) => {
    const line = published?.lines[index];
    return line && { line, from: earlier[index] ?? 0 };
  };
  const rows = lines.map((line, index) => next(line, begins[index] ?? 0, false, beside(index)));
  const last = published && { line: published.total, from: 0 };
  return { rows: [...rows, next(total, 0, true, last)], height: y };
}

function words(
  rows: readonly { label: string; text: string; y: number; total?: boolean; was?: Row['was'] }[],
  form: RoiForm,
): Markish[] {
  const size = form.narrow ? 14 : LABEL_SIZE;
  return [false, true].flatMap((total): Markish[] => {
    const some = rows.filter((row) => (row.total ?? false) === total);
    const shared = { y: 'y', fill: colour.ink, stroke: 'none', fontSize: size, fontWeight: total ? 600 : 400 } as const;
    const { left, right } = columns(form);
    return some.length === 0
      ? []
      : [
          label(some, {
            ...shared,
            frameAnchor: 'left',
            dx: -left,
            textAnchor: 'start',
            text: 'label',
            lineHeight: LINE / size,
          }),
          label(some, {
            ...shared,
            // The published amount stands under the reader's.
            y: ({ y, was }: Pick<Row, 'y' | 'was'>) => (was?.text === undefined ? y : y - 7),
            frameAnchor: 'right',
            dx: right,
            textAnchor: 'end',
            text: 'text',
            fill: ({ was }: Pick<Row, 'was'>) => (was?.text === undefined ? colour.ink : colour.red),
            fontVariant: 'tabular-nums',
          }),
        ];
  });
}

const frame = (form: RoiForm, height: number, { start, end }: RoiScale) => {
  const { left, right } = columns(form);
  return {
    width: form.width,
    height,
    marginTop: 0,
    marginBottom: 0,
    marginLeft: left,
    marginRight: right,
    x: { domain: [start, end], axis: null },
    y: { type: 'identity', axis: null },
  } as const;
};

/** Hairlines over the whole width; ink above the total. */
function separators(rows: readonly Row[], form: RoiForm): Markish {
  return (_index, _scales, _values, _dimensions, context) => {
    const group = context.document.createElementNS('http://www.w3.org/2000/svg', 'g');
    for (const row of rows.slice(1)) {
      const rule = context.document.createElementNS('http://www.w3.org/2000/svg', 'line');
      rule.setAttribute('x1', '0');
      rule.setAttribute('x2', String(form.width));
      rule.setAttribute('y1', String(row.top + 0.5));
      rule.setAttribute('y2', String(row.top + 0.5));
      rule.setAttribute('stroke', row.total ? colour.ink : colour.rule);
      group.append(rule);
    }
    return group;
  };
}

const lifted = ({ y, was }: Pick<Row, 'y' | 'was'>): number => (was === undefined ? y : y - 3);

/**
 * Draws one sum.
 *
 * @param scale from `roiScale`
 */
export function roiLines(sum: RoiSum, scale: RoiScale, form: RoiForm): Drawing {
  const { rows, height } = place(sum, form);
  const lines = rows.filter(({ total }) => !total);
  const bars = lines.map(({ from, to, y, was, left }): Bar => {
    const thick = was === undefined ? { y, height: BAR } : { y: y - 3, height: BAR - 6 };
    return { from, to, ...thick, hatched: sum.scenario, hollow: left };
  });
  const total = rows.filter((row) => row.total);
  return {
    options: {
      ...frame(form, height, scale),
      marks: [
        separators(rows, form),
        ...(scale.start < 0 ? [ruleX([0], { stroke: colour.ink3 })] : []),
        ...barMarks(bars),
        link(total, {
          x1: 'from',
          x2: 'to',
          y1: lifted,
          y2: lifted,
          stroke: colour.ink,
          strokeWidth: sum.scenario ? 2 : 6,
          ...(sum.scenario && { strokeDasharray: '6 3' }),
        }),
        ...(sum.published === undefined ? [] : [publishedMarks(rows, columns(form).right)]),
        ...words(rows, form),
      ],
    },
    asides: [],
  };
}

/**
 * Draws ranges for scale, over the axis of the sums.
 *
 * @param write ticks as text, such as "$0" and "25k"
 */
export function roiRanges(
  ranges: readonly RoiRange[],
  scale: RoiScale,
  form: RoiForm,
  write: (value: number) => string,
): Drawing {
  const { left } = columns(form);
  let top = 2;
  const rows = ranges.map((range) => {
    const name = wrap(range.label, left - 12, form.narrow ? 14 : LABEL_SIZE);
    const room = Math.max(ROW, name.split('\n').length * LINE + 4);
    const y = top + room / 2;
    top += room + 4;
    return { ...range, label: name, y };
  });
  const height = top + 24;
  const { start, end } = scale;
  const { ticks } = start < 0 ? spanScale(start, end, form.narrow ? 3 : 6) : zeroScale(end, '', form.narrow ? 3 : 6);
  const ends = rows.flatMap(({ low, high, y }) => [
    { at: low, y },
    { at: high, y },
  ]);
  return {
    options: {
      ...frame(form, height, scale),
      marginBottom: 22,
      marks: [
        link(rows, { x1: 'low', x2: 'high', y1: 'y', y2: 'y', stroke: colour.ink2 }),
        link(ends, {
          x1: 'at',
          x2: 'at',
          y1: (tip: { y: number }) => tip.y - 6,
          y2: (tip: { y: number }) => tip.y + 6,
          stroke: colour.ink2,
        }),
        ...words(rows, form),
        axisX(
          ticks.filter((tick) => tick >= start && tick <= end),
          {
            anchor: 'bottom',
            tickSize: 0,
            tickPadding: 4,
            fontSize: AXIS_SIZE,
            fill: colour.ink2,
            label: null,
            tickFormat: write,
          },
        ),
      ],
    },
    asides: [],
  };
}

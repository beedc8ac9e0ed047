/** Shares with their intervals on one scale; a bracket in red pencil joins the two that are compared. */
import { axisX, dot, gridX, line, link, rect } from '@observablehq/plot';
import type { Markish } from '@observablehq/plot';
import { MARKS } from './drawing.ts';
import type { Aside, Drawing } from './drawing.ts';
import type { Form } from './form.ts';
import { AXIS_SIZE, colour, label, toneColour } from './style.ts';
import type { Tone } from './style.ts';

export interface IntervalRow {
  readonly label: string;
  readonly detail: string;
  /** The value as text, such as "94%". */
  readonly numeral: string;
  /** Value and bounds as 0 to 1; no bounds for a whole population. */
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly lowText?: string;
  readonly highText?: string;
  /** A conditional reading: open dot, dashed line, no numeral. */
  readonly open: boolean;
  readonly tone: Tone;
}

export interface Comparison {
  /** Places of the two rows. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface IntervalsData {
  readonly rows: readonly IntervalRow[];
  readonly compare?: Comparison;
}

interface Placed extends IntervalRow {
  readonly y: number;
}

const TOP = 34;
const DOT = 9;
const BAND = 24;

/** Shares this small are read against nothing at all: their scale begins at zero. */
const SMALL = 0.2;

/** Share where the scale begins: under the lowest bound, so that nothing touches the edge. */
function scaleStart(rows: readonly IntervalRow[]): number {
  const lowest = Math.min(...rows.map((row) => row.low ?? row.value));
  return lowest < SMALL ? 0 : Math.floor((lowest - 0.015) * 100) / 100;
}

function ticks(from: number, narrow: boolean): number[] {
  const step = 1 - from > (narrow ? 0.5 : 0.7) ? 0.2 : 0.1;
  const count = Math.floor((1 - from) / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Math.round((1 - index * step) * 100) / 100).reverse();
}

/** Wide: words at the left, one row under the other. */
function placeWide(data: IntervalsData): { rows: Placed[]; height: number } {
  const compared = data.compare !== undefined;
  let y = TOP;
  const rows = data.rows.map((row, index) => {
    const before = data.rows[index - 1];
    if (before === undefined) y += 60;
    else if (row.open) y += 64;
    else y += compared && !before.open ? 150 : 104;
    return { ...row, y };
  });
  return { rows, height: y + (data.rows.at(-1)?.open === true ? 46 : 60) };
}

/** Narrow: words above or below the band; below where the bracket arrives from above. */
function placeNarrow(data: IntervalsData): { rows: Placed[]; words: number[]; height: number } {
  let y = TOP;
  const words: number[] = [];
  const rows = data.rows.map((row, index) => {
    if (row.open) {
      const placed = { ...row, y: y + 16 };
      words.push(y + 52);
      y += 80;
      return placed;
    }
    const below = data.compare?.to === index && data.compare.from === index - 1;
    const placed = { ...row, y: below ? y + 66 : y + 90 };
    words.push(below ? placed.y + 44 : y + 34);
    y = below ? placed.y + 78 : placed.y + 18;
    return placed;
  });
  return { rows, words, height: y + 12 };
}

function bracket(compare: Comparison, rows: readonly Placed[]): Markish[] {
  const from = rows[compare.from];
  const to = rows[compare.to];
  if (from === undefined || to === undefined) return [];
  const down = Math.sign(to.y - from.y);
  const start = from.y + down * (DOT + 7);
  const end = to.y - down * (DOT + 7);
  const middle = (start + end) / 2;
  const corners: [number, number][] = [
    [from.value, start],
    [from.value, middle],
    [to.value, middle],
    [to.value, end],
  ];
  return [
    line(corners, { stroke: colour.red, strokeWidth: 1.5 }),
    label([[(from.value + to.value) / 2, middle]], {
      text: () => compare.text,
      fill: colour.red,
      fontWeight: 600,
      lineAnchor: 'bottom',
      dy: -8,
    }),
  ];
}

function rowMarks(row: Placed): Markish[] {
  const tone = toneColour[row.tone];
  const { low, high, value, y } = row;
  const marks: Markish[] = [];
  if (low !== undefined && high !== undefined) {
    if (!row.open) {
      marks.push(
        rect([row], { x1: low, x2: high, y1: y - BAND / 2, y2: y + BAND / 2, fill: tone, fillOpacity: 0.16 }),
        label([row], {
          x: low,
          y,
          dy: -15,
          dx: 4,
          text: () => row.lowText ?? '',
          textAnchor: 'start',
          lineAnchor: 'bottom',
          fontSize: AXIS_SIZE,
        }),
        label([row], {
          x: high,
          y,
          dy: -15,
          dx: -4,
          text: () => row.highText ?? '',
          textAnchor: 'end',
          lineAnchor: 'bottom',
          fontSize: AXIS_SIZE,
        }),
      );
    }
    marks.push(
      link([row], {
        x1: low,
        x2: high,
        y1: y,
        y2: y,
        stroke: tone,
        strokeWidth: 1.5,
        ...(row.open && { strokeDasharray: '4 3' }),
      }),
    );
  }
  marks.push(
    row.open
      ? dot([row], { className: MARKS, x: value, y, r: 5.5, fill: colour.paper, stroke: tone, strokeWidth: 1.5 })
      : dot([row], { className: MARKS, x: value, y, r: DOT + 1, fill: tone, stroke: colour.paper, strokeWidth: 2 }),
  );
  return marks;
}

/** Draws shares with Wilson intervals. The scale need not start at zero: these are places, not lengths. */
export function intervals(data: IntervalsData, form: Form): Drawing {
  const { width } = form;
  const wideForm = !form.narrow;
  const left = wideForm ? (form.name === 'wide' ? 420 : 330) : 10;
  const numeralWidth = wideForm ? (form.name === 'wide' ? 178 : 140) : 104;
  const placed = wideForm ? { ...placeWide(data), words: [] } : placeNarrow(data);
  const { rows, height } = placed;
  const from = scaleStart(rows);
  const grid = ticks(from, form.narrow);
  const asides = rows.map((row, index): Aside => ({
    x: wideForm && row.open ? numeralWidth : 0,
    y: wideForm ? row.y : (placed.words[index] ?? row.y),
    numeral: row.open ? undefined : row.numeral,
    numeralWidth: row.open ? 0 : numeralWidth,
    width: wideForm ? left - numeralWidth - 26 : width - (row.open ? 0 : numeralWidth),
    title: row.open ? `${row.label}: ${row.numeral}` : row.label,
    detail: row.detail,
    tone: row.tone,
  }));
  return {
    options: {
      width,
      height,
      marginTop: TOP - 10,
      marginBottom: 0,
      marginLeft: left,
      marginRight: form.narrow ? 14 : 16,
      x: { domain: [from, 1], label: null },
      y: { type: 'identity', axis: null },
      marks: [
        gridX(grid, { stroke: colour.rule, strokeOpacity: 1 }),
        axisX(grid, {
          anchor: 'top',
          tickSize: 0,
          tickPadding: 6,
          fontSize: AXIS_SIZE,
          fill: colour.ink2,
          tickFormat: (share: number) => `${Math.round(share * 100)}%`,
        }),
        ...(data.compare === undefined ? [] : bracket(data.compare, rows)),
        ...rows.flatMap(rowMarks),
      ],
    },
    asides,
    marks: rows.map(({ label: name, numeral, detail, lowText, highText }) => ({
      name,
      text: [numeral, detail, lowText === undefined ? '' : `${lowText} to ${highText ?? ''}`]
        .filter((part) => part !== '')
        .join(', '),
    })),
  };
}

/** One line per record, longest first; thresholds are short rules that end under their own labels. */
import { dot, link, ruleX } from '@observablehq/plot';
import type { Markish } from '@observablehq/plot';
import { formatNumber } from '../core/format.ts';
import { baseline } from './axis.ts';
import { MARKS } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import type { Form } from './form.ts';
import { liveText } from './live.ts';
import type { Values } from './live.ts';
import { zeroScale } from './scale.ts';
import { AXIS_SIZE, LABEL_SIZE, colour, label, textWidth, toHundredths, withUnit, wrap } from './style.ts';

export type Severity = 'rest' | 'late' | 'later';

export interface Wait {
  readonly key: string;
  readonly value: number;
  readonly severity: Severity;
}

export interface Threshold {
  readonly at: number;
  readonly text: string;
  /** How many records lie beyond it. */
  readonly count: number;
}

export interface WaitsData {
  /** Longest first. */
  readonly waits: readonly Wait[];
  readonly unit: string;
  /** Lowest first. */
  readonly thresholds: readonly Threshold[];
  /** The limit of the proposed control: a dashed rule over the whole height. */
  readonly limit?: {
    readonly at: number;
    readonly text: string;
    /** Name of the value that moves it: the rule then runs down into a slider on the chart's own scale. */
    readonly input?: string;
  };
}

const TOP = 8;
const LEFT = 12;
/** Half of the last tick with its unit. */
const RIGHT = 21;
const LINE = LABEL_SIZE * 1.35;

/** Pixels from one record to the next: about eighty fill a third of a page; many more stay apart. */
function pitchOf(count: number, narrow: boolean): number {
  const height = narrow ? 284 : 342;
  return Math.min(14, Math.max(2.5, height / Math.max(count, 1)));
}

/** The scale, the same in every form: a slider under the chart shares it. */
export function waitsScale({ waits: rows, thresholds, unit }: WaitsData): { end: number; ticks: readonly number[] } {
  return zeroScale(Math.max(0, ...rows.map(({ value }) => value), ...thresholds.map(({ at }) => at)), unit, 6);
}

interface Note {
  readonly at: number;
  readonly y: number;
  readonly text: string;
  readonly lines: number;
  /** Side of its rule on which it stands. */
  readonly side: 'left' | 'right';
}

/** Lines that the words of a limit that moves may take. */
const MOST_LINES = 3;
/** A note has at least this much room at the right of its rule, or it stands at the left. */
const LEAST_ROOM = 150;

/**
 * Labels stand in the empty corner at the right of the records: below the lines that reach
 * beyond their threshold, each under the one before.
 */
function placeNotes(
  { thresholds: all, limit }: WaitsData,
  form: Form,
  end: number,
  pitch: number,
): { thresholds: Note[]; limit?: Note } {
  const plotWidth = form.width - LEFT - RIGHT;
  const room = (at: number) => plotWidth * (1 - at / end) - 6;
  const size = form.narrow ? 14 : LABEL_SIZE;
  let lowest = 0;
  const thresholds = [...all].reverse().map((threshold): Note => {
    const text = wrap(threshold.text, room(threshold.at), size);
    const lines = text.split('\n').length;
    const y = Math.max(TOP + threshold.count * pitch + 16, lowest + 10);
    lowest = y + lines * LINE;
    return { at: threshold.at, y, text, lines, side: 'right' };
  });
  if (limit === undefined) return { thresholds };
  const { at, input } = limit;
  // What a reader has moved far to the right finds its words at the left, where the short lines end.
  const side = input !== undefined && room(at) < LEAST_ROOM ? 'left' : 'right';
  const text = wrap(limit.text, Math.min(side === 'left' ? plotWidth - room(at) - 20 : room(at), 320), size);
  return { thresholds, limit: { at, text, lines: text.split('\n').length, y: lowest + 18, side } };
}

function noteMarks(note: Note, size: number, red: boolean): Markish {
  const right = note.side === 'right';
  return label([note], {
    x: 'at',
    y: 'y',
    text: 'text',
    dx: right ? 10 : -10,
    textAnchor: right ? 'start' : 'end',
    lineAnchor: 'top',
    fontSize: size,
    fill: red ? colour.red : colour.ink,
    fontWeight: red ? 600 : 400,
  });
}

/** The data with its limit where the reader has put it. */
function asSet(data: WaitsData, values: Values): WaitsData {
  const { limit } = data;
  if (limit?.input === undefined) return data;
  const at = Number(values[limit.input] ?? limit.at);
  return { ...data, limit: { ...limit, at, text: liveText(limit.text, values) } };
}

function limitMarks(
  { at, input }: NonNullable<WaitsData['limit']>,
  base: number,
  height: number,
  write: (value: number) => string,
): Markish[] {
  const moves = input !== undefined;
  return [
    ruleX([at], {
      y1: 0,
      y2: moves ? height : base,
      stroke: colour.ink,
      strokeWidth: 1.5,
      strokeDasharray: '5 4',
    }),
    // The number of a limit that moves stands beside its slider.
    ...(moves
      ? []
      : [
          label([at], {
            x: (value: number) => value,
            y: base,
            dy: 10,
            lineAnchor: 'top',
            fontSize: AXIS_SIZE,
            fill: colour.ink,
            fontWeight: 600,
            text: write,
          }),
        ]),
  ];
}

/** Draws waits up to about two hundred records. */
export function waits(published: WaitsData, form: Form, locale: string, values: Values): Drawing {
  const data = asSet(published, values);
  const { unit, limit } = data;
  const { width, narrow } = form;
  const write = (amount: number): string => formatNumber(amount, undefined, locale);
  const pitch = pitchOf(data.waits.length, narrow);
  const size = narrow ? 14 : LABEL_SIZE;
  const { end, ticks } = waitsScale(data);
  const notes = placeNotes(data, form, end, pitch);
  const foot = (note: Note): number => note.y + note.lines * LINE;
  const lowest = Math.max(
    0,
    ...notes.thresholds.map(foot),
    // A limit that moves keeps the height: its words may take more lines in one place than in another.
    ...(notes.limit === undefined
      ? []
      : [limit?.input === undefined ? foot(notes.limit) : notes.limit.y + MOST_LINES * LINE]),
  );
  const base = Math.max(TOP + data.waits.length * pitch + 8, lowest + 12);
  const height = Math.ceil(base) + 30;
  const rows = data.waits.map((wait, index) => ({ ...wait, y: TOP + (index + 0.5) * pitch }));
  const isListed = ({ value, severity }: Wait): boolean =>
    severity === 'rest' && limit?.input !== undefined && value > limit.at;
  const stroke = (wait: Wait): string => (isListed(wait) ? colour.ink3 : colour[wait.severity]);
  /** Pixels from the rule within which a number of the axis would touch it. */
  const touches = (value: number): boolean => {
    if (limit?.input === undefined) return value === limit?.at;
    const text = value === end ? withUnit(write(value), unit) : write(value);
    return (Math.abs(value - limit.at) / end) * (width - LEFT - RIGHT) < textWidth(text, AXIS_SIZE) / 2 + 5;
  };
  return {
    options: {
      width,
      height,
      marginTop: 0,
      marginBottom: 30,
      marginLeft: LEFT,
      marginRight: RIGHT,
      x: { domain: [0, end], label: null },
      y: { type: 'identity', axis: null },
      marks: [
        link(rows, {
          className: MARKS,
          x1: 0,
          x2: 'value',
          y1: 'y',
          y2: 'y',
          stroke,
          strokeWidth: Math.min(1.5, pitch * 0.45),
        }),
        dot(rows, { x: 'value', y: 'y', r: Math.min(3, pitch * 0.66), fill: stroke }),
        ...baseline({ ticks, y: base, unit, write, except: touches }),
        ...(limit === undefined ? [] : limitMarks(limit, base, height, write)),
        ...notes.thresholds.map((note) =>
          ruleX([note.at], { y1: 2, y2: note.y + note.lines * LINE, stroke: colour.red, strokeWidth: 1.25 }),
        ),
        ...notes.thresholds.map((note) => noteMarks(note, size, true)),
        ...(notes.limit === undefined ? [] : [noteMarks(notes.limit, size, false)]),
      ],
    },
    asides: [],
    marks: data.waits.map(({ key, value }) => ({ name: key, text: withUnit(write(toHundredths(value)), unit) })),
  };
}

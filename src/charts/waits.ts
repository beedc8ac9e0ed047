/** One line per record, longest first; thresholds are short rules that end under their own labels. */
import { dot, link, ruleX } from '@observablehq/plot';
import type { Markish } from '@observablehq/plot';
import { baseline } from './axis.ts';
import type { Drawing } from './drawing.ts';
import type { Form } from './form.ts';
import { zeroScale } from './scale.ts';
import { AXIS_SIZE, LABEL_SIZE, colour, label, wrap } from './style.ts';

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
  readonly write: (value: number) => string;
  /** Lowest first. */
  readonly thresholds: readonly Threshold[];
  /** The limit of the proposed control: a dashed rule over the whole height. */
  readonly limit?: { readonly at: number; readonly text: string };
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

interface Note {
  readonly at: number;
  readonly y: number;
  readonly text: string;
  readonly lines: number;
}

/**
 * Labels stand in the empty corner at the right of the records: below the lines that reach
 * beyond their threshold, each under the one before.
 */
function placeNotes(data: WaitsData, form: Form, end: number, pitch: number): { thresholds: Note[]; limit?: Note } {
  const plotWidth = form.width - LEFT - RIGHT;
  const room = (at: number) => plotWidth * (1 - at / end) - 6;
  const size = form.narrow ? 14 : LABEL_SIZE;
  let lowest = 0;
  const thresholds = [...data.thresholds].reverse().map((threshold): Note => {
    const text = wrap(threshold.text, room(threshold.at), size);
    const lines = text.split('\n').length;
    const y = Math.max(TOP + threshold.count * pitch + 16, lowest + 10);
    lowest = y + lines * LINE;
    return { at: threshold.at, y, text, lines };
  });
  if (data.limit === undefined) return { thresholds };
  const text = wrap(data.limit.text, Math.min(room(data.limit.at), 320), size);
  return { thresholds, limit: { at: data.limit.at, text, lines: text.split('\n').length, y: lowest + 18 } };
}

function noteMarks(note: Note, size: number, red: boolean): Markish {
  return label([note], {
    x: 'at',
    y: 'y',
    text: 'text',
    dx: 10,
    textAnchor: 'start',
    lineAnchor: 'top',
    fontSize: size,
    fill: red ? colour.red : colour.ink,
    fontWeight: red ? 600 : 400,
  });
}

/** Draws waits up to about two hundred records. */
export function waits(data: WaitsData, form: Form): Drawing {
  const { width, narrow } = form;
  const pitch = pitchOf(data.waits.length, narrow);
  const size = narrow ? 14 : LABEL_SIZE;
  const longest = Math.max(0, ...data.waits.map(({ value }) => value), ...data.thresholds.map(({ at }) => at));
  const { end, ticks } = zeroScale(longest, data.unit, narrow ? 6 : 7);
  const notes = placeNotes(data, form, end, pitch);
  const lowest = Math.max(
    0,
    ...[...notes.thresholds, notes.limit].map((note) => (note ? note.y + note.lines * LINE : 0)),
  );
  const base = Math.max(TOP + data.waits.length * pitch + 8, lowest + 12);
  const rows = data.waits.map((wait, index) => ({ ...wait, y: TOP + (index + 0.5) * pitch }));
  const stroke = ({ severity }: Wait) => colour[severity];
  const limit = data.limit?.at;
  return {
    options: {
      width,
      height: Math.ceil(base) + 30,
      marginTop: 0,
      marginBottom: 30,
      marginLeft: LEFT,
      marginRight: RIGHT,
      x: { domain: [0, end], label: null },
      y: { type: 'identity', axis: null },
      marks: [
        link(rows, {
          x1: 0,
          x2: 'value',
          y1: 'y',
          y2: 'y',
          stroke,
          strokeWidth: Math.min(1.5, pitch * 0.45),
        }),
        dot(rows, { x: 'value', y: 'y', r: Math.min(3, pitch * 0.66), fill: stroke }),
        ...baseline({ ticks, y: base, unit: data.unit, write: data.write, except: limit }),
        ...(limit === undefined
          ? []
          : [
              ruleX([limit], { y1: 0, y2: base, stroke: colour.ink, strokeWidth: 1.5, strokeDasharray: '5 4' }),
              label([limit], {
                x: (at: number) => at,
                y: base,
                dy: 10,
                lineAnchor: 'top',
                fontSize: AXIS_SIZE,
                fill: colour.ink,
                fontWeight: 600,
                text: (at: number) => data.write(at),
              }),
            ]),
        ...notes.thresholds.map((note) =>
          ruleX([note.at], { y1: 2, y2: note.y + note.lines * LINE, stroke: colour.red, strokeWidth: 1.25 }),
        ),
        ...notes.thresholds.map((note) => noteMarks(note, size, true)),
        ...(notes.limit === undefined ? [] : [noteMarks(notes.limit, size, false)]),
      ],
    },
    asides: [],
  };
}

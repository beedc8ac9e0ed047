/** What happened to single cases, one line each, in hours since its first event. */
import { dot, link } from '@observablehq/plot';
import type { Markish } from '@observablehq/plot';
import { baseline } from './axis.ts';
import { MARKS } from './drawing.ts';
import type { Drawing, Mark } from './drawing.ts';
import type { Form } from './form.ts';
import { formatHours, formatNumber } from '../core/format.ts';
import { zeroScale } from './scale.ts';
import { AXIS_SIZE, LABEL_SIZE, colour, label, textWidth } from './style.ts';

/** `tick` for what a machine did, `solid` for what reached somebody, `late` for what should not have happened, `hollow` for what is still open. */
export type EventMark = 'tick' | 'solid' | 'late' | 'hollow';

export interface EventKind {
  readonly label: string;
  readonly mark: EventMark;
}

export interface TimelineEvent {
  /** Hours since the first event of the case. */
  readonly at: number;
  /** Place in the list of kinds. */
  readonly kind: number;
}

export interface TimelineCase {
  readonly label: string;
  readonly events: readonly TimelineEvent[];
  /** Words at the end of the line, such as "31 h". */
  readonly end: string;
}

export interface TimelineData {
  readonly kinds: readonly EventKind[];
  readonly cases: readonly TimelineCase[];
}

const PITCH = 44;
const LINE = 20;

interface Name {
  readonly x: number;
  readonly text: string;
  readonly level: number;
  readonly late: boolean;
}

/** Names of the kinds over their first mark in the first case, raised where two would touch. */
function names(data: TimelineData, place: (at: number) => number, size: number): Name[] {
  const first = data.cases[0]?.events ?? [];
  const ends: number[] = [];
  return data.kinds
    .flatMap((kind, index) => {
      const event = first.find((candidate) => candidate.kind === index);
      return event === undefined ? [] : [{ kind, x: place(event.at) }];
    })
    .sort((a, b) => b.x - a.x)
    .map(({ kind, x }) => {
      // From the right: a name may run over the marks at its right only one level higher.
      const right = x + textWidth(kind.label, size) + 12;
      let level = 0;
      while (right > (ends[level] ?? Infinity)) level += 1;
      for (let below = 0; below <= level; below += 1) ends[below] = x - 6;
      return { x, text: kind.label, level, late: kind.mark === 'late' };
    });
}

function eventMarks(data: TimelineData, rows: readonly { y: number; events: readonly TimelineEvent[] }[]): Markish[] {
  return data.kinds.flatMap((kind, index): Markish[] => {
    const points = rows.flatMap(({ y, events }) =>
      events.filter((event) => event.kind === index).map(({ at }) => ({ at, y })),
    );
    if (points.length === 0) return [];
    if (kind.mark === 'tick') {
      return [
        link(points, {
          className: MARKS,
          x1: 'at',
          x2: 'at',
          y1: (p: { y: number }) => p.y - 8,
          y2: (p: { y: number }) => p.y + 8,
          stroke: colour.ink2,
          strokeWidth: 2,
        }),
      ];
    }
    const fill = { solid: colour.blue, late: colour.red, hollow: colour.paper }[kind.mark];
    const stroke = kind.mark === 'hollow' ? colour.ink : colour.paper;
    return [
      dot(points, {
        className: MARKS,
        x: 'at',
        y: 'y',
        r: kind.mark === 'hollow' ? 6 : 8,
        fill,
        stroke,
        strokeWidth: kind.mark === 'hollow' ? 1.5 : 2,
      }),
    ];
  });
}

/** Hours to the last event of a case. */
const last = ({ events }: TimelineCase): number => Math.max(0, ...events.map(({ at }) => at));

/** Events in the order of their marks, kind by kind; they are read case by case. */
function inDrawnOrder({ kinds, cases }: TimelineData, locale: string): Mark[] {
  const longest = Math.max(0, ...cases.map(last)) + 1;
  return kinds.flatMap(({ label: kind }, index) =>
    cases.flatMap(({ label: name, events }, row) =>
      events
        .filter((event) => event.kind === index)
        .map(({ at }) => ({ name, text: `${kind}, ${formatHours(at, 1, locale)}`, turn: row * longest + at })),
    ),
  );
}

/** Draws the events of up to some twenty cases. */
export function timeline(data: TimelineData, form: Form, locale: string): Drawing {
  const { width, narrow } = form;
  const left = narrow ? 10 : 150;
  const right = narrow ? 14 : 70;
  const latest = Math.max(0, ...data.cases.map(last));
  const { end, ticks } = zeroScale(latest, 'h', narrow ? 5 : 8);
  const place = (at: number) => left + (at / end) * (width - left - right);
  const size = narrow ? AXIS_SIZE : LABEL_SIZE;
  const heads = names(data, place, size);
  const levels = Math.max(0, ...heads.map(({ level }) => level + 1));
  const top = levels * LINE + (narrow ? 50 : 22);
  const pitch = narrow ? PITCH + 12 : PITCH;
  const rows = data.cases.map((one, index) => ({ ...one, y: top + index * pitch }));
  const firstY = rows[0]?.y ?? top;
  const base = top + Math.max(0, rows.length - 1) * pitch + 26;
  const headY = ({ level }: Name) => firstY - (narrow ? 46 : 16) - level * LINE;
  return {
    options: {
      width,
      height: base + 30,
      marginTop: 0,
      marginBottom: 30,
      marginLeft: left,
      marginRight: right,
      x: { domain: [0, end], label: null },
      y: { type: 'identity', axis: null },
      marks: [
        link(rows, {
          x1: 0,
          x2: last,
          y1: 'y',
          y2: 'y',
          stroke: colour.ink3,
          strokeWidth: 1.5,
        }),
        ...heads.map((head) =>
          link([head], {
            x1: (h: Name) => ((h.x - left) / (width - left - right)) * end,
            x2: (h: Name) => ((h.x - left) / (width - left - right)) * end,
            y1: headY(head),
            y2: firstY - 11,
            stroke: head.late ? colour.red : colour.ink3,
            strokeWidth: 1,
          }),
        ),
        ...eventMarks(data, rows),
        label(heads, {
          x: (h: Name) => ((h.x - left) / (width - left - right)) * end,
          y: headY,
          dx: 6,
          textAnchor: 'start',
          lineAnchor: 'middle',
          text: 'text',
          fontSize: size,
          fill: (h: Name) => (h.late ? colour.red : colour.ink),
          fontWeight: 600,
        }),
        label(rows, {
          frameAnchor: 'left',
          y: 'y',
          dx: narrow ? 0 : -left,
          dy: narrow ? -19 : 0,
          textAnchor: 'start',
          text: 'label',
          fontSize: AXIS_SIZE,
          fontFamily: 'var(--mono)',
          fill: colour.ink,
        }),
        ...[true, false].map((inside) =>
          label(
            rows.filter((row) => inside === (!narrow || last(row) < end * 0.72)),
            {
              x: last,
              y: 'y',
              text: 'end',
              fill: colour.ink,
              fontWeight: 600,
              ...(inside ? { dx: 16, textAnchor: 'start' } : { dx: 8, dy: -19, textAnchor: 'end' }),
            },
          ),
        ),
        ...baseline({ ticks, y: base, unit: 'h', write: (hours) => formatNumber(hours, undefined, locale) }),
      ],
    },
    asides: [],
    marks: inDrawnOrder(data, locale),
  };
}

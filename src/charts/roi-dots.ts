/** Fifty equally likely outcomes as dots, tails lighter, with P10, P50 and P90 above and the current value below. */
import { dot, link, ruleY, text } from '@observablehq/plot';
import type { Markish } from '@observablehq/plot';
import type { Drawing } from './drawing.ts';
import type { RoiForm } from './roi-lines.ts';
import { spanScale } from './scale.ts';
import { AXIS_SIZE, LABEL_SIZE, colour, label, textWidth } from './style.ts';

export interface DotsPoint {
  readonly value: number;
  /** "$34,200" */
  readonly text: string;
  /** "P10, one in ten below" */
  readonly name: string;
  /** "P10", where room is short. */
  readonly short: string;
}

export interface DotsData {
  /** Smallest first. */
  readonly dots: readonly number[];
  readonly low: DotsPoint;
  readonly middle: DotsPoint;
  readonly high: DotsPoint;
  readonly now: { readonly value: number; readonly text: string; readonly words: string };
  /** Ticks as text. */
  readonly write: (value: number) => string;
}

const HEAD = 46;
const FOOT = 58;
/** Rows for which there is room from the start: a few more outcomes in one place do not move the page. */
const ROWS = 5;

/** Stacks dots in columns as wide as a dot, each in the column nearest to its place. */
function stacked(
  values: readonly number[],
  place: (value: number) => number,
  size: number,
): { x: number; level: number; value: number }[] {
  const heights = new Map<number, number>();
  return values.map((value) => {
    const column = Math.round(place(value) / size);
    const level = heights.get(column) ?? 0;
    heights.set(column, level + 1);
    return { x: column * size, level, value };
  });
}

/** Draws the outcomes. */
export function roiDots({ dots, low, middle, high, now, write }: DotsData, form: RoiForm): Drawing {
  const { width, narrow } = form;
  // Room for half of the outer ticks.
  const [left, right] = [18, width - 18];
  const { start, end, ticks } = spanScale(Math.min(...dots, now.value), Math.max(...dots, now.value), narrow ? 5 : 7);
  const place = (value: number): number => left + ((value - start) / (end - start)) * (right - left);
  const size = narrow ? 13.5 : 18;
  const placed = stacked(dots, place, size);
  const rows = Math.max(ROWS, ...placed.map(({ level }) => level + 1));
  const ground = HEAD + rows * size + 6;
  const tail = (value: number): boolean => value < low.value || value > high.value;
  const circles = placed.map(({ x, level, value }) => ({ x, y: ground - size * (level + 0.5) - 1, tail: tail(value) }));

  // Three labels over points that may lie close: the outer ones lean outwards.
  const heads = [
    { point: low, anchor: 'end' as const, x: Math.max(place(low.value), left + textWidth(low.text, LABEL_SIZE + 2)) },
    { point: middle, anchor: 'middle' as const, x: place(middle.value) },
    {
      point: high,
      anchor: 'start' as const,
      x: Math.min(place(high.value), right - textWidth(high.text, LABEL_SIZE + 2)),
    },
  ];
  const gap = Math.min(place(middle.value) - place(low.value), place(high.value) - place(middle.value));
  const words = heads.flatMap(({ point, anchor, x }): Markish[] => {
    // The middle one would run into its neighbours; the title and the note speak of it too.
    if (anchor === 'middle' && gap < 44) return [];
    const shared = { x: 'x', y: 'y', textAnchor: anchor, lineAnchor: 'middle' } as const;
    return [
      label([{ x, y: 8, text: narrow || gap < 80 ? point.short : point.name }], {
        ...shared,
        text: 'text',
        fontSize: AXIS_SIZE,
        fill: colour.ink2,
      }),
      label([{ x, y: 28, text: point.text }], {
        ...shared,
        text: 'text',
        fontSize: LABEL_SIZE + 1,
        fontWeight: 600,
        fill: colour.ink,
      }),
    ];
  });
  const [bold, rest] = [textWidth(now.text, LABEL_SIZE + 1), textWidth(` ${now.words}`, LABEL_SIZE)];
  const under = Math.min(Math.max(place(now.value) - (bold + rest) / 2, 0), width - bold - rest) + bold;
  const stand = (point: DotsPoint) => ({ x: place(point.value), from: HEAD - 6, to: ground });
  return {
    options: {
      width,
      height: ground + FOOT,
      margin: 0,
      x: { type: 'identity', axis: null },
      y: { type: 'identity', axis: null },
      color: { type: 'identity' },
      marks: [
        link([stand(low), stand(high)], {
          x1: 'x',
          x2: 'x',
          y1: 'from',
          y2: 'to',
          stroke: colour.ink,
          strokeDasharray: '2 3',
        }),
        link([stand(middle)], { x1: 'x', x2: 'x', y1: 'from', y2: 'to', stroke: colour.ink }),
        ...words,
        dot(circles, {
          x: 'x',
          y: 'y',
          r: size / 2 - 0.75,
          fill: (circle: { tail: boolean }) => (circle.tail ? colour.blueMid : colour.blue),
        }),
        ruleY([ground], { x1: left, x2: right, stroke: colour.ink }),
        link(
          ticks.map((tick) => ({ x: place(tick), from: ground, to: ground + 4 })),
          { x1: 'x', x2: 'x', y1: 'from', y2: 'to', stroke: colour.ink },
        ),
        text(
          ticks.map((tick) => ({ x: place(tick), y: ground + 16, text: write(tick) })),
          { x: 'x', y: 'y', text: 'text', fontSize: AXIS_SIZE, fill: colour.ink2 },
        ),
        dot([{ x: place(now.value), y: ground + 32 }], { x: 'x', y: 'y', symbol: 'triangle', r: 6, fill: colour.ink }),
        text([now], {
          x: under,
          y: ground + 49,
          text: 'text',
          textAnchor: 'end',
          fontSize: LABEL_SIZE,
          fontWeight: 600,
          fill: colour.ink,
        }),
        text([now], {
          x: under + 4,
          y: ground + 49,
          text: 'words',
          textAnchor: 'start',
          fontSize: LABEL_SIZE,
          fill: colour.ink,
        }),
      ],
    },
    asides: [],
  };
}

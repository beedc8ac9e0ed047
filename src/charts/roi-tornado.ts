/** How far each assumption moves the total over its range: widest first, low in mid blue, high in blue. */
import { link, rect, ruleX, text } from '@observablehq/plot';
import type { Markish } from '@observablehq/plot';
import type { Drawing } from './drawing.ts';
import type { RoiForm } from './roi-lines.ts';
import { spanScale } from './scale.ts';
import { AXIS_SIZE, LABEL_SIZE, colour, label, textWidth, wrap } from './style.ts';

export interface TornadoRow {
  readonly label: string;
  /** Totals at the ends of the range, and the ends as text: "20 min". */
  readonly atLow: number;
  readonly atHigh: number;
  readonly low: string;
  readonly high: string;
  /** By the reader. */
  readonly changed: boolean;
}

export interface TornadoData {
  readonly rows: readonly TornadoRow[];
  /** The total as it stands. */
  readonly now: number;
  /** Ticks as text. */
  readonly write: (value: number) => string;
}

const HEAD = 30;
const ROW = 29;
const BAR = 17;
const LINE = 18;

/** Draws the swings. */
export function roiTornado({ rows, now, write }: TornadoData, form: RoiForm): Drawing {
  const { width, narrow } = form;
  const names = narrow ? 104 : 176;
  const size = narrow ? 14 : LABEL_SIZE;
  const ends = rows.flatMap(({ atLow, atHigh }) => [atLow, atHigh]);
  const { start, end, ticks } = spanScale(Math.min(now, ...ends), Math.max(now, ...ends), narrow ? 4 : 6);
  const room =
    Math.max(0, ...rows.flatMap(({ low, high }) => [low, high]).map((words) => textWidth(words, AXIS_SIZE))) + 8;
  const [left, right] = [names + room, width - room];
  const place = (value: number): number => left + ((value - start) / (end - start)) * (right - left);
  let top = HEAD;
  const placed = rows.map((row) => {
    const name = wrap(row.label, names - 8, size);
    const height = Math.max(ROW, name.split('\n').length * LINE + 6);
    const y = top + height / 2;
    top += height;
    return { ...row, name, y };
  });
  const bars = placed.flatMap(({ atLow, atHigh, low, high, y }) =>
    [
      { at: atLow, words: low, fill: colour.blueMid },
      { at: atHigh, words: high, fill: colour.blue },
    ].map(({ at, words, fill }, index) => {
      // Where both ends lie on one side, each keeps its own outer end.
      const left = at < now || (at === now && index === 0 && atHigh >= now);
      return { from: place(Math.min(at, now)), to: place(Math.max(at, now)), y, fill, words, left, at: place(at) };
    }),
  );
  const ordered = [...bars].sort((a, b) => b.to - b.from - (a.to - a.from));
  const tips = (side: boolean): Markish =>
    label(
      bars.filter(({ left: onLeft }) => onLeft === side),
      {
        x: 'at',
        y: 'y',
        text: 'words',
        dx: side ? -6 : 6,
        textAnchor: side ? 'end' : 'start',
        fontSize: AXIS_SIZE,
        fill: colour.ink2,
      },
    );
  return {
    options: {
      width,
      height: top + 4,
      margin: 0,
      x: { type: 'identity', axis: null },
      y: { type: 'identity', axis: null },
      color: { type: 'identity' },
      marks: [
        link(
          ticks.map((tick) => ({ x: place(tick), from: HEAD - 8, to: top + 4 })),
          { x1: 'x', x2: 'x', y1: 'from', y2: 'to', stroke: colour.rule },
        ),
        text(
          ticks.map((tick) => ({ x: place(tick), y: 10, text: write(tick) })),
          { x: 'x', y: 'y', text: 'text', fontSize: AXIS_SIZE, fill: colour.ink2 },
        ),
        rect(ordered, {
          x1: 'from',
          x2: 'to',
          y1: (bar: { y: number }) => bar.y - BAR / 2,
          y2: (bar: { y: number }) => bar.y + BAR / 2,
          fill: 'fill',
        }),
        ruleX([place(now)], { y1: HEAD - 8, y2: top + 4, stroke: colour.ink, strokeWidth: 1.5 }),
        tips(true),
        tips(false),
        ...[false, true].map((changed) =>
          text(
            placed.filter((row) => row.changed === changed),
            {
              x: 0,
              y: 'y',
              text: 'name',
              textAnchor: 'start',
              fontSize: size,
              lineHeight: LINE / size,
              fill: changed ? colour.red : colour.ink,
            },
          ),
        ),
      ],
    },
    asides: [],
  };
}

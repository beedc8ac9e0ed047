/** Money added up month by month: it begins with what is paid, and crosses zero where that is paid back. */
import { dot, line, link, ruleY, text } from '@observablehq/plot';
import type { Drawing } from './drawing.ts';
import type { RoiForm } from './roi-lines.ts';
import { spanScale } from './scale.ts';
import { AXIS_SIZE, LABEL_SIZE, colour, label, textWidth } from './style.ts';

export interface CashData {
  /** Running sum at the end of each month, the first today. */
  readonly running: readonly number[];
  /** Month in which the sum reaches zero, where something was paid and it does. */
  readonly payback: number | undefined;
  readonly paybackText: string;
  /** Amounts as text: "$50k". */
  readonly write: (value: number) => string;
}

const HEIGHT = 190;
const TOP = 14;
const FOOT = 26;

/** Draws the running sum. */
export function roiCash({ running, payback, paybackText, write }: CashData, form: RoiForm): Drawing {
  const { width, narrow } = form;
  const least = Math.min(0, ...running);
  const scale = spanScale(least, Math.max(0, ...running), 4);
  const { end } = scale;
  // A small sum that is paid at the start takes the room that it needs, not a whole step.
  const start = least > scale.start / 2 ? least : scale.start;
  const ticks = scale.ticks.filter((tick) => tick >= start);
  const left = Math.max(...ticks.map((tick) => textWidth(write(tick), AXIS_SIZE))) + 10;
  const right = width - 26;
  const months = Math.max(1, running.length - 1);
  const ground = HEIGHT - FOOT;
  const across = (month: number): number => left + (month / months) * (right - left);
  const up = (value: number): number => ground - ((value - start) / (end - start)) * (ground - TOP);
  const years = Array.from({ length: Math.floor(months / 12) + 1 }, (_, year) => year);
  const every = Math.ceil(years.length / (narrow ? 6 : 11));
  const back = payback === undefined || payback <= 0 ? [] : [{ x: across(payback), y: up(0), text: paybackText }];
  const beside = (back[0]?.x ?? 0) + textWidth(paybackText, LABEL_SIZE) + 12 < right;
  return {
    options: {
      width,
      height: HEIGHT,
      margin: 0,
      x: { type: 'identity', axis: null },
      y: { type: 'identity', axis: null },
      marks: [
        ruleY(
          ticks.map((tick) => up(tick)),
          { x1: left, x2: right, stroke: colour.rule },
        ),
        ruleY([up(0)], { x1: left, x2: right, stroke: colour.ink }),
        text(
          ticks.map((tick) => ({ x: left - 8, y: up(tick), text: write(tick) })),
          { x: 'x', y: 'y', text: 'text', textAnchor: 'end', fontSize: AXIS_SIZE, fill: colour.ink2 },
        ),
        link(
          years.map((year) => ({ x: across(12 * year), from: ground, to: ground + 4 })),
          { x1: 'x', x2: 'x', y1: 'from', y2: 'to', stroke: colour.ink2 },
        ),
        text(
          years
            .filter((year) => year % every === 0)
            .map((year) => ({
              x: across(12 * year),
              text: year === 0 ? 'today' : year === 1 ? '1 year' : String(year),
            })),
          { x: 'x', y: ground + 16, text: 'text', fontSize: AXIS_SIZE, fill: colour.ink2 },
        ),
        line(
          running.map((value, month) => ({ x: across(month), y: up(value) })),
          { x: 'x', y: 'y', stroke: colour.blue, strokeWidth: 2 },
        ),
        dot(back, { x: 'x', y: 'y', r: 6, fill: colour.blue, stroke: colour.paper, strokeWidth: 2 }),
        label(back, {
          x: 'x',
          y: 'y',
          text: 'text',
          dx: beside ? 10 : -10,
          dy: 16,
          textAnchor: beside ? 'start' : 'end',
          fontWeight: 600,
          fill: colour.ink,
        }),
      ],
    },
    asides: [],
  };
}

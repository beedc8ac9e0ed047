/** Bars, one per fact, on one scale from zero. */
import { ruleX } from '@observablehq/plot';
import { barMarks } from './bars.ts';
import type { Bar } from './bars.ts';
import type { Drawing } from './drawing.ts';
import type { Form } from './form.ts';
import { AXIS_SIZE, colour, label, textWidth } from './style.ts';

export interface Amount {
  readonly label: string;
  readonly detail: string;
  readonly value: number;
  /** The value as text, with its unit. */
  readonly text: string;
  /** Supposed or undecided: hatched. */
  readonly hatched: boolean;
}

const BAR = 18;
const TEXT = 15;

export type AmountsData = readonly Amount[];

/** Draws amounts of one unit; the value stands at the end of its bar. */
export function amounts(data: AmountsData, form: Form): Drawing {
  const { width, narrow } = form;
  const pitch = narrow ? 58 : 42;
  const longest = Math.max(0, ...data.map(({ label: name }) => textWidth(name, TEXT)));
  const left = narrow ? 0 : Math.min(320, Math.ceil(longest) + 28);
  const right = Math.max(0, ...data.map(({ text }) => textWidth(text, TEXT))) + 20;
  const largest = Math.max(0, ...data.map(({ value }) => value));
  const rows = data.map((amount, index) => ({
    ...amount,
    y: index * pitch + (narrow ? 36 : 20),
    top: index * pitch + (narrow ? 12 : 20),
  }));
  const bars = rows.map(({ value, y, hatched }): Bar => ({ from: 0, to: value, y, height: BAR, hatched }));
  const height = data.length * pitch + (narrow ? 0 : 4);
  return {
    options: {
      width,
      height,
      marginTop: 0,
      marginBottom: 0,
      marginLeft: left,
      marginRight: right,
      x: { domain: [0, largest > 0 ? largest : 1], axis: null },
      y: { type: 'identity', axis: null },
      marks: [
        ...barMarks(bars),
        ruleX([0], { stroke: colour.ink, y1: 0, y2: height }),
        label(rows, {
          frameAnchor: 'left',
          y: 'top',
          dx: narrow ? 8 : -left,
          textAnchor: 'start',
          text: 'label',
          fill: colour.ink,
          fontSize: TEXT,
        }),
        label(rows, {
          x: 'value',
          y: 'y',
          dx: 9,
          textAnchor: 'start',
          text: 'text',
          fill: colour.ink,
          fontWeight: 600,
          fontSize: TEXT,
        }),
        label(
          rows.filter(({ detail }) => detail !== '' && !narrow),
          {
            frameAnchor: 'left',
            y: 'y',
            dx: -left,
            dy: 18,
            textAnchor: 'start',
            text: 'detail',
            fontSize: AXIS_SIZE,
          },
        ),
      ],
    },
    asides: [],
    // Solid bars are drawn before hatched ones.
    marks: [false, true].flatMap((supposed) =>
      data.flatMap(({ label: name, text, detail, hatched }, turn) =>
        hatched === supposed ? [{ name, text: [text, detail].filter((part) => part !== '').join(', '), turn }] : [],
      ),
    ),
  };
}

/** Records as dots, one band per group, with a rule at each median. */
import { dodgeY, dot, ruleX } from '@observablehq/plot';
import { baseline } from './axis.ts';
import { MARKS } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import type { Form } from './form.ts';
import { formatNumber } from '../core/format.ts';
import { zeroScale } from './scale.ts';
import { AXIS_SIZE, LABEL_SIZE, colour, label, textWidth, toHundredths, toneColour, withUnit } from './style.ts';
import type { Tone } from './style.ts';

export interface SpreadGroup {
  readonly label: string;
  /** Such as "57 records". */
  readonly detail: string;
  readonly median: number;
  /** Such as "median 31 h". */
  readonly medianText: string;
  readonly values: readonly { readonly key: string; readonly value: number }[];
  readonly tone: Tone;
}

export interface SpreadData {
  readonly groups: readonly SpreadGroup[];
  readonly unit: string;
}

const RADIUS = 4.5;
const HEAD = 44;

/** Most dots that stand over each other when dots of this radius share an axis of `pixels` for `end` units. */
function tallest(values: readonly number[], end: number, pixels: number): number {
  const sorted = values.map((value) => (value / end) * pixels).sort((a, b) => a - b);
  let most = 1;
  let first = 0;
  sorted.forEach((place, index) => {
    while (place - (sorted[first] ?? place) > 2 * RADIUS) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
}

/** Draws the spread of a value in groups that are compared by their medians. */
export function spread(data: SpreadData, form: Form, locale: string): Drawing {
  const write = (amount: number): string => formatNumber(amount, undefined, locale);
  const { width, narrow } = form;
  const left = narrow ? 8 : 190;
  const right = 22;
  const all = data.groups.flatMap(({ values }) => values.map(({ value }) => value));
  const { end, ticks } = zeroScale(Math.max(0, ...all), data.unit, narrow ? 5 : 8);
  const pixels = width - left - right;
  const labelRow = narrow ? 46 : 0;
  let y = 4;
  const bands = data.groups.map((group) => {
    const stack =
      tallest(
        group.values.map(({ value }) => value),
        end,
        pixels,
      ) *
      (2 * RADIUS + 1);
    const height = Math.max(stack + 12, 40);
    const top = y + labelRow;
    const middle = top + HEAD - 12 + height / 2;
    y = top + HEAD - 12 + height + 20;
    return { ...group, top, middle, bottom: middle + height / 2 };
  });
  const base = y;
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
        ...bands.flatMap((band) => {
          const tone = toneColour[band.tone];
          const x = (band.median / end) * pixels;
          const fromRight = x + textWidth(band.medianText, LABEL_SIZE) + 8 > pixels;
          return [
            ruleX([band.median], { y1: band.top + 4, y2: band.bottom + 4, stroke: tone, strokeWidth: 1.5 }),
            dot(
              band.values,
              dodgeY(
                { anchor: 'middle', padding: 1 },
                {
                  className: MARKS,
                  x: 'value',
                  r: RADIUS,
                  fill: tone,
                  fillOpacity: 0.85,
                  // Plot's dodge centres on the frame; the band's own centre is a shift away from it.
                  dy: band.middle - base / 2,
                },
              ),
            ),
            label([band], {
              x: 'median',
              y: band.top,
              dx: fromRight ? -8 : 8,
              textAnchor: fromRight ? 'end' : 'start',
              lineAnchor: 'top',
              text: 'medianText',
              fill: colour.ink,
              fontWeight: 600,
            }),
            label([band], {
              frameAnchor: 'left',
              y: narrow ? band.top - labelRow : band.middle - 10,
              dx: -left + (narrow ? 8 : 0),
              textAnchor: 'start',
              lineAnchor: narrow ? 'top' : 'middle',
              text: 'label',
              fill: colour.ink,
              fontWeight: 600,
            }),
            label([band], {
              frameAnchor: 'left',
              y: narrow ? band.top - labelRow + 20 : band.middle + 11,
              dx: -left + (narrow ? 8 : 0),
              textAnchor: 'start',
              lineAnchor: narrow ? 'top' : 'middle',
              text: 'detail',
              fontSize: AXIS_SIZE,
            }),
          ];
        }),
        ...baseline({ ticks, y: base, unit: data.unit, write }),
      ],
    },
    asides: [],
    marks: data.groups.flatMap(({ label: group, values }) =>
      values.map(({ key, value }) => ({
        name: key,
        text: `${withUnit(write(toHundredths(value)), data.unit)}, ${group}`,
      })),
    ),
  };
}

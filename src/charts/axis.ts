/** The axes that the charts share. */
import { axisX, ruleY } from '@observablehq/plot';
import type { Markish } from '@observablehq/plot';
import { AXIS_SIZE, colour, withUnit } from './style.ts';

export interface AxisOptions {
  readonly ticks: readonly number[];
  /** Height of the baseline in pixels. */
  readonly y: number;
  /** Set behind the last number only, such as "h". */
  readonly unit: string;
  readonly write: (value: number) => string;
  /** Ticks without a number, where a rule stands. */
  readonly except?: (value: number) => boolean;
}

/** Baseline in ink, short ticks, unit on the last one. */
export function baseline({ ticks, y, unit, write, except }: AxisOptions): Markish[] {
  const last = ticks.at(-1);
  return [
    ruleY([y], { stroke: colour.ink, strokeWidth: 1 }),
    axisX([...ticks], {
      anchor: 'bottom',
      tickSize: 4,
      tickPadding: 6,
      fontSize: AXIS_SIZE,
      fill: colour.ink2,
      stroke: colour.ink,
      label: null,
      tickFormat: (value: number) => {
        if (except?.(value) === true) return '';
        return value === last ? withUnit(write(value), unit) : write(value);
      },
    }),
  ];
}

/** The scale of the bars of an ROI model, and where each bar begins on it. */
import type { RoiLine, RoiRange, RoiSum } from './roi-lines.ts';
import { spanScale, zeroScale } from './scale.ts';

/** Ends of the bars' scale, in the unit of the lines. It begins below zero where a line costs more than those before it bring. */
export interface RoiScale {
  readonly start: number;
  readonly end: number;
}

/** The one scale that all sums of a model share, in steps, so that bars keep it while a slider moves a little. */
export function roiScale(sums: readonly RoiSum[], ranges: readonly RoiRange[]): RoiScale {
  const reached = sums.flatMap((sum) =>
    [sum, ...(sum.published === undefined ? [] : [sum.published])].flatMap(({ lines, total }) => {
      const begins = steps(lines);
      return [total.value, ...lines.flatMap(({ value }, index) => [begins[index] ?? 0, (begins[index] ?? 0) + value])];
    }),
  );
  const least = Math.min(0, ...reached);
  const largest = Math.max(0, ...reached, ...ranges.map(({ high }) => high));
  if (least < 0) {
    const { start, end } = spanScale(least, largest, 13);
    return { start, end };
  }
  return { start: 0, end: zeroScale(largest, '', 13).end };
}

/** Each line begins where those before it end; one that is not added moves nothing. */
export function steps(lines: readonly RoiLine[]): number[] {
  let from = 0;
  return lines.map(({ value, left }) => {
    const begin = from;
    if (left === undefined) from += value;
    return begin;
  });
}

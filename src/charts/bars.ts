/** Solid bars for what is counted, hatched bars for what is supposed. */
import { rect } from '@observablehq/plot';
import type { Markish, RenderFunction } from '@observablehq/plot';
import { hatching, strokePath } from './hatching.ts';
import { MARKS } from './drawing.ts';
import { colour } from './style.ts';

export interface Bar {
  readonly from: number;
  readonly to: number;
  /** Centre line in pixels. */
  readonly y: number;
  readonly height: number;
  readonly hatched: boolean;
  /** Not counted: an outline alone, dashed. */
  readonly hollow?: boolean;
}

const SVG = 'http://www.w3.org/2000/svg';

function hatched(bars: readonly Bar[]): RenderFunction {
  return (_index, scales, _values, _dimensions, context) => {
    const path = context.document.createElementNS(SVG, 'path');
    const place = (value: number): number => Number(scales.x?.(value) ?? 0);
    const strokes = bars.flatMap(({ from, to, y, height }) =>
      hatching(place(Math.min(from, to)), place(Math.max(from, to)), y - height / 2, y + height / 2, 6),
    );
    path.setAttribute('d', strokePath(strokes));
    path.setAttribute('fill', 'none');
    path.setAttribute('stroke', colour.blue);
    path.setAttribute('stroke-width', '1.25');
    return path;
  };
}

/** Bars on an `x` scale of amounts and a `y` scale of pixels. */
export function barMarks(bars: readonly Bar[]): Markish[] {
  const solid = bars.filter((bar) => !bar.hatched && bar.hollow !== true);
  const open = bars.filter((bar) => bar.hatched && bar.hollow !== true);
  const hollow = bars.filter((bar) => bar.hollow === true);
  const box = {
    x1: 'from',
    x2: 'to',
    y1: (bar: Bar) => bar.y - bar.height / 2,
    y2: (bar: Bar) => bar.y + bar.height / 2,
  };
  return [
    ...(solid.length === 0 ? [] : [rect(solid, { ...box, className: MARKS, fill: colour.blue })]),
    ...(open.length === 0
      ? []
      : [hatched(open), rect(open, { ...box, className: MARKS, fill: 'none', stroke: colour.blue, strokeWidth: 1 })]),
    ...(hollow.length === 0
      ? []
      : [rect(hollow, { ...box, fill: 'none', stroke: colour.ink3, strokeWidth: 1, strokeDasharray: '3 3' })]),
  ];
}

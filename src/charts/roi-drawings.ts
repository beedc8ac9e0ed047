/** All bars of an ROI view: one drawing for each sum, one for what they are held against. */
import type { PlotOptions } from '@observablehq/plot';
import { roiLines, roiRanges } from './roi-lines.ts';
import type { RoiForm } from './roi-lines.ts';
import { sumAlt, tickWriter } from './roi-view.ts';
import type { RoiView } from './roi-view.ts';

export interface RoiDrawing {
  /** Id of the total, or `scale`. */
  readonly id: string;
  /** What it is drawn from, written out: equal data make an equal drawing of a form. */
  readonly data: string;
  readonly options: () => PlotOptions;
  readonly alt: string;
}

export const SCALE_DRAWING = 'scale';

export function roiDrawings(view: RoiView, form: RoiForm, locale: string): RoiDrawing[] {
  const sums = view.sums.map((sum) => ({
    id: sum.id,
    data: JSON.stringify([sum, view.scale]),
    options: () => roiLines(sum, view.scale, form).options,
    alt: sumAlt(sum),
  }));
  const unit = view.result.lines[0]?.unit ?? '';
  const ranges = view.ranges.map(({ label, text }) => `${label} ${text}`).join(', ');
  return [
    ...sums,
    {
      id: SCALE_DRAWING,
      data: JSON.stringify([view.ranges, view.scale]),
      options: () => roiRanges(view.ranges, view.scale, form, tickWriter(unit, locale)).options,
      alt: ranges === '' ? 'Scale of the bars' : `For scale: ${ranges}.`,
    },
  ];
}

/** The values of an ROI model that text can refer to. */
import type { ReferableRoi } from './roi-formats.ts';
import type { RoiModel } from './roi.ts';

/** Whether a unit (quantity.ts) is that of a proportion. */
export const isShare = (unit: string): boolean => /^share(?:\s|$)/.test(unit);

/** Assumptions, steps, lines and totals at their published inputs, with the value that no rounding touched; comparisons with their range. */
export function roiReferences({
  assumptions,
  steps,
  lines,
  totals,
  comparisons,
  published,
  exact,
}: RoiModel): ReferableRoi[] {
  const unitOf = new Map(lines.map(({ id, unit }) => [id, unit]));
  const parts: { id: string; label: string; unit: string; low?: number; high?: number }[] = [
    ...assumptions,
    ...steps,
    ...lines,
    ...totals.map(({ id, label, lines: [first = ''] }) => ({ id, label, unit: unitOf.get(first) ?? '' })),
    ...comparisons,
  ];
  return parts.map(({ id, label, unit, low, high }) => ({
    id,
    label,
    unit,
    value: published[id],
    exact: exact[id],
    low,
    high,
  }));
}

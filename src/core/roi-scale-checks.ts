/** Totals and comparisons stand under each other on one scale: an amount in another unit would be drawn to a wrong length. */
import { dimensionText, readDimension, sameDimension } from './units.ts';
import type { RoiDefinition, RoiIssue } from './roi-definition.ts';

/** Totals and comparisons whose unit is another than that of the first total. */
export function scaleIssues({ lines, totals, comparisons = [] }: RoiDefinition): RoiIssue[] {
  const units = totals.map((total) => lines.find(({ id }) => id === total.lines[0])?.unit);
  const [first] = units;
  const wanted = first === undefined ? undefined : readDimension(first);
  if (wanted === undefined) return [];
  const issue = (path: RoiIssue['path'], unit: string | undefined): RoiIssue[] => {
    const found = unit === undefined ? undefined : readDimension(unit);
    if (found === undefined || sameDimension(found, wanted)) return [];
    const message = `all totals and comparisons share one scale: ${dimensionText(wanted)} was expected, as "${totals[0]?.id ?? ''}" has it, found "${unit ?? ''}"`;
    return [{ path, message }];
  };
  return [
    ...units.flatMap((unit, index) => issue(['totals', index, 'lines'], unit)),
    ...comparisons.flatMap(({ unit }, index) => issue(['comparisons', index, 'unit'], unit)),
  ];
}

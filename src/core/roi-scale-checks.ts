/** Totals and comparisons stand under each other on one scale: an amount in another unit would be drawn to a wrong length. */
import { UnitError, dimensionOf, dimensionText, sameDimension } from './units.ts';
import type { Dimension } from './units.ts';
import type { RoiDefinition, RoiIssue } from './roi-definition.ts';

/** A unit that cannot be read is reported where it is written. */
function dimension(unit: string): Dimension | undefined {
  try {
    return dimensionOf(unit);
  } catch (error) {
    if (error instanceof UnitError) return undefined;
    throw error;
  }
}

/** Totals and comparisons whose unit is another than that of the first total. */
export function scaleIssues({ lines, totals, comparisons = [] }: RoiDefinition): RoiIssue[] {
  const units = totals.map((total) => lines.find(({ id }) => id === total.lines[0])?.unit);
  const [first] = units;
  const wanted = first === undefined ? undefined : dimension(first);
  if (wanted === undefined) return [];
  const issue = (path: RoiIssue['path'], unit: string | undefined): RoiIssue[] => {
    const found = unit === undefined ? undefined : dimension(unit);
    if (found === undefined || sameDimension(found, wanted)) return [];
    const message = `all totals and comparisons share one scale: ${dimensionText(wanted)} was expected, as "${totals[0]?.id ?? ''}" has it, found "${unit ?? ''}"`;
    return [{ path, message }];
  };
  return [
    ...units.flatMap((unit, index) => issue(['totals', index, 'lines'], unit)),
    ...comparisons.flatMap(({ unit }, index) => issue(['comparisons', index, 'unit'], unit)),
  ];
}

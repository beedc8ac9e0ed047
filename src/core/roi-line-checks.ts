/** The lines of an ROI definition: what each hangs on, how it comes in, and with which others it overlaps. */
import { nearest } from './nearest.ts';
import { UnitError, dimensionOf, sameDimension } from './units.ts';
import type { RoiDefinition, RoiIssue, RoiLine } from './roi-definition.ts';

/** Whether a unit counts months; a unit that cannot be read is reported where it is written. */
function isMonths(unit: string): boolean {
  try {
    return sameDimension(dimensionOf(unit), { month: 1 });
  } catch (error) {
    if (error instanceof UnitError) return true;
    throw error;
  }
}

const hint = (word: string, known: readonly string[]): string => {
  const meant = nearest(word, known);
  return meant === undefined ? '' : `: did you mean "${meant}"?`;
};

function hangingIssues({ id, finding, control, hangs_on }: RoiLine, index: number): RoiIssue[] {
  const path = ['lines', index];
  if ((finding === undefined) === (hangs_on === undefined)) {
    const found = finding === undefined ? 'neither' : 'both';
    return [{ path, message: `"${id}" hangs on a "finding", or says under "hangs_on" on what else; found ${found}` }];
  }
  return control === undefined || finding !== undefined
    ? []
    : [{ path: [...path, 'control'], message: 'a control belongs to a finding: name it under "finding"' }];
}

function rampIssues({ assumptions }: RoiDefinition, { ramp }: RoiLine, index: number): RoiIssue[] {
  if (ramp === undefined) return [];
  const path = ['lines', index, 'ramp'];
  const known = assumptions.map(({ id }) => id);
  const found = assumptions.find(({ id }) => id === ramp);
  if (found === undefined) return [{ path, message: `there is no assumption "${ramp}"${hint(ramp, known)}` }];
  return isMonths(found.unit) ? [] : [{ path, message: `an assumption in months was expected, found "${found.unit}"` }];
}

/** What is wrong with each line by itself. */
export const lineIssues = (definition: RoiDefinition): RoiIssue[] =>
  definition.lines.flatMap((line, index) => [
    ...hangingIssues(line, index),
    ...rampIssues(definition, line, index),
    ...(definition.totals.some(({ lines }) => lines.includes(line.id))
      ? []
      : [{ path: ['lines', index], message: `no total adds the line "${line.id}"` }]),
    ...(line.benefit === undefined || line.class === 'labour'
      ? []
      : [
          {
            path: ['lines', index, 'benefit'],
            message: `"${line.id}" is ${line.class}: a scenario is neither a saving nor capacity`,
          },
        ]),
  ]);

/** Overlaps that are not declared, and declared ones that keep nothing from being counted twice. */
export function overlapIssues({ lines, totals, overlaps = [] }: RoiDefinition): RoiIssue[] {
  const known = overlaps.map(({ id }) => id);
  const unknown = lines.flatMap(({ overlap }, index): RoiIssue[] =>
    overlap === undefined || known.includes(overlap)
      ? []
      : [{ path: ['lines', index, 'overlap'], message: `there is no overlap "${overlap}"${hint(overlap, known)}` }],
  );
  const idle = overlaps.flatMap(({ id }, index): RoiIssue[] => {
    const members = lines.filter(({ overlap }) => overlap === id).map((line) => line.id);
    return totals.some((total) => members.filter((line) => total.lines.includes(line)).length > 1)
      ? []
      : [
          {
            path: ['overlaps', index],
            message: `no total adds two lines of the overlap "${id}", so it keeps none out`,
          },
        ];
  });
  return [...unknown, ...idle];
}

/** What the ROI model says of findings, controls and dates, held against the files that declare them. */
import type { RoiAssumption, RoiLine } from '../core/roi-definition.ts';
import type { Authored, AuthoredFile } from './engagement-files.ts';
import { unknownName } from './mention.ts';
import type { Declared } from './mention.ts';
import type { Problem } from './problem.ts';

/** A line names the control that its finding replays: a benefit without one would promise what nobody tried. */
function lineProblems(
  place: AuthoredFile,
  { id, finding, control }: RoiLine,
  index: number,
  { findings }: Pick<Authored, 'findings'>,
  declared: Declared,
): Problem[] {
  if (finding === undefined) return [];
  const found = findings.find(({ slug }) => slug === finding);
  if (found === undefined) return unknownName(place, ['lines', index, 'finding'], finding, declared);
  const { replayed } = found.control;
  if (control === undefined ? replayed.length === 0 : replayed.includes(control)) return [];
  return [
    place.problemAt(['lines', index, control === undefined ? 'finding' : 'control'], {
      code: 'line-without-control',
      message:
        control === undefined
          ? `The line "${id}" does not say which control of the finding "${finding}" brings it.`
          : `The finding "${finding}" does not replay the control "${control}".`,
      expected:
        replayed.length === 0
          ? 'no "control": the finding replays none'
          : `"control" with one that it replays: ${replayed.join(', ')}`,
      found: control ?? 'none',
      hint: 'Name the control there, or the one under "replayed" in the finding.',
    }),
  ];
}

function dateProblems(
  place: AuthoredFile,
  { id, as_of }: RoiAssumption,
  index: number,
  { engagement: { report_date } }: Pick<Authored, 'engagement'>,
): Problem[] {
  if (as_of === undefined || as_of <= report_date) return [];
  return [
    place.problemAt(['assumptions', index, 'as_of'], {
      code: 'assumption-after-report',
      message: `The assumption "${id}" dates from after the report.`,
      expected: `a day on or before ${report_date}, the report_date in engagement.yaml`,
      found: as_of,
      hint: 'Correct one of the two.',
    }),
  ];
}

/** Findings, controls and dates of the model; none where there is no model. */
export function roiProblems(authored: Authored, finding: Declared): Problem[] {
  const place = authored.files.get(`content/${authored.id}/roi.yaml`);
  if (authored.roi === undefined || place === undefined) return [];
  return [
    ...authored.roi.lines.flatMap((line, index) => lineProblems(place, line, index, authored, finding)),
    ...authored.roi.assumptions.flatMap((assumption, index) => dateProblems(place, assumption, index, authored)),
  ];
}

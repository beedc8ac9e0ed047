/** The reader's version as JSON: what a machine reads, with the code that brings it back. */
import { answerFigures } from '../charts/roi-answer-figures.ts';
import type { RoiState } from '../charts/roi-view.ts';
import { evaluateRoi } from '../core/roi.ts';
import type { RoiIsland } from '../charts/roi-island.ts';
import { scenarioCode } from './roi-code.ts';

export function roiJson(owner: Omit<RoiIsland, 'page'>, state: RoiState): string {
  const { model, engagement, version } = owner;
  const { values, lines, totals } = evaluateRoi(model, state.changes, { rounding: state.rounding });
  const content = {
    engagement,
    version,
    code: scenarioCode(owner, state),
    rounding: state.rounding,
    assumptions: model.assumptions.map(({ id, label, unit, low, high, basis, source, owner, as_of, value }) => ({
      id,
      label,
      unit,
      published: value,
      value: values[id],
      low,
      high,
      basis,
      source,
      owner,
      as_of,
    })),
    lines: lines.map(({ id, label, class: group, benefit, unit, value }) => ({
      id,
      label,
      class: group,
      benefit,
      unit,
      published: model.published[id],
      value,
    })),
    totals: totals.map(({ id, label, class: group, unit, value, left }) => ({
      id,
      label,
      class: group,
      unit,
      ...(left.length > 0 && { not_added: left }),
      published: model.published[id],
      value,
    })),
    answers: answerFigures(model, state),
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

/** Lines and assumptions of an ROI model as tables: beside the bars, in the CSV files, and in a reader's own CSV. */
import { tidy } from '../core/decimal.ts';
import { tornado } from '../core/sensitivity.ts';
import { equallyLikely, finish } from '../core/simulation.ts';
import type { RoiModel } from '../core/roi.ts';
import { about, mainFormula } from './roi-main.ts';
import { DOTS, drawOutcomes } from './roi-outcomes.ts';
import { answerFigures } from './roi-answer-figures.ts';
import { PUBLISHED, isPublished, roiView } from './roi-view.ts';
import type { RoiState, RoiView } from './roi-view.ts';
import type { DataColumn, DataTable } from './table.ts';

const text = (name: string, label: string): DataColumn => ({ name, label, type: 'text' });
const number = (name: string, label: string): DataColumn => ({ name, label, type: 'number' });

/** Every line and total: as published, exact, and (where a reader changed something) as it stands now. */
function linesTable(model: RoiModel, view: RoiView, state: RoiState): DataTable {
  const yours = !isPublished(state);
  return {
    columns: [
      text('label', 'Line'),
      text('id', 'Id'),
      text('class', 'Class'),
      text('benefit', 'Benefit'),
      text('unit', 'Unit'),
      number('published', 'Published'),
      number('exact', 'Published, without rounding'),
      ...(yours ? [number('yours', 'Your version')] : []),
      ...(model.overlaps.length > 0 ? [text('overlap', 'Not added because it overlaps with')] : []),
    ],
    rows: view.result.totals.flatMap((total) =>
      [...view.result.lines.filter(({ id }) => total.lines.includes(id)), total].map((line) => ({
        label: line.label,
        id: line.id,
        class: line.class,
        benefit: 'benefit' in line ? (line.benefit ?? '') : '',
        unit: line.unit,
        published: model.published[line.id] ?? null,
        exact: model.exact[line.id] ?? null,
        yours: line.value,
        overlap: total.left.find(({ id }) => id === line.id)?.by ?? '',
      })),
    ),
  };
}

/** Every assumption with its range, basis and source. */
function assumptionsTable(model: RoiModel, { changes, rounding }: RoiState): DataTable {
  const yours = !isPublished({ changes, rounding });
  return {
    columns: [
      text('label', 'Assumption'),
      text('id', 'Id'),
      text('unit', 'Unit'),
      number('published', 'Published'),
      ...(yours ? [number('yours', 'Your version')] : []),
      number('low', 'From'),
      number('high', 'To'),
      text('range', 'Range'),
      text('basis', 'Basis'),
      text('source', 'Source'),
      text('owner', 'Owner'),
      text('as_of', 'As of'),
    ],
    rows: model.assumptions.map(({ id, label, unit, value, low, high, interval, basis, source, owner, as_of }) => ({
      label,
      id,
      unit,
      published: value,
      yours: changes[id] ?? value,
      low,
      high,
      range: interval === undefined ? 'plausible' : 'sampling error',
      basis,
      source,
      owner,
      as_of: as_of ?? '',
    })),
  };
}

/** The total at both ends of each range, widest swing first. */
function swingsTable(model: RoiModel, state: RoiState): DataTable {
  const formula = mainFormula(model, state.rounding);
  return {
    columns: [
      text('label', 'Assumption'),
      text('id', 'Id'),
      text('unit', 'Unit'),
      number('low', 'Low end'),
      number('high', 'High end'),
      number('at_low', `${formula.label} at the low end`),
      number('at_high', `${formula.label} at the high end`),
    ],
    rows: tornado(formula, state.changes).map(({ assumption: { id, label, unit }, low, high, atLow, atHigh }) => ({
      label,
      id,
      unit,
      low,
      high,
      at_low: tidy(atLow),
      at_high: tidy(atHigh),
    })),
  };
}

/** The equally likely outcomes of the figure, smallest first. */
function outcomesTable(model: RoiModel, state: RoiState): DataTable {
  const { label, unit } = mainFormula(model, false);
  return {
    columns: [number('rank', 'Rank'), number('outcome', label), text('unit', 'Unit')],
    rows: equallyLikely(finish(drawOutcomes(model, state)), DOTS).map((outcome, index) => ({
      rank: index + 1,
      outcome: about(outcome, 6),
      unit,
    })),
  };
}

/** What the model answers: case, range of outcomes, chance of payback, and where each assumption would turn it. */
function answersTable(model: RoiModel, state: RoiState): DataTable {
  const yours = !isPublished(state);
  const published = answerFigures(model, PUBLISHED);
  const now = new Map((yours ? answerFigures(model, state) : published).map((one) => [one.id, one.value]));
  return {
    columns: [
      text('label', 'Answer'),
      text('id', 'Id'),
      text('unit', 'Unit'),
      number('published', 'Published'),
      ...(yours ? [number('yours', 'Your version')] : []),
    ],
    rows: published.map(({ id, label, unit, value }) => ({
      label,
      id,
      unit,
      published: value ?? null,
      yours: now.get(id) ?? null,
    })),
  };
}

/** Tables of the model that can be downloaded. */
export const MODEL_TABLES = ['lines', 'assumptions', 'outcomes', 'swings', 'answers'] as const;
export type ModelTable = (typeof MODEL_TABLES)[number];

export function modelTable(noun: ModelTable, model: RoiModel, state: RoiState): DataTable {
  switch (noun) {
    case 'lines':
      return linesTable(model, roiView(model, state), state);
    case 'assumptions':
      return assumptionsTable(model, state);
    case 'outcomes':
      return outcomesTable(model, state);
    case 'swings':
      return swingsTable(model, state);
    case 'answers':
      return answersTable(model, state);
  }
}

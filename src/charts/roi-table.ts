/** Lines and assumptions of an ROI model as tables: beside the bars, in the CSV files, and in a reader's own CSV. */
import type { RoiModel } from '../core/roi.ts';
import { isPublished } from './roi-view.ts';
import type { RoiState, RoiView } from './roi-view.ts';
import type { DataColumn, DataTable } from './table.ts';

const text = (name: string, label: string): DataColumn => ({ name, label, type: 'text' });
const number = (name: string, label: string): DataColumn => ({ name, label, type: 'number' });

/** Every line and total: as published, exact, and (where a reader changed something) as it stands now. */
export function linesTable(model: RoiModel, view: RoiView, state: RoiState): DataTable {
  const yours = !isPublished(state);
  return {
    columns: [
      text('label', 'Line'),
      text('id', 'Id'),
      text('class', 'Class'),
      text('unit', 'Unit'),
      number('published', 'Published'),
      number('exact', 'Published, without rounding'),
      ...(yours ? [number('yours', 'Your version')] : []),
    ],
    rows: view.result.totals.flatMap((total) =>
      [...view.result.lines.filter(({ id }) => total.lines.includes(id)), total].map((line) => ({
        label: line.label,
        id: line.id,
        class: line.class === 'labour' ? 'labour' : 'scenario',
        unit: line.unit,
        published: model.published[line.id] ?? null,
        exact: model.exact[line.id] ?? null,
        yours: line.value,
      })),
    ),
  };
}

/** Every assumption with its range, basis and source. */
export function assumptionsTable(model: RoiModel, { changes, rounding }: RoiState): DataTable {
  const yours = !isPublished({ changes, rounding });
  return {
    columns: [
      text('label', 'Assumption'),
      text('id', 'Id'),
      text('unit', 'Unit'),
      number('published', 'Published'),
      ...(yours ? [number('yours', 'Your version')] : []),
      number('low', 'Plausible from'),
      number('high', 'Plausible to'),
      text('basis', 'Basis'),
      text('source', 'Source'),
      text('owner', 'Owner'),
    ],
    rows: model.assumptions.map(({ id, label, unit, value, low, high, basis, source, owner }) => ({
      label,
      id,
      unit,
      published: value,
      yours: changes[id] ?? value,
      low,
      high,
      basis,
      source,
      owner,
    })),
  };
}

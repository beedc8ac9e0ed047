/** The reader's own version as CSV: made in the page, because the file beside it holds the published one. */
import { assumptionsTable, linesTable } from '../charts/roi-table.ts';
import { isPublished } from '../charts/roi-view.ts';
import type { RoiState, RoiView } from '../charts/roi-view.ts';
import { toCsv } from '../core/csv.ts';
import type { RoiModel } from '../core/roi.ts';

/** Text of the CSV file; undefined where everything stands as published and the file itself serves. */
export function roiCsv(noun: string, model: RoiModel, view: RoiView, state: RoiState): string | undefined {
  if (isPublished(state)) return undefined;
  const { columns, rows } = noun === 'lines' ? linesTable(model, view, state) : assumptionsTable(model, state);
  return toCsv([...columns], rows);
}

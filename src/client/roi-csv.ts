/** The reader's own version as CSV: made in the page, because the file beside it holds the published one. */
import { MODEL_TABLES, modelTable } from '../charts/roi-table.ts';
import { isPublished } from '../charts/roi-view.ts';
import type { RoiState } from '../charts/roi-view.ts';
import { toCsv } from '../core/csv.ts';
import type { RoiModel } from '../core/roi.ts';

/**
 * @param noun name of the table, as its link says it
 * @returns text of the CSV file; undefined where everything stands as published and the file itself serves
 */
export function roiCsv(noun: string | undefined, model: RoiModel, state: RoiState): string | undefined {
  const known = MODEL_TABLES.find((name) => name === noun);
  if (known === undefined || isPublished(state)) return undefined;
  const { columns, rows } = modelTable(known, model, state);
  return toCsv([...columns], rows);
}

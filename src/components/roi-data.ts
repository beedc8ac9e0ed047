/** The data files of the ROI bench: its tables as published. */
import { MODEL_TABLES, modelTable } from '../charts/roi-table.ts';
import { PUBLISHED } from '../charts/roi-view.ts';
import { toCsv } from '../core/csv.ts';
import { dataPath } from './figure.ts';
import type { DataFile } from './figure.ts';
import type { Report } from './report.ts';
import { modelOf } from './roi-bench.ts';

export function roiDataFiles(report: Pick<Report, 'bundle' | 'page'>): DataFile[] {
  const model = modelOf(report);
  // Answers stand with the case; without one there is none to stand with.
  return MODEL_TABLES.filter((noun) => noun !== 'answers' || model.case !== undefined).map((noun) => {
    const table = modelTable(noun, model, PUBLISHED);
    return { path: dataPath(report.page.slug, 'model', noun), noun, table, csv: toCsv([...table.columns], table.rows) };
  });
}

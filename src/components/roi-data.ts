/** The data files of the ROI bench: its lines and its assumptions, as published. */
import { assumptionsTable, linesTable } from '../charts/roi-table.ts';
import { PUBLISHED, roiView } from '../charts/roi-view.ts';
import type { DataTable } from '../charts/table.ts';
import { toCsv } from '../core/csv.ts';
import { dataPath } from './figure.ts';
import type { DataFile } from './figure.ts';
import type { Report } from './report.ts';
import { modelOf } from './roi-bench.ts';

export function roiDataFiles(report: Pick<Report, 'bundle' | 'page'>): DataFile[] {
  const model = modelOf(report);
  const file = (noun: string, table: DataTable): DataFile => ({
    path: dataPath(report.page.slug, 'model', noun),
    noun,
    table,
    csv: toCsv([...table.columns], table.rows),
  });
  return [
    file('lines', linesTable(model, roiView(model, PUBLISHED), PUBLISHED)),
    file('assumptions', assumptionsTable(model, PUBLISHED)),
  ];
}

/** A cell of the page, ready to print. */
import { toCsv } from '../core/csv.ts';
import type { NotebookCell, NotebookPage } from '../schema/notebook.ts';
import { dataPath } from './figure.ts';
import type { DataFile } from './figure.ts';
import { inlineJson } from './inline-json.ts';
import type { Report } from './report.ts';

/** The notebook of the page that is being drawn. */
export const notebookOf = ({ bundle, page }: Pick<Report, 'bundle' | 'page'>): NotebookPage | undefined =>
  bundle.notebooks.find(({ slug }) => slug === page.slug);

/**
 * The cell of a fenced block, or of an inline value.
 *
 * @throws Error where the bundle does not have it: the page was edited after it was loaded
 */
export function cellOf(report: Pick<Report, 'bundle' | 'page'>, key: string, kind: 'block' | 'value'): NotebookCell {
  const cell = notebookOf(report)?.cells.find(
    (one) => one.key === key && (one.kind === 'value') === (kind === 'value'),
  );
  if (cell === undefined)
    throw new Error(`${report.page.file}: the cell "${key}" is not in the bundle; load the engagement again.`);
  return cell;
}

/** Whether something wakes on the page. */
export const wakes = (notebook: NotebookPage): boolean => notebook.cells.some(({ code }) => code !== undefined);

const shown = new WeakMap<object, Set<string>>();

/** True once for each page that is drawn, and each thing that stands on it once. */
export function firstTime(report: object, what: string): boolean {
  const before = shown.get(report) ?? new Set();
  const first = !before.has(what);
  shown.set(report, before.add(what));
  return first;
}

/** Key under which the page's script finds the place of a cell; unique in the report. */
export const placeKey = (slug: string, cell: NotebookCell): string =>
  `${slug} ${cell.kind === 'value' ? `value ${cell.key}` : cell.key}`;

/** Name of a cell in the names of its files. */
export const cellName = (cell: NotebookCell): string => cell.id ?? `cell-${cell.key}`;

/** The CSV file with the rows behind a cell, as published. */
export function cellFile({ page }: Pick<Report, 'page'>, cell: NotebookCell): DataFile | undefined {
  // Without a row there is no telling the columns.
  if (cell.rows === undefined || cell.rows.columns.length === 0) return undefined;
  const { columns, rows } = cell.rows;
  return {
    path: dataPath(page.slug, cell.figure?.file ?? cellName(cell)),
    noun: cell.figure?.noun ?? 'rows',
    table: { columns, rows },
    csv: toCsv(
      columns.map(({ name, label }) => ({ name, label })),
      rows,
    ),
  };
}

/** Data files of all cells of a page. */
export const cellFiles = (report: Pick<Report, 'bundle' | 'page'>): DataFile[] =>
  (notebookOf(report)?.cells ?? []).flatMap((cell) => cellFile(report, cell) ?? []);

/** What the page's script needs besides code, as text for a script element. */
export function notebookIsland({ bundle, page }: Pick<Report, 'bundle' | 'page'>, notebook: NotebookPage): string {
  const { engagement } = bundle;
  const inputs = notebook.cells.flatMap(({ code }) => code?.views ?? []).filter((name) => name !== null);
  return inlineJson({
    slug: page.slug,
    engagement: bundle.id,
    version: engagement.version,
    locale: engagement.locale,
    timeZone: engagement.calendar.time_zone,
    inputs,
    data: notebook.data,
  });
}

/** The rows behind a cell as the inputs stand: its CSV file is made in the page, its table drawn when it is opened. */
import { toCsv } from '../core/csv.ts';
import { formatDate, formatDateTime, formatNumber } from '../core/format.ts';
import { dataRows } from '../notebook/runtime/rows.ts';
import type { DataRows } from '../schema/notebook.ts';
import type { NotebookIsland } from './notebook.ts';
import { saveText } from './save-text.ts';

type Column = DataRows['columns'][number];

/** More rows than these would only slow the page down; the file has them all. */
const MOST = 500;

function cellText(
  value: DataRows['rows'][number][string] | undefined,
  { type }: Column,
  { locale, timeZone }: NotebookIsland,
): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return formatNumber(value, undefined, locale);
  if (type === 'time') return formatDateTime(new Date(value), timeZone);
  return type === 'date' ? formatDate(value) : value;
}

function fill(body: HTMLTableSectionElement, { columns, rows }: DataRows, island: NotebookIsland): void {
  body.replaceChildren(
    ...rows.slice(0, MOST).map((row) => {
      const line = document.createElement('tr');
      for (const column of columns) {
        const cell = line.insertCell();
        if (column.type === 'number') cell.className = 'amount';
        cell.textContent = cellText(row[column.name], column, island);
      }
      return line;
    }),
  );
  if (rows.length <= MOST) return;
  const rest = body.insertRow().insertCell();
  rest.colSpan = columns.length;
  rest.textContent = `and ${formatNumber(rows.length - MOST, undefined, island.locale)} more in the CSV file`;
}

/**
 * Takes over the CSV link and the table behind a cell.
 *
 * @returns what hands over the rows each time they change; undefined where the cell has no rows
 */
export function behindCell(place: string, island: NotebookIsland): ((value: unknown) => void) | undefined {
  const foot = document.querySelector<HTMLElement>(`[data-cell-data="${CSS.escape(place)}"]`);
  const link = foot?.querySelector<HTMLAnchorElement>('[data-cell-csv]');
  const details = foot?.querySelector('details');
  const body = details?.querySelector('tbody');
  const headings = [...(details?.querySelectorAll<HTMLElement>('th') ?? [])];
  if (!link || !details || !body) return undefined;
  const published: Column[] = headings.map((heading) => ({
    name: heading.dataset['column'] ?? '',
    label: heading.textContent.trim(),
    type: (heading.dataset['type'] ?? 'text') as Column['type'],
  }));
  const labels = Object.fromEntries(published.map(({ name, label }) => [name, label]));
  let current: DataRows | undefined;
  let changed = false;

  const show = (): void => {
    if (!details.open || !changed || current === undefined) return;
    changed = false;
    fill(body, current, island);
  };
  details.addEventListener('toggle', show);
  link.addEventListener('click', (event) => {
    if (current === undefined) return;
    event.preventDefault();
    saveText(toCsv([...current.columns], current.rows), link.download, document);
  });
  return (value) => {
    // Columns stay as published: a filter that leaves no row, or blanks alone, does not change what they are.
    current = { columns: published, rows: dataRows(value, labels).rows };
    changed = true;
    show();
  };
}

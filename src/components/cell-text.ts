/** A cell of a table as text for the reader. */
import { formatCell, formatDate, formatDateTime } from '../core/format.ts';
import type { Cell, TableColumn } from '../schema/table.ts';

/** Times are shown in the zone of the engagement; a blank stays blank. */
export function cellText(
  cell: Cell,
  { type, unit }: Pick<TableColumn, 'type' | 'unit'>,
  { timeZone, locale }: { timeZone: string; locale: string },
): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell === 'number') return formatCell(cell, unit, locale);
  if (type === 'time') return formatDateTime(new Date(cell), timeZone);
  if (type === 'date') return formatDate(cell);
  return cell;
}

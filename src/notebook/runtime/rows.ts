/** The rows behind an output, as its table and its CSV file give them. */
import type { DataRows } from '../../schema/notebook.ts';

type Cell = DataRows['rows'][number][string];
type Type = DataRows['columns'][number]['type'];

const MIDNIGHT = 'T00:00:00.000Z';

function typeOf(values: readonly unknown[]): Type {
  const present = values.filter((value) => value !== null && value !== undefined);
  if (present.length === 0) return 'text';
  if (present.every((value) => typeof value === 'number')) return 'number';
  if (present.every((value) => typeof value === 'boolean')) return 'boolean';
  if (!present.every((value) => value instanceof Date)) return 'text';
  return present.every((value) => value.toISOString().endsWith(MIDNIGHT)) ? 'date' : 'time';
}

function cellOf(value: unknown, type: Type): Cell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return type === 'date' ? value.toISOString().slice(0, 10) : value.toISOString();
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value;
  return JSON.stringify(value);
}

/**
 * Rows of a cell as a table.
 *
 * @param labels headings by column, where the engagement has one
 * @throws TypeError where the value is no list of rows
 */
export function dataRows(value: unknown, labels: Readonly<Record<string, string>>): DataRows {
  if (!Array.isArray(value) || value.some((row) => typeof row !== 'object' || row === null)) {
    throw new TypeError('The rows behind an output are an array of objects.');
  }
  const rows = value as readonly Readonly<Record<string, unknown>>[];
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name) => ({
    name,
    label: labels[name] ?? name,
    type: typeOf(rows.map((row) => row[name])),
  }));
  return {
    columns,
    rows: rows.map((row) => Object.fromEntries(columns.map(({ name, type }) => [name, cellOf(row[name], type)]))),
  };
}

/** Compares what a loader returned with the columns that it declared, cell by cell. */
import type { ColumnTable } from 'arquero';
import type { Cell, ColumnType, TableRow } from '../../schema/table.ts';
import { nearest } from '../../core/nearest.ts';
import type { Problem } from '../problem.ts';
import type { DescribedColumn } from './messages.ts';

const EXPECTED: Record<ColumnType, string> = {
  text: 'text',
  number: 'a finite number',
  boolean: 'true or false',
  time: 'a valid Date',
  date: 'a day as text, such as "2026-03-09"',
};

/** A day that exists: reading 30 February gives a day in March, which is written otherwise. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

/** The cell as it is kept, or undefined where it is not of the column's type. */
function toCell(type: ColumnType, value: unknown): Cell | undefined {
  switch (type) {
    case 'text':
      return typeof value === 'string' ? value : undefined;
    case 'number':
      // JSON knows no negative zero; a number that prints as 0 is 0.
      return typeof value === 'number' && Number.isFinite(value) ? (value === 0 ? 0 : value) : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'time':
      return value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : undefined;
    case 'date':
      return typeof value === 'string' && isDay(value) ? value : undefined;
  }
}

function shown(value: unknown): string {
  if (value instanceof Promise) return 'a promise';
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? 'an invalid Date' : `a Date (${value.toISOString()})`;
  if (typeof value === 'string') return `the text "${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`;
  if (typeof value === 'number') return `the number ${String(value)}`;
  if (typeof value === 'bigint') return `the bigint ${String(value)}`;
  if (Array.isArray(value)) return 'a list';
  return value === null || typeof value === 'boolean' || value === undefined ? String(value) : `a ${typeof value}`;
}

/** The first few of a list, and how many more there are. */
function some(items: readonly string[], most = 3): string {
  const rest = items.length - most;
  return rest > 0 ? `${items.slice(0, most).join(', ')} and ${String(rest)} more` : items.join(', ');
}

function cellProblems(
  column: DescribedColumn,
  keyName: string,
  keys: readonly string[],
  values: readonly unknown[],
  file: string,
): Problem[] {
  const bad = values.flatMap((value, index) => {
    const blank = value === null || value === undefined;
    return (blank ? column.blank : toCell(column.type, value) !== undefined) ? [] : [index];
  });
  const first = bad[0];
  if (first === undefined) return [];
  const value = values[first];
  const isBlank = value === null || value === undefined;
  return [
    {
      code: isBlank ? 'loader-blank-cell' : 'loader-wrong-cell',
      file,
      field: column.name,
      message: `The column "${column.name}" holds ${isBlank ? 'no value' : 'a value of the wrong kind'} in ${bad.length === 1 ? 'the row' : 'the rows'} ${keyName} ${some(bad.map((index) => keys[index] ?? '?'))}.`,
      expected: EXPECTED[column.type],
      found: shown(value),
      hint: isBlank
        ? `Fill it in, or declare the column with { blank: true } where a blank means something.`
        : `Convert it in the transform, or declare the column with another type.`,
    },
  ];
}

function duplicateKeys(
  key: string,
  keys: readonly string[],
  linesOf: (key: string) => readonly string[],
  file: string,
): Problem[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const name of keys) (seen.has(name) ? twice : seen).add(name);
  return [...twice].slice(0, 10).map((name) => {
    const lines = linesOf(name);
    return {
      code: 'duplicate-key',
      file,
      field: key,
      message: `Two rows have the ${key} "${name}"; the key has to name one row.`,
      ...(lines.length > 0 && { found: `"${name}" in ${lines.join(' and ')}` }),
      hint: 'Correct the file that was exported, or choose another key for the table.',
    };
  });
}

export function isTable(value: unknown): value is ColumnTable {
  return (
    typeof value === 'object' && value !== null && 'columnNames' in value && 'objects' in value && 'numRows' in value
  );
}

/** What was returned in place of a table. */
export function notTable(value: unknown, file: string): Problem {
  const promise = value instanceof Promise;
  return {
    code: 'loader-no-table',
    file,
    message: 'The transform of this loader does not return a table.',
    expected: 'an Arquero table',
    found: shown(value),
    hint: promise
      ? 'Remove "async": everything that a loader may use is there when it begins.'
      : 'Return what rows.derive(…), filter(…) or select(…) gave.',
  };
}

/**
 * @param linesOf where a key stands in the sources, as "file:line"
 * @returns rows with the declared columns in their order; times as ISO 8601 in UTC
 */
export function judgeTable(
  table: ColumnTable,
  declared: { readonly file: string; readonly key: string; readonly columns: readonly DescribedColumn[] },
  linesOf: (key: string) => readonly string[],
): { rows: TableRow[]; problems: Problem[] } {
  const { file, key, columns } = declared;
  const names = table.columnNames();
  const missing = columns.filter(({ name }) => !names.includes(name));
  if (missing.length > 0) {
    const problems = missing.map(({ name }): Problem => {
      const close = nearest(
        name,
        names.filter((known) => !columns.some((column) => column.name === known)),
      );
      return {
        code: 'loader-missing-column',
        file,
        field: name,
        message: `The column "${name}" is declared, but the rows do not have it.`,
        expected: name,
        found: some(names, 12),
        hint:
          close === undefined ? 'Derive it in the transform, or remove it from `columns`.' : `Did you mean "${close}"?`,
      };
    });
    return { rows: [], problems };
  }
  const objects = table.objects() as Record<string, unknown>[];
  const keys = objects.map((row) => String(row[key]));
  const problems = columns.flatMap((column) =>
    cellProblems(
      column,
      key,
      keys,
      objects.map((row) => row[column.name]),
      file,
    ),
  );
  if (problems.length === 0) problems.push(...duplicateKeys(key, keys, linesOf, file));
  if (problems.length > 0) return { rows: [], problems };
  const rows = objects.map((row) =>
    Object.fromEntries(columns.map(({ name, type }) => [name, toCell(type, row[name]) ?? null] as const)),
  );
  return { rows, problems };
}

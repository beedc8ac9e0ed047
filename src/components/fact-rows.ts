/** The rows that a fact looked at, as a file: every public column, and whether the row counted. */
import { toCsv } from '../core/csv.ts';
import type { Bundle } from '../schema/bundle.ts';
import type { Fact } from '../schema/fact.ts';
import type { Cell, Table, TableColumn } from '../schema/table.ts';
import type { DataFile } from './figure.ts';

const COUNTED: TableColumn = { name: '(counted)', label: 'Counted', type: 'boolean', class: 'public' };

/** Address of the file below the report's folder: `data/fact-handoff.late_24h.csv`. */
export const factFilePath = (fact: string): string => `data/fact-${fact}.csv`;

/** Rows of a table by their keys. */
export const rowsByKey = ({ rows, key }: Table): Map<string, Table['rows'][number]> =>
  new Map(rows.map((row) => [String(row[key]), row]));

/** One line for each row of the denominator, in its order. */
export function factFile({ id, rows, population }: Fact, table: Table): DataFile {
  const counted = new Set(rows);
  const byKey = rowsByKey(table);
  const columns = table.columns.filter(({ name, class: kept }) => kept === 'public' || name === table.key);
  const lines = population.map((key): Record<string, Cell> => ({
    ...byKey.get(key),
    [table.key]: key,
    [COUNTED.name]: counted.has(key),
  }));
  const all = [
    ...columns.filter(({ name }) => name === table.key),
    COUNTED,
    ...columns.filter(({ name }) => name !== table.key),
  ];
  return {
    path: factFilePath(id),
    noun: 'rows',
    table: { columns: all, rows: lines },
    csv: toCsv(
      all.map(({ name, label, unit }) => ({ name, label: unit === undefined ? label : `${label}, ${unit}` })),
      lines,
    ),
  };
}

/** A file for each fact; a report without a page of evidence has no place that links to them. */
export function factFiles({ facts, tables, pages }: Pick<Bundle, 'facts' | 'tables' | 'pages'>): DataFile[] {
  if (!pages.some(({ slug }) => slug === 'evidence')) return [];
  const byId = new Map(tables.map((table) => [table.id, table]));
  return facts.flatMap((fact) => {
    const table = byId.get(fact.table);
    return table === undefined ? [] : [factFile(fact, table)];
  });
}

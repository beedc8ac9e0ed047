/** The sample as the kit carries it: of the tables that the mapping reads, the columns that it names. */
import type { Cell, ColumnType, Table, TableColumn } from '../schema/table.ts';
import { identifier, statementsOf } from './sql-text.ts';

/** Before the name of a table of the report, in the mapping. */
const PREFIX = 'sample_';

/** A table to create and fill. */
export interface KitTable {
  /** As the SQL calls it. */
  readonly name: string;
  /** Of its file, below the kit. */
  readonly file: string;
  readonly columns: readonly Pick<TableColumn, 'name' | 'type'>[];
  readonly rows: Table['rows'];
}

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  number: 'double precision',
  boolean: 'boolean',
  time: 'timestamp with time zone',
  date: 'date',
};

const names = (sql: string, name: string): boolean =>
  new RegExp(`(?<![\\w-])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`).test(sql);

/**
 * Tables that a mapping reads, as `sample_<table>`. What it does not name stays out of the kit, so that the checks
 * start from what was recorded and not from what the loaders derived; the key of a table always comes along.
 */
export function kitTables(tables: readonly Table[], mapping: string): KitTable[] {
  const statements = statementsOf(mapping);
  return tables.flatMap(({ id, key, columns, rows }) => {
    const name = `${PREFIX}${id}`;
    const reading = statements.filter((statement) => names(statement, name));
    if (reading.length === 0) return [];
    const read = columns.filter(
      (column) => column.name === key || reading.some((statement) => names(statement, column.name)),
    );
    return [{ name, file: `data/${id}.csv`, columns: read.map(({ name, type }) => ({ name, type })), rows }];
  });
}

export function createTable({ name, columns }: Pick<KitTable, 'name' | 'columns'>): string {
  const listed = columns.map((column) => `  ${identifier(column.name)} ${TYPES[column.type]}`).join(',\n');
  return `create temporary table ${identifier(name)} (\n${listed}\n);\n`;
}

/** Text is always in quotes, so that an empty one is not taken for null, nor "00123" for a number. */
function field(value: Cell | undefined, type: ColumnType): string {
  if (value === null || value === undefined) return '';
  return type === 'text' ? `"${String(value).replaceAll('"', '""')}"` : String(value);
}

/**
 * A table for an engine, not for a spreadsheet: RFC 4180 with a line feed after each line, no byte order mark, and
 * text as it is, also where a spreadsheet would run it as a formula. Nothing between two commas is null.
 */
export function engineCsv({ columns, rows }: Pick<KitTable, 'columns' | 'rows'>): string {
  const lines = [
    columns.map(({ name }) => field(name, 'text')),
    ...rows.map((row) => columns.map(({ name, type }) => field(row[name], type))),
  ];
  return lines.map((line) => `${line.join(',')}\n`).join('');
}

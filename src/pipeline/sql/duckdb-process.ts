/** The process that DuckDB runs in: a request on stdin, an answer on stdout. */
import { DuckDBDataChunk, DuckDBInstance, VARCHAR } from '@duckdb/node-api';
import type { DuckDBConnection, DuckDBResultReader, Json } from '@duckdb/node-api';
import { writeSync } from 'node:fs';
import { text as readAll } from 'node:stream/consumers';
import type { Cell, ColumnType } from '../../schema/table.ts';
import { faultOf } from './duckdb-fault.ts';
import type { SqlAnswer, SqlFault, SqlLimits, SqlQuery, SqlRequest, SqlResult, SqlTable } from './messages.ts';
import { plainNumber } from './plain-number.ts';

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  time: 'TIMESTAMP WITH TIME ZONE',
  date: 'DATE',
};
/** What has a plain text; anything else has to be cast by the query. */
const PLAIN =
  /^(VARCHAR|JSON|UUID|BOOLEAN|U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|BIGNUM|FLOAT|DOUBLE|DECIMAL\(.*\)|DATE|TIME|TIMESTAMP(_S|_MS|_NS)?|TIMESTAMP WITH TIME ZONE|ENUM\(.*\)|"?NULL"?|SQLNULL)$/;
/** What DuckDB takes in one piece. */
const ROWS_AT_A_TIME = 2048;

const name = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Cells go in as text and are cast by DuckDB, so that no number passes through a binary fraction that it was not. */
async function fill(connection: DuckDBConnection, { name: table, columns, rows }: SqlTable): Promise<void> {
  const staged = columns.every(({ type }) => type === 'text') ? table : `${table} as text`;
  await connection.run(
    `CREATE TABLE ${name(staged)} (${columns.map((column) => `${name(column.name)} VARCHAR`).join(', ')})`,
  );
  const appender = await connection.createAppender(staged);
  for (let at = 0; at < rows.length; at += ROWS_AT_A_TIME) {
    const part = rows.slice(at, at + ROWS_AT_A_TIME);
    const chunk = DuckDBDataChunk.create(
      columns.map(() => VARCHAR),
      part.length,
    );
    chunk.setColumns(columns.map((_, index) => part.map((row) => cellText(row[index] ?? null))));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  if (staged === table) return;
  const cast = columns.map((column) => `CAST(${name(column.name)} AS ${TYPES[column.type]}) AS ${name(column.name)}`);
  await connection.run(`CREATE TABLE ${name(table)} AS SELECT ${cast.join(', ')} FROM ${name(staged)}`);
  await connection.run(`DROP TABLE ${name(staged)}`);
}

const cellText = (cell: Cell): string | null =>
  cell === null ? null : typeof cell === 'number' ? plainNumber(String(cell)) : String(cell);

function textOf(value: Json, type: string): string | null {
  if (value === null) return null;
  if (typeof value === 'number') return plainNumber(String(value));
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return type === 'TIMESTAMP WITH TIME ZONE' ? text.replace(' ', 'T').replace(/\+00(:00)?$/, 'Z') : text;
}

function resultOf(reader: DuckDBResultReader): SqlResult {
  const columns = reader.deduplicatedColumnNames().map((column, index) => ({
    name: column,
    type: String(reader.columnType(index)),
  }));
  return {
    columns,
    rows: reader.getRowsJson().map((row) => row.map((value, index) => textOf(value, columns[index]?.type ?? ''))),
  };
}

async function runOne(
  connection: DuckDBConnection,
  { sql, parameters = {} }: SqlQuery,
  { rows: most }: SqlLimits,
): Promise<{ result?: SqlResult; fault?: Omit<SqlFault, 'query'> }> {
  try {
    const bound = Object.keys(parameters).length > 0 ? { ...parameters } : undefined;
    const reader = await connection.streamAndReadUntil(sql, most + 1, bound);
    if (reader.currentRowCount > most) return { fault: { kind: 'rows', message: `more than ${String(most)} rows` } };
    const odd = reader.columnTypes().findIndex((type) => !PLAIN.test(String(type)));
    if (odd !== -1) {
      return { fault: { kind: 'type', message: `${reader.columnName(odd)} ${String(reader.columnType(odd))}` } };
    }
    return { result: resultOf(reader) };
  } catch (error) {
    return { fault: faultOf(error instanceof Error ? error.message : String(error), sql) };
  }
}

async function answer({ tables, queries, limits }: SqlRequest): Promise<SqlAnswer> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: `${String(limits.mebibytes)}MiB`,
    // What does not fit may not spill to the disk of the machine.
    temp_directory: '',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  for (const setting of [
    "TimeZone = 'UTC'",
    "Calendar = 'gregorian'",
    'errors_as_json = true',
    'enable_external_access = false',
    'lock_configuration = true',
  ])
    await connection.run(`SET ${setting}`);
  try {
    for (const table of tables) await fill(connection, table);
  } catch (error) {
    return { results: [], fault: { ...faultOf(String(error), ''), query: 0 } };
  }
  const timer = setTimeout(() => {
    connection.interrupt();
  }, limits.milliseconds);
  const results: SqlResult[] = [];
  for (const [query, asked] of queries.entries()) {
    const { result, fault } = await runOne(connection, asked, limits);
    if (fault) return { results, fault: { ...fault, query } };
    if (result) results.push(result);
  }
  clearTimeout(timer);
  return { results };
}

function tell(said: SqlAnswer): void {
  const bytes = Buffer.from(JSON.stringify(said));
  let sent = 0;
  while (sent < bytes.length) {
    try {
      sent += writeSync(1, bytes, sent);
    } catch (error) {
      // The reader is slower than we are; try again.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}

tell(await answer(JSON.parse(await readAll(process.stdin)) as SqlRequest));
// An interrupted query may still hold its thread.
process.exit(0);

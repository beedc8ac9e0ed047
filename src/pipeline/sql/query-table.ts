/** Rows of a table from SQL over the inspected files and finished tables that its loader names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../decode-text.ts';
import { byCodePoint } from '../paths.ts';
import type { Problem } from '../problem.ts';
import { validateRows } from '../refuse.ts';
import type { HandedTable, SourceInput, TableDescription } from '../sandbox/messages.ts';
import { isAllPublic } from '../source-columns.ts';
import type { SourceRecord } from '../source-columns.ts';
import type { ColumnClass, Source } from '../../schema/sources.ts';
import type { Cell, RefusedRow } from '../../schema/table.ts';
import { askDuckdb, DEFAULT_LIMITS } from './duckdb.ts';
import { faultProblem } from './fault-problem.ts';
import { judgeQuery, treeQuery, UNSETTLED_QUERY } from './judge-query.ts';
import type { SqlResult, SqlTable } from './messages.ts';
import { parameterProblems } from './parameters.ts';

/** Column that a query may hand on to keep the line of the file that a row comes from. */
export const SOURCE_LINE = 'source_line';

type RecordInput = Extract<SourceInput, { records: unknown }>;

/** A value of a file as a cell: an empty one is nothing, everything else is its text. */
function cellOf(value: unknown): Cell {
  if (value === '' || value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function sourceTable({ source, records }: RecordInput): SqlTable {
  const names = Object.keys(source.columns ?? {});
  const numbered = !names.some((name) => name.toLowerCase() === SOURCE_LINE);
  return {
    name: source.id,
    columns: [
      ...names.map((name) => ({ name, type: 'text' as const })),
      ...(numbered ? [{ name: SOURCE_LINE, type: 'number' as const }] : []),
    ],
    rows: records.flatMap(({ line, values }) =>
      values === undefined ? [] : [[...names.map((name) => cellOf(values[name])), ...(numbered ? [line] : [])]],
    ),
  };
}

const handedTable = ({ id, columns, rows }: HandedTable): SqlTable => ({
  name: id,
  columns: columns.map(({ name, type }) => ({ name, type })),
  rows: rows.map((row) => columns.map(({ name }) => row[name] ?? null)),
});

/** A column of the result may be told of where every column of its name is public, and there is one. */
function classesOf(
  names: readonly string[],
  inputs: readonly RecordInput[],
  needed: readonly HandedTable[],
): Record<string, ColumnClass> {
  const classes = (name: string): ColumnClass[] => [
    ...inputs.flatMap(({ source }) => source.columns?.[name] ?? []),
    ...needed.flatMap(({ columns }) =>
      columns
        .filter((column) => column.name === name)
        .map(({ internal }): ColumnClass => (internal ? 'internal' : 'public')),
    ),
  ];
  return Object.fromEntries(
    names.map((name) => {
      const found = classes(name);
      return [name, found.length > 0 && found.every((kept) => kept === 'public') ? 'public' : 'internal'];
    }),
  );
}

/** Rows of the result in their order; without an ORDER BY that of the key, so that no engine decides it. */
function inOrder({ columns, rows }: SqlResult, ordered: boolean, key: string): SqlResult['rows'] {
  if (ordered) return rows;
  const at = columns.findIndex(({ name }) => name === key);
  const named = (row: readonly (string | null)[]): string => (at === -1 ? JSON.stringify(row) : (row[at] ?? ''));
  return [...rows].sort((a, b) => byCodePoint(named(a), named(b)) || byCodePoint(JSON.stringify(a), JSON.stringify(b)));
}

/** The result as the loader's process receives it: the text of every cell, as a file would hold it. */
function inputOf(
  loader: TableDescription,
  file: string,
  result: SqlResult,
  rows: SqlResult['rows'],
  inputs: readonly RecordInput[],
  needed: readonly HandedTable[],
): RecordInput {
  const [only, ...others] = inputs;
  const at = result.columns.findIndex(({ name }) => name === SOURCE_LINE);
  const numbered = at !== -1 && rows.every((row) => /^[1-9]\d*$/.test(row[at] ?? ''));
  const traced = others.length === 0 && numbered ? only : undefined;
  const names = result.columns.map(({ name }) => name);
  const handedOn = traced ? names.filter((name) => name !== SOURCE_LINE) : names;
  const records = rows.map((row, index): SourceRecord => ({
    line: traced ? Number(row[at]) : index + 1,
    values: Object.fromEntries(handedOn.map((name) => [name, row[names.indexOf(name)] ?? ''])),
  }));
  const columns = classesOf(handedOn, inputs, needed);
  const source: Source = traced
    ? { ...traced.source, columns }
    : {
        id: loader.name,
        file,
        title: loader.title,
        system: 'DuckDB',
        origin: file,
        extracted_at: '',
        format: 'csv',
        delimiter: ',',
        sha256: '',
        max_refused: 0,
        columns,
      };
  return { source, file: traced?.file ?? file, records, query: { file, traced: traced !== undefined } };
}

function documentProblems(loader: TableDescription, inputs: readonly SourceInput[]): Problem[] {
  return inputs
    .filter((input) => 'document' in input)
    .map(({ source }) => ({
      code: 'loader-definition',
      file: loader.file,
      field: 'source',
      message: `SQL reads records, and the source "${source.id}" is a document (${source.format}).`,
      hint: 'Read it with `records` in a table of its own, and name that under `needs`.',
    }));
}

function nameClashes(loader: TableDescription, tables: readonly SqlTable[]): Problem[] {
  const names = tables.map(({ name }) => name.toLowerCase());
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map((name) => ({
    code: 'loader-definition',
    file: loader.file,
    field: 'needs',
    message: `A source and a table are both called "${name}", so the query cannot tell them apart.`,
    hint: 'Read the source in another loader, or rename the table.',
  }));
}

export interface QueriedRows {
  /** There when there is no problem. */
  readonly input?: SourceInput;
  /** Records of the sources that could not be read at all. */
  readonly refused: readonly RefusedRow[];
  readonly problems: readonly Problem[];
}

/** Runs the query of a loader; its rows then go through the loader's row schema like those of a file. */
export async function queryTable(
  root: string,
  loader: TableDescription,
  inputs: readonly SourceInput[],
  needed: readonly HandedTable[],
  milliseconds: number,
): Promise<QueriedRows> {
  const { file = '', parameters = {} } = loader.sql ?? {};
  const failed = (problems: readonly Problem[]): QueriedRows => ({ refused: [], problems });
  const records = inputs.filter((input) => 'records' in input);
  const tables = [...records.map(sourceTable), ...needed.map(handedTable)];
  const wrong = [...documentProblems(loader, inputs), ...nameClashes(loader, tables)];
  if (wrong.length > 0) return failed(wrong);
  const unread = records.map((input) =>
    validateRows(
      input,
      input.records.filter(({ values }) => values === undefined),
    ),
  );
  const unreadable = unread.flatMap(({ problems }) => problems);
  if (unreadable.length > 0) return failed(unreadable);
  const { text: sql, problems: ofText } = decodeText(file, readFileSync(join(root, file)));
  if (sql === undefined) return failed(ofText);
  const ofParameters = parameterProblems({ file, sql }, parameters, loader.file);
  if (ofParameters.length > 0) return failed(ofParameters);

  const limits = { ...DEFAULT_LIMITS, milliseconds };
  const queries = [{ sql: treeQuery(sql) }, { sql: UNSETTLED_QUERY }, { sql, parameters }];
  const { results, fault } = await askDuckdb({ tables, queries, limits });
  const [tree, unsettled, result] = results;
  const open = records.every(({ source }) => isAllPublic(source));
  const asked = { file, sql, engine: 'DuckDB' as const, limits, open };
  const known = new Map(tables.map(({ name, columns }) => [name, columns.map((column) => column.name)]));
  const judged = judgeQuery(
    { file, sql, tables: known, key: loader.key },
    tree?.rows[0]?.[0] ?? '{"error":true,"error_type":"parser","error_message":""}',
    unsettled?.rows.flatMap(([name]) => name ?? []) ?? [],
    result?.columns.map(({ name }) => name) ?? [],
  );
  if (judged.problems.length > 0) return failed(judged.problems);
  if (result === undefined || fault !== undefined)
    return failed([faultProblem(fault ?? { kind: 'other', query: 0, message: 'no answer' }, asked)]);
  const rows = inOrder(result, judged.ordered, loader.key);
  return {
    input: inputOf(loader, file, result, rows, records, needed),
    refused: unread.flatMap(({ refused }) => refused),
    problems: [],
  };
}

/** Runs one table loader: rows are validated, transformed, and judged against the declared columns. */
import { calendarOf } from '../business-time.ts';
import type { LoaderContext, TableDefinition } from '../define.ts';
import type { Problem } from '../problem.ts';
import { validateRows } from '../refuse.ts';
import type { RefusedRow } from '../../schema/table.ts';
import { authorProblem } from './author-error.ts';
import { note, takeRefusals } from './author.ts';
import { importLoader } from './import-loader.ts';
import { isTable, judgeTable, notTable } from './judge-table.ts';
import type { HandedTable, SourceInput, TableRequest, TableResult } from './messages.ts';
import { openTable, toArquero } from './read-table.ts';

interface ReadRow {
  readonly where: string | undefined;
  readonly values: Record<string, unknown>;
}

/** The records that an author's function finds in a document carry no line. */
function recordsOf(
  definition: TableDefinition,
  input: SourceInput & { document: unknown },
): { where: undefined; values: Record<string, unknown> }[] {
  const found = definition.records?.(input.document, input.source) ?? [];
  return found.map((values) => {
    const read = definition.row ? definition.row.parse(values) : values;
    return { where: undefined, values: read as Record<string, unknown> };
  });
}

function readInput(
  definition: TableDefinition,
  input: SourceInput,
): { rows: ReadRow[]; refused: RefusedRow[]; problems: Problem[] } {
  if ('document' in input) return { rows: recordsOf(definition, input), refused: [], problems: [] };
  const { rows, refused, problems } = validateRows(
    { source: input.source, file: input.file },
    input.records,
    definition.row,
  );
  return {
    rows: rows.map(({ line, values }) => ({ where: `${input.file}:${String(line)}`, values })),
    refused,
    problems,
  };
}

function needsRecords(definition: TableDefinition, file: string, inputs: readonly SourceInput[]): Problem[] {
  return inputs
    .filter((input) => 'document' in input && definition.records === undefined)
    .map(({ source }) => ({
      code: 'loader-definition',
      file,
      field: 'records',
      message: `The source "${source.id}" is a document (${source.format}), and the loader does not say what its records are.`,
      hint: 'Add `records: (document) => […]` to the definition.',
    }));
}

export function contextOf({
  engagement,
  tables,
}: {
  engagement: TableRequest['engagement'];
  tables: readonly HandedTable[];
}): LoaderContext<never> {
  return {
    tables: Object.fromEntries(tables.map((table) => [table.id, openTable(table)])) as never,
    calendar: calendarOf(engagement.calendar),
    engagement: engagement.parameters,
  };
}

/** The names of the input's columns, also where there are no rows. */
function columnNames(definition: TableDefinition, inputs: readonly SourceInput[], rows: readonly ReadRow[]): string[] {
  const names = new Set(rows.flatMap(({ values }) => Object.keys(values)));
  if (names.size === 0)
    for (const { source } of inputs) Object.keys(source.columns ?? {}).forEach((name) => names.add(name));
  if (names.size === 0) Object.keys(definition.columns).forEach((name) => names.add(name));
  return [...names];
}

export async function runTable(request: TableRequest): Promise<TableResult> {
  const { place, loader, inputs } = request;
  const failed = (problems: readonly Problem[]): TableResult => ({ problems, rows: [], refused: [] });
  const { definition, problems } = await importLoader(place, loader);
  if (definition?.kind !== 'table') return failed(problems);
  const unread = needsRecords(definition, loader.file, inputs);
  if (unread.length > 0) return failed(unread);

  let doing = 'while it reads its records';
  try {
    const read = inputs.map((input) => readInput(definition, input));
    const faults = read.flatMap((input) => input.problems);
    if (faults.length > 0) return failed(faults);
    const rows = read.flatMap((input) => input.rows);
    const refused = read.flatMap((input) => input.refused);
    const table = toArquero(
      columnNames(definition, inputs, rows),
      rows.map(({ values }) => values),
    );
    doing = 'while it transforms its rows';
    const returned: unknown = definition.transform ? definition.transform(table, contextOf(request)) : table;
    const misdeeds = takeRefusals();
    if (misdeeds.length > 0) return failed(misdeeds);
    if (!isTable(returned)) return failed([notTable(returned, loader.file)]);
    const columns = Object.entries(definition.columns).map(([name, declared]) => ({ name, ...declared }));
    doing = 'while its rows are read';
    const judged = judgeTable(returned, { file: loader.file, key: definition.key, columns }, (key) =>
      rows.flatMap(({ where, values }) =>
        where !== undefined && String(values[definition.key]) === key ? [where] : [],
      ),
    );
    return { ...judged, refused };
  } catch (error) {
    note(authorProblem(error, doing));
    return failed(takeRefusals());
  }
}

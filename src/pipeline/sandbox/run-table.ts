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
  readonly values: Readonly<Record<string, unknown>>;
}

/** The records that an author's function finds in a document; they carry no line, so none of them is refused alone. */
function recordsOf(
  definition: TableDefinition,
  file: string,
  { document, source }: SourceInput & { document: unknown },
): { rows: ReadRow[]; problems: Problem[] } {
  const found: unknown = definition.records?.(document, source);
  const wrong = (message: string, rest: Partial<Problem>): { rows: ReadRow[]; problems: Problem[] } => ({
    rows: [],
    problems: [{ code: 'loader-records', file, field: 'records', message, ...rest }],
  });
  if (!Array.isArray(found)) {
    return wrong(`"records" does not return a list for the source "${source.id}".`, {
      expected: 'a list of records',
      found: kindOf(found),
    });
  }
  const rows: ReadRow[] = [];
  for (const [index, record] of found.entries()) {
    const ordinal = `Record ${String(index + 1)} of the source "${source.id}"`;
    if (kindOf(record) !== 'an object') {
      return wrong(`${ordinal} is no record.`, {
        expected: 'an object with a value for each column',
        found: kindOf(record),
      });
    }
    const read = definition.row?.safeParse(record) ?? { success: true, data: record as unknown };
    if (!read.success) {
      const [issue] = read.error.issues;
      return wrong(
        `${ordinal} does not fit "row", for its field "${issue?.path.join('.') ?? ''}": ${issue?.message ?? ''}.`,
        {},
      );
    }
    rows.push({ where: undefined, values: read.data as Record<string, unknown> });
  }
  return { rows, problems: [] };
}

const kindOf = (value: unknown): string =>
  Array.isArray(value)
    ? 'a list'
    : value === null || value === undefined
      ? String(value)
      : `a${typeof value === 'object' ? 'n' : ''} ${typeof value}`;

function readInput(
  definition: TableDefinition,
  loader: string,
  input: SourceInput,
): { rows: ReadRow[]; refused: RefusedRow[]; problems: Problem[] } {
  if ('document' in input) return { ...recordsOf(definition, loader, input), refused: [] };
  const { rows, refused, problems } = validateRows(input, input.records, definition.row);
  const place =
    input.query?.traced === false
      ? (line: number) => `row ${String(line)} of ${input.file}`
      : (line: number) => `${input.file}:${String(line)}`;
  const located = rows.map(({ line, values }) => ({ where: place(line), values }));
  return { rows: located, refused, problems };
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
  const { loader, inputs } = request;
  const failed = (problems: readonly Problem[]): TableResult => ({ problems, rows: [], refused: [] });
  const { definition, problems } = await importLoader(loader);
  if (definition?.kind !== 'table') return failed(problems);
  const unread = needsRecords(definition, loader.file, inputs);
  if (unread.length > 0) return failed(unread);

  let doing = 'while it reads its records';
  try {
    const read = inputs.map((input) => readInput(definition, loader.file, input));
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

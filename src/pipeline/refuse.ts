/**
 * Rows against the schema of a table: those that fit, and those that are refused, with the reason.
 * Pure, because it runs where nothing can be read.
 */
import { z } from 'zod';
import { nearest } from '../core/nearest.ts';
import type { Source } from '../schema/sources.ts';
import type { RefusedRow } from '../schema/table.ts';
import type { Problem } from './problem.ts';
import { isAllPublic } from './source-columns.ts';
import type { SourceRecord } from './source-columns.ts';
import { ownMessagesOnly, wordingOf } from './wording.ts';

export interface ValidRow {
  /** Line of the file on which the record begins. */
  readonly line: number;
  /** As the schema gives it out. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** Where rows come from: a file, or a query over files. */
export interface RowsFrom {
  readonly source: Source;
  readonly file: string;
  /** Unless its rows are traced to lines of the file, they are counted. */
  readonly query?: { readonly file: string; readonly traced: boolean };
}

/** Refused rows that are reported one by one; the rest is counted. */
const MOST_REPORTED = 10;
const LONGEST_VALUE = 120;
const WITHHELD = 'withheld';

const shown = (value: unknown): string => {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)} …` : text;
};

/** A reason must not carry the value of a column that is not public out with it. */
function withoutValue(reason: string, value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  return text.trim().length < 2 ? reason : reason.replaceAll(text, WITHHELD);
}

function reasonOf(issue: z.core.$ZodIssue, value: unknown): string {
  const { says, expected } = wordingOf(issue);
  if (issue.code === 'custom') return says;
  if (value === undefined && issue.code !== 'unrecognized_keys') return 'the line does not have this column';
  if (issue.code === 'invalid_type' && typeof value === 'string' && ['number', 'int'].includes(issue.expected)) {
    return 'cells are text until a field reads them: use number() for this column';
  }
  if (expected === undefined) return says;
  return `${expected} ${/^(at least|at most|exactly) (?!1 )/.test(expected) ? 'are' : 'is'} expected`;
}

function refusedRecord(
  { source, file }: { source: Source; file: string },
  { line, text, reason }: SourceRecord,
): RefusedRow {
  return {
    source: source.id,
    file,
    line,
    column: null,
    value: isAllPublic(source) ? shown(text) : WITHHELD,
    reason: reason ?? 'the record cannot be read',
  };
}

function refusedRow(
  { source, file }: { source: Source; file: string },
  record: SourceRecord,
  issue: z.core.$ZodIssue,
): RefusedRow {
  const [step] = issue.path;
  const column = step === undefined ? null : String(step);
  const value = column === null ? undefined : record.values?.[column];
  const open = column !== null && source.columns?.[column] === 'public';
  const reason = reasonOf(issue, column === null ? null : value);
  return {
    source: source.id,
    file,
    line: record.line,
    column,
    value: column === null ? '' : open ? shown(value) : WITHHELD,
    reason: open
      ? reason
      : Object.values(column === null ? (record.values ?? {}) : { value }).reduce<string>(withoutValue, reason),
  };
}

/** Columns that the schema asks for and the source, or the query, does not have. */
function unknownColumns({ source, file, query }: RowsFrom, schema: z.ZodType): Problem[] {
  if (!(schema instanceof z.ZodObject) || source.columns === undefined) return [];
  const declared = Object.keys(source.columns);
  return Object.keys(schema.shape)
    .filter((name) => !declared.includes(name))
    .map((name) => {
      const meant = nearest(name, declared);
      return {
        code: 'row-column-unknown',
        file: query?.file ?? file,
        field: name,
        message: `The row schema of a loader reads the column "${name}", and ${query ? 'its query hands on none' : `the source "${source.id}" has none`}.`,
        expected: `one of ${declared.join(', ')}`,
        found: name,
        hint:
          meant === undefined
            ? `Remove it from the schema, or ${query ? 'select it' : 'read it from the source that has it'}.`
            : `Did you mean "${meant}"?`,
      };
    });
}

function tooMany({ source, file }: { source: Source; file: string }, refused: readonly RefusedRow[]): Problem[] {
  if (refused.length <= source.max_refused) return [];
  const rows = refused.slice(0, MOST_REPORTED).map(({ line, column, value, reason }): Problem => ({
    code: 'row-refused',
    file,
    line,
    ...(column !== null && { field: column }),
    message:
      column === null ? `The row is refused: ${reason}.` : `The row is refused, for its column "${column}": ${reason}.`,
    ...(value !== '' && { found: value === WITHHELD ? `${WITHHELD}, because the column is not public` : value }),
  }));
  const more = refused.length - rows.length;
  return [
    ...rows,
    {
      code: 'too-many-refused',
      file,
      message: `${refused.length} ${refused.length === 1 ? 'row' : 'rows'} of the source "${source.id}" had to be refused${more > 0 ? ` (the first ${rows.length} are listed)` : ''}.`,
      expected:
        source.max_refused === 0
          ? 'none, as "max_refused" is 0 unless sources.yaml sets it'
          : `at most ${source.max_refused}, the "max_refused" in sources.yaml`,
      found: String(refused.length),
      hint: `Correct the loader's row schema, or get a corrected export. To publish them as refused instead, set "max_refused: ${refused.length}" for "${source.id}" in sources.yaml.`,
    },
  ];
}

/** Rows of a result that no line of a file stands behind: they cannot be set aside, because nobody could look them up. */
function untraced(file: string, refused: readonly RefusedRow[]): Problem[] {
  const rows = refused.slice(0, MOST_REPORTED).map(({ line, column, value, reason }): Problem => ({
    code: 'row-refused',
    file,
    ...(column !== null && { field: column }),
    message: `Row ${line} of the result is refused${column === null ? '' : `, for its column "${column}"`}: ${reason}.`,
    ...(value !== '' && { found: value === WITHHELD ? `${WITHHELD}, because the column is not public` : value }),
  }));
  if (rows.length === 0) return [];
  return [
    ...rows,
    {
      code: 'too-many-refused',
      file,
      message: `${refused.length} ${refused.length === 1 ? 'row' : 'rows'} of the result had to be refused${refused.length > rows.length ? ` (the first ${rows.length} are listed)` : ''}.`,
      expected: 'none, because no line of a file stands behind them',
      found: String(refused.length),
      hint: 'Correct the query or the row schema; or select source_line from a single source, and such rows are set aside up to its max_refused.',
    },
  ];
}

/**
 * Validates records row by row; the first fault of a row is its reason.
 * A value is told only where its column is public. More refused rows than the source allows is a problem.
 */
export function validateRows(
  from: RowsFrom,
  records: readonly SourceRecord[],
  schema?: z.ZodType,
): { rows: ValidRow[]; refused: RefusedRow[]; problems: Problem[] } {
  const unknown = schema === undefined ? [] : unknownColumns(from, schema);
  if (unknown.length > 0) return { rows: [], refused: [], problems: unknown };
  const rows: ValidRow[] = [];
  const refused: RefusedRow[] = [];
  for (const record of records) {
    if (record.values === undefined) {
      refused.push(refusedRecord(from, record));
      continue;
    }
    const result = schema?.safeParse(record.values, { error: ownMessagesOnly, reportInput: true });
    if (result === undefined) rows.push({ line: record.line, values: record.values });
    else if (result.success) rows.push({ line: record.line, values: result.data as Record<string, unknown> });
    else if (result.error.issues[0]) refused.push(refusedRow(from, record, result.error.issues[0]));
  }
  return {
    rows,
    refused,
    problems: from.query?.traced === false ? untraced(from.file, refused) : tooMany(from, refused),
  };
}

/** A query that gave nothing, told to its author. */
import { nearest } from '../../core/nearest.ts';
import type { Problem } from '../problem.ts';
import type { SqlFault, SqlLimits } from './messages.ts';
import { placeInSql } from './place-in-sql.ts';

export interface AskedQuery {
  /** Of the query, relative to the root. */
  readonly file: string;
  readonly sql: string;
  readonly engine: 'DuckDB' | 'PostgreSQL';
  readonly limits: SqlLimits;
  /** Whether values may be told: an engine quotes the one that it cannot read. */
  readonly open: boolean;
}

const count = (value: number): string => value.toLocaleString('en-US');

function words({ kind, message, candidates = [] }: SqlFault, { sql, engine, limits, open }: AskedQuery): Problem {
  switch (kind) {
    case 'select':
      return {
        code: 'query-not-select',
        message: 'Rows come from one SELECT, and this is something else.',
        expected: 'one SELECT (WITH, VALUES and UNION included)',
        hint: 'Leave one SELECT in the file.',
      };
    case 'syntax':
      return {
        code: 'query-syntax',
        message: `${engine} cannot read this query: ${message}.`,
        hint: 'Correct it at this place or just before.',
      };
    case 'name': {
      const [, wanted] = /"([^"]+)"|name (\S+) does not exist/.exec(message) ?? [];
      const meant = candidates[0] ?? (wanted === undefined ? undefined : nearest(wanted, candidates));
      return {
        code: 'query-unknown-name',
        message: `The query names something that is not there: ${message.replace(/[.!]$/, '')}.`,
        ...(candidates.length > 1 && { expected: candidates.join(', ') }),
        hint:
          meant === undefined
            ? 'Use a column, table or function that exists.'
            : `Did you mean "${meant.replaceAll('"', '')}"?`,
      };
    }
    case 'value':
      return {
        code: 'query-value',
        message: `A value cannot be read as the query asks${open ? `: ${message}` : ''}.`,
        ...(!open && { found: 'withheld, because not every column that the query may read is public' }),
        hint: 'Cast what can be cast; hand the rest on as text, and let the row schema refuse the row.',
      };
    case 'forbidden':
      return {
        code: 'query-forbidden',
        message: `The query asks for something that it may not have: ${message}.`,
        expected: 'the sources and tables that the loader names, and nothing else',
        hint: 'List the file in sources.yaml and name it under `source`.',
      };
    case 'type':
      return {
        code: 'query-column-type',
        message: `A column of the result is of a kind that has no plain text: ${message}.`,
        expected: 'text, a number, true or false, a date or a time',
        hint: 'Cast it, or take the part of it that is needed.',
      };
    case 'time':
      return {
        code: 'query-too-slow',
        message: `This query was still running after ${String(limits.milliseconds / 1000)} s and was stopped.`,
        hint: 'Look for a join without a condition; filter and count before joining.',
      };
    case 'memory':
      return {
        code: 'query-out-of-memory',
        message: `This query ran out of memory before it was done: ${count(limits.mebibytes)} MiB did not suffice.`,
        hint: 'Filter and count before joining, and hand on the columns that are needed.',
      };
    case 'rows':
      return {
        code: 'query-too-many-rows',
        message: 'This query hands on more rows than a report can hold.',
        expected: `at most ${count(limits.rows)} rows`,
        hint: 'Sample or count in the query: the report then carries the rows that its facts were counted from.',
      };
    default:
      return {
        code: 'query-failed',
        message: `${engine} could not run this query${open ? `: ${message.split('\n', 1)[0] ?? ''}` : ''}.`,
        hint: sql.trim() === '' ? 'The file is empty; write the query.' : 'Try it in a client of its own.',
      };
  }
}

/** The problem of a fault, at its place in the query's file. */
export function faultProblem(fault: SqlFault, asked: AskedQuery): Problem {
  return {
    ...words(fault, asked),
    file: asked.file,
    ...(fault.offset !== undefined && placeInSql(asked.sql, fault.offset)),
  };
}

/**
 * What a loader may import, as `workbench`: typed helpers to declare tables, checks and controls.
 * A loader declares; the pipeline reads the files, runs it without any right of its own, and keeps what it returns.
 */
import type { ColumnTable } from 'arquero';
import type { z } from 'zod';
import type { Calendar } from '../core/calendar.ts';
import type { Engagement } from '../schema/engagement.ts';
import type { Source } from '../schema/sources.ts';
import type { ColumnType, TableScope } from '../schema/table.ts';
import type { FactBuilder, StatedFact } from './facts.ts';
import type { SqlParameters } from './sql/messages.ts';

export { readClock } from './clock.ts';
export type { Clock, ClockLimit, ClockOptions } from './clock.ts';
export { blank, day, flag, instant, localTime, number, text } from './fields.ts';

/** A column that a table hands on, with the JavaScript type that its cells have. */
export interface Column<T = unknown> {
  readonly type: ColumnType;
  readonly label: string;
  readonly unit?: string;
  readonly internal: boolean;
  readonly blank: boolean;
  /** Type carrier; never set. */
  readonly cell?: T;
}

interface ColumnOptions {
  /** Kept for other loaders, never published. */
  readonly internal?: boolean;
}
interface BlankOptions extends ColumnOptions {
  /** The cell may be null. */
  readonly blank: true;
}

interface Declare<T> {
  (label: string, options: BlankOptions): Column<T | null>;
  (label: string, options?: ColumnOptions): Column<T>;
}

function declare<T>(type: ColumnType): Declare<T> {
  return (label: string, options: { internal?: boolean; blank?: boolean } = {}): Column<T> => ({
    type,
    label,
    internal: options.internal ?? false,
    blank: options.blank ?? false,
  });
}

/** Columns of a table: `column.text('Account')`, `column.number('Handoff', 'h')`, `column.time('Completed', { blank: true })`. */
export const column = {
  text: declare<string>('text'),
  boolean: declare<boolean>('boolean'),
  /** An instant; a Date in the loaders, ISO 8601 in UTC in the bundle. */
  time: declare<Date>('time'),
  /** A calendar day, "2026-03-09". */
  date: declare<string>('date'),
  /** A number with its unit: "h", "accounts", "USD". */
  number: numberColumn,
};

function numberColumn(label: string, unit: string, options: BlankOptions): Column<number | null>;
function numberColumn(label: string, unit: string, options?: ColumnOptions): Column<number>;
function numberColumn(
  label: string,
  unit: string,
  options: { internal?: boolean; blank?: boolean } = {},
): Column<number> {
  return { ...declare<number>('number')(label, options as ColumnOptions), unit, blank: options.blank ?? false };
}

export type Columns = Readonly<Record<string, Column>>;
/** The row that a table with these columns holds. */
export type RowOf<C extends Columns> = { readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never };

/** Rows of a finished table, as dependants and checks receive them. */
export interface ReadTable<Row> {
  readonly id: string;
  readonly scope: TableScope;
  /** Column that names a row. */
  readonly key: string;
  readonly rows: readonly Row[];
  /** The same rows for Arquero. */
  readonly arquero: ColumnTable;
  /** The rows that satisfy a condition, still traceable to this table. */
  where(keep: (row: Row) => boolean): ReadTable<Row>;
}

/** What a loader may know of the engagement; part of its cache key. */
export type Parameters = Pick<Engagement, 'promise' | 'period' | 'population' | 'sample' | 'report_date' | 'queues'>;

export interface LoaderContext<Needs> {
  /** Tables that were declared under `needs`. */
  readonly tables: Needs;
  /** Business time of the engagement: its zone, working days and holidays. */
  readonly calendar: Calendar;
  readonly engagement: Parameters;
}

/** No names at all. */
type NoNeeds = object;
/** `{ records: typeof recordsTable }` becomes `{ records: ReadTable<Row> }`. */
export type Handed<N> = {
  readonly [K in keyof N]: N[K] extends TableDefinition<infer C> ? ReadTable<RowOf<C>> : never;
};

export interface TableDefinition<C extends Columns = Columns> {
  readonly kind: 'table';
  readonly title: string;
  readonly source?: string | readonly string[];
  readonly needs: readonly string[];
  readonly sql?: string;
  readonly parameters?: SqlParameters;
  readonly key: string;
  readonly scope: TableScope;
  readonly columns: C;
  readonly row?: z.ZodType;
  readonly records?: (document: unknown, source: Source) => readonly unknown[];
  // Method syntax on purpose: a table with particular needs is still a TableDefinition.
  transform?(rows: ColumnTable, context: LoaderContext<never>): ColumnTable;
}

export interface TableOptions<C extends Columns, N> {
  /** What a reader calls the table. */
  readonly title: string;
  /** Ids of the sources it reads (all of the same shape); left out where it is made of other tables alone. */
  readonly source?: string | readonly string[];
  /** Names of the tables it is made from. */
  readonly needs?: readonly (keyof N & string)[];
  /**
   * A file beside the loader with one SELECT (DuckDB's SQL) that gives the rows: `parcels.sql`. It sees each source
   * as a table of that name whose columns are text (an empty cell is NULL), with the line of the file as
   * `source_line`, and each table under `needs` with its types; times are reckoned in UTC. What it hands on is read
   * by `row` like the lines of a file. A row that `row` refuses is set aside where the query hands on `source_line`
   * of a single source; otherwise it stops the build.
   */
  readonly sql?: string;
  /** Values that stand in the query as `$name`. */
  readonly parameters?: SqlParameters;
  /** Column that names a row; unique. */
  readonly key: keyof C & string;
  readonly scope: TableScope;
  /** What it hands on: a column that is not named here ends with the loader. */
  readonly columns: C;
  /** Schema of one row as it stands in the file (all text in CSV). A row that fails is refused, published and counted. */
  readonly row?: z.ZodType;
  /** For a document (YAML, JSON: parsed; Markdown, SQL, text: the text): its records. */
  readonly records?: (document: unknown, source: Source) => readonly unknown[];
  /** From validated rows to the table; left out where the rows are the table. */
  transform?(rows: ColumnTable, context: LoaderContext<Handed<N>>): ColumnTable;
}

/**
 * Declares a table; its name is the file's: `records.table.ts` declares `records`.
 * For dependants: `defineTable<{ records: typeof records }>()({ needs: ['records'], … })`.
 */
export function defineTable<N = NoNeeds>() {
  return <const C extends Columns>(options: TableOptions<C, N>): TableDefinition<C> => ({
    ...(options as TableOptions<C, never>),
    kind: 'table',
    needs: options.needs ?? [],
  });
}

export interface CheckDefinition {
  readonly kind: 'check';
  readonly question: string;
  readonly needs: readonly string[];
  facts(tables: never, fact: FactBuilder, context: LoaderContext<never>): readonly StatedFact[];
}

export interface CheckOptions<N> {
  /** The question that the check answers, for the reader. */
  readonly question: string;
  /** Names of the tables it asks. */
  readonly needs: readonly (keyof N & string)[];
  facts(tables: Handed<N>, fact: FactBuilder, context: LoaderContext<Handed<N>>): readonly StatedFact[];
}

/** Declares a check: a question asked of tables that yields facts. */
export function defineCheck<N>(options: CheckOptions<N>): CheckDefinition {
  return { ...(options as CheckOptions<never>), kind: 'check' };
}

export type { FactBuilder, StatedFact } from './facts.ts';
export { createRandom } from '../core/random.ts';
export { defineControl } from './define-control.ts';
export type { ControlDefinition } from './define-control.ts';

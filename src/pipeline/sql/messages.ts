/** What is asked of an SQL engine and what it answers; for DuckDB it travels as JSON between two processes. */
import type { Cell, ColumnType } from '../../schema/table.ts';

/** A table that a query may read. */
export interface SqlTable {
  readonly name: string;
  /** text VARCHAR, number DOUBLE, boolean BOOLEAN, time TIMESTAMP WITH TIME ZONE, date DATE. */
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  /** One cell for each column, in their order; times as ISO 8601 text with their offset, null where there is nothing. */
  readonly rows: readonly (readonly Cell[])[];
}

export type SqlParameters = Readonly<Record<string, string | number | boolean | null>>;

/** One statement. A parameter `from` stands in it as `$from`. */
export interface SqlQuery {
  readonly sql: string;
  readonly parameters?: SqlParameters;
}

/**
 * What one statement gave. Every cell is text, as it would stand in a CSV file: numbers plain ("12.50", never "1e3"),
 * "true" or "false", "2026-03-09", "2026-03-09T14:05:00Z" for an instant, "2026-03-09 14:05:00" for a local time.
 * So nothing is rounded on the way, and the schema that reads a row of a file reads it too.
 */
export interface SqlResult {
  readonly columns: readonly {
    readonly name: string;
    /** As the engine calls it: "DECIMAL(10,2)", "timestamptz". */ readonly type: string;
  }[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** Why a statement gave nothing. */
export type SqlFaultKind =
  /** It is no SELECT. */
  | 'select'
  /** It is not SQL of this engine. */
  | 'syntax'
  /** It names a table, column or function that is not there. */
  | 'name'
  /** A value cannot be read as what it is asked to be. The message may quote it. */
  | 'value'
  /** It asks for a file, the network or a setting. */
  | 'forbidden'
  /** It hands on a column of a type that has no plain text. */
  | 'type'
  | 'time'
  | 'memory'
  | 'rows'
  | 'other';

export interface SqlFault {
  readonly kind: SqlFaultKind;
  /** Which of the queries, from 0. */
  readonly query: number;
  /** In the words of the engine. */
  readonly message: string;
  /** Offset in the text of the query, in UTF-16 units, where the engine tells one. */
  readonly offset?: number;
  /** Names that the engine thinks were meant, best first. */
  readonly candidates?: readonly string[];
}

export interface SqlLimits {
  /** For all queries together. */
  readonly milliseconds: number;
  /** Memory that the engine may take, in MiB. */
  readonly mebibytes: number;
  /** Rows that one query may hand on. */
  readonly rows: number;
}

export interface SqlRequest {
  readonly tables: readonly SqlTable[];
  /** In order; the first that fails is the last that runs. */
  readonly queries: readonly SqlQuery[];
  readonly limits: SqlLimits;
}

export interface SqlAnswer {
  /** Of the queries that ran, in order. */
  readonly results: readonly SqlResult[];
  readonly fault?: SqlFault;
}

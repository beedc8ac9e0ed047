/** What the pipeline and a loader's process tell each other, as JSON: the request on stdin, one event per line on file 3. */
import type { EngagementCalendar } from '../../schema/engagement.ts';
import type { Source } from '../../schema/sources.ts';
import type { ColumnType, RefusedRow, TableRow, TableScope } from '../../schema/table.ts';
import type { ControlRun } from '../control-run.ts';
import type { Parameters, StatedFact } from '../define.ts';
import type { Problem } from '../problem.ts';
import type { SourceRecord } from '../records.ts';
import type { SqlParameters } from '../sql/messages.ts';

/** A file `<name>.table.ts`, `<name>.check.ts` or `<name>.control.ts`. */
export interface LoaderFile {
  readonly kind: 'table' | 'check' | 'control';
  readonly name: string;
  /** Relative to the root, with `/`. */
  readonly file: string;
}

/** Where the loaders stand on this machine; appears in no result. */
export interface Place {
  /** Absolute address (file://…/) of the root. */
  readonly root: string;
  /** Folder of the engagement's loaders, relative to the root: `loaders/onboarding/`. */
  readonly loaders: string;
}

export interface DescribedColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly label: string;
  readonly unit?: string;
  readonly internal: boolean;
  readonly blank: boolean;
}

export interface TableDescription extends LoaderFile {
  readonly kind: 'table';
  readonly title: string;
  readonly sources: readonly string[];
  readonly needs: readonly string[];
  /** Query that gives the rows; its file is relative to the root. */
  readonly sql?: { readonly file: string; readonly parameters: SqlParameters };
  readonly key: string;
  readonly scope: TableScope;
  readonly columns: readonly DescribedColumn[];
}

export interface CheckDescription extends LoaderFile {
  readonly kind: 'check';
  readonly question: string;
  readonly needs: readonly string[];
}

export interface ControlDescription extends LoaderFile {
  readonly kind: 'control';
  readonly title: string;
  readonly acceptance: readonly string[];
  readonly needs: readonly string[];
}

export type LoaderDescription = TableDescription | CheckDescription | ControlDescription;

/** A source as a loader receives it: records, or a document (parsed where its format is YAML or JSON, else its text). */
export type SourceInput = { readonly source: Source; /** Relative to the root. */ readonly file: string } & (
  | {
      readonly records: readonly SourceRecord[];
      /** Commitment of the salt, where ids have other names; see pseudonyms.ts. */
      readonly salted?: string;
      /** The records are rows of a query's result; unless they are traced to lines of the file, `line` counts them. */
      readonly query?: { readonly file: string; readonly traced: boolean };
    }
  | { readonly document: unknown }
);

/** A finished table with all that it hands to dependants; times as ISO text. */
export interface HandedTable {
  readonly id: string;
  readonly scope: TableScope;
  readonly key: string;
  readonly columns: readonly DescribedColumn[];
  readonly rows: readonly TableRow[];
}

/** What every loader may know of its engagement. */
export interface EngagementInput {
  readonly calendar: EngagementCalendar;
  readonly parameters: Parameters;
}

export interface DescribeRequest {
  readonly task: 'describe';
  readonly place: Place;
  readonly loaders: readonly LoaderFile[];
}
export interface TableRequest {
  readonly task: 'table';
  readonly place: Place;
  readonly loader: LoaderFile;
  readonly inputs: readonly SourceInput[];
  readonly tables: readonly HandedTable[];
  readonly engagement: EngagementInput;
}
export interface CheckRequest {
  readonly task: 'check';
  readonly place: Place;
  readonly loader: LoaderFile;
  readonly tables: readonly HandedTable[];
  readonly engagement: EngagementInput;
}
export interface ControlRequest {
  readonly task: 'control';
  readonly place: Place;
  readonly loader: LoaderFile;
  readonly tables: readonly HandedTable[];
  readonly engagement: EngagementInput;
}
export type Request = DescribeRequest | TableRequest | CheckRequest | ControlRequest;

export interface DescribeResult {
  readonly problems: readonly Problem[];
  readonly loaders: readonly LoaderDescription[];
  /** File -> files that it imports, both relative to the root; the author's own only. */
  readonly imports: Readonly<Record<string, readonly string[]>>;
}
export interface TableResult {
  readonly problems: readonly Problem[];
  readonly rows: readonly TableRow[];
  readonly refused: readonly RefusedRow[];
}
export interface CheckResult {
  readonly problems: readonly Problem[];
  readonly facts: readonly StatedFact[];
}
export type ControlResult = ControlRun;
/** The loader did something from which the process could not go on. */
export interface FailedResult {
  readonly problems: readonly Problem[];
}
export type Result = DescribeResult | TableResult | CheckResult | ControlResult | FailedResult;
/** What a request is answered with when there are no problems. */
export type Answer<R extends Request> = R extends DescribeRequest
  ? DescribeResult
  : R extends TableRequest
    ? TableResult
    : R extends ControlRequest
      ? ControlResult
      : CheckResult;

export type Event =
  { readonly event: 'begin'; readonly file: string } | { readonly event: 'done'; readonly result: Result };

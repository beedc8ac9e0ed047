/** Records of a source as they stand, and its columns held against those that sources.yaml declares. */
import { nearest } from '../core/nearest.ts';
import type { Source } from '../schema/sources.ts';
import type { Problem } from './problem.ts';

/** One record as it stands. Without `values` it cannot be read, for the `reason` given, and is refused. Plain JSON. */
export interface SourceRecord {
  /** Line of the file on which it begins, 1-based. */
  readonly line: number;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly reason?: string;
  /** The text of a record that cannot be read. */
  readonly text?: string;
}

/** What a reader of one format makes of a file. */
export interface ReadRecords {
  readonly records: readonly SourceRecord[];
  readonly problems: readonly Problem[];
}

/** Whether anything of the source may be shown: every column is public, or it has none. */
export const isAllPublic = ({ columns = {} }: Source): boolean =>
  Object.values(columns).every((columnClass) => columnClass === 'public');

/** Columns of a source that are declared and not there, or there and not declared, and how they may be meant. */
export function columnProblems(file: string, declared: readonly string[], found: readonly string[]): Problem[] {
  const absent = declared.filter((name) => !found.includes(name));
  const extra = found.filter((name) => !declared.includes(name));
  const problems: Problem[] = [];
  for (const name of absent) {
    const meant = nearest(name, extra);
    problems.push({
      file,
      code: 'column-missing',
      field: name,
      message: `The column "${name}" is missing.`,
      expected: `the column "${name}", as sources.yaml declares it`,
      found: meant === undefined ? found.join(', ') : `"${meant}"`,
      hint:
        meant === undefined
          ? 'Export it again with that column, or correct sources.yaml.'
          : `Is "${meant}" the same column? Then name it so in sources.yaml.`,
    });
  }
  const explained = new Set(absent.map((name) => nearest(name, extra)));
  for (const name of extra.filter((other) => !explained.has(other))) {
    problems.push({
      file,
      code: 'column-undeclared',
      field: name,
      message: `The column "${name}" is not declared, so nobody has said whether it may be published.`,
      expected: declared.join(', '),
      found: `"${name}"`,
      hint: 'Add it to the columns in sources.yaml as public, internal or personal.',
    });
  }
  return problems;
}

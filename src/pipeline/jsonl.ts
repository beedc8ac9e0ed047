/** JSON Lines: one object a line; a line that is none is a record that cannot be read. */
import { columnProblems } from './source-columns.ts';
import type { ReadRecords, SourceRecord } from './source-columns.ts';

function readLine(text: string, line: number): SourceRecord {
  let value: unknown;
  try {
    value = JSON.parse(text) as unknown;
  } catch {
    return { line, text, reason: 'the line is not JSON' };
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    const found = Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`;
    return { line, text, reason: `an object is expected on each line, and this is ${found}` };
  }
  return { line, values: { ...value } };
}

/** Reads JSON Lines. A key that is not declared, and a declared column that no line has, is a problem of the file. */
export function readJsonLines(file: string, text: string, columns: readonly string[]): ReadRecords {
  const lines = text.split(/\r?\n/);
  const records = lines.flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, index + 1)]));
  const firstLines = new Map<string, number>();
  for (const { line, values } of records) {
    for (const key of Object.keys(values ?? {})) if (!firstLines.has(key)) firstLines.set(key, line);
  }
  const found = [...firstLines.keys()];
  const readable = records.some(({ values }) => values !== undefined);
  const problems = !readable
    ? []
    : columnProblems(file, columns, found).map((problem) => {
        const line = problem.field === undefined ? undefined : firstLines.get(problem.field);
        return line === undefined ? problem : { ...problem, line, excerpt: lines[line - 1] ?? '' };
      });
  return { records, problems };
}

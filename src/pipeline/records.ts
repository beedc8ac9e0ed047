/** From the text of a source to records that know their line, or to a document. */
import type { Source } from '../schema/sources.ts';
import { readCsv } from './csv.ts';
import { parseJson } from './json.ts';
import { readJsonLines } from './jsonl.ts';
import type { Problem } from './problem.ts';
import { isAllPublic } from './source-columns.ts';
import type { SourceRecord } from './source-columns.ts';
import type { SourceFile } from './source-file.ts';
import { parseYaml } from './yaml.ts';

export type { SourceRecord } from './source-columns.ts';

const rows = (count: number): string => `${count} ${count === 1 ? 'row' : 'rows'}`;

function countProblem(file: string, source: Source, found: number): Problem[] {
  if (source.rows === undefined || source.rows === found) return [];
  return [
    {
      code: 'row-count',
      file,
      message: `The file has ${rows(found)} of data; sources.yaml says ${source.rows}.`,
      expected: rows(source.rows),
      found: rows(found),
      hint:
        found < source.rows
          ? 'Is the export cut short? Restore it, or correct "rows".'
          : 'Correct "rows" in sources.yaml.',
    },
  ];
}

/** A row may hold what is personal, so it is quoted only where every column is public; the header of a CSV file always. */
function withoutRow(source: Source, problem: Problem): Problem {
  const isHeader = source.format === 'csv' && problem.line === 1;
  if (isHeader || isAllPublic(source)) return problem;
  return { ...problem, excerpt: undefined, detail: undefined };
}

/** Records of a CSV or JSON Lines source. Ragged or unreadable ones have no values; what concerns the file as a whole is a problem. */
export function readRecords({ source, file, text }: SourceFile): { records: SourceRecord[]; problems: Problem[] } {
  const columns = Object.keys(source.columns ?? {});
  const { records, problems } =
    source.format === 'csv' ? readCsv(file, text, columns, source.delimiter) : readJsonLines(file, text, columns);
  const whole = problems.length === 0 ? countProblem(file, source, records.length) : [];
  return { records: [...records], problems: [...problems.map((problem) => withoutRow(source, problem)), ...whole] };
}

/** The document of any other source: YAML and JSON parsed, the rest as text. */
export function readDocument({ source, file, text }: SourceFile): { document?: unknown; problems: Problem[] } {
  if (source.format === 'yaml') {
    const { document, problems } = parseYaml(file, text);
    return { ...(document && { document: document.value }), problems };
  }
  if (source.format === 'json') return parseJson(file, text);
  return { document: text, problems: [] };
}

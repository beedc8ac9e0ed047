/** From the text of a source to records that know their line, or to a document. */
import type { Source } from '../schema/sources.ts';
import { readCsv } from './csv.ts';
import { readJsonLines } from './jsonl.ts';
import type { Problem } from './problem.ts';
import { isAllPublic } from './source-columns.ts';
import type { SourceRecord } from './source-columns.ts';
import type { SourceFile } from './source-file.ts';
import { parseYaml } from './yaml.ts';

export type { SourceRecord } from './source-columns.ts';

function countProblem(file: string, source: Source, found: number): Problem[] {
  if (source.rows === undefined || source.rows === found) return [];
  return [
    {
      code: 'row-count',
      file,
      message: `The file has ${found} ${found === 1 ? 'row' : 'rows'} of data; sources.yaml says ${source.rows}.`,
      expected: `${source.rows} rows`,
      found: `${found} rows`,
      hint:
        found < source.rows
          ? 'Is the export cut short? Restore it, or correct "rows".'
          : 'Correct "rows" in sources.yaml.',
    },
  ];
}

/** A row may hold what is personal, so it is shown only where every column is public; the header of a CSV file always. */
function withoutRow(source: Source, { excerpt, ...problem }: Problem): Problem {
  const isHeader = source.format === 'csv' && problem.line === 1;
  return excerpt !== undefined && (isHeader || isAllPublic(source)) ? { ...problem, excerpt } : problem;
}

/** Records of a CSV or JSON Lines source. Ragged or unreadable ones have no values; what concerns the file as a whole is a problem. */
export function readRecords({ source, file, text }: SourceFile): { records: SourceRecord[]; problems: Problem[] } {
  const columns = Object.keys(source.columns ?? {});
  const { records, problems } =
    source.format === 'csv' ? readCsv(file, text, columns, source.delimiter) : readJsonLines(file, text, columns);
  const whole = problems.length === 0 ? countProblem(file, source, records.length) : [];
  return { records: [...records], problems: [...problems.map((problem) => withoutRow(source, problem)), ...whole] };
}

function parseJson(file: string, text: string): { document?: unknown; problems: Problem[] } {
  try {
    return { document: JSON.parse(text) as unknown, problems: [] };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    // V8 names the offset or line and column in its message; not every fault has one.
    const offset = /position (\d+)/.exec(detail)?.[1];
    const before = offset === undefined ? '' : text.slice(0, Number(offset));
    const line = before.split('\n').length;
    return {
      problems: [
        {
          code: 'json-syntax',
          file,
          ...(offset !== undefined && {
            line,
            column: before.length - before.lastIndexOf('\n'),
            excerpt: text.split(/\r?\n/)[line - 1] ?? '',
          }),
          message: 'This is not JSON that can be read.',
          hint: 'Look for a missing comma, quote or bracket here or just above.',
          detail,
        },
      ],
    };
  }
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

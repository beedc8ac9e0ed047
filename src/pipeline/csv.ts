/** CSV as text: every cell stays as it stands, every record knows its line. */
import { CsvError, parse } from 'csv-parse/sync';
import type { Problem } from './problem.ts';
import { columnProblems } from './source-columns.ts';
import type { ReadRecords, SourceRecord } from './source-columns.ts';

interface RawRecord {
  readonly cells: readonly string[];
  /** 1-based; quoted line breaks counted. */
  readonly line: number;
}

/** Lines are counted here, from bytes: csv-parse counts a quoted CRLF twice. */
function createLineCounter(bytes: Uint8Array): (end: number) => number {
  let at = 0;
  let line = 1;
  return (end) => {
    while (bytes[at] === 0x0a || bytes[at] === 0x0d) {
      if (bytes[at] === 0x0a) line += 1;
      at += 1;
    }
    const start = line;
    for (; at < end; at += 1) if (bytes[at] === 0x0a) line += 1;
    return start;
  };
}

const FAULTS: Readonly<Record<string, Pick<Problem, 'message' | 'hint'>>> = {
  CSV_QUOTE_NOT_CLOSED: {
    message: 'A quote opens in this record and never closes.',
    hint: 'Close it; a quote inside a quoted cell is written twice.',
  },
  CSV_INVALID_CLOSING_QUOTE: {
    message: 'Text follows a closing quote in this record.',
    hint: 'A quote inside a quoted cell is written twice; after the closing one comes the separator or the end of the line.',
  },
  INVALID_OPENING_QUOTE: {
    message: 'A quote stands in the middle of a cell that does not begin with one.',
    hint: 'Put the whole cell in quotes and write the quote inside it twice.',
  },
};

/** Records as they stand, the header first; `most` ends early. Whoever reads on holds them against something. */
export function parseRecords(
  file: string,
  text: string,
  delimiter: string,
  most?: number,
): { raw: RawRecord[]; problems: Problem[] } {
  const bytes = new TextEncoder().encode(text);
  const lineOf = createLineCounter(bytes);
  const raw: RawRecord[] = [];
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      skip_empty_lines: true,
      ...(most !== undefined && { to: most }),
      on_record: (cells: string[], { bytes: end }) => {
        raw.push({ cells, line: lineOf(end) });
        return null;
      },
    });
    return { raw, problems: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = lineOf(0);
    const fault = FAULTS[error.code] ?? { message: 'This is not CSV that can be read.' };
    return {
      raw,
      problems: [
        {
          code: `csv-${error.code.toLowerCase().replace(/^csv_/, '').replaceAll('_', '-')}`,
          file,
          line,
          ...fault,
          excerpt: text.split(/\r?\n/)[line - 1] ?? '',
          detail: error.message,
        },
      ],
    };
  }
}

function headerProblems(file: string, header: readonly string[], columns: readonly string[], text: string): Problem[] {
  const excerpt = text.split(/\r?\n/)[0] ?? '';
  const separator =
    header.length === 1 && columns.length > 1
      ? [';', '\t', '|', ','].find((sign) => header[0]?.includes(sign))
      : undefined;
  if (separator !== undefined) {
    const shown = separator === '\t' ? '"\\t"' : `"${separator}"`;
    return [
      {
        code: 'csv-delimiter',
        file,
        line: 1,
        message: 'The header reads as a single column.',
        expected: `${columns.length} columns`,
        found: excerpt,
        hint: `The file seems to be separated by ${shown}. Add delimiter: ${shown} to its entry in sources.yaml.`,
        excerpt,
      },
    ];
  }
  const repeated = header.filter((name, index) => header.indexOf(name) !== index);
  const problems = [...new Set(repeated)].map((name): Problem => ({
    code: 'column-repeated',
    file,
    line: 1,
    field: name,
    message: `The column "${name}" stands ${header.filter((other) => other === name).length} times in the header.`,
    expected: 'every column once',
    hint: 'Export it again with one name for each column.',
    excerpt,
  }));
  problems.push(
    ...columnProblems(file, columns, [...new Set(header)]).map((problem) => ({ ...problem, line: 1, excerpt })),
  );
  if (problems.length === 0 && header.some((name, index) => name !== columns[index])) {
    problems.push({
      code: 'column-order',
      file,
      line: 1,
      message: 'The columns stand in another order than sources.yaml declares.',
      expected: columns.join(', '),
      found: header.join(', '),
      hint: 'List them in sources.yaml in the order of the file.',
      excerpt,
    });
  }
  return problems;
}

const fields = (count: number): string => `${count} ${count === 1 ? 'field' : 'fields'}`;

/** Reads a CSV file whose header must be the declared columns in their order. */
export function readCsv(file: string, text: string, columns: readonly string[], delimiter: string): ReadRecords {
  const { raw, problems } = parseRecords(file, text, delimiter);
  const [header, ...rows] = raw;
  if (header === undefined) {
    if (problems.length > 0) return { records: [], problems };
    const empty = {
      code: 'csv-empty',
      file,
      line: 1,
      message: 'The file is empty.',
      expected: `a header: ${columns.join(', ')}`,
      found: 'nothing',
      hint: 'Restore the export.',
    };
    return { records: [], problems: [empty] };
  }
  const wrong = headerProblems(file, header.cells, columns, text);
  if (wrong.length > 0 || problems.length > 0) return { records: [], problems: [...wrong, ...problems] };
  const lines = text.split(/\r?\n/);
  const records = rows.map(({ cells, line }): SourceRecord => {
    if (cells.length === columns.length)
      return { line, values: Object.fromEntries(columns.map((name, index) => [name, cells[index]])) };
    return {
      line,
      text: lines[line - 1] ?? '',
      reason: `the row has ${fields(cells.length)} where the header has ${columns.length}`,
    };
  });
  return { records, problems: [] };
}

/** A CSV file that nobody has described yet: its encoding, its separator, its header and its rows. */
import { decodeText } from '../pipeline/decode-text.ts';
import { parseRecords } from '../pipeline/csv.ts';
import type { Problem } from '../pipeline/problem.ts';
import type { Source } from '../schema/sources.ts';

export interface ReadFile {
  readonly encoding: NonNullable<Source['encoding']>;
  readonly delimiter: string;
  readonly header: readonly string[];
  /** Rows with as many fields as the header. */
  readonly rows: readonly (readonly string[])[];
  /** Lines of rows with another number of fields: they will be refused. */
  readonly ragged: readonly number[];
}

const DELIMITERS = [',', ';', '\t', '|'];
/** Records that are enough to tell the separator. */
const ENOUGH = 200;
/** The share of rows that may have another number of fields than the header. */
const MOST_RAGGED = 0.01;

/** UTF-8 where the bytes are; else UTF-16 by its mark; else Windows-1252, which fits any bytes. */
function encodingOf(file: string, bytes: Uint8Array): ReadFile['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return decodeText(file, bytes).text === undefined ? 'windows-1252' : 'utf-8';
}

/** The separator that gives most records the same number of fields, more than one. */
function delimiterOf(file: string, text: string): string {
  const scored = DELIMITERS.map((delimiter) => {
    const { raw } = parseRecords(file, text, delimiter, ENOUGH);
    const lengths = raw.map(({ cells }) => cells.length);
    const width = lengths[0] ?? 0;
    const agreeing = lengths.filter((length) => length === width).length / Math.max(1, lengths.length);
    return { delimiter, score: width < 2 ? 0 : agreeing * 1000 + Math.min(width, 999) };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

function headerProblems(file: string, header: readonly string[]): Problem[] {
  const about = { file, line: 1, excerpt: header.join(' | ') };
  const nameless = header.findIndex((name) => name.trim() === '');
  if (nameless !== -1)
    return [
      {
        ...about,
        code: 'column-nameless',
        message: `Column ${nameless + 1} has no name in the first line.`,
        expected: 'a name for each column',
        found: 'an empty field',
        hint: 'Export the file with a name for each column, or without the empty column.',
      },
    ];
  const repeated = header.find((name, index) => header.indexOf(name) !== index);
  if (repeated !== undefined)
    return [
      {
        ...about,
        code: 'column-repeated',
        message: `The column "${repeated}" stands more than once in the first line.`,
        expected: 'every column once',
        found: repeated,
        hint: 'Export it again with one name for each column.',
      },
    ];
  if (header.every((name) => /^[+-]?[\d.,:/ -]+$/.test(name)))
    return [
      {
        ...about,
        code: 'header-missing',
        message: 'The first line looks like data, so the columns have no names.',
        expected: 'a first line with the names of the columns',
        found: header.join(', '),
        hint: 'Export the file with a header.',
      },
    ];
  return [];
}

/** Reads a file as it lies there; what cannot become a table is a problem that says what to do. */
export function readFile(file: string, bytes: Uint8Array): { read?: ReadFile; problems: readonly Problem[] } {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return {
      problems: [
        {
          code: 'not-csv',
          file,
          message: 'This is a workbook or an archive, and no CSV file.',
          expected: 'a CSV file',
          found: 'a file that begins as ZIP files do',
          hint: 'Save the sheet as "CSV UTF-8", one file for each sheet.',
        },
      ],
    };
  const encoding = encodingOf(file, bytes);
  const text = decodeText(file, bytes, { encoding }).text ?? '';
  const delimiter = delimiterOf(file, text);
  const { raw, problems } = parseRecords(file, text, delimiter);
  const [header, ...rest] = raw;
  if (problems.length > 0) return { problems };
  if (header === undefined || rest.length === 0)
    return {
      problems: [
        {
          code: 'csv-empty',
          file,
          message: header === undefined ? 'The file is empty.' : 'The file has a header and no rows.',
          expected: 'a header and at least one row',
          found: header === undefined ? 'nothing' : 'the header alone',
          hint: 'Export it again.',
        },
      ],
    };
  const wrong = headerProblems(file, header.cells);
  if (wrong.length > 0) return { problems: wrong };
  const width = header.cells.length;
  const ragged = rest.filter(({ cells }) => cells.length !== width);
  if (ragged.length > rest.length * MOST_RAGGED) {
    const [first] = ragged;
    return {
      problems: [
        {
          code: 'csv-ragged',
          file,
          line: first?.line ?? 1,
          message: `${ragged.length} of ${rest.length} rows have another number of fields than the first line.`,
          expected: `${width} fields in each row`,
          found: `${first?.cells.length ?? 0} fields`,
          hint: 'Is there text above the header, or a separator inside a value without quotes? Export it again.',
        },
      ],
    };
  }
  return {
    read: {
      encoding,
      delimiter,
      header: header.cells,
      rows: rest.filter(({ cells }) => cells.length === width).map(({ cells }) => cells),
      ragged: ragged.map(({ line }) => line),
    },
    problems: [],
  };
}

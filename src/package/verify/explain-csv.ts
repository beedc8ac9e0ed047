/** CSV by its rows: which one is missing, new or edited, and in which column. */
import { parse } from 'csv-parse/sync';
import { textOf } from '../files.ts';
import { changes } from './changes.ts';
import { explainText } from './explain-bytes.ts';
import { atMost, shortened, valueText } from './explanation.ts';
import type { Change } from './changes.ts';
import type { Explanation } from './explanation.ts';

interface Row {
  /** On which the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** What csv-parse gives with `raw`. */
interface Parsed {
  readonly record: readonly string[];
  readonly raw: string;
}

function rowsOf(bytes: Uint8Array): Row[] | undefined {
  try {
    const text = textOf(bytes);
    const records: readonly unknown[] = parse(text, {
      bom: true,
      relaxColumnCount: true,
      relaxQuotes: true,
      raw: true,
    });
    let line = 1;
    return (records as readonly Parsed[]).map(({ raw, record }) => {
      const row = { line, cells: record };
      line += raw.replace(/\r?\n$/, '').split('\n').length;
      return row;
    });
  } catch {
    return undefined;
  }
}

const keyOf = ({ cells }: Row): string => shortened(cells[0] ?? '');
const rowText = ({ cells }: Row): string => shortened(cells.join(', '));

function explainChange(
  change: Change,
  published: readonly Row[],
  recomputed: readonly Row[],
  what: string,
): Explanation[] {
  const ours = published.slice(...change.published);
  const theirs = recomputed.slice(...change.recomputed);
  const [heading] = recomputed;
  // Rows of one key, or of one place where as many stand on both sides, are one row that was edited.
  const partner = (row: Row, index: number): Row | undefined =>
    theirs.find(({ cells }) => cells[0] === row.cells[0]) ??
    (ours.length === theirs.length && !ours.some(({ cells }) => cells[0] === theirs[index]?.cells[0])
      ? theirs[index]
      : undefined);
  const met = new Set<Row>();
  const told = ours.map((row, index): Explanation => {
    const other = partner(row, index);
    if (other === undefined || met.has(other)) {
      return {
        code: 'row-added',
        line: row.line,
        message: `${what}the row "${keyOf(row)}" is one too many.`,
        expected: 'no such row here',
        found: rowText(row),
      };
    }
    met.add(other);
    const columns = Array.from({ length: Math.max(row.cells.length, other.cells.length) }, (_, at) => at).filter(
      (at) => row.cells[at] !== other.cells[at],
    );
    const names = columns.map((at) => `"${heading?.cells[at] ?? `column ${String(at + 1)}`}"`);
    const isHeading = other === heading;
    return {
      code: 'row-edited',
      line: row.line,
      message: isHeading
        ? `${what}the headings differ.`
        : `${what}the row "${keyOf(other)}" differs in ${names.join(', ')}.`,
      expected: shortened(columns.map((at) => valueText(other.cells[at])).join(', ')),
      found: shortened(columns.map((at) => valueText(row.cells[at])).join(', ')),
    };
  });
  const missing = theirs
    .filter((row) => !met.has(row))
    .map((row): Explanation => ({
      code: 'row-missing',
      line: row.line,
      message: `${what}the row "${keyOf(row)}" is missing.`,
      expected: rowText(row),
      found: 'no such row here',
    }));
  return [...told, ...missing];
}

const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

/** @param path of the file: `data/fact-<id>.csv` holds the rows of a fact */
export function explainCsv(path: string, published: Uint8Array, recomputed: Uint8Array): Explanation[] {
  const [ours, theirs] = [rowsOf(published), rowsOf(recomputed)];
  if (!ours || !theirs) {
    return [
      { code: 'csv-unreadable', message: 'The file is not CSV any more.' },
      ...explainText(published, recomputed),
    ];
  }
  const fact = /(?:^|\/)fact-(.+)\.csv$/.exec(path)?.[1];
  const what = fact === undefined ? '' : `\`${fact}\`: `;
  const line = ({ cells }: Row): string => JSON.stringify(cells);
  const found = changes(ours.map(line), theirs.map(line)).flatMap((change) =>
    explainChange(change, ours, theirs, what),
  );
  if (found.length === 0) {
    return [
      { code: 'csv-written-otherwise', message: 'The rows are the same, and written otherwise.' },
      ...explainText(published, recomputed),
    ];
  }
  return atMost(found.map((one) => ({ ...one, message: capital(one.message) })));
}

/** One cell. Text is text; numbers stay numbers; a Date becomes its ISO instant in UTC. */
export type CsvValue = string | number | boolean | Date | null | undefined;

/** A column: the key in each row, and the heading that is printed (the key, where there is none). */
export interface CsvColumn {
  name: string;
  label?: string;
}

// A spreadsheet runs a text as a formula when it starts with one of these, also
// behind blanks and a stray byte order mark; it reads full-width forms likewise.
const FORMULA = /^[\s\uFEFF]*[=+\-@＝＋－＠]|^[ \uFEFF]*[\t\r\n]/;
// Semicolon and tab separate cells in some locales, so they are quoted as well.
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

const quoted = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const safeText = (text: string): string => quoted(FORMULA.test(text) ? `'${text}` : text);

function cell(value: CsvValue, column: string, row: number): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return safeText(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' ? Number.isFinite(value) : Number.isFinite(value.getTime())) {
    return typeof value === 'number' ? String(value) : value.toISOString();
  }
  throw new RangeError(`Row ${row}, column "${column}": a finite value was expected, found ${String(value)}.`);
}

/**
 * A table as CSV (RFC 4180): comma, CRLF after every line, quotes where needed, and a
 * byte order mark in front so that spreadsheets read it as UTF-8.
 *
 * Data is never a formula: text that a spreadsheet would run gets a leading apostrophe.
 * Numbers typed as numbers do not, so −5 stays −5. An empty cell is null, undefined or ''.
 *
 * @throws RangeError without columns, or for NaN, an infinity or an invalid Date, naming row (1-based) and column
 */
export function toCsv(columns: readonly CsvColumn[], rows: Iterable<Readonly<Record<string, CsvValue>>>): string {
  if (columns.length === 0) throw new RangeError('A CSV needs at least one column.');
  const lines = [columns.map(({ name, label }) => safeText(label ?? name)).join(',')];
  let count = 0;
  for (const row of rows) {
    count += 1;
    const line = columns.map(({ name }) => cell(row[name], name, count)).join(',');
    // An empty line would read as no record at all.
    lines.push(line === '' ? '""' : line);
  }
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

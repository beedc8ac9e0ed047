/** An answer as the CSV file of a source: UTF-8, commas, line feeds, every cell as it came. */
import type { SqlResult } from './messages.ts';

const quoted = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Nothing and an empty text are the same here: an empty cell. */
export function snapshotCsv({ columns, rows }: SqlResult): string {
  const header = columns.map(({ name }) => quoted(name)).join(',');
  const lines = rows.map((row) => {
    const line = row.map((cell) => quoted(cell ?? '')).join(',');
    // An empty line would be no record.
    return line === '' ? '""' : line;
  });
  return `${[header, ...lines].join('\n')}\n`;
}

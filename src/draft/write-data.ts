/** `sources.yaml` of a first engagement: every file with what is known of it, and blanks for what only people know. */
import { stringify } from 'yaml';
import type { DraftTable } from './draft-table.ts';

export function sourcesText(tables: readonly DraftTable[]): string {
  const sources = tables.map(({ id, file, title, written, read, sha256, refused, columns }) => ({
    id,
    file,
    title,
    system: `[[? the system that ${file} was exported from]]`,
    origin: `[[? who exported ${file}, and how]]`,
    extracted_at: written,
    format: 'csv',
    ...(read.encoding !== 'utf-8' && { encoding: read.encoding }),
    ...(read.delimiter !== ',' && { delimiter: read.delimiter }),
    rows: read.rows.length + read.ragged.length,
    sha256,
    ...(refused > 0 && { max_refused: refused }),
    columns: Object.fromEntries(columns.map(({ header, class: kept }) => [header, kept])),
  }));
  return stringify({ sources }, { lineWidth: 0, singleQuote: true });
}

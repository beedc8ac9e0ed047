/** What was drafted, and how each column was read, for the terminal. */
import { join } from 'node:path';
import pc from 'picocolors';
import type { Draft } from '../draft/draft.ts';
import type { DraftColumn, DraftTable } from '../draft/draft-table.ts';

const SEPARATORS: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };
const ENCODINGS = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252, kept as it is and declared',
  'utf-16le': 'UTF-16, kept as it is and declared',
};

function readAs({ shape, blanks, class: kept, why, remark }: DraftColumn, key: boolean): string {
  const form =
    shape.kind === 'number' && shape.form !== undefined
      ? `number, ${Object.entries(shape.form)
          .map(([name, sign]) => `${name} "${String(sign)}"`)
          .join(', ')}`
      : 'format' in shape && shape.format !== undefined
        ? `${shape.kind === 'day' ? 'day' : 'local time'}, ${shape.format}`
        : {
            text: 'text',
            flag: 'yes or no',
            instant: 'time with offset',
            number: 'number',
            day: 'day',
            local: 'local time',
          }[shape.kind];
  return [
    key ? `${form}, names the row` : form,
    ...(blanks > 0 ? [`${blanks} empty`] : []),
    kept === 'public' ? kept : `${kept}: ${why}`,
    ...(remark === undefined ? [] : [remark]),
  ].join('; ');
}

function tableLines({ file, read, columns, key, refused }: DraftTable): string[] {
  const width = Math.max(...columns.map(({ header }) => header.length));
  return [
    `${pc.bold(file)}: ${read.rows.length} rows, ${columns.length} columns between ${SEPARATORS[read.delimiter] ?? read.delimiter}, ${ENCODINGS[read.encoding]}`,
    ...columns.map((column) => `  ${column.header.padEnd(width)}  ${readAs(column, column.name === key)}`),
    ...(key === undefined ? ['  No column names a row, so rows are numbered.'] : []),
    ...(refused > 0 ? [`  ${refused} rows do not fit and are refused; the evidence page lists them.`] : []),
  ];
}

/** @param root as it is shown, "" for the working directory */
export function draftSummary({ tables, exports }: Draft, written: readonly string[], root: string): string {
  const files = [...written, ...exports.keys()].map((path) => `  ${join(root, path)}`);
  return `${[...tables.flatMap(tableLines), '', 'Written', ...files, ''].join('\n')}\n`;
}

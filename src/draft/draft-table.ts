/** One file as a table that could be declared: its columns with shape, class and label, its key, and the days it spans. */
import { Temporal } from 'temporal-polyfill';
import { classOf } from './personal-columns.ts';
import { columnShape, provenDecimal } from './column-shape.ts';
import type { ColumnShape, Habits } from './column-shape.ts';
import { provenOrder } from './date-forms.ts';
import { distinct, label, snake, unitIn } from './names.ts';
import type { ReadFile } from './read-file.ts';
import { day, instant, localTime } from '../pipeline/fields.ts';
import type { ColumnClass } from '../schema/sources.ts';

export interface DraftColumn extends ColumnShape {
  /** As the file has it. */
  readonly header: string;
  /** As the table has it. */
  readonly name: string;
  readonly label: string;
  readonly class: ColumnClass;
  readonly why: string;
  /** Of a number. */
  readonly unit?: string;
}

export interface DraftTable {
  /** Name of the table, and of its files of loaders. */
  readonly name: string;
  /** Id of the source. */
  readonly id: string;
  /** Name of the file below data/<engagement>. */
  readonly file: string;
  readonly title: string;
  readonly sha256: string;
  /** When the file was last written, ISO 8601. */
  readonly written: string;
  readonly read: ReadFile;
  readonly columns: readonly DraftColumn[];
  /** Column that names a row; undefined where rows are numbered for want of one. */
  readonly key: string | undefined;
  /** Rows that will be refused. */
  readonly refused: number;
  /** First and last day in the columns of times and days. */
  readonly days: { readonly from: string; readonly to: string } | undefined;
}

/** Columns whose digits are names, by what they are called. */
const ID = /(^|_)(id|nr|no|number|nummer|code|zip|plz|postcode|postal_code|sku|key|ref|reference|ean|isbn)$/;
const UNSAID = 'units';

const isKey = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell.trim() !== '') && new Set(cells).size === cells.length;

function habitsOf(columns: readonly (readonly string[])[]): Habits {
  const sample = columns.map((cells) => cells.filter((cell) => cell !== ''));
  const orders = new Set(sample.map(provenOrder).filter((order) => order !== undefined));
  const signs = new Set(sample.map(provenDecimal).filter((sign) => sign !== undefined));
  const [order] = orders;
  const [decimal] = signs;
  return { order: orders.size === 1 ? order : undefined, decimal: signs.size === 1 ? decimal : undefined };
}

/** The day of a cell, where its column has days. */
function dayReader({ shape }: DraftColumn, zone: string): ((cell: string) => string | undefined) | undefined {
  const dayIn = (time: Date): string =>
    Temporal.Instant.fromEpochMilliseconds(time.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
  if (shape.kind === 'day') {
    const field = day(shape.format);
    return (cell) => field.safeParse(cell).data;
  }
  if (shape.kind !== 'local' && shape.kind !== 'instant') return undefined;
  const field = shape.kind === 'local' ? localTime(zone, shape.format) : instant();
  return (cell) => {
    const time = field.safeParse(cell).data;
    return time && dayIn(time);
  };
}

function span(columns: readonly DraftColumn[], cellsOf: (index: number) => readonly string[], zone: string) {
  for (const [index, column] of columns.entries()) {
    const read = column.class === 'public' ? dayReader(column, zone) : undefined;
    if (read === undefined) continue;
    const days = [...new Set(cellsOf(index))].map(read).filter((found) => found !== undefined);
    if (days.length === 0) continue;
    days.sort();
    return { from: days[0] ?? '', to: days.at(-1) ?? '' };
  }
  return undefined;
}

export function draftTable(
  file: Pick<DraftTable, 'name' | 'id' | 'file' | 'title' | 'sha256' | 'written' | 'read'>,
  zone: string,
): DraftTable {
  const { read } = file;
  const names = distinct(read.header.map((header) => snake(header, 'column')));
  const cells = read.header.map((_, index) => read.rows.map((row) => row[index] ?? ''));
  const cellsOf = (index: number): readonly string[] => cells[index] ?? [];
  const habits = habitsOf(cells);
  const columns = read.header.map((header, index): DraftColumn => {
    const name = names[index] ?? header;
    const shaped = columnShape(cellsOf(index), habits, zone, ID.test(name));
    const classed = classOf(header, cellsOf(index), shaped.shape.kind === 'text');
    const unit = shaped.shape.kind === 'number' ? (shaped.shape.form?.unit ?? unitIn(header) ?? UNSAID) : undefined;
    return { header, name, label: label(header), ...shaped, ...classed, ...(unit !== undefined && { unit }) };
  });
  const keys = columns.filter(
    ({ shape, class: kept }, index) =>
      kept === 'public' && (shape.kind === 'text' || /^\d+$/.test(cellsOf(index)[0] ?? '')) && isKey(cellsOf(index)),
  );
  const key = keys.find(({ name }) => ID.test(name)) ?? keys.find(({ shape }) => shape.kind === 'text') ?? keys[0];
  const typed = columns.map((column) =>
    column === key ? { ...column, shape: { kind: 'text' as const }, misfits: [], unit: undefined } : column,
  );
  const misfits = new Set(typed.filter(({ class: kept }) => kept !== 'personal').flatMap((column) => column.misfits));
  return {
    ...file,
    columns: typed,
    key: key?.name,
    refused: misfits.size + read.ragged.length,
    days: span(typed, cellsOf, zone),
  };
}

/** Whether a number's unit is a guess of ours. */
export const unitUnsaid = ({ unit }: DraftColumn): boolean => unit === UNSAID;
/** Whether a cell of the column may be null. */
export const mayBeBlank = ({ blanks }: Pick<DraftColumn, 'blanks'>): boolean => blanks > 0;
/** Columns that loaders read: personal ones end with the file. */
export const readColumns = ({ columns }: Pick<DraftTable, 'columns'>): DraftColumn[] =>
  columns.filter(({ class: kept }) => kept !== 'personal');

/** The committed exports, read without the pipeline, and date arithmetic on the wall-clock text alone. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

export const FOLDER = new URL('../../../data/onboarding/', import.meta.url);

export type Row = Record<string, string>;

export function readText(file: string): string {
  return readFileSync(new URL(file, FOLDER), 'utf8');
}

export function readCsv(file: string): Row[] {
  return parse<Row>(readText(file), { columns: true });
}

/** A cell that has to exist. */
export function cell(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`no column "${column}"`);
  return value;
}

/** Elapsed hours between two times with offsets. */
export function hours(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 3_600_000;
}

const HOLIDAYS = new Set(['2026-04-03']);

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** The n-th weekday after a day that is no holiday. */
export function businessDaysLater(day: string, count: number, holidays: ReadonlySet<string> = HOLIDAYS): string {
  let [at, left] = [day, count];
  while (left > 0) {
    at = nextDay(at);
    const weekday = new Date(`${at}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !holidays.has(at)) left -= 1;
  }
  return at;
}

/** "2026-03-09T14:05:11-04:00" is its own local date and time. */
const localDay = (time: string): string => time.slice(0, 10);
const localClock = (time: string): string => time.slice(11, 19);

/** Completed on or before the third business day after the local day of the start. */
export function keptByDay(start: string, completed: string, holidays?: ReadonlySet<string>): boolean {
  return localDay(completed) <= businessDaysLater(localDay(start), 3, holidays);
}

/** Completed no later than at the same local time three business days later. */
export function keptBySameTime(start: string, completed: string): boolean {
  const due = `${businessDaysLater(localDay(start), 3)}T${localClock(start)}`;
  return completed.slice(0, 19) <= due;
}

export function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  return Number.isInteger(half) ? (at(half - 1) + at(half)) / 2 : at(Math.floor(half));
}

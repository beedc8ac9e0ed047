/** A promise read by one clock: where it starts, what stops it, how long it may run, and what an open record counts as. */
import type { Calendar } from '../core/calendar.ts';
import type { ReadTable } from './define.ts';
import { FactError } from './facts.ts';

const HOUR = 3_600_000;

/** How long a clock may run. */
export type ClockLimit =
  { readonly businessDays: number; readonly until: 'end of day' | 'same time' } | { readonly hours: number };

export interface ClockOptions<Row> {
  /** What the clock is called when a row has no start: "signature". */
  readonly name: string;
  readonly start: (row: Row) => Date | null;
  /** Nothing while the record is open. */
  readonly stop: (row: Row) => Date | null;
  readonly limit: ClockLimit;
  /** Whether a record that is still open is left out, or has missed the promise. */
  readonly open: 'left out' | 'missed';
}

export interface Clock<Row> {
  /** The rows that the reading is over: its denominator. */
  readonly of: ReadTable<Row>;
  readonly kept: (row: Row) => boolean;
  /** Elapsed hours past the deadline; negative where there was time left, nothing while the record is open. */
  readonly hoursLate: (row: Row) => number | null;
}

/**
 * A reading of a promise over the rows of a table. The end of a business day no longer belongs to it;
 * a limit in hours, or at a time of day, is kept at its last instant too.
 *
 * @throws FactError for a row without a start: a clock that never starts can neither be kept nor missed
 */
export function readClock<Row>(
  calendar: Pick<Calendar, 'deadlineEndOfDay' | 'deadlineSameTime'>,
  table: ReadTable<Row>,
  { name, start, stop, limit, open }: ClockOptions<Row>,
): Clock<Row> {
  for (const row of table.rows) {
    if (start(row) !== null) continue;
    const key = String((row as Record<string, unknown>)[table.key]);
    throw new FactError(`The clock "${name}" has no start for the row ${table.key} ${key}.`);
  }
  const due = (begun: number): number => {
    if ('hours' in limit) return begun + limit.hours * HOUR;
    return limit.until === 'end of day'
      ? calendar.deadlineEndOfDay(begun, limit.businessDays)
      : calendar.deadlineSameTime(begun, limit.businessDays);
  };
  const past = (row: Row): number | null => {
    const [begun, done] = [start(row), stop(row)];
    return begun === null || done === null ? null : done.getTime() - due(begun.getTime());
  };
  const exclusive = 'until' in limit && limit.until === 'end of day';
  return {
    of: open === 'left out' ? table.where((row) => stop(row) !== null) : table,
    kept: (row) => {
      const over = past(row);
      return over !== null && (exclusive ? over < 0 : over <= 0);
    },
    hoursLate: (row) => {
      const over = past(row);
      return over === null ? null : over / HOUR;
    },
  };
}

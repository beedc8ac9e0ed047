import { Temporal } from 'temporal-polyfill';
import { createBusinessDays, dateOf, dayNumber } from './business-days.ts';
import type { BusinessDays } from './business-days.ts';

/** A moment in time: a Date, or milliseconds since 1 January 1970 UTC. Results are milliseconds. */
export type Instant = Date | number;

/** What to do with a local time that does not exist or exists twice; `refuse` throws. */
export type Disambiguation = 'refuse' | 'earlier' | 'later';

/** The business time of one engagement. */
export interface CalendarOptions {
  /** IANA name, such as "America/New_York". */
  timeZone: string;
  /** ISO days, Monday 1 to Sunday 7. */
  workingDays: readonly number[];
  /** Local office hours, "09:00" to "17:00"; the end may be "24:00". The end comes after the start. */
  hours: { from: string; to: string };
  holidays: readonly { date: string; name: string }[];
}

/** Dates are local, as "2026-03-08"; instants are exact; hours are elapsed hours of 60 minutes. */
export interface Calendar extends BusinessDays {
  readonly timeZone: string;
  /** The local date of an instant. */
  localDate(instant: Instant): string;
  /** The end of a date: the next midnight in the zone, which no longer belongs to it. */
  endOfDay(date: string): number;
  /**
   * The end (exclusive) of the n-th business day after the local day on which the
   * clock starts. The day of the start never counts, at whatever hour it falls.
   */
  deadlineEndOfDay(start: Instant, days: number): number;
  /**
   * The same local time n business days later. A start on a free day counts from that
   * day itself: Saturday noon plus one is Monday noon. A time that the clock change
   * skips is read as if the clock had not changed (02:30 becomes 03:30); one that
   * occurs twice is the first.
   */
  deadlineSameTime(start: Instant, days: number): number;
  /** Office hours that lie between two instants; negative when the second comes first. */
  businessHoursBetween(from: Instant, to: Instant): number;
  /** Hours that passed between two instants; a local day of a clock change has 23 or 25. */
  elapsedHours(from: Instant, to: Instant): number;
  /**
   * A local time in the zone, "2026-03-08 09:30" or "2026-03-08T09:30:15".
   * @throws RangeError for another form, and for a time that does not exist or exists twice, unless told which one is meant
   */
  parseLocal(text: string, disambiguation?: Disambiguation): number;
  /** "2026-03-08 09:30" in the zone; with seconds where there are any. */
  formatLocal(instant: Instant): string;
}

const HOUR = 3_600_000;
const LOCAL = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?$/;
const EXACT = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

function milliseconds(instant: Instant): number {
  const value = Number(instant);
  if (!Number.isFinite(value)) throw new RangeError(`An instant was expected, found ${String(instant)}.`);
  return value;
}

/** The hours that passed between two instants; negative when the second comes first. */
export const elapsedHours = (from: Instant, to: Instant): number => (milliseconds(to) - milliseconds(from)) / HOUR;

/**
 * An instant written with its offset, "2026-03-08T09:30:00-05:00" or "…Z".
 *
 * @returns milliseconds since 1 January 1970 UTC
 * @throws RangeError for another form, a missing offset or a date that does not exist
 */
export function parseInstant(text: string): number {
  if (LOCAL.test(text)) {
    throw new RangeError(`"${text}" lacks its offset from UTC: write "${text}Z" or "${text}-05:00".`);
  }
  try {
    if (EXACT.test(text)) return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    // Falls through to the one message.
  }
  throw new RangeError(`A time with its offset, such as "2026-03-08T09:30:00-05:00", was expected, found "${text}".`);
}

function clockTime(text: string): Temporal.PlainTime {
  if (!CLOCK.test(text)) throw new RangeError(`A time of day such as "09:00" was expected, found "${text}".`);
  return Temporal.PlainTime.from(text);
}

/**
 * Business time in one zone, with its working days, office hours and holidays, across
 * changes of the clock.
 *
 * @throws RangeError for an unknown zone, an empty week, hours that end before they start, or a holiday that does not exist
 */
export function createCalendar({ timeZone, workingDays, hours, holidays }: CalendarOptions): Calendar {
  const days = createBusinessDays(
    workingDays,
    holidays.map(({ date }) => date),
  );
  const opens = clockTime(hours.from);
  const closes = hours.to === '24:00' ? null : clockTime(hours.to);
  if (closes !== null && Temporal.PlainTime.compare(opens, closes) >= 0) {
    throw new RangeError(`Office hours end after they start: found ${hours.from} to ${hours.to}.`);
  }

  const zoned = (instant: Instant): Temporal.ZonedDateTime =>
    Temporal.Instant.fromEpochMilliseconds(milliseconds(instant)).toZonedDateTimeISO(timeZone);
  try {
    zoned(0);
  } catch (cause) {
    throw new RangeError(`An IANA time zone such as "America/New_York" was expected, found "${timeZone}".`, { cause });
  }

  const localDate = (instant: Instant): string => zoned(instant).toPlainDate().toString();
  const at = (date: string, time?: Temporal.PlainTime): number =>
    Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;
  const endOfDay = (date: string): number => at(dateOf(dayNumber(date) + 1));

  const businessHoursBetween = (from: Instant, to: Instant): number => {
    const [start, end] = [milliseconds(from), milliseconds(to)];
    if (end < start) return -businessHoursBetween(to, from);
    let total = 0;
    for (let day = dayNumber(localDate(start)); day <= dayNumber(localDate(end)); day += 1) {
      const date = dateOf(day);
      if (!days.isBusinessDay(date)) continue;
      const opening = Math.max(start, at(date, opens));
      const closing = Math.min(end, closes === null ? endOfDay(date) : at(date, closes));
      total += Math.max(0, closing - opening);
    }
    return total / HOUR;
  };

  return {
    ...days,
    timeZone,
    localDate,
    endOfDay,
    deadlineEndOfDay: (start, count) => endOfDay(days.addBusinessDays(localDate(start), count)),
    deadlineSameTime: (start, count) => at(days.addBusinessDays(localDate(start), count), zoned(start).toPlainTime()),
    businessHoursBetween,
    elapsedHours,
    parseLocal: (text, disambiguation = 'refuse') => parseLocal(text, timeZone, disambiguation),
    formatLocal: (instant) => {
      const local = zoned(instant).toPlainDateTime();
      const wholeMinute = local.second + local.millisecond === 0;
      return local.toString(wholeMinute ? { smallestUnit: 'minute' } : {}).replace('T', ' ');
    },
  };
}

function parseLocal(text: string, timeZone: string, disambiguation: Disambiguation): number {
  let local: Temporal.PlainDateTime | undefined;
  try {
    if (LOCAL.test(text)) local = Temporal.PlainDateTime.from(text);
  } catch {
    // Right form, impossible date: falls through to the one message.
  }
  if (local === undefined) {
    throw new RangeError(`A local time such as "2026-03-08 09:30" was expected, found "${text}".`);
  }
  const earlier = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (earlier.equals(later) || disambiguation !== 'refuse') {
    return (disambiguation === 'earlier' ? earlier : later).epochMilliseconds;
  }
  const exists = earlier.toPlainDateTime().equals(local);
  throw new RangeError(
    exists
      ? `"${text}" occurs twice in ${timeZone}, at ${earlier.offset} and again at ${later.offset}, because the clocks go back. Export the time with its offset, or say "earlier" or "later".`
      : `"${text}" does not exist in ${timeZone}: the clocks go forward from ${earlier.offset} over it to ${later.offset}. Export the time with its offset.`,
  );
}

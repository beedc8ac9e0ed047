// Days from 1 March of the year 0 to 1 January 1970.
const EPOCH = 719_468;
const DAYS_IN_400_YEARS = 146_097;

/** Which days count: calendar arithmetic on dates alone, without a clock or a zone. */
export interface BusinessDays {
  /** A working day that is not a holiday. */
  isBusinessDay(date: string): boolean;
  /**
   * The n-th business day after a date (before it, for a negative n), like a
   * spreadsheet's WORKDAY. Zero gives the date itself, even where it is none.
   */
  addBusinessDays(date: string, days: number): string;
  /**
   * Business days from one date to another, both included, like a spreadsheet's
   * NETWORKDAYS; negative when the second date comes first.
   */
  businessDaysBetween(from: string, to: string): number;
}

/**
 * Days since 1 January 1970 of a date such as "2026-03-08" (Gregorian, also before 1582).
 *
 * Source: H. Hinnant, chrono-compatible low-level date algorithms, days_from_civil. Years
 * start in March, so that the leap day comes last.
 *
 * @throws RangeError for anything else, also for 30 February
 */
export function dayNumber(date: string): number {
  const [, y = '', m = '', d = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const month = (Number(m) + 9) % 12;
  const year = Number(m) > 2 ? Number(y) : Number(y) - 1;
  const dayOfYear = Math.floor((153 * month + 2) / 5) + Number(d) - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const day = year * 365 + leapDays + dayOfYear - EPOCH;
  if (y === '' || dateOf(day) !== date) {
    throw new RangeError(`A date such as "2026-03-08" was expected, found "${date}".`);
  }
  return day;
}

/** The date of a day number; the inverse of `dayNumber` (civil_from_days of the same source). */
export function dateOf(day: number): string {
  const shifted = day + EPOCH;
  const era = Math.floor(shifted / DAYS_IN_400_YEARS);
  const dayOfEra = shifted - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  const year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0);
  const text = (value: number, width: number) => String(value).padStart(width, '0');
  return `${text(year, 4)}-${text(((month + 2) % 12) + 1, 2)}-${text(date, 2)}`;
}

// 1 January 1970 was a Thursday, ISO day 4.
const isoWeekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/**
 * @param workingDays ISO days, Monday 1 to Sunday 7; at least one
 * @param holidays dates that do not count although they fall on a working day
 * @throws RangeError for an empty week, a day outside 1 to 7, or a date that does not exist
 */
export function createBusinessDays(workingDays: readonly number[], holidays: readonly string[]): BusinessDays {
  if (workingDays.length === 0) {
    throw new RangeError('A calendar needs at least one working day a week.');
  }
  const strange = workingDays.find((day) => !Number.isInteger(day) || day < 1 || day > 7);
  if (strange !== undefined) {
    throw new RangeError(`Working days run from 1 (Monday) to 7 (Sunday), found ${strange}.`);
  }
  const week = new Set(workingDays);
  const free = new Set(holidays.map(dayNumber));
  const counts = (day: number): boolean => week.has(isoWeekday(day)) && !free.has(day);

  return {
    isBusinessDay: (date) => counts(dayNumber(date)),
    addBusinessDays(date, days) {
      if (!Number.isSafeInteger(days)) {
        throw new RangeError(`A whole number of business days was expected, found ${days}.`);
      }
      const direction = Math.sign(days);
      let day = dayNumber(date);
      for (let left = Math.abs(days); left > 0;) {
        day += direction;
        if (counts(day)) left -= 1;
      }
      return dateOf(day);
    },
    businessDaysBetween(from, to) {
      const [first, last] = [dayNumber(from), dayNumber(to)];
      let total = 0;
      for (let day = Math.min(first, last); day <= Math.max(first, last); day += 1) {
        if (counts(day)) total += 1;
      }
      return total === 0 ? 0 : first <= last ? total : -total;
    },
  };
}

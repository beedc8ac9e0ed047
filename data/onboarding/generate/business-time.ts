/** The engagement's calendar, and the deadlines that different readings of "three business days" give. */
import { hourOfDay, moment, zoned, type Moment } from './moments.ts';

/** The same days as in the engagement's calendar; only those near the observed span matter. */
const HOLIDAYS: ReadonlySet<string> = new Set(['2026-02-16', '2026-04-03', '2026-05-25']);
const OPENS = 9;
const CLOSES = 17;
const PROMISED_DAYS = 3;

export function isBusinessDay(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek <= 5 && !HOLIDAYS.has(day.toString());
}

export function isOfficeTime(at: Moment): boolean {
  const hour = hourOfDay(at);
  return isBusinessDay(zoned(at).toPlainDate()) && hour >= OPENS && hour < CLOSES;
}

function addBusinessDays(from: Temporal.PlainDate, days: number): Temporal.PlainDate {
  let day = from;
  for (let left = days; left > 0;) {
    day = day.add({ days: 1 });
    if (isBusinessDay(day)) left -= 1;
  }
  return day;
}

/** The clock's start, moved to the next opening where it falls outside office hours. */
function rolledToOpening(start: Moment): Temporal.PlainDateTime {
  const local = zoned(start).toPlainDateTime();
  const opening = new Temporal.PlainTime(OPENS);
  let day = local.toPlainDate();
  if (isBusinessDay(day) && local.hour < CLOSES) return local.hour < OPENS ? day.toPlainDateTime(opening) : local;
  do day = day.add({ days: 1 });
  while (!isBusinessDay(day));
  return day.toPlainDateTime(opening);
}

/**
 * The earliest and the latest deadline among the readings of the promise: end of the third business day
 * (at closing or at midnight) or the same local time on it, counted from the start as it is or from the next opening.
 * No completion falls between the two, so every reading gives the same counts.
 */
export function deadlines(start: Moment): { earliest: Moment; latest: Moment } {
  const all = [zoned(start).toPlainDateTime(), rolledToOpening(start)].flatMap((local) => {
    const third = addBusinessDays(local.toPlainDate(), PROMISED_DAYS);
    return [
      moment(third.toPlainDateTime(local.toPlainTime()).toString()),
      moment(third.toPlainDateTime(new Temporal.PlainTime(CLOSES)).toString()),
      moment(third.add({ days: 1 }).toPlainDateTime().toString()),
    ];
  });
  return { earliest: Math.min(...all), latest: Math.max(...all) };
}

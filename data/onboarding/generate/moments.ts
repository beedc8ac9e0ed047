/** Instants as seconds since the epoch, and how each exporting system writes them. */
export type Moment = number;

export const ZONE = 'America/New_York';
export const HOUR = 3600;
export const DAY = 24 * HOUR;

/** The instant at a local wall-clock time such as "2026-03-09T14:05:11". */
export function moment(local: string): Moment {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).epochMilliseconds / 1000;
}

export function zoned(at: Moment): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(ZONE);
}

/** Local time of day in hours, 14.5 for half past two. */
export function hourOfDay(at: Moment): number {
  const { hour, minute, second } = zoned(at);
  return hour + minute / 60 + second / HOUR;
}

/** ISO 8601 with the zone's offset: "2026-03-09T14:05:11-04:00". */
export function withOffset(at: Moment): string {
  return zoned(at).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** Local time without an offset, to the minute: "2026-03-09 14:05". */
export function localMinute(at: Moment): string {
  return zoned(at).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

/** Local time without an offset, to the second: "2026-03-09T14:05:11". */
export function localSecond(at: Moment): string {
  return zoned(at).toPlainDateTime().toString({ smallestUnit: 'second' });
}

/** UTC: "2026-03-09T18:05:11Z". */
export function utc(at: Moment): string {
  return Temporal.Instant.fromEpochMilliseconds(at * 1000).toString({ smallestUnit: 'second' });
}

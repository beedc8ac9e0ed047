/** The business time of an engagement, from what its author wrote. */
import { createCalendar } from '../core/calendar.ts';
import type { Calendar } from '../core/calendar.ts';
import type { EngagementCalendar } from '../schema/engagement.ts';

const ISO_DAYS = { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 } as const;

export function calendarOf({ time_zone, working_days, hours, holidays }: EngagementCalendar): Calendar {
  return createCalendar({
    timeZone: time_zone,
    workingDays: working_days.map((day) => ISO_DAYS[day]),
    hours,
    holidays,
  });
}

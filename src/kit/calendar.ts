/** Promise and calendar of an engagement as SQL: what a buyer may edit, and the days that follow from it. */
import type { Engagement } from '../schema/engagement.ts';
import { literal } from './sql-text.ts';

const ISO_DAYS = { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 } as const;

/** The views `promise`, `working_days` and `holidays`. */
export function settings({ promise, calendar }: Pick<Engagement, 'promise' | 'calendar'>): string {
  const { time_zone, hours, working_days, holidays } = calendar;
  const days = working_days.map((day) => `(${String(ISO_DAYS[day])})`).join(', ');
  const free =
    holidays.length === 0
      ? 'select cast(null as date) as day, cast(null as text) as name where false'
      : `select cast(day as date) as day, name\nfrom (\n  values\n${holidays
          .map(({ date, name }) => `    (${literal(date)}, ${literal(name)})`)
          .join(',\n')}\n) as h(day, name)`;
  return `-- What was promised, in business days, and the zone in which days begin and end.
create temporary view promise as
select
  ${String(promise.business_days)} as business_days,
  ${literal(time_zone)} as time_zone,
  interval ${literal(`${hours.from}:00`)} as opens,   -- office hours, counted from midnight
  interval ${literal(`${hours.to}:00`)} as closes;

-- Working days, Monday 1 to Sunday 7.
create temporary view working_days as
select weekday from (values ${days}) as w(weekday);

-- Days that do not count although they fall on a working day.
create temporary view holidays as
${free};
`;
}

/**
 * The table `calendar_days`: every day of a century, whether it is a business day, how many have passed with it,
 * and when the office opens and closes.
 */
export const CALENDAR = `-- Every day of a century. The n-th business day after a day is the one on which "passed" is n higher.
create temporary table calendar_days as
with days as (
  select
    cast(t.moment as date) as day,
    extract(isodow from t.moment) in (select weekday from working_days)
      and cast(t.moment as date) not in (select day from holidays) as business_day
  from generate_series(timestamp '2000-01-01', timestamp '2099-12-31', interval '1 day') as t(moment)
)
select
  d.day,
  d.business_day,
  count(*) filter (where d.business_day) over (order by d.day) as passed,
  (cast(d.day as timestamp) + p.opens) at time zone p.time_zone as opens_at,
  (cast(d.day as timestamp) + p.closes) at time zone p.time_zone as closes_at
from days d cross join promise p;
`;

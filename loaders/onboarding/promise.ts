/** The promise of the engagement, judged for one record. */
import type { LoaderContext } from 'workbench';

type Context = Pick<LoaderContext<unknown>, 'calendar' | 'engagement'>;

/**
 * Whether a record was completed by the end of the promised business day.
 *
 * @param start when the clock starts: the local day of it does not count
 * @returns null while the record is open
 */
export function kept({ calendar, engagement }: Context, start: Date, completed: Date | null): boolean | null {
  if (completed === null) return null;
  return completed.getTime() < calendar.deadlineEndOfDay(start, engagement.promise.business_days);
}

/** The last instant's successor of the promised business day: what is completed before it is on time. */
export function deadline({ calendar, engagement }: Context, start: Date): Date {
  return new Date(calendar.deadlineEndOfDay(start, engagement.promise.business_days));
}

/** Elapsed hours from the deadline to the completion; nothing for a record that is open or on time. */
export function hoursLate(context: Context, start: Date, completed: Date | null): number | null {
  if (completed === null || kept(context, start, completed) === true) return null;
  return context.calendar.elapsedHours(deadline(context, start), completed);
}

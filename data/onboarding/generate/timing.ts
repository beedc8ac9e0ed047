/** Draws signature, queue creation and completion until they satisfy a plan under every reading of the promise. */
import { deadlines, isBusinessDay, isOfficeTime } from './business-time.ts';
import type { Chance } from './chance.ts';
import { DAY, HOUR, hourOfDay, moment, zoned, type Moment } from './moments.ts';
import { HANDOFF_HOURS, type Plan, type Span } from './plan.ts';

export interface Times {
  readonly signed: Moment;
  readonly created: Moment;
  readonly completed: Moment | null;
}

const ATTEMPTS = 200_000;
const LAST_COMPLETION = moment('2026-04-10T17:00:00');

function within(chance: Chance, [from, to]: Span): Moment {
  return chance.whole(moment(from), moment(to));
}

/** A day of March 2026: few signatures on weekends, more in the last two days of the month. */
function signatureDay(chance: Chance): Temporal.PlainDate {
  for (;;) {
    const day = new Temporal.PlainDate(2026, 3, chance.whole(1, 31));
    const weight = (isBusinessDay(day) ? 1 : 0.22) * (day.day >= 30 ? 1 : 0.55);
    if (chance.happens(weight)) return day;
  }
}

/** Mostly between 9 and 17:30 with a peak before noon; about one in eight in the evening. */
function signature(chance: Chance): Moment {
  const day = signatureDay(chance);
  const hour = chance.happens(0.13)
    ? 17.5 + 4.5 * chance.next()
    : 9 + 8.5 * Math.min(1, 0.55 * chance.next() + 0.5 * chance.next());
  return moment(day.toPlainDateTime().toString()) + Math.round(hour * HOUR) + clockShift(day);
}

/** Midnight plus twelve hours is 13:00 on the day on which clocks go forward. */
function clockShift(day: Temporal.PlainDate): number {
  return day.toString() === '2026-03-08' ? -HOUR : 0;
}

function creation(chance: Chance, plan: Plan, signed: Moment): Moment {
  if (plan.created) return within(chance, plan.created);
  const [low, high] = HANDOFF_HOURS[plan.handoff];
  const skew = plan.handoff === 'prompt' ? chance.next() ** 2.2 : chance.next();
  return signed + Math.round((low + (high - low) * skew) * HOUR);
}

/** Sales submits the form at any waking hour on the day of signature; afterwards in working hours. */
function plausibleCreation(plan: Plan, created: Moment): boolean {
  if (plan.created) return true;
  const hour = hourOfDay(created);
  if (plan.handoff === 'prompt') return hour >= 7.5 && hour < 22;
  return isBusinessDay(zoned(created).toPlainDate()) && hour >= 8.5 && hour < 18.5;
}

function completion(chance: Chance, plan: Plan, signed: Moment, created: Moment): Moment {
  if (plan.completed) return within(chance, plan.completed);
  if (plan.cycle) {
    const [low, high] = plan.cycle;
    if (low === high) return signed + low * 60;
    return signed + chance.whole(low * 60, high * 60);
  }
  if (plan.outcome === 'flips') return chance.whole(deadlines(signed).latest, deadlines(created).earliest);
  if (plan.outcome === 'missed') return deadlines(created).latest + chance.whole(9 * HOUR, 4 * DAY);
  return chance.whole(created + 3 * HOUR, deadlines(signed).earliest);
}

function satisfies(plan: Plan, { signed, created, completed }: Times): boolean {
  const [low, high] = HANDOFF_HOURS[plan.handoff];
  const handoff = (created - signed) / HOUR;
  if (handoff < low || handoff > high) return false;
  if (completed === null) return true;
  const setUp = plan.handoff === 'prompt' || plan.handoff === 'overnight' ? 2.5 : 4;
  if (completed < created + setUp * HOUR || completed > LAST_COMPLETION || !isOfficeTime(completed)) return false;
  const [bySignature, byQueue] = [deadlines(signed), deadlines(created)];
  if (plan.outcome === 'within') return completed <= bySignature.earliest && completed <= byQueue.earliest;
  if (plan.outcome === 'flips') return completed > bySignature.latest && completed <= byQueue.earliest;
  return completed > bySignature.latest && completed > byQueue.latest;
}

/** @throws RangeError when no draw satisfies the plan: the plan contradicts itself. */
export function drawTimes(chance: Chance, plan: Plan): Times {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const signed = plan.signed ? within(chance, plan.signed) : signature(chance);
    const created = creation(chance, plan, signed);
    if (!plausibleCreation(plan, created)) continue;
    if (plan.outcome === 'flips' && deadlines(signed).latest >= deadlines(created).earliest) continue;
    if (plan.outcome === 'within' && deadlines(signed).earliest <= created + 3 * HOUR) continue;
    const completed = plan.outcome === 'open' ? null : completion(chance, plan, signed, created);
    const times = { signed, created, completed };
    if (satisfies(plan, times)) return times;
  }
  throw new RangeError(`no times satisfy the plan ${JSON.stringify(plan)} after ${ATTEMPTS} draws`);
}

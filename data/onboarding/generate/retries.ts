/** The provisioning service's retry log, the alerts it raised, and who acknowledged them when. */
import type { Account } from './accounts.ts';
import { isOfficeTime } from './business-time.ts';
import type { Chance } from './chance.ts';
import { DAY, HOUR, type Moment } from './moments.ts';

export interface Attempt {
  readonly at: Moment;
  readonly accountId: string;
  readonly delivery: string;
  readonly attempt: number;
  /** Null when the attempt succeeded. */
  readonly failure: string | null;
  /** Seconds until the service tries again by itself. */
  readonly nextRetry: number | null;
}

export type Queue = 'implementation_ops' | 'support_ops' | 'billing_ops';

/** Repeated failure: the first delivery and three retries failed. */
export interface RetryCase {
  readonly accountId: string;
  readonly failure: string;
  readonly firstFailure: Moment;
  readonly exhausted: Moment;
  readonly acknowledged: { readonly at: Moment; readonly by: Queue } | null;
  readonly ticket: Moment | null;
  readonly solved: Moment | null;
  readonly attempts: readonly Attempt[];
}

const RETRY_DELAYS = [300, 600, 1200] as const;
const CONFLICT = 'workspace_conflict';
/** Signed in February; solved long before the extraction. */
const FEBRUARY_ACCOUNT = 'acct_1697';

/** A moment in office hours within a span; null when the span holds none. */
export function officeMoment(chance: Chance, from: Moment, to: Moment): Moment | null {
  for (let attempt = 0; attempt < 400 && to > from; attempt += 1) {
    const at = chance.whole(Math.ceil(from), Math.floor(to));
    if (isOfficeTime(at)) return at;
  }
  return null;
}

function officeMomentOr(chance: Chance, from: Moment, to: Moment): Moment {
  const at = officeMoment(chance, from, to);
  if (at === null) throw new RangeError(`no office hours between ${from} and ${to}`);
  return at;
}

function delivery(chance: Chance): string {
  return `dlv_${chance.whole(0x10000000, 0x7fffffff).toString(16)}`;
}

/** Failed attempts one after another, and a last one that succeeds where `solved` is set. */
function attempts(
  chance: Chance,
  accountId: string,
  failure: string,
  first: Moment,
  failures: number,
  solved: Moment | null,
): Attempt[] {
  const id = delivery(chance);
  const list: Attempt[] = [];
  let at = first;
  for (let attempt = 1; attempt <= failures; attempt += 1) {
    const delay = RETRY_DELAYS[attempt - 1] ?? null;
    list.push({ at, accountId, delivery: id, attempt, failure, nextRetry: delay });
    at += (delay ?? 0) + chance.whole(1, 9);
  }
  if (solved !== null)
    list.push({
      at: Math.max(solved, at),
      accountId,
      delivery: id,
      attempt: failures + 1,
      failure: null,
      nextRetry: null,
    });
  return list;
}

function retryCase(chance: Chance, given: Omit<RetryCase, 'attempts' | 'exhausted'>): RetryCase {
  const list = attempts(
    chance,
    given.accountId,
    given.failure,
    given.firstFailure,
    RETRY_DELAYS.length + 1,
    given.solved,
  );
  const last = list.findLast((attempt) => attempt.failure !== null);
  return { ...given, attempts: list, exhausted: last?.at ?? given.firstFailure };
}

/** Alerted to implementation, assigned by the runbook to support, acknowledged by neither before the customer wrote. */
function unownedCases(chance: Chance, accounts: readonly Account[]): RetryCase[] {
  const stuck = accounts.filter(({ sampled, completed }) => sampled && completed === null);
  return stuck.map(({ id, created }, index) => {
    const firstFailure = officeMomentOr(chance, created + HOUR, created + 3.5 * DAY);
    const ticket = officeMomentOr(chance, firstFailure + 1.5 * DAY, firstFailure + 6 * DAY);
    const late = index === stuck.length - 1;
    return retryCase(chance, {
      accountId: id,
      failure: late ? 'domain_claimed' : CONFLICT,
      firstFailure,
      acknowledged: late
        ? { at: officeMomentOr(chance, ticket + HOUR, ticket + 3 * DAY), by: 'implementation_ops' }
        : null,
      ticket,
      solved: null,
    });
  });
}

/** Two cases that somebody took on in time. */
function ownedCases(chance: Chance, accounts: readonly Account[], february: Moment): RetryCase[] {
  const march = accounts.find(
    ({ sampled, billing, plan, created, completed }) =>
      sampled &&
      plan.outcome === 'within' &&
      plan.billing === 'complete' &&
      billing.tax_review_required !== 'true' &&
      completed !== null &&
      completed - created > 40 * HOUR &&
      completed - created < 60 * HOUR &&
      isOfficeTime(created),
  );
  if (march === undefined || march.completed === null)
    throw new RangeError('no account has room for a retry case that was solved');
  const first = officeMomentOr(chance, march.created + HOUR, march.created + 6 * HOUR);
  return [
    retryCase(chance, {
      accountId: march.id,
      failure: CONFLICT,
      firstFailure: first,
      acknowledged: { at: first + 72 * 60 + 41, by: 'implementation_ops' },
      ticket: null,
      solved: officeMomentOr(chance, first + 5 * HOUR, march.completed - 2 * HOUR),
    }),
    retryCase(chance, {
      accountId: FEBRUARY_ACCOUNT,
      failure: 'seat_limit_mismatch',
      firstFailure: february,
      acknowledged: { at: february + 3 * HOUR + 127, by: 'support_ops' },
      ticket: february + DAY + 2 * HOUR,
      solved: february + DAY + 5 * HOUR,
    }),
  ];
}

export function inventCases(chance: Chance, accounts: readonly Account[], february: Moment): RetryCase[] {
  return [...unownedCases(chance, accounts), ...ownedCases(chance, accounts, february)];
}

/** Failures that a retry cured, for accounts that are in no case. */
export function inventHiccups(
  chance: Chance,
  accounts: readonly Account[],
  taken: ReadonlySet<string>,
  conflictAllowed: (id: string) => boolean,
): Attempt[] {
  const list: Attempt[] = [];
  for (const { id, created, completed } of accounts) {
    if (taken.has(id) || completed === null || !chance.happens(0.24)) continue;
    const first = officeMoment(chance, created + 600, completed - 1800);
    if (first === null) continue;
    const code = chance.pick(['timeout', 'timeout', 'rate_limited', 'upstream_503', CONFLICT] as const);
    const failures = chance.pick([1, 1, 1, 2] as const);
    const failure = code === CONFLICT && !conflictAllowed(id) ? 'timeout' : code;
    const cured = first + (failures === 1 ? 300 : 900) + chance.whole(4, 20);
    list.push(...attempts(chance, id, failure, first, failures, cured));
  }
  return list;
}

/** One conflict that came and went while the account waited: nothing but the log tells why. */
export function passingConflict(chance: Chance, accountId: string, from: Moment, solved: Moment): Attempt[] {
  return attempts(chance, accountId, CONFLICT, from, 1, solved);
}

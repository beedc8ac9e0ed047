/** Alerts with their acknowledgements, and the tickets that customers opened. */
import type { Account } from './accounts.ts';
import { isOfficeTime } from './business-time.ts';
import type { Chance } from './chance.ts';
import { DAY, HOUR, type Moment } from './moments.ts';
import { IMPLEMENTATION, SUPPORT, type Person } from './people.ts';
import { officeMoment, type Queue, type RetryCase } from './retries.ts';
import { STUCK_SUBJECTS, TICKET_SUBJECTS } from './wording.ts';

export interface Alert {
  readonly name: string;
  readonly accountId: string;
  readonly raised: Moment;
  readonly queue: Queue;
  readonly acknowledged: { readonly at: Moment; readonly by: Queue; readonly person: string } | null;
}

export interface Ticket {
  readonly accountId: string;
  readonly opened: Moment;
  readonly subject: string;
  readonly requester: Person;
}

function responder(chance: Chance, queue: Queue): string {
  return chance.pick(queue === 'support_ops' ? SUPPORT : IMPLEMENTATION).name;
}

/** One alert for each exhausted retry, and alerts of another kind that were taken on at once. */
export function inventAlerts(chance: Chance, cases: readonly RetryCase[], accounts: readonly Account[]): Alert[] {
  const exhausted = cases.map(({ accountId, exhausted: at, acknowledged }): Alert => ({
    name: 'provisioning.retry_exhausted',
    accountId,
    raised: at + chance.whole(2, 6),
    queue: 'implementation_ops',
    acknowledged: acknowledged && { ...acknowledged, person: responder(chance, acknowledged.by) },
  }));
  const others = accounts.flatMap(({ id, created, completed }): Alert[] => {
    const raised = created + 4 * HOUR;
    if (completed === null || !isOfficeTime(raised) || !chance.happens(0.3)) return [];
    return [
      {
        name: 'queue.unassigned_4h',
        accountId: id,
        raised,
        queue: 'implementation_ops',
        acknowledged: {
          at: raised + chance.whole(180, 5400),
          by: 'implementation_ops',
          person: responder(chance, 'implementation_ops'),
        },
      },
    ];
  });
  return [...exhausted, ...others].toSorted((a, b) => a.raised - b.raised);
}

/** @param strangers customers of accounts that were signed before March, by account id */
export function inventTickets(
  chance: Chance,
  cases: readonly RetryCase[],
  accounts: readonly Account[],
  strangers: ReadonlyMap<string, Person>,
): Ticket[] {
  const contacts = new Map([...accounts.map(({ id, contact }) => [id, contact] as const), ...strangers]);
  const stuck = chance.shuffled(STUCK_SUBJECTS);
  const fromCases = cases.flatMap(({ accountId, ticket, solved }, index): Ticket[] => {
    const requester = contacts.get(accountId);
    if (ticket === null || requester === undefined) return [];
    const subject = solved === null ? stuck[index % stuck.length] : 'When will the extra seats appear?';
    return [{ accountId, opened: ticket, subject: subject ?? '', requester }];
  });
  const ordinary = accounts.flatMap(({ id, completed, contact }): Ticket[] => {
    if (completed === null || !chance.happens(0.17)) return [];
    const opened = officeMoment(chance, completed + 2 * HOUR, Math.min(completed + 9 * DAY, EXTRACTED - HOUR));
    return opened === null
      ? []
      : [{ accountId: id, opened, subject: chance.pick(TICKET_SUBJECTS), requester: contact }];
  });
  return [...fromCases, ...ordinary].toSorted((a, b) => a.opened - b.opened);
}

/** 13 April 2026, 18:00 in New York. */
export const EXTRACTED: Moment = 1776117600;

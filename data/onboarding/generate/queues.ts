/** What passed through the two queues, and the exports' entries. */
import type { Account } from './accounts.ts';
import type { Spell } from './board.ts';
import type { Chance } from './chance.ts';
import { HOUR, type Moment } from './moments.ts';
import { BILLING, IMPLEMENTATION } from './people.ts';
import { officeMoment } from './retries.ts';

export interface QueueEntry {
  readonly accountId: string;
  readonly entered: Moment;
  readonly left: Moment | null;
  readonly outcome: 'done' | 'returned' | 'open' | 'approved';
  readonly assignee: string;
}

/** Every account enters when the dashboard's clock starts; a handoff sent back to sales ops enters again. */
export function implementationEntries(
  chance: Chance,
  accounts: readonly Account[],
  spells: readonly Spell[],
): QueueEntry[] {
  const entries = accounts.flatMap(({ id, created, completed }): QueueEntry[] => {
    const assignee = chance.pick(IMPLEMENTATION).name;
    const sentBack = spells.find(({ accountId, reason }) => accountId === id && reason === 'sales_ops_missing_data');
    const finish = { left: completed, outcome: completed === null ? 'open' : 'done' } as const;
    if (sentBack === undefined) return [{ accountId: id, entered: created, ...finish, assignee }];
    return [
      { accountId: id, entered: created, left: sentBack.entered, outcome: 'returned', assignee },
      { accountId: id, entered: sentBack.left ?? sentBack.entered, ...finish, assignee },
    ];
  });
  return entries.toSorted((a, b) => a.entered - b.entered);
}

/** Reviews that held an account up, and routine ones that did not. */
export function billingEntries(chance: Chance, accounts: readonly Account[], spells: readonly Spell[]): QueueEntry[] {
  const reviews = spells.filter(({ reason }) => reason === 'billing_ops_review');
  const held = reviews.map(({ accountId, entered, left }) => ({
    accountId,
    entered: entered - chance.whole(60, 600),
    left: left === null ? null : left - chance.whole(60, 900),
    outcome: 'approved' as const,
    assignee: chance.pick(BILLING).name,
  }));
  const heldIds = new Set(reviews.map(({ accountId }) => accountId));
  const routine = accounts.flatMap(({ id, created, completed }) => {
    if (heldIds.has(id) || completed === null || !chance.happens(0.3)) return [];
    const entered = officeMoment(chance, created + 300, completed - HOUR);
    if (entered === null) return [];
    const left = Math.min(completed - 120, entered + chance.whole(15 * 60, 3 * HOUR));
    return [{ accountId: id, entered, left, outcome: 'approved' as const, assignee: chance.pick(BILLING).name }];
  });
  return [...held, ...routine].toSorted((a, b) => a.entered - b.entered);
}

/** The board's status history of the sampled accounts, with the reason that the board does not record. */
import type { Account } from './accounts.ts';
import type { Chance } from './chance.ts';
import { HOUR, type Moment } from './moments.ts';
import { officeMoment, type RetryCase } from './retries.ts';
import {
  DONE_NOTES,
  dividedNote,
  PROGRESS_NOTES,
  READY_NOTES,
  silentNote,
  tellingNote,
  type Reason,
} from './wording.ts';

export interface Spell {
  readonly accountId: string;
  readonly entered: Moment;
  /** Null while the account still waits. */
  readonly left: Moment | null;
  readonly note: string;
  /** Why it waits, in truth; in no export. */
  readonly reason: Reason;
  /** Only the retry log tells why. */
  readonly logged: boolean;
}

export interface BoardEntry {
  readonly accountId: string;
  readonly status: 'Ready' | 'In Progress' | 'Waiting' | 'Done';
  readonly entered: Moment;
  readonly left: Moment | null;
  readonly note: string;
}

type Evidence = 'note' | 'form' | 'log' | 'none' | 'divided';
type Cause = readonly [reason: Reason, evidence: Evidence];

const COMPLETE_CAUSES: readonly Cause[] = [
  ...repeat<Cause>(13, ['customer_input', 'note']),
  ...repeat<Cause>(3, ['billing_ops_review', 'note']),
  ['workspace_conflict', 'note'],
  ['workspace_conflict', 'log'],
  ...repeat<Cause>(3, ['undetermined', 'none']),
  ['undetermined', 'divided'],
];

const INCOMPLETE_CAUSES: readonly Cause[] = [
  ...repeat<Cause>(6, ['sales_ops_missing_data', 'note']),
  ...repeat<Cause>(6, ['sales_ops_missing_data', 'form']),
  ...repeat<Cause>(2, ['customer_input', 'note']),
  ['undetermined', 'divided'],
];

function repeat<T>(count: number, value: T): T[] {
  return Array.from({ length: count }, () => value);
}

/** The region is left to a tax review and nothing else is blank. */
function awaitsTaxReview({ billing }: Account): boolean {
  const others = [billing.billing_cadence, billing.purchase_order_requirement];
  return (
    billing.tax_region === '' &&
    billing.tax_review_required === 'true' &&
    billing.has_invoice_contact &&
    !others.includes('')
  );
}

function noteFor(chance: Chance, [reason, evidence]: Cause): string {
  if (evidence === 'divided') return dividedNote(chance);
  if (evidence === 'note' && reason !== 'undetermined') return tellingNote(chance, reason);
  return silentNote(chance);
}

/** A wait in the middle of the work; null when the work was too short to hold one. */
function middleSpell(chance: Chance, account: Account, cause: Cause): Spell | null {
  const { id, created, completed } = account;
  if (completed === null || completed - created < 6 * HOUR) return null;
  const gap = completed - created;
  const entered = officeMoment(chance, created + 0.04 * gap, created + 0.42 * gap);
  const left = officeMoment(chance, created + 0.5 * gap, completed - 0.5 * HOUR);
  if (entered === null || left === null || left - entered < 1.5 * HOUR) return null;
  return { accountId: id, entered, left, note: noteFor(chance, cause), reason: cause[0], logged: cause[1] === 'log' };
}

function spellsByCause(chance: Chance, accounts: readonly Account[], causes: readonly Cause[]): Spell[] {
  const left = chance.shuffled(causes);
  const spells: Spell[] = [];
  for (const account of chance.shuffled(accounts)) {
    const cause = left[0];
    if (cause === undefined) break;
    const spell = middleSpell(chance, account, cause);
    if (spell === null) continue;
    spells.push(spell);
    left.shift();
  }
  if (left.length > 0) throw new RangeError(`${left.length} waits found no account with room for them`);
  return spells;
}

function caseSpell(chance: Chance, retryCase: RetryCase, index: number): Spell {
  return {
    accountId: retryCase.accountId,
    entered: retryCase.exhausted + chance.whole(15 * 60, 70 * 60),
    left: retryCase.solved === null ? null : retryCase.solved + chance.whole(60, 600),
    note: index === 2 ? tellingNote(chance, 'workspace_conflict') : silentNote(chance),
    reason: 'workspace_conflict',
    logged: false,
  };
}

/** A second, later wait of some accounts that had already waited for the customer. */
function secondSpells(chance: Chance, spells: readonly Spell[], accounts: ReadonlyMap<string, Account>): Spell[] {
  const list: Spell[] = [];
  for (const { accountId, reason, left } of spells) {
    const completed = accounts.get(accountId)?.completed ?? null;
    if (list.length === 4 || reason !== 'customer_input' || left === null || completed === null) continue;
    const entered = officeMoment(chance, left + 0.3 * HOUR, left + 4 * HOUR);
    const until = officeMoment(chance, completed - 1.5 * HOUR, completed - 0.2 * HOUR);
    if (entered === null || until === null || until - entered < 0.7 * HOUR) continue;
    list.push({
      accountId,
      entered,
      left: until,
      note: tellingNote(chance, 'billing_ops_review'),
      reason: 'billing_ops_review',
      logged: false,
    });
  }
  return list;
}

export function inventSpells(chance: Chance, sampled: readonly Account[], cases: readonly RetryCase[]): Spell[] {
  const inCase = new Set(cases.map(({ accountId }) => accountId));
  const free = sampled.filter(({ id, completed }) => !inCase.has(id) && completed !== null);
  const reviewed = free.filter(awaitsTaxReview);
  const incomplete = free.filter((account) => account.plan.billing === 'incomplete' && !awaitsTaxReview(account));
  const complete = free.filter(({ plan }) => plan.billing === 'complete');
  const first = [
    ...cases
      .filter(({ accountId }) => sampled.some(({ id }) => id === accountId))
      .map((one, index) => caseSpell(chance, one, index)),
    ...reviewed.flatMap((account) => middleSpell(chance, account, ['billing_ops_review', 'form']) ?? []),
    ...spellsByCause(chance, incomplete, INCOMPLETE_CAUSES),
    ...spellsByCause(chance, complete, COMPLETE_CAUSES),
  ];
  return [...first, ...secondSpells(chance, first, new Map(sampled.map((account) => [account.id, account])))];
}

/** Ready, In Progress, Waiting as often as it happened, Done; without gaps. */
export function boardHistory(chance: Chance, account: Account, spells: readonly Spell[]): BoardEntry[] {
  const { id, created, completed } = account;
  const waits = spells.filter(({ accountId }) => accountId === id).toSorted((a, b) => a.entered - b.entered);
  const firstStop = waits[0]?.entered ?? completed ?? created + 8 * HOUR;
  const picked =
    officeMoment(chance, created + 60, firstStop - 300) ?? Math.round(created + 0.4 * (firstStop - created));
  const entries: BoardEntry[] = [
    { accountId: id, status: 'Ready', entered: created, left: picked, note: chance.pick(READY_NOTES) },
  ];
  let since: Moment | null = picked;
  for (const { entered, left, note } of waits) {
    if (since === null) break;
    entries.push({
      accountId: id,
      status: 'In Progress',
      entered: since,
      left: entered,
      note: chance.pick(PROGRESS_NOTES),
    });
    entries.push({ accountId: id, status: 'Waiting', entered, left, note });
    since = left;
  }
  if (since === null || completed === null) return entries;
  entries.push({
    accountId: id,
    status: 'In Progress',
    entered: since,
    left: completed,
    note: chance.pick(PROGRESS_NOTES),
  });
  entries.push({ accountId: id, status: 'Done', entered: completed, left: null, note: chance.pick(DONE_NOTES) });
  return entries;
}

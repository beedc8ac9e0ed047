/** The 120 accounts of the month: the sample is drawn first, then each account gets the times of a plan. */
import { completeBilling, GAPS, REVIEWED_WITH_REGION, type BillingFields } from './billing-fields.ts';
import type { Chance } from './chance.ts';
import { inventCustomers, SALES, type Customer, type Person } from './people.ts';
import { SAMPLED, UNSAMPLED, type Plan } from './plan.ts';
import { drawTimes, type Times } from './timing.ts';

export interface Account extends Times, Customer {
  readonly id: string;
  /** Code of the account in the billing system; leading zeros belong to it. */
  readonly code: string;
  readonly segment: string;
  readonly region: string;
  readonly owner: Person;
  readonly plan: Plan;
  readonly sampled: boolean;
  readonly billing: BillingFields;
}

const FIRST_ID = 1764;
const FRAME_SIZE = 120;
/** The source's sample event names this account. */
const NAMED = 1842;

/** Ids are given when a lead becomes an account, so they have gaps and only roughly follow the signatures. */
export function drawFrame(chance: Chance): string[] {
  const candidates = Array.from({ length: 150 }, (_, index) => FIRST_ID + index);
  const others = chance.shuffled(candidates.filter((number) => number !== NAMED)).slice(0, FRAME_SIZE - 1);
  return [...others, NAMED].sort((a, b) => a - b).map((number) => `acct_${number}`);
}

interface Timed {
  readonly plan: Plan;
  readonly times: Times;
}

/** Gives ids in rough order of signature; a plan that names its account gets it. */
function assign(chance: Chance, ids: readonly string[], plans: readonly Plan[]): Map<string, Timed> {
  const timed = plans.map((plan) => ({ plan, times: drawTimes(chance, plan) }));
  const rank = new Map(timed.map((entry) => [entry, entry.times.signed + chance.whole(-4, 4) * 86_400]));
  const ordered = timed.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  for (const [from, entry] of ordered.entries()) {
    const to = entry.plan.accountId === undefined ? -1 : ids.indexOf(entry.plan.accountId);
    if (to < 0) continue;
    ordered.splice(from, 1);
    ordered.splice(to, 0, entry);
    break;
  }
  return new Map(
    ids.map((id, index) => [id, ordered[index]]).filter((pair): pair is [string, Timed] => pair[1] !== undefined),
  );
}

/**
 * @param frame ids of the population, ascending
 * @param drawn ids of the sample
 */
export function inventAccounts(chance: Chance, frame: readonly string[], drawn: ReadonlySet<string>): Account[] {
  const timed = new Map([
    ...assign(
      chance,
      frame.filter((id) => drawn.has(id)),
      SAMPLED,
    ),
    ...assign(
      chance,
      frame.filter((id) => !drawn.has(id)),
      UNSAMPLED,
    ),
  ]);
  const customers = inventCustomers(chance, frame.length);
  const codes = drawCodes(chance, frame.length);
  const gaps = chance.shuffled(GAPS)[Symbol.iterator]();
  let reviewsLeft = REVIEWED_WITH_REGION;
  return frame.map((id, index) => {
    const { plan, times } = found(timed.get(id), id);
    const region = chance.pick(['Northeast', 'Northeast', 'Southeast', 'Midwest', 'West'] as const);
    const complete = completeBilling(chance, region);
    const sampled = drawn.has(id);
    let billing = complete;
    if (plan.billing === 'incomplete') {
      billing = { ...complete, ...found(gaps.next().value, 'a billing gap') };
    } else if (sampled && reviewsLeft > 0 && plan.outcome === 'within' && chance.happens(0.1)) {
      reviewsLeft -= 1;
      billing = { ...complete, tax_review_required: 'true' };
    }
    return {
      id,
      code: found(codes[index], 'a code'),
      segment: chance.pick(['Starter', 'Growth', 'Growth', 'Scale'] as const),
      region,
      owner: chance.pick(SALES),
      plan,
      sampled,
      billing,
      ...times,
      ...found(customers[index], 'a customer'),
    };
  });
}

/** Five digits with leading zeros, distinct; "00123" is one of them. */
function drawCodes(chance: Chance, count: number): string[] {
  const numbers = chance.shuffled(
    Array.from({ length: 900 }, (_, index) => index + 101).filter((number) => number !== 123),
  );
  return chance.shuffled([123, ...numbers.slice(0, count - 1)]).map((number) => String(number).padStart(5, '0'));
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new RangeError(`the plan has no ${what}`);
  return value;
}

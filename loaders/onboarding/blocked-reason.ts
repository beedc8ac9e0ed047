/** Why an account waited, derived from what was written down elsewhere: the board has no reason. */

export const REASONS = [
  'customer_input',
  'sales_ops_missing_data',
  'billing_ops_review',
  'workspace_conflict',
] as const;
export type Reason = (typeof REASONS)[number];

/** What tells the reason. */
export type Evidence = 'retry log' | 'note' | 'handoff form' | 'none' | 'note names several';

export interface Wait {
  readonly account_id: string;
  readonly entered_at: Date;
  readonly left_at: Date | null;
  readonly note: string | null;
}

export interface Handoff {
  readonly missing_fields: string;
  readonly tax_review_required: boolean | null;
}

export interface Failure {
  readonly account_id: string;
  readonly at: Date;
  readonly failure_code: string | null;
}

/** Words by which a note names a blocker. */
const WORDS: Readonly<Record<Reason, RegExp>> = {
  customer_input: /\bcustomer\b/i,
  sales_ops_missing_data: /\bsales ops\b|\bhandoff\b/i,
  billing_ops_review: /\bbilling\b/i,
  workspace_conflict: /\bworkspace\b|\bprovisioning\b/i,
};

/** A failed attempt explains a wait that began up to two hours later: retries alone take 35 minutes. */
const LEAD_MS = 2 * 3_600_000;

function conflictInLog({ account_id, entered_at, left_at }: Wait, failures: readonly Failure[]): boolean {
  const from = entered_at.getTime() - LEAD_MS;
  const until = left_at?.getTime() ?? Number.POSITIVE_INFINITY;
  return failures.some(
    (failure) =>
      failure.account_id === account_id &&
      failure.failure_code === 'workspace_conflict' &&
      failure.at.getTime() >= from &&
      failure.at.getTime() <= until,
  );
}

/**
 * The retry log comes first, then the note, then the handoff form. A note that names two blockers decides nothing,
 * nor does the form against it.
 *
 * @returns a null reason where it cannot be decided
 */
export function blockedReason(
  wait: Wait,
  handoff: Handoff | undefined,
  failures: readonly Failure[],
): { reason: Reason | null; evidence: Evidence } {
  if (conflictInLog(wait, failures)) return { reason: 'workspace_conflict', evidence: 'retry log' };
  const named = REASONS.filter((reason) => WORDS[reason].test(wait.note ?? ''));
  const [only] = named;
  if (named.length > 1) return { reason: null, evidence: 'note names several' };
  if (only !== undefined) return { reason: only, evidence: 'note' };
  if (handoff?.missing_fields === 'tax_region' && handoff.tax_review_required === true) {
    return { reason: 'billing_ops_review', evidence: 'handoff form' };
  }
  if (handoff !== undefined && handoff.missing_fields !== '')
    return { reason: 'sales_ops_missing_data', evidence: 'handoff form' };
  return { reason: null, evidence: 'none' };
}

/** The required reason, and the daily list of accounts that have waited too long. */
import { REASONS } from './blocked-reason.ts';
import type { Reason } from './blocked-reason.ts';

const LIMIT_HOURS = 24;
const HOUR = 3_600_000;

export interface Wait {
  /** Null where nobody gave one. */
  readonly reason: string | null;
  readonly entered_at: Date;
  readonly left_at: Date | null;
}

/** An account with its waits, and the mornings on which the list is made. */
export interface Waiting {
  readonly waits: readonly Wait[];
  readonly last_internal_note: string | null;
  readonly last_external_message: string | null;
  readonly mornings: readonly Date[];
}

/** What the list shows of an account. */
export interface Line {
  readonly reason: Reason | 'none given';
  readonly queue: string;
  readonly last_internal_note: string;
  readonly last_external_message: string;
  readonly next_action: string;
}

export interface Decision {
  /** Waits that would not have been entered: their reason is not one of the values. */
  readonly refused: number;
  /** One line for each wait that stands on the list on any of the mornings. */
  readonly lines: readonly Partial<Line>[];
}

const isReason = (reason: string | null): reason is Reason => REASONS.some((known) => known === reason);

/** Who acts next, and how. */
const NEXT: Readonly<Record<Reason | 'none given', readonly [queue: string, action: string]>> = {
  customer_input: ['implementation_ops', 'remind_customer'],
  sales_ops_missing_data: ['sales_ops', 'supply_missing_data'],
  billing_ops_review: ['billing_ops', 'finish_billing_review'],
  workspace_conflict: ['implementation_ops', 'resolve_workspace_conflict'],
  'none given': ['implementation_ops', 'give_reason'],
};

/** What a rule of this kind can get wrong. */
export interface Reading {
  readonly accepts: (reason: string | null) => boolean;
  readonly tooLong: (hours: number) => boolean;
  readonly leaves: boolean;
  readonly queueOf: (reason: Reason | 'none given') => string;
  readonly shows: (line: Line) => Partial<Line>;
}

export const proposed: Reading = {
  accepts: isReason,
  tooLong: (hours) => hours > LIMIT_HOURS,
  leaves: true,
  queueOf: (reason) => NEXT[reason][0],
  shows: (line) => line,
};

export const waitingRule =
  (changes: Partial<Reading> = {}) =>
  ({ waits, last_internal_note, last_external_message, mornings }: Waiting): Decision => {
    const { accepts, tooLong, leaves, queueOf, shows } = { ...proposed, ...changes };
    const stands = ({ entered_at, left_at }: Wait): boolean =>
      mornings.some((morning) => {
        const gone = leaves && left_at !== null && left_at <= morning;
        return !gone && tooLong((morning.getTime() - entered_at.getTime()) / HOUR);
      });
    return {
      refused: waits.filter(({ reason }) => !accepts(reason)).length,
      lines: waits.filter(stands).map(({ reason: given }) => {
        const reason = isReason(given) ? given : 'none given';
        return shows({
          reason,
          queue: queueOf(reason),
          last_internal_note: last_internal_note ?? 'none',
          last_external_message: last_external_message ?? 'none',
          next_action: NEXT[reason][1],
        });
      }),
    };
  };

/** "refused", "listed: workspace_conflict, implementation_ops", "quiet" */
export function says({ refused, lines }: Decision): string {
  const words = [
    ...(refused > 0 ? ['refused without a reason'] : []),
    ...lines.map(({ reason, queue }) => `listed: ${[reason, queue].filter((word) => word !== undefined).join(', ')}`),
  ];
  return words.length === 0 ? 'quiet' : words.join('; ');
}

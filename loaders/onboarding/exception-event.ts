/** The exception event that the provisioning service is asked to write, and when. */
import { z } from 'zod';

/** What the event holds; the sample event of the published summary lacks the timestamp that its own text requires. */
export const exceptionEvent = z.strictObject({
  event_type: z.literal('provisioning.exception'),
  account_id: z.string().min(1).describe('Account whose workspace could not be created.'),
  failure_code: z.string().min(1).describe('Code of the last failure, as the log has it.'),
  retry_count: z.literal(3).describe('Retries that failed.'),
  timestamp: z.iso.datetime({ offset: true }).describe('When the third retry failed.'),
  responsible_queue: z.string().min(1).describe('The one queue that answers for it.'),
  next_action: z.string().min(1).describe('What that queue does first.'),
});
export type ExceptionEvent = z.output<typeof exceptionEvent>;

export interface Attempt {
  readonly at: Date;
  readonly retry_count: number;
  readonly status: string;
  readonly failure_code: string | null;
}

/** An account’s attempts in the order in which the log delivers them, and who looks when. */
export interface Provisioning {
  readonly account_id: string;
  readonly attempts: readonly Attempt[];
  /** Queue that is named as responsible, in routing table and runbook alike. */
  readonly queue: string;
  readonly acknowledged_at: Date | null;
  readonly seen_at: Date;
}

export interface Decision {
  readonly events: readonly Readonly<Partial<ExceptionEvent>>[];
  /** Whether the queue shows an event when somebody looks. */
  readonly visible: boolean;
}

/** What a rule of this kind can get wrong. */
export interface Reading {
  readonly exhausts: (attempt: Attempt) => boolean;
  readonly once: boolean;
  readonly event: (attempt: Attempt, of: Provisioning) => Readonly<Partial<ExceptionEvent>>;
  readonly closes: (of: Provisioning, since: Date) => boolean;
}

export const LAST_RETRY = 3;

const solved = ({ attempts, seen_at }: Provisioning, since: Date): boolean =>
  attempts.some(({ status, at }) => status === 'succeeded' && at > since && at <= seen_at);

export const proposed: Reading = {
  exhausts: ({ status, retry_count }) => status === 'failed' && retry_count === LAST_RETRY,
  once: true,
  event: ({ at, failure_code }, { account_id, queue }) => ({
    event_type: 'provisioning.exception',
    account_id,
    failure_code: failure_code ?? '',
    retry_count: LAST_RETRY,
    timestamp: at.toISOString(),
    responsible_queue: queue,
    next_action: `resolve_${failure_code ?? ''}`,
  }),
  closes: solved,
};

export const exceptionRule =
  (changes: Partial<Reading> = {}) =>
  (provisioning: Provisioning): Decision => {
    const { exhausts, once, event, closes } = { ...proposed, ...changes };
    const until = provisioning.attempts.filter(({ at }) => at <= provisioning.seen_at);
    const exhausted = until.filter(exhausts);
    const raised = once ? exhausted.slice(0, 1) : exhausted;
    return {
      events: raised.map((attempt) => event(attempt, provisioning)),
      visible: raised.some(({ at }) => !closes(provisioning, at)),
    };
  };

/** What the summary and the head of a finding say of its standing, and the number beside it. */
import type { SettledCause } from '../schema/finding.ts';
import type { Bundle } from '../schema/bundle.ts';
import type { Report } from './report.ts';

export type Status = SettledCause['status'] | 'supported';
type BundledFinding = Bundle['findings'][number];

export interface Mark {
  readonly status: Status;
  readonly word: string;
}

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  confirmed: 'Confirmed',
  hypothesis: 'Hypothesis, open',
  supported: 'Hypothesis, supported',
  refuted: 'Refuted',
};

/** How a cause stands: as its facts say, for a hypothesis as its test says. */
export function causeStatus({ status, standing }: Pick<SettledCause, 'status' | 'standing'>): Status {
  if (status !== 'hypothesis' || standing === undefined || standing.status === 'open') return status;
  return standing.status;
}

/** Condition and causes carry separate marks; causes of one standing share theirs. */
export function findingMarks({ causes }: Pick<BundledFinding, 'causes'>): Mark[] {
  const ORDER: readonly Status[] = ['confirmed', 'supported', 'hypothesis', 'refuted'];
  const marks = ORDER.flatMap((status): Mark[] => {
    const number = causes.filter((cause) => causeStatus(cause) === status).length;
    if (number === 0) return [];
    const word = status === 'supported' ? 'hypothesis, supported' : status;
    return [{ status, word: number === 1 ? `Cause: ${word}` : `${number} causes: ${word}` }];
  });
  return [{ status: 'confirmed', word: 'Condition confirmed' }, ...marks];
}

export interface KeyNumber {
  readonly large: string;
  /** "of 80", or the unit. */
  readonly small?: string;
}

/** The number beside a finding, split into what is set large and what is set small. */
export function keyNumber(report: Pick<Report, 'bundle' | 'resolve'>, { key }: Pick<BundledFinding, 'key'>): KeyNumber {
  const fact = report.bundle.facts.find(({ id }) => id === key.fact);
  if (fact?.kind === 'proportion' && key.as !== 'value') {
    return {
      large: report.resolve('fact', key.fact, 'count').text,
      small: `of ${report.resolve('fact', key.fact, 'total').text}`,
    };
  }
  const text = report.resolve('fact', key.fact).text;
  const [, large = text, small] = /^(\S+)[\s\u00A0](.+)$/.exec(text) ?? [];
  return small === undefined ? { large } : { large, small };
}

/** Facts that a finding rests on: its key number, its condition, its causes. */
export const factsOf = ({ key, condition, causes }: Pick<BundledFinding, 'key' | 'condition' | 'causes'>): string[] => [
  ...new Set([key.fact, ...condition.facts, ...causes.flatMap(({ facts }) => facts)]),
];

/** A fact that is not published, because too few records stand behind it: what a reader gets in its place. */
import type { FactKind } from './fact-numbers.ts';
import { formatCount } from './format.ts';

/** What of a fact is too small: what it counted, what it did not count, or the rows that it measured. */
export type SmallSide = 'count' | 'rest' | 'rows';

/** What this module needs of a suppressed fact (schema/fact.ts). It has no value, so nothing can be computed from it. */
export interface SuppressedReferable {
  readonly id: string;
  readonly label: string;
  readonly kind: FactKind;
  readonly unit: string;
  readonly below: number;
  readonly side: SmallSide;
  /** Denominator; not there where it is itself too small. */
  readonly of?: number | undefined;
  readonly parameters: Readonly<Record<string, number>>;
}

const NO_BREAK_SPACE = '\u00A0';

/** "fewer than 5 of 80", "all but fewer than 5 of 80", "fewer than 5 accounts"; of a measure "not shown: fewer than 5 rows". */
export function suppressedText({ kind, unit, below, side, of }: SuppressedReferable, locale: string): string {
  const few = `fewer than ${formatCount(below, locale)}`;
  if (side === 'rows') return `not shown: ${few} rows`;
  const noun = kind === 'count' ? NO_BREAK_SPACE + unit : '';
  const total =
    of === undefined || (kind === 'count' && side === 'count') ? '' : ` of${NO_BREAK_SPACE}${formatCount(of, locale)}`;
  return (side === 'rest' ? `all but ${few}` : few) + total + noun;
}

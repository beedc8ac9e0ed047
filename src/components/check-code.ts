/** The code of a check as a page shows it: which lines state facts, and what they state. */
import type { Bundle } from '../schema/bundle.ts';

export interface CheckView {
  readonly id: string;
  readonly question: string;
  readonly file: string;
  readonly code: string;
  /** Lines that state a fact, from 1. */
  readonly states: ReadonlySet<number>;
  readonly facts: readonly string[];
  /** Digests of the files that the check's tables were read from. */
  readonly digests: readonly string[];
}

/**
 * @throws RangeError for a check that the engagement does not have; the pipeline reports it before a page is drawn
 */
export function checkView(
  { checks, facts, tables, sources }: Pick<Bundle, 'checks' | 'facts' | 'tables' | 'sources'>,
  id: string,
): CheckView {
  const check = checks.find((candidate) => candidate.id === id);
  if (check === undefined) throw new RangeError(`There is no check "${id}" in this engagement.`);
  const read = new Set(tables.filter((table) => check.tables.includes(table.id)).flatMap((table) => table.sources));
  return {
    id,
    question: check.question,
    file: check.file,
    code: check.code.replace(/\s+$/, ''),
    states: new Set(facts.filter((fact) => fact.check === id).map(({ line }) => line)),
    facts: check.facts,
    digests: sources.filter((source) => read.has(source.id)).map(({ sha256 }) => sha256),
  };
}

/** A word of highlighted code; a span that says nothing of its kind gives way to its text. */
export function withoutPlainSpan(word: unknown): unknown[] {
  if (typeof word !== 'object' || word === null || !('properties' in word) || !('children' in word)) return [word];
  const { properties, children } = word as { properties: Readonly<Record<string, unknown>>; children: unknown[] };
  return properties['class'] === undefined ? children : [word];
}

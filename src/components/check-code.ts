/** The code of a check as a page shows it: which lines state facts, and which of them the page is about. */
import type { Bundle } from '../schema/bundle.ts';

/** Checks up to this length are shown whole. */
const WHOLE = 40;

export interface CodeLine {
  /** The line states a fact. */
  readonly states: boolean;
  /** Shown before a reader asks for the whole. */
  readonly shown: boolean;
  /** Lines are left out between it and the one shown before. */
  readonly gap: boolean;
}

export interface CheckView {
  readonly id: string;
  readonly question: string;
  readonly file: string;
  readonly code: string;
  /** One entry per line of the code. */
  readonly lines: readonly CodeLine[];
  readonly folded: boolean;
  /** Facts that it states, those that the page is about first. */
  readonly facts: readonly string[];
  /** Digests of the files that the check's tables were read from. */
  readonly digests: readonly string[];
}

const indent = (line: string): number => /^\s*/.exec(line)?.[0].length ?? 0;

/** Numbers (from 1) of the lines of the statement that begins at `from`: to the line that closes it, told by indentation. */
export function statementLines(code: readonly string[], from: number): number[] {
  const depth = indent(code[from - 1] ?? '');
  const numbers = [from];
  for (let number = from + 1; number <= code.length; number += 1) {
    const line = code[number - 1] ?? '';
    if (line.trim() !== '' && indent(line) <= depth) {
      return /^\s*[)\]}]/.test(line) && indent(line) === depth ? [...numbers, number] : numbers;
    }
    numbers.push(number);
  }
  return numbers;
}

/**
 * @param about ids of the facts that the page is about; the statements of these are shown at once
 * @throws RangeError for a check that the engagement does not have; the pipeline reports it before a page is drawn
 */
export function checkView(
  { checks, facts, tables, sources }: Pick<Bundle, 'checks' | 'facts' | 'tables' | 'sources'>,
  id: string,
  about: readonly string[] = [],
): CheckView {
  const check = checks.find((candidate) => candidate.id === id);
  if (check === undefined) throw new RangeError(`There is no check "${id}" in this engagement.`);
  const code = check.code.replace(/\s+$/, '');
  const text = code.split('\n');
  const stated = facts.filter((fact) => fact.check === id);
  const states = new Set(stated.map(({ line }) => line));
  const folded = text.length > WHOLE;
  const wanted = stated.filter((fact) => about.includes(fact.id));
  // A check may be shown for its whole, such as a table of all its facts: then every statement is what the page is about.
  const shown = new Set(
    folded
      ? (wanted.length === 0 && about.length > 0 ? stated : wanted).flatMap(({ line }) => statementLines(text, line))
      : text.map((_, index) => index + 1),
  );
  const first = Math.min(...shown);
  const read = new Set(tables.filter((table) => check.tables.includes(table.id)).flatMap((table) => table.sources));
  return {
    id,
    question: check.question,
    file: check.file,
    code,
    folded,
    lines: text.map((_, index) => ({
      states: states.has(index + 1),
      shown: shown.has(index + 1),
      gap: shown.has(index + 1) && index + 1 > first && !shown.has(index),
    })),
    facts: [
      ...check.facts.filter((fact) => about.includes(fact)),
      ...check.facts.filter((fact) => !about.includes(fact)),
    ],
    digests: sources.filter((source) => read.has(source.id)).map(({ sha256 }) => sha256),
  };
}

/** The finding that shows the code of a check; elsewhere a link is enough. */
export const homeOfCheck = (
  { findings }: Pick<Bundle, 'findings'>,
  id: string,
): Bundle['findings'][number] | undefined => findings.find(({ checks }) => checks.includes(id));

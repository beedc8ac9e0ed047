/** The number lint and the verdict guard over a stretch of the reader's text. */
import { findNumbers } from '../../core/number-words.ts';
import type { TypedNumber } from '../../core/number-words.ts';
import { findComparisons } from './comparisons.ts';
import { report } from './context.ts';
import type { Locate, ProseContext } from './context.ts';
import type { Notation } from './suggestions.ts';

/** How the text stands: what guards it, and how a reference is written there. */
export interface Standing {
  /** Conditions that have been checked for this text; they guard its comparisons. */
  readonly conditions: readonly string[];
  readonly notation: Notation;
}

const SHOWN = 70;
const UNDRAWN = /[→←↔⇒≥≤≠≈✓✗✔]/u;
const LITERALS = /(?<![\w.])\d+(?:\.\d+)?(?![\w.])/g;

/** The words around a place, so that the finger finds it. */
export function around(text: string, index: number, length: number): string {
  const room = Math.max(0, Math.floor((SHOWN - length) / 2));
  const [from, to] = [Math.max(0, index - room), Math.min(text.length, index + length + room)];
  const before = text.slice(from, index);
  const after = text.slice(index + length, to);
  // Whole words only, at both ends.
  const piece = [
    from > 0 ? before.replace(/^\S*\s/, '') : before,
    text.slice(index, index + length),
    to < text.length ? after.replace(/\s\S*$/, '') : after,
  ]
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return `${from > 0 ? '… ' : ''}${piece}${to < text.length ? ' …' : ''}`;
}

const overlaps = (one: { index: number; text: string }, other: { index: number; text: string }): boolean =>
  one.index < other.index + other.text.length && other.index < one.index + one.text.length;

/** "five times" is guarded where the condition itself multiplies by 5. */
function guardedByCondition(
  { value, index, text: number }: TypedNumber,
  text: string,
  { conditions }: Standing,
): boolean {
  if (value === undefined || !/^[\s-]*(?:times|fold)\b/.test(text.slice(index + number.length))) return false;
  return conditions.some((condition) =>
    [...condition.matchAll(LITERALS)].some(([literal]) => Number(literal) === value),
  );
}

const EXCEPTION: Readonly<Record<Notation, string>> = {
  element: '<Stated why="…">…</Stated>',
  braces: '[[… | why]]',
};

/** Reports typed numbers, unguarded comparisons, and signs that the report's fonts cannot draw. */
export function checkRunningText(context: ProseContext, text: string, locate: Locate, standing: Standing): void {
  const { notation, conditions } = standing;
  const comparisons = findComparisons(text);
  if (conditions.length === 0) {
    for (const { index, text: words } of comparisons) {
      report(context, locate(index), {
        code: 'unguarded-comparison',
        message: `"${words}" is a comparison that no condition keeps true.`,
        expected:
          notation === 'element'
            ? 'the words inside <Holds if="…">, with a condition over the facts they rest on'
            : 'a "holds" beside this text, with a condition over the facts it rests on',
        found: around(text, index, words.length),
        hint: 'Add the condition, or say it with the numbers alone.',
      });
    }
  }
  for (const number of findNumbers(text)) {
    if (comparisons.some((comparison) => overlaps(comparison, number)) || guardedByCondition(number, text, standing))
      continue;
    const suggestion = context.suggest(number, notation);
    report(context, locate(number.index), {
      code: 'typed-number',
      message: `The number "${number.text}" is typed; numbers come from a fact, a given value or the ROI model.`,
      found: around(text, number.index, number.text.length),
      hint:
        suggestion === undefined
          ? `Refer to the fact that it comes from, or mark it as an exception with its reason: ${EXCEPTION[notation]}.`
          : `Did you mean ${suggestion}?`,
    });
  }
  const sign = UNDRAWN.exec(text);
  if (sign !== null) {
    report(context, locate(sign.index), {
      code: 'undrawn-sign',
      message: `The report's fonts have no "${sign[0]}".`,
      found: around(text, sign.index, 1),
      hint: 'Say it in words: "to", "at least", "at most", "about".',
    });
  }
}

/**
 * Looks for personal values in finished output: as written, behind HTML entities, JSON escapes and percent signs,
 * and inside data: addresses. Words are compared, so that "ana.diaz@example.com" is found however it is spaced or cut.
 */
import { isText, sortedPaths, textOf } from './files.ts';
import { decodeDataAddresses, spellings } from './spellings.ts';
import type { Files } from './files.ts';
import type { Problem } from '../pipeline/problem.ts';

export interface PrivateValue {
  readonly value: string;
  /** Where it was read: "onboarding-sample, column contact_name". */
  readonly where: string;
}

interface Needle extends PrivateValue {
  readonly words: readonly string[];
}

const WORD = /[\p{L}\p{N}]+/gu;
const words = (text: string): string[] => text.normalize('NFC').match(WORD) ?? [];
const folded = (text: string): string[] => words(text).map((word) => word.toLowerCase());

/** Values by their first word. A single word is compared with its capitals, or "Will" would be found in every "will". */
function index(values: readonly PrivateValue[]): { several: Map<string, Needle[]>; single: Map<string, PrivateValue> } {
  const several = new Map<string, Needle[]>();
  const single = new Map<string, PrivateValue>();
  for (const value of values) {
    const parts = folded(value.value);
    const [first] = parts;
    if (first === undefined) continue;
    if (parts.length === 1) {
      // One or two characters stand everywhere; no scan can tell them apart.
      if (first.length > 2) single.set(words(value.value)[0] ?? first, value);
      continue;
    }
    const needles = several.get(first) ?? [];
    needles.push({ ...value, words: parts });
    several.set(first, needles);
  }
  return { several, single };
}

/** Every file that holds a personal value, with the column it came from; the value itself is not repeated. */
export function findPrivateValues(files: Files, values: readonly PrivateValue[], folder: string): Problem[] {
  if (values.length === 0) return [];
  const { several, single } = index(values);
  const problems: Problem[] = [];
  for (const path of sortedPaths(files)) {
    const bytes = files.get(path);
    if (bytes === undefined || !isText(path)) continue;
    const text = textOf(bytes);
    const found = new Set<string>();
    for (const spelling of [text, ...decodeDataAddresses(text)].flatMap(spellings)) {
      const asWritten = words(spelling);
      const lower = asWritten.map((word) => word.toLowerCase());
      for (const [at, word] of lower.entries()) {
        const whole = single.get(asWritten[at] ?? '');
        if (whole) found.add(whole.where);
        for (const needle of several.get(word) ?? []) {
          if (needle.words.every((part, offset) => lower[at + offset] === part)) found.add(needle.where);
        }
      }
    }
    for (const where of found) {
      problems.push({
        code: 'personal-value-published',
        file: `${folder}/${path}`,
        message: `The output holds a value of a personal column: ${where}.`,
        expected: 'no value of a personal column in any output',
        found: 'one at least; it is not repeated here',
        hint: 'Find the column or the sentence that carries it, and leave it out; class the column as public only if it is.',
      });
    }
  }
  return problems;
}

/**
 * Looks for personal values in finished output: as written, behind HTML entities, JSON escapes and percent signs,
 * inside data: addresses, and in what the single file carries packed. Words are compared, so that "ana.diaz@example.com" is found however it is spaced or cut.
 */
import { createWordSearch } from '../core/word-search.ts';
import { isText, sortedPaths, textOf } from './files.ts';
import { decodeDataAddresses, spellings, unpackedParts } from './spellings.ts';
import type { Files } from './files.ts';
import type { Problem } from '../pipeline/problem.ts';

export interface PrivateValue {
  readonly value: string;
  /** Where it was read: "onboarding-sample, column contact_name". */
  readonly where: string;
}

/** Every file that holds a personal value, with the column it came from; the value itself is not repeated. */
export function findPrivateValues(files: Files, values: readonly PrivateValue[], folder: string): Problem[] {
  if (values.length === 0) return [];
  const origin = new Map(values.map(({ value, where }) => [value, where]));
  const search = createWordSearch(origin.keys());
  const problems: Problem[] = [];
  for (const path of sortedPaths(files)) {
    const bytes = files.get(path);
    if (bytes === undefined || !isText(path)) continue;
    const text = textOf(bytes);
    const found = new Set(
      [text, ...decodeDataAddresses(text), ...unpackedParts(text)]
        .flatMap(spellings)
        .flatMap(search)
        .map((value) => origin.get(value) ?? ''),
    );
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

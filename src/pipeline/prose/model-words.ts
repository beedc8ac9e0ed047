/** The words of roi.yaml: printed as they stand, so a number in them would be one that no slider moves. */
import { findNumbers } from '../../core/number-words.ts';
import type { AuthoredFile } from '../engagement-files.ts';
import { report } from './context.ts';
import type { ProseContext } from './context.ts';
import { around } from './running-text.ts';

/** Fields that a reader sees. */
const WORDS: ReadonlySet<string> = new Set([
  'title',
  'label',
  'short',
  'note',
  'source',
  'owner',
  'effect',
  'justified',
]);

/** Reports typed numbers in labels, notes and sources of the model. */
export function checkModelWords(
  context: ProseContext,
  file: AuthoredFile,
  value: unknown,
  path: readonly (string | number)[] = [],
): void {
  if (typeof value === 'string') {
    if (!WORDS.has(String(path.at(-1)))) return;
    const position = file.positionOf(path);
    const excerpt = file.text.split('\n')[position.line - 1];
    for (const { index, text } of findNumbers(value)) {
      report(
        context,
        { file: file.file, ...position, ...(excerpt !== undefined && { excerpt }) },
        {
          code: 'typed-number',
          field: file.fieldName(path),
          message: `The number "${text}" is typed into the words of the model.`,
          found: around(value, index, text.length),
          hint: 'Say it without the number: values belong in "value", "low" and "high", where a reader can move them.',
        },
      );
    }
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const entries = Array.isArray(value)
    ? value.map((item, index): [number, unknown] => [index, item])
    : Object.entries(value);
  for (const [key, inner] of entries) checkModelWords(context, file, inner, [...path, key]);
}

/** What is still open, by the file in which it is to be answered. */
import { capitalised } from '../core/format.ts';
import type { OpenBlank } from '../schema/bundle.ts';

export function openByFile(
  open: readonly OpenBlank[],
): { readonly file: string; readonly blanks: readonly { readonly text: string; readonly line: number }[] }[] {
  return [...Map.groupBy(open, ({ file }) => file)].map(([file, blanks]) => ({
    file,
    blanks: blanks.map(({ text, line }) => ({ text: capitalised(text), line })),
  }));
}

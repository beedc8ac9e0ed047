/** What differs within a file, as a problem that does not know its file yet: expected is recomputed, found is published. */
import type { Problem } from '../../pipeline/problem.ts';

export type Explanation = Omit<Problem, 'file'>;

/** Differences that are told one by one; the rest is counted. */
const MOST_TOLD = 5;
const LONGEST = 160;

/** The first few, and how many more there are. */
export function atMost(all: readonly Explanation[], most = MOST_TOLD): Explanation[] {
  const more = all.length - most;
  if (more <= 0) return [...all];
  const counted = more === 1 ? '1 more difference' : `${String(more)} more differences`;
  return [...all.slice(0, most), { code: 'more-differences', message: `${counted} in this file.` }];
}

export const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text);

/** A value as it stands in JSON, short enough for a line; "nothing" where there is none. */
export function valueText(value: unknown): string {
  if (value === undefined) return 'nothing';
  try {
    return shortened(JSON.stringify(value));
  } catch {
    return 'a value too deep to be shown';
  }
}

/** The published and the recomputed text around the first sign that differs, with a mark where something was left out. */
export function aroundFirstDifference(
  published: string,
  recomputed: string,
  width = 100,
): { published: string; recomputed: string; at: number } {
  let at = 0;
  while (at < published.length && at < recomputed.length && published[at] === recomputed[at]) at += 1;
  const from = Math.max(0, at - width / 2);
  const cut = (text: string): string =>
    text === ''
      ? 'nothing'
      : `${from > 0 ? '…' : ''}${text.slice(from, from + width)}${text.length > from + width ? '…' : ''}`;
  return { published: cut(published), recomputed: cut(recomputed), at };
}

/** Where two sequences differ: lines, rows or pieces of markup, aligned so that what is the same on both sides meets. */
import { diffArrays } from 'diff';

/** A stretch of one side that stands in the place of a stretch of the other; either may be empty. */
export interface Change {
  /** From and to (exclusive) in the published sequence. */
  readonly published: readonly [number, number];
  /** The same in the recomputed one. */
  readonly recomputed: readonly [number, number];
}

/** Beyond so many edits an alignment tells nobody anything, and takes long. */
const MOST_EDITS = 1500;

/** All changes in order; a single one over everything that differs where they are too many to be told apart. */
export function changes(published: readonly string[], recomputed: readonly string[]): Change[] {
  let start = 0;
  while (start < published.length && start < recomputed.length && published[start] === recomputed[start]) start += 1;
  let tail = 0;
  const most = Math.min(published.length, recomputed.length) - start;
  while (tail < most && published[published.length - 1 - tail] === recomputed[recomputed.length - 1 - tail]) tail += 1;
  const [ours, theirs] = [
    published.slice(start, published.length - tail),
    recomputed.slice(start, recomputed.length - tail),
  ];
  if (ours.length === 0 && theirs.length === 0) return [];
  const parts = ours.length === 0 || theirs.length === 0 ? undefined : align(ours, theirs);
  if (parts === undefined)
    return [{ published: [start, start + ours.length], recomputed: [start, start + theirs.length] }];

  const found: Change[] = [];
  let [left, right] = [start, start];
  let open: [number, number] | undefined;
  const close = (): void => {
    if (open) found.push({ published: [open[0], left], recomputed: [open[1], right] });
    open = undefined;
  };
  for (const { side, count } of parts) {
    if (side === 'both') close();
    else open ??= [left, right];
    if (side !== 'recomputed') left += count;
    if (side !== 'published') right += count;
  }
  close();
  return found;
}

interface Part {
  readonly side: 'both' | 'published' | 'recomputed';
  readonly count: number;
}

function align(published: string[], recomputed: string[]): Part[] | undefined {
  return diffArrays(published, recomputed, { maxEditLength: MOST_EDITS })?.map(({ added, removed, count }) => ({
    side: added ? 'recomputed' : removed ? 'published' : 'both',
    count,
  }));
}

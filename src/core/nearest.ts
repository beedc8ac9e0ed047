/** Suggestions for misspelt names. */

/** Edits (insert, delete, replace, swap of neighbours) that turn one word into the other. */
function editDistance(from: string, to: string): number {
  const [a, b] = [Array.from(from), Array.from(to)];
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforePrevious[j - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    [beforePrevious, previous] = [previous, current];
  }
  return previous[b.length] ?? 0;
}

/** What people take for the same sign: case, and how words are joined. */
const folded = (word: string): string => word.toLowerCase().replaceAll(/[-_ ]+/g, '_');

/**
 * The known name that was probably meant, or undefined where none is close.
 * Close: at most one edit in three signs, or one name begins with the other, or the word
 * is all of a dotted name but its group ("late_24h" for "handoff.late_24h").
 * Of equally close names the first in code-point order.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const asked = folded(word);
  let best: { name: string; distance: number } | undefined;
  for (const name of [...known].sort()) {
    const candidate = folded(name);
    const limit = Math.max(1, Math.floor(Math.max(asked.length, candidate.length) / 3));
    const distance = editDistance(asked, candidate);
    const long = asked.length > 2 && candidate.length > 2;
    const ends = long && (candidate.endsWith(`.${asked}`) || asked.endsWith(`.${candidate}`));
    const begins = long && (candidate.startsWith(asked) || asked.startsWith(candidate));
    if (distance > limit && !ends && !begins) continue;
    // A shared part is weaker evidence than a slip of the finger.
    const weighed = distance <= limit ? distance : ends ? limit : limit + distance / 100;
    if (best === undefined || weighed < best.distance) best = { name, distance: weighed };
  }
  return best?.name;
}

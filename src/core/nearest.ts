/** The known name that a mistyped one most likely meant. */

/**
 * Edits from one text to another: insert, delete, replace, swap of neighbours, one each
 * (optimal string alignment; L. Boytsov, ACM JEA 16 (2011) 1.1, section 2.2).
 */
export function editDistance(from: string, to: string): number {
  const width = to.length + 1;
  let before: number[] = [];
  let last = Array.from({ length: width }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const line = [row];
    for (let column = 1; column < width; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let best = Math.min((last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        best = Math.min(best, (before[column - 2] ?? 0) + 1);
      }
      line.push(best);
    }
    before = last;
    last = line;
  }
  return last[width - 1] ?? from.length;
}

/**
 * The nearest of the known names, or undefined where none is near: at most a third of the
 * letters may differ, unless the typed name is a whole part of a known one ("late_24h").
 * Ties go to the name that comes first.
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const typed = name.toLowerCase();
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of known) {
    const lower = candidate.toLowerCase();
    const parts = lower.split('.');
    const isPart = typed.length > 2 && (parts.includes(typed) || parts.slice(1).join('.') === typed);
    const distance = isPart ? 0.5 : editDistance(typed, lower);
    if (distance < bestDistance && (isPart || distance <= Math.max(1, Math.floor(Math.max(typed.length, lower.length) / 3)))) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * Searches a text for many values at once, word by word, so that spaces, signs and line breaks between words do not
 * matter, and its time does not grow with the number of values.
 */
const WORD = /[\p{L}\p{N}]+/gu;
const wordsOf = (text: string): string[] => text.normalize('NFC').match(WORD) ?? [];

/** Shorter words stand everywhere; no search can tell them apart. */
const SHORTEST = 3;

interface Needle {
  readonly value: string;
  readonly words: readonly string[];
}

/**
 * Several words are found in any case; a single one only with its capitals, or "Will" would be found in every "will".
 *
 * @returns a function from a text to the values in it, each once, in the order of the text; longer ones first at a place
 */
export function createWordSearch(values: Iterable<string>): (text: string) => string[] {
  const several = new Map<string, Needle[]>();
  const single = new Map<string, string>();
  for (const value of values) {
    const asWritten = wordsOf(value);
    const words = asWritten.map((word) => word.toLowerCase());
    const [first = ''] = words;
    if (words.length > 1) several.set(first, [...(several.get(first) ?? []), { value, words }]);
    else if (first.length >= SHORTEST) single.set(asWritten[0] ?? '', value);
  }
  for (const needles of several.values()) needles.sort((a, b) => b.words.length - a.words.length);
  if (several.size === 0 && single.size === 0) return () => [];
  return (text) => {
    const asWritten = wordsOf(text);
    const lower = asWritten.map((word) => word.toLowerCase());
    const found = new Set<string>();
    for (const [at, word] of lower.entries()) {
      for (const { value, words } of several.get(word) ?? []) {
        if (words.every((part, offset) => lower[at + offset] === part)) found.add(value);
      }
      const alone = single.get(asWritten[at] ?? '');
      if (alone !== undefined) found.add(alone);
    }
    return [...found];
  };
}

/**
 * Words that compare or judge, and so can turn wrong when a number moves. The list is short on
 * purpose: what is on it has to stand inside <Holds> (or in a field beside a `holds`), where a
 * condition over facts keeps it true; a vaguer word is the author's own.
 */

export interface Comparison {
  /** Where it starts, in UTF-16 units. */
  readonly index: number;
  readonly text: string;
}

const NUMBER = '(?:one|two|three|four|five|six|seven|eight|nine|ten|\\d+)';
const PART = '(?:halves|half|thirds?|quarters?|fifths?|sixths?|tenths?)';
const PHRASES = [
  // "twice as long", "doubled", "triples"
  'twice|thrice|doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|quadrupl(?:e|es|ed|ing)|hal(?:ve|ves|ved|ving)',
  // "half of", "more than half", "a third of", "two thirds"
  `(?:(?:more|less|fewer)\\s+than\\s+|over\\s+|under\\s+)?half(?=\\s+(?:of|the|as|again|these|those|our|their|its)\\b|[,.;:)]|$)`,
  `(?:an?|one)\\s+(?:half|third|quarter|fifth|sixth|tenth)(?=\\s+of\\b)|(?:two|three|four|five|seven|nine)\\s+${PART}`,
  // "one in four", "nearly one account in four"
  `(?:nearly|almost|over|more\\s+than|fewer\\s+than|about)\\s+${NUMBER}(?:\\s+\\w+){0,2}\\s+(?:in|of|out\\s+of)\\s+(?:every\\s+)?${NUMBER}`,
  `${NUMBER}(?:\\s+\\w+)?\\s+in\\s+(?:every\\s+)?${NUMBER}`,
  // "nearly all", "almost every", "nearly half"
  `(?:nearly|almost)\\s+(?:all|every|none|no|half|an?\\s+(?:third|quarter|fifth)|${NUMBER})`,
  // "most records"; not "at most", "the most", "foremost"
  '(?<!\\b(?:at|the|a)\\s)most(?=\\s+(?:of\\b|\\w+s\\b))',
  '(?:an?\\s+|the\\s+)?(?:vast\\s+)?(?:majority|minority)',
];
const COMPARISON = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${PHRASES.join('|')})(?![\\p{L}\\p{N}_-])`, 'giu');

/** The comparisons of a text, in order. */
export const findComparisons = (text: string): Comparison[] =>
  [...text.matchAll(COMPARISON)].map((match) => ({ index: match.index, text: match[0] }));

import { SMALL_WORDS, TEN_WORDS } from './number-word.ts';

/** A number that somebody typed into running text. */
export interface TypedNumber {
  /** Where it starts, in UTF-16 units. */
  index: number;
  /** As it stands there, with its sign, currency and unit: "$1.2 million", "94 percent", "two thirds". */
  text: string;
  /** What it says, without its unit (12% is 12); left out where that is not one number, as in a date. */
  value?: number;
}

const SCALES: Record<string, number> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, dozen: 12 };
const FRACTIONS: Record<string, number> = {
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};
const MULTIPLES: Record<string, number> = {
  twice: 2,
  thrice: 3,
  double: 2,
  doubles: 2,
  doubled: 2,
  doubling: 2,
  triple: 3,
  triples: 3,
  tripled: 3,
  tripling: 3,
  quadruple: 4,
  quadrupled: 4,
  halve: 0.5,
  halves: 0.5,
  halved: 0.5,
  halving: 0.5,
};
const UNITS = new Map(SMALL_WORDS.map((word, value) => [word, value]));
const TENS = new Map(TEN_WORDS.map((word, index) => [word, 10 * (index + 2)]));

const alternatives = (words: Iterable<string>) => [...words].join('|');
const scale = alternatives(Object.keys(SCALES));
const unit = alternatives(UNITS.keys());
const ten = alternatives(TENS.keys());
const fraction = alternatives(Object.keys(FRACTIONS));
const percent = '(?:[\\s\\u00A0]?%|[\\s\\u00A0-]+(?:percent|per[ \\u00A0]cent)\\b(?![\\s\\u00A0]+points))';

// What only looks like a number: addresses, and words that hold digits (acct_1842,
// L04, v1.0, sha256, H1). Capitals before a hyphen make an identifier too (UTF-8, ISO-8601).
const NOT_NUMBERS = [
  '(?:https?:\\/\\/|www\\.)\\S+',
  '(?<!\\S)\\S+@\\S+\\.\\S+',
  '_*\\p{L}[\\p{L}\\p{M}\\p{N}_]*\\d[\\p{L}\\p{N}_]*(?:[._-][\\p{L}\\p{N}_]*\\d[\\p{L}\\p{N}_]*)*',
  '(?-i:\\p{Lu}[\\p{Lu}\\p{N}_]*-)+\\d[\\p{L}\\p{N}_]*',
  `(?:${ten})-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\\b`,
  '\\d{1,3}(?:,\\d{3})*(?:st|nd|rd|th)(?![\\p{L}\\p{N}_])',
  '\\d[\\p{L}\\p{N}]*\\d?\\p{L}{2,}\\d[\\p{L}\\p{N}]*', // a digest or a key
  '[0-9a-f]*\\d[a-f][0-9a-f]*\\d[0-9a-f]*(?![\\p{L}\\p{N}_])', // the same, in hexadecimal
].join('|');

// Dates, times and dotted numbers are typed numbers too, but not one value.
const STAMP =
  '\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?(?:Z|[+-]\\d{2}:\\d{2})?)?|\\d{1,2}:\\d{2}(?::\\d{2})?|\\d+(?:\\.\\d+){2,}|[½⅓⅔¼¾⅛]';
const DIGITS = `(?<sign>(?<![\\p{L}\\p{N}_)])[-\\u2212+])?[$€£]?(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d*\\.?\\d+)(?:${percent}|[\\s\\u00A0-]+(?<scale>${scale})\\b|(?<thousand>[kK])\\b|\\p{L}{1,3}(?![\\p{L}\\p{N}_]))?`;

const WORD = `(?:${ten})(?:[\\s-]+(?:${unit})\\b)?|${unit}|${scale}`;
// "and" joins only after a hundred or more: "two and three" are two numbers.
const WORDS = `\\b(?<words>(?:an?[\\s-]+(?=(?:${scale})\\b))?(?:${WORD})\\b(?:(?<=(?:${scale}))[\\s-]+and[\\s-]+(?:${ten}|${unit})\\b(?:[\\s-]+(?:${unit})\\b)?|[\\s-]+(?:(?<=(?:${scale})[\\s-]+)(?:${WORD})|${scale})\\b)*)(?:${percent})?`;
const PARTS = `\\b(?:(?<parts>${unit}|an?)[\\s-]+(?<part>${fraction})(?:s|(?<=\\b(?:one|an?)[\\s-]+\\p{L}+))\\b|(?<lone>half)\\b)`;
const TIMES = `\\b(?:(?<fold>${unit})-?fold|(?<times>${alternatives(Object.keys(MULTIPLES))}))\\b(?![\\s-]+(?:check|click)(?:ed|s|ing)?\\b)`;
const PLURAL = '\\b(?:hundreds|thousands|millions|billions|dozens)\\b';

const SCANNER = new RegExp(
  `(?<skip>${NOT_NUMBERS})|(?<stamp>${STAMP})|${DIGITS}|(?<fraction>${PARTS})|${TIMES}|${WORDS}|(?<plural>${PLURAL})`,
  'giu',
);

/** Half is a quantity before these; "the first half of March" is a period, "half-baked" an adjective. */
const HALF_OF = /^[\s-]+(?:of|the|an?|its|their|our|all|that|those|these|as|hours?|days?)\b/i;
const PERIOD = /\b(?:first|second|latter|former|other)[\s-]+$/i;

function wordsValue(words: string): number {
  let total = 0;
  let current = 0;
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    const factor = SCALES[word];
    if (factor === undefined) current += UNITS.get(word) ?? TENS.get(word) ?? 0;
    else if (factor >= 1000) {
      total += (current || 1) * factor;
      current = 0;
    } else current = (current || 1) * factor;
  }
  return total + current;
}

function fractionValue(groups: Record<string, string | undefined>, after: string, before: string): number | undefined {
  if (groups['lone'] !== undefined) {
    return HALF_OF.test(after) && !PERIOD.test(before) ? 0.5 : undefined;
  }
  const count = (groups['parts'] ?? '').toLowerCase();
  const part = (groups['part'] ?? '').toLowerCase();
  const value = (UNITS.get(count) ?? 1) / (FRACTIONS[part] ?? 1);
  const many = UNITS.has(count) && count !== 'one';
  // "a third retry", "one churn a quarter" and "a tenth case" are no fractions; "a third of" is.
  return many || part === 'half' || /^[\s\u00A0]+of\b/i.test(after) ? value : undefined;
}

function digitsValue(groups: Record<string, string | undefined>): number {
  const sign = groups['sign'] === '-' || groups['sign'] === '\u2212' ? -1 : 1;
  const factor = groups['thousand'] === undefined ? (SCALES[(groups['scale'] ?? '').toLowerCase()] ?? 1) : 1000;
  return sign * factor * Number((groups['digits'] ?? '').replaceAll(',', ''));
}

/**
 * The numbers that stand typed in English prose, as digits or as words: counts,
 * percentages, amounts, dates, fractions ("two thirds", "a third of", "half the") and
 * multiples ("twice", "doubled").
 *
 * Not reported: identifiers (acct_1842, UTF-8, v1.0), ordinals (first, 3rd), "once",
 * and "one" on its own, which is a pronoun or an article far more often than a count
 * ("the one that", "one of them"); where it counts, as in "one in four", its partner is
 * found. Vague words (several, both, a couple) are not numbers.
 */
export function findNumbers(text: string): TypedNumber[] {
  const found: TypedNumber[] = [];
  SCANNER.lastIndex = 0;
  for (let match = SCANNER.exec(text); match !== null; match = SCANNER.exec(text)) {
    const groups: Record<string, string | undefined> = match.groups ?? {};
    const { index } = match;
    const entry = { index, text: match[0] };
    if (groups['skip'] !== undefined) continue;
    if (groups['stamp'] !== undefined || groups['plural'] !== undefined) found.push(entry);
    else if (groups['digits'] !== undefined) found.push({ ...entry, value: digitsValue(groups) });
    else if (groups['fold'] !== undefined) {
      found.push({ ...entry, value: UNITS.get(groups['fold'].toLowerCase()) });
    } else if (groups['times'] !== undefined) {
      found.push({ ...entry, value: MULTIPLES[groups['times'].toLowerCase()] });
    } else if (groups['words'] !== undefined) {
      if (match[0].toLowerCase() !== 'one') found.push({ ...entry, value: wordsValue(groups['words']) });
    } else if (groups['fraction'] !== undefined) {
      const value = fractionValue(groups, text.slice(SCANNER.lastIndex), text.slice(0, index));
      if (value !== undefined) found.push({ ...entry, value });
    }
  }
  return found;
}

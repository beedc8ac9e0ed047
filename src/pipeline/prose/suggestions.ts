/** Which reference a typed number probably should have been. */
import { isShare } from '../../core/roi-references.ts';
import type { GivenValue, ReferableFact, ReferableRoi } from '../../core/reference.ts';
import type { TypedNumber } from '../../core/number-words.ts';
import type { ReferenceSource } from '../../core/template.ts';

interface Candidate {
  readonly of: ReferenceSource;
  readonly id: string;
  readonly value: number;
  readonly percent: boolean;
  readonly as?: string;
  /** Format for a number in words, where there is one. */
  readonly words?: string;
}

/** Where the reference will stand: elements in MDX, braces in strings. */
export type Notation = 'element' | 'braces';

const MOST_NAMED = 2;

function ofFact({ id, kind, value, count, of, parameters }: ReferableFact): Candidate[] {
  const named = { of: 'fact', id, percent: false } as const;
  const limits = Object.entries(parameters).map(([name, limit]): Candidate => ({
    ...named,
    value: limit,
    as: `parameter.${name}`,
    words: `parameter.${name}.words`,
  }));
  if (kind !== 'proportion') {
    const total: Candidate[] = of === undefined ? [] : [{ ...named, value: of, as: 'total', words: 'total_words' }];
    return [{ ...named, value, as: 'number', words: 'words' }, ...total, ...limits];
  }
  const percent = 100 * value;
  return [
    { ...named, value: count ?? NaN, as: 'count', words: 'words' },
    { ...named, value: Math.round(percent), percent: true, as: 'percent' },
    { ...named, value: Math.round(10 * percent) / 10, percent: true, as: 'percent1' },
    { ...named, value: of ?? NaN, as: 'total', words: 'total_words' },
    ...limits,
  ];
}

function ofGiven(id: string, given: GivenValue): Candidate[] {
  // The length of a list is seldom what a sentence means.
  if (!('value' in given) || id.endsWith('.count')) return [];
  const percent = given.kind === 'share';
  return [{ of: 'given', id, value: percent ? 100 * given.value : given.value, percent, words: 'words' }];
}

function ofRoi({ id, unit, value, exact }: ReferableRoi): Candidate[] {
  const percent = isShare(unit);
  const factor = percent ? 100 : 1;
  const found: Candidate[] = [];
  if (value !== undefined) found.push({ of: 'roi', id, value: factor * value, percent, words: 'words' });
  if (exact !== undefined && exact !== value)
    found.push({ of: 'roi', id, value: factor * exact, percent, as: 'exact' });
  return found;
}

const ELEMENTS: Readonly<Record<ReferenceSource, string>> = { fact: 'Fact', given: 'Given', roi: 'Roi' };

function written({ of, id, as }: Candidate, notation: Notation): string {
  if (notation === 'braces') return `{{${of}.${id}${as === undefined ? '' : ` | ${as}`}}}`;
  return `<${ELEMENTS[of]} id="${id}"${as === undefined ? '' : ` as="${as}"`}/>`;
}

/** Names references whose value is the typed number; undefined where there is none. */
export type Suggest = (number: TypedNumber, notation: Notation) => string | undefined;

/** Suggestions over all that an engagement can refer to, facts first. */
export function createSuggest(
  facts: Iterable<ReferableFact>,
  given: ReadonlyMap<string, GivenValue>,
  roi: Iterable<ReferableRoi>,
): Suggest {
  const byValue = new Map<string, Candidate[]>();
  const key = (value: number, percent: boolean): string => `${Math.round(1e6 * value)}${percent ? '%' : ''}`;
  const candidates = [
    ...[...facts].flatMap(ofFact),
    ...[...roi].flatMap(ofRoi),
    ...[...given].flatMap(([id, value]) => ofGiven(id, value)),
  ];
  for (const candidate of candidates) {
    if (!Number.isFinite(candidate.value)) continue;
    const at = key(candidate.value, candidate.percent);
    byValue.set(at, [...(byValue.get(at) ?? []), candidate]);
  }
  return ({ text, value }, notation) => {
    if (value === undefined) return undefined;
    const percent = /%|per\s?cent/i.test(text);
    const inWords = /^\p{L}/u.test(text);
    const capital = /^\p{Lu}/u.test(text);
    const fitting = (byValue.get(key(value, percent)) ?? []).map((candidate) => {
      if (!inWords || candidate.words === undefined) return candidate;
      const as = capital ? candidate.words.replace(/^[a-z]/, (letter) => letter.toUpperCase()) : candidate.words;
      return { ...candidate, as };
    });
    const shown = fitting.slice(0, MOST_NAMED).map((candidate) => written(candidate, notation));
    return shown.length === 0 ? undefined : shown.join(' or ');
  };
}

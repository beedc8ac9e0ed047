/**
 * From a reference to the words that a reader sees: `fact.handoff.late_24h | words` is "nineteen".
 * The formats of reference-formats.ts and roi-formats.ts are all there are; one that does not fit the value is refused, never guessed.
 */
import { factDefault } from './fact-numbers.ts';
import type { Formats, ReferableFact, Resolved, Style } from './fact-numbers.ts';
import { DEFAULT_LOCALE, capitalised } from './format.ts';
import { nearest } from './nearest.ts';
import { FACT_FORMATS, GIVEN_DEFAULT, GIVEN_FORMATS, parameterFormats } from './reference-formats.ts';
import type { GivenValue } from './reference-formats.ts';
import { ROI_FORMATS } from './roi-formats.ts';
import type { ReferableRoi } from './roi-formats.ts';
import { suppressedText } from './suppressed.ts';
import type { SuppressedReferable } from './suppressed.ts';
import type { ReferenceSource } from './template.ts';

export type { ReferableFact, Resolved } from './fact-numbers.ts';
export type { GivenValue } from './reference-formats.ts';
export type { ReferableRoi } from './roi-formats.ts';

export interface ReferenceTargets {
  readonly facts: Iterable<ReferableFact>;
  /** Named in sentences, and never as a number. */
  readonly suppressed?: Iterable<SuppressedReferable>;
  readonly given: ReadonlyMap<string, GivenValue>;
  readonly roi: Iterable<ReferableRoi>;
  readonly locale?: string;
}

export type Resolve = (of: ReferenceSource, id: string, as?: string) => Resolved;

/** A reference that names nothing, or a format that does not fit what it names. */
export class ReferenceFault extends Error {
  readonly code: 'unknown-reference' | 'unfit-format';
  readonly expected: string;
  readonly found: string;
  readonly hint: string;
  constructor(
    code: ReferenceFault['code'],
    message: string,
    details: { expected: string; found: string; hint: string },
  ) {
    super(message);
    this.name = 'ReferenceFault';
    this.code = code;
    this.expected = details.expected;
    this.found = details.found;
    this.hint = details.hint;
  }
}

/** Formats of a suppressed fact: none of them a number that was counted. */
const SUPPRESSED_FORMATS: Formats<SuppressedReferable> = {
  /** "fewer than 5 of 80" */
  suppressed: (fact, { locale }) => ({ text: suppressedText(fact, locale), value: NaN }),
  /** "Fewer than 5 of 80" */
  Suppressed: (fact, { locale }) => ({ text: capitalised(suppressedText(fact, locale)), value: NaN }),
  label: ({ label }) => ({ text: label, value: NaN }),
};

const SOURCE_NOUNS: Readonly<Record<ReferenceSource, { one: string; where: string }>> = {
  fact: { one: 'fact', where: 'a fact that a check states' },
  given: { one: 'given value', where: 'a field of engagement.yaml, or report.findings and the other counts' },
  roi: { one: 'ROI value', where: 'an assumption, step, line or total of roi.yaml' },
};

/**
 * A function that resolves references of one engagement.
 *
 * @returns a resolver that throws ReferenceFault for an unknown id (naming the nearest) or a format that does not fit (naming those that do)
 */
export function createResolver({
  facts,
  suppressed = [],
  given,
  roi,
  locale = DEFAULT_LOCALE,
}: ReferenceTargets): Resolve {
  const byFact = new Map([...facts].map((fact) => [fact.id, fact]));
  const bySuppressed = new Map([...suppressed].map((fact) => [fact.id, fact]));
  const byRoi = new Map([...roi].map((value) => [value.id, value]));
  const style: Style = { locale };

  function find<T>(of: ReferenceSource, id: string, known: ReadonlyMap<string, T>): T {
    const target = known.get(id);
    if (target !== undefined) return target;
    const near = nearest(id, known.keys());
    throw new ReferenceFault('unknown-reference', `There is no ${SOURCE_NOUNS[of].one} "${id}".`, {
      expected: SOURCE_NOUNS[of].where,
      found: id,
      hint:
        near !== undefined
          ? `Did you mean "${near}"?`
          : known.size === 0
            ? 'There are none in this engagement.'
            : `Use one of these: ${[...known.keys()].slice(0, 12).join(', ')}${known.size > 12 ? ', …' : ''}.`,
    });
  }

  function write<T>(of: ReferenceSource, id: string, as: string, target: T, formats: Formats<T>): Resolved {
    const format = Object.hasOwn(formats, as) ? formats[as] : undefined;
    const resolved = format?.(target, style);
    if (resolved !== undefined) return resolved;
    const fitting = Object.entries(formats)
      .filter(([, candidate]) => candidate(target, style) !== undefined)
      .map(([name]) => name);
    const near = nearest(as, fitting);
    const message = format
      ? `The format "${as}" does not fit the ${SOURCE_NOUNS[of].one} "${id}".`
      : `There is no format "${as}" for the ${SOURCE_NOUNS[of].one} "${id}".`;
    throw new ReferenceFault('unfit-format', message, {
      expected: `one of ${fitting.join(', ')}`,
      found: as,
      hint: near === undefined ? 'Choose a format that fits the value.' : `Did you mean "${near}"?`,
    });
  }

  return (of, id, as) => {
    switch (of) {
      case 'fact': {
        const hidden = bySuppressed.get(id);
        if (hidden !== undefined)
          return write(of, id, as ?? 'suppressed', hidden, { ...SUPPRESSED_FORMATS, ...parameterFormats(hidden) });
        const fact = find(of, id, byFact);
        return write(of, id, as ?? factDefault(fact), fact, { ...FACT_FORMATS, ...parameterFormats(fact) });
      }
      case 'given': {
        const value = find(of, id, given);
        return write(of, id, as ?? GIVEN_DEFAULT[value.kind], value, GIVEN_FORMATS);
      }
      case 'roi': {
        const value = find(of, id, byRoi);
        return write(of, id, as ?? 'value', value, ROI_FORMATS);
      }
    }
  };
}

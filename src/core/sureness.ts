/** How sure a fact is, in words: what its interval is of, how it was computed, and at which level. */
import { RESAMPLES } from './bootstrap.ts';
import { formatCount, formatPercent } from './format.ts';
import { FACT_NUMBERS } from './fact-numbers.ts';
import type { ReferableFact } from './fact-numbers.ts';

const NO_BREAK_SPACE = '\u00A0';

/** What these sentences need of a fact (schema/fact.ts). */
export interface MeasuredFact extends ReferableFact {
  readonly interval?:
    | {
        readonly method: 'wilson' | 'clopper-pearson' | 'bootstrap';
        readonly level: number;
        readonly low: number;
        readonly high: number;
      }
    | undefined;
  readonly finite?:
    { readonly level: number; readonly population: number; readonly least: number; readonly most: number } | undefined;
}

export interface SurenessStyle {
  readonly locale: string;
  /** What the population is counted in: "accounts". */
  readonly unit: string;
}

function ofSample(fact: MeasuredFact, locale: string): string | undefined {
  if (fact.interval === undefined) return undefined;
  const say = (as: 'interval' | 'upper'): string => FACT_NUMBERS[as](fact, { locale })?.text ?? '';
  const level = formatPercent(fact.interval.level, undefined, locale);
  switch (fact.interval.method) {
    case 'wilson':
      return `From the sample: ${say('interval')} (Wilson’s interval, ${level}).`;
    case 'clopper-pearson':
      return `At most ${say('upper')} with ${level} confidence (exact upper bound, Clopper and Pearson).`;
    case 'bootstrap':
      return `From the sample: ${say('interval')} (bootstrap of ${formatCount(RESAMPLES, locale)} resamples seeded with the fact’s name, percentiles, ${level}).`;
  }
}

function ofPopulation(fact: MeasuredFact, { locale, unit }: SurenessStyle): string | undefined {
  if (fact.finite === undefined) return undefined;
  const all = `${formatCount(fact.finite.population, locale)}${NO_BREAK_SPACE}${unit}`;
  const level = formatPercent(fact.finite.level, undefined, locale);
  const range = FACT_NUMBERS.finite(fact, { locale })?.text ?? '';
  return `Of all ${all}: ${range} (exact for a sample without replacement, ${level}).`;
}

/** Sentences for the ledger; none for a count of everything there is. */
export const sureness = (fact: MeasuredFact, style: SurenessStyle): string[] =>
  [ofSample(fact, style.locale), ofPopulation(fact, style)].filter((sentence) => sentence !== undefined);

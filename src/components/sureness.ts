/** How sure a fact is, in words: what its interval is of, how it was computed, and at which level. */
import { RESAMPLES } from '../core/bootstrap.ts';
import { formatCount, formatPercent } from '../core/format.ts';
import type { Fact } from '../schema/fact.ts';
import type { Report } from './report.ts';

const NO_BREAK_SPACE = '\u00A0';

function ofSample({ id, interval }: Fact, { resolve, bundle }: Pick<Report, 'resolve' | 'bundle'>): string | undefined {
  if (interval === undefined) return undefined;
  const { locale } = bundle.engagement;
  const level = formatPercent(interval.level, undefined, locale);
  switch (interval.method) {
    case 'wilson':
      return `From the sample: ${resolve('fact', id, 'interval').text} (Wilson’s interval, ${level}).`;
    case 'clopper-pearson':
      return `At most ${resolve('fact', id, 'upper').text} with ${level} confidence (exact upper bound, Clopper and Pearson).`;
    case 'bootstrap':
      return `From the sample: ${resolve('fact', id, 'interval').text} (bootstrap of ${formatCount(RESAMPLES, locale)} resamples seeded with the fact’s name, percentiles, ${level}).`;
  }
}

function ofPopulation(
  { id, finite }: Fact,
  { resolve, bundle }: Pick<Report, 'resolve' | 'bundle'>,
): string | undefined {
  if (finite === undefined) return undefined;
  const { population, locale } = bundle.engagement;
  const all = `${formatCount(finite.population, locale)}${NO_BREAK_SPACE}${population.unit}`;
  const level = formatPercent(finite.level, undefined, locale);
  return `Of all ${all}: ${resolve('fact', id, 'finite').text} (exact for a sample without replacement, ${level}).`;
}

/** Sentences for the ledger; none for a count of everything there is. */
export const sureness = (fact: Fact, report: Pick<Report, 'resolve' | 'bundle'>): string[] =>
  [ofSample(fact, report), ofPopulation(fact, report)].filter((sentence) => sentence !== undefined);

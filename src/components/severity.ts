/** Findings in the order of their weight: what they are worth a year in the model, then the share of records concerned. */
import type { Bundle } from '../schema/bundle.ts';

type Weighed = Pick<Bundle, 'findings' | 'facts' | 'roi'>;
type BundledFinding = Bundle['findings'][number];

/** Labour value of a finding's lines in a year, as published; revenue protection is kept apart and not added. */
export function yearlyValue({ roi }: Pick<Bundle, 'roi'>, { effect }: Pick<BundledFinding, 'effect'>): number {
  return (roi?.lines ?? [])
    .filter(({ id, class: kind }) => kind === 'labour' && effect.lines.includes(id))
    .reduce((sum, { id }) => sum + (roi?.published[id] ?? 0), 0);
}

/** Share of the key fact, 0 to 1; nothing where it is no share. */
function keyShare({ facts }: Pick<Bundle, 'facts'>, { key }: Pick<BundledFinding, 'key'>): number {
  const fact = facts.find(({ id }) => id === key.fact);
  return fact?.kind === 'proportion' ? fact.value : 0;
}

/** The heaviest first; findings of equal weight keep the order of their numbers. */
export const bySeverity = (bundle: Weighed): BundledFinding[] =>
  bundle.findings.toSorted(
    (one, other) =>
      yearlyValue(bundle, other) - yearlyValue(bundle, one) ||
      keyShare(bundle, other) - keyShare(bundle, one) ||
      one.number - other.number,
  );

/** How the list is ordered, for its readers. */
export const orderSentence = (bundle: Weighed): string =>
  bundle.findings.some((finding) => yearlyValue(bundle, finding) > 0)
    ? 'In the order of the labour that the model counts for each in a year, then of the share of records.'
    : 'In the order of the share of records that each concerns.';

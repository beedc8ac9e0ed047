/** Ledger numbers: facts first, in the order of the bundle, then those that are suppressed; then the causes that rest on no fact of their own. */
import type { Bundle } from '../schema/bundle.ts';

export const ledgerNumber = (place: number): string => `L${String(place).padStart(2, '0')}`;

/** `handoff.late_24h` to `L04`. */
export const ledgerNumbers = ({ facts, suppressed }: Pick<Bundle, 'facts' | 'suppressed'>): Map<string, string> =>
  new Map([...facts, ...suppressed].map(({ id }, index) => [id, ledgerNumber(index + 1)]));

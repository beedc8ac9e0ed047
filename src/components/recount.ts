/** What the page of evidence carries for a recount in the reader's browser. */
import { createHash } from 'node:crypto';
import { recountData, recountText } from '../core/recount-data.ts';
import type { RecountIsland } from '../core/recount-data.ts';
import type { Bundle } from '../schema/bundle.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Address of the script below the report's folder; it is fetched once it is asked for. */
export const RECOUNT_SCRIPT = 'recount.js';

export function recountIsland({
  facts,
  tables,
  engagement,
}: Pick<Bundle, 'facts' | 'tables' | 'engagement'>): RecountIsland {
  const data = recountData({ facts, tables }, sha256);
  return { locale: engagement.locale, unit: engagement.population.unit, sha256: sha256(recountText(data)), data };
}

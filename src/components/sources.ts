/** Sources as a reader sees them: where a file came from, what is in it, and what may be published of it. */
import { formatCount } from '../core/format.ts';
import type { Query } from '../schema/query.ts';
import type { Source } from '../schema/sources.ts';

/** "9 public, 3 internal," and "2 personal", which is set apart; documents have no columns. */
export function columnClasses({ columns }: Pick<Source, 'columns'>): { text: string; personal: string | undefined } {
  if (columns === undefined) return { text: 'a document', personal: undefined };
  const counts = { public: 0, internal: 0, pseudonymous: 0, personal: 0 };
  for (const column of Object.values(columns)) counts[column] += 1;
  const said = (['public', 'internal', 'pseudonymous'] as const)
    .filter((name) => counts[name] > 0)
    .map((name) => `${counts[name]} ${name}`)
    .join(', ');
  return counts.personal === 0
    ? { text: said, personal: undefined }
    : { text: said === '' ? '' : `${said},`, personal: `${counts.personal} personal` };
}

/** "80 rows", or that it is one document. */
export const extent = ({ rows }: Pick<Source, 'rows'>, locale: string): string =>
  rows === undefined ? '1\u00A0file' : formatCount(rows, locale);

/** The day of extraction where the engagement is, "2026-04-13". */
export function dayOf(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** "with $from = 2026-03-01 and $limit = 80"; nothing for a query without parameters. */
export function askedWith(parameters: Query['parameters']): string {
  const said = Object.entries(parameters).map(
    ([name, value]) => `$${name} = ${value === null ? 'NULL' : String(value)}`,
  );
  const last = said.pop();
  return last === undefined ? '' : `with ${said.length > 0 ? `${said.join(', ')} and ` : ''}${last}`;
}

/** A value in a cell of a table, in the locale and zone of the engagement. */
import { formatDate, formatDateTime } from '../../core/format.ts';
import { inspectWords } from './inspect.ts';
import { locale, timeZone } from './stage.ts';

const MIDNIGHT = 'T00:00:00.000Z';

export function cellWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return value.toLocaleString(locale(), { maximumFractionDigits: 2 });
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (!(value instanceof Date)) return inspectWords(value);
  const text = value.toISOString();
  return text.endsWith(MIDNIGHT) ? formatDate(text.slice(0, 10)) : formatDateTime(value, timeZone());
}

import { formatDate } from '../core/format.ts';
import type { Report } from './report.ts';

/** "March 2026" for a whole month, both days otherwise. */
export function periodText({ bundle, given, resolve }: Pick<Report, 'bundle' | 'given' | 'resolve'>): string {
  if (given.has('period.month')) return resolve('given', 'period.month').text;
  const { from, to } = bundle.engagement.period;
  return `${formatDate(from)} to ${formatDate(to)}`;
}

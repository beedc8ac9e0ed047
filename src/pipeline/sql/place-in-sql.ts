/** Where in a query something stands. */
import type { Problem } from '../problem.ts';

/** Line, column (both from 1) and the line itself, for an offset in UTF-16 units. */
export function placeInSql(sql: string, offset: number): Required<Pick<Problem, 'line' | 'column' | 'excerpt'>> {
  const before = sql.slice(0, offset).split('\n');
  const line = before.length;
  return {
    line,
    column: (before.at(-1) ?? '').length + 1,
    excerpt: (sql.split('\n')[line - 1] ?? '').replace(/\r$/, ''),
  };
}

/** The queries behind the rows of a report, for the reader: their text and parameters, never where a database is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Query } from '../../schema/query.ts';
import type { Authored } from '../engagement-files.ts';
import type { FinishedTable } from '../run.ts';
import { queryFileOf } from './snapshot.ts';

/** Those of databases first, as their answers are inspected files; then those of the build, by table. */
export function publishedQueries(
  root: string,
  { id, sources }: Pick<Authored, 'id' | 'sources'>,
  tables: readonly FinishedTable[],
): Query[] {
  const textOf = (file: string): string => readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return [
    ...sources.sources.flatMap(({ id: source, query }): Query[] => {
      if (query === undefined) return [];
      const file = queryFileOf(id, query);
      return [{ file, sql: textOf(file), parameters: query.parameters, engine: 'PostgreSQL', source }];
    }),
    ...tables.flatMap(({ description: { name, sql } }): Query[] =>
      sql
        ? [{ file: sql.file, sql: textOf(sql.file), parameters: { ...sql.parameters }, engine: 'DuckDB', table: name }]
        : [],
    ),
  ];
}

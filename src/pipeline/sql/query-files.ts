/** Files of queries: there where a loader or a source names one, and named where there is one. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../../core/nearest.ts';
import type { SourcesFile } from '../../schema/sources.ts';
import { kitFiles } from '../discover.ts';
import { filesBelow } from '../paths.ts';
import type { Problem } from '../problem.ts';
import type { LoaderDescription } from '../sandbox/messages.ts';
import { queryFileOf } from './snapshot.ts';

interface Naming {
  /** File that names the query. */
  readonly by: string;
  readonly file: string;
}

/** @param whole whether every loader could be read, so that all names are known */
export function queryFileProblems(
  root: string,
  id: string,
  loaders: readonly LoaderDescription[],
  sources: SourcesFile,
  whole: boolean,
): Problem[] {
  const named: Naming[] = [
    ...loaders.flatMap((loader) =>
      loader.kind === 'table' && loader.sql ? [{ by: loader.file, file: loader.sql.file }] : [],
    ),
    ...sources.sources.flatMap(({ query }) =>
      query ? [{ by: `data/${id}/sources.yaml`, file: queryFileOf(id, query) }] : [],
    ),
  ];
  const folder = `loaders/${id}`;
  const ofKit = new Set(kitFiles(root, id));
  const present = filesBelow(join(root, folder))
    .filter((name) => name.endsWith('.sql'))
    .map((name) => `${folder}/${name}`)
    .filter((file) => !ofKit.has(file));
  const missing = named.filter(({ file }) => !existsSync(join(root, file)));
  const unnamed = present.filter((file) => !named.some((naming) => naming.file === file));
  return [
    ...missing.map(({ by, file }) => {
      const meant = nearest(file, unnamed);
      return {
        code: 'query-missing',
        file: by,
        field: 'sql',
        message: 'The file of a query is not there.',
        expected: file,
        found: 'no such file',
        hint:
          meant === undefined ? 'Write it, or correct its name.' : `Did you mean "${meant.slice(folder.length + 1)}"?`,
      };
    }),
    ...(whole ? unnamed : []).map((file) => ({
      code: 'query-unused',
      file,
      message: 'No loader and no source asks this query.',
      expected: `a table with \`sql: '${file.slice(folder.length + 1)}'\`, or a source with it under "query"`,
      hint: 'Name it, or remove it.',
    })),
  ];
}

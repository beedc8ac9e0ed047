/** How loaders hang together by name: who needs whom, and what is wrong with that. */
import type { SourcesFile } from '../schema/sources.ts';
import { nearest } from '../core/nearest.ts';
import type { Problem } from './problem.ts';
import type { LoaderDescription, LoaderFile, TableDescription } from './sandbox/messages.ts';

/** Suggests what was meant, or lists what there is. */
function instead(word: string, known: readonly string[], what: string): Pick<Problem, 'expected' | 'found' | 'hint'> {
  const close = nearest(word, known);
  return {
    expected: known.length > 0 ? [...known].sort().join(', ') : `no ${what} is there`,
    found: word,
    hint: close === undefined ? `Use the name of a ${what} that exists.` : `Did you mean "${close}"?`,
  };
}

function unknownNames(
  loaders: readonly LoaderDescription[],
  sources: SourcesFile,
  tableNames: readonly string[],
): Problem[] {
  const sourceIds = sources.sources.map(({ id }) => id);
  return loaders.flatMap((loader) => [
    ...loader.needs
      .filter((need) => !tableNames.includes(need))
      .map((need) => ({
        code: 'unknown-need',
        file: loader.file,
        field: 'needs',
        message: `This loader needs the table "${need}", which no loader declares.`,
        ...instead(need, tableNames, 'table'),
      })),
    ...(loader.kind === 'table' ? loader.sources : [])
      .filter((source) => !sourceIds.includes(source))
      .map((source) => ({
        code: 'unknown-source',
        file: loader.file,
        field: 'source',
        message: `This loader reads the source "${source}", which sources.yaml does not list.`,
        ...instead(source, sourceIds, 'source'),
      })),
  ]);
}

/** Every circle once, in order, beginning with its first name in code-point order. */
export function findCycles(needs: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles = new Map<string, string[]>();
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    const at = path.indexOf(name);
    if (at !== -1) {
      const circle = path.slice(at);
      const first = circle.indexOf([...circle].sort()[0] ?? '');
      const ordered = [...circle.slice(first), ...circle.slice(0, first)];
      cycles.set(ordered.join(' '), ordered);
      return;
    }
    if (done.has(name)) return;
    for (const need of needs.get(name) ?? []) visit(need, [...path, name]);
    done.add(name);
  };
  for (const name of [...needs.keys()].sort()) visit(name, []);
  return [...cycles.values()];
}

function circles(tables: readonly TableDescription[]): Problem[] {
  const needs = new Map(tables.map(({ name, needs: names }) => [name, names]));
  return findCycles(needs).map((circle) => ({
    code: 'circular-loaders',
    file: tables.find(({ name }) => name === circle[0])?.file ?? '',
    field: 'needs',
    message: `These tables need each other in a circle: ${[...circle, circle[0]].join(' -> ')}.`,
    hint: 'Move what they share into a table of its own that both need.',
  }));
}

/** Sources that a table's rows come from, directly or through other tables, in code-point order. */
export function sourcesBehind(table: TableDescription, tables: ReadonlyMap<string, TableDescription>): string[] {
  const reached = new Set([table]);
  for (const next of reached) {
    for (const need of next.needs) {
      const needed = tables.get(need);
      if (needed) reached.add(needed);
    }
  }
  return [...new Set([...reached].flatMap(({ sources }) => sources))].sort();
}

/** A column that has the name of a source's internal or personal column may not be published under it. */
function exposedColumns(
  table: TableDescription,
  sources: SourcesFile,
  tables: ReadonlyMap<string, TableDescription>,
): Problem[] {
  const behind = sourcesBehind(table, tables);
  return sources.sources
    .filter(({ id }) => behind.includes(id))
    .flatMap(({ id, columns = {} }) =>
      table.columns.flatMap(({ name, internal }): Problem[] => {
        const kept = columns[name];
        if (kept === 'personal') {
          return [
            {
              code: 'personal-column-published',
              file: table.file,
              field: name,
              message: `The column "${name}" is personal in the source "${id}" and may not leave the loader.`,
              hint: 'Remove it from `columns`; derive what the report needs, such as whether it was filled in.',
            },
          ];
        }
        if (kept === 'internal' && !internal) {
          return [
            {
              code: 'internal-column-published',
              file: table.file,
              field: name,
              message: `The column "${name}" is internal in the source "${id}" and would be published.`,
              hint: 'Declare it with { internal: true }, or class it public in sources.yaml if it may be seen.',
            },
          ];
        }
        return [];
      }),
    );
}

/**
 * All that is wrong between loaders, before any of them runs.
 *
 * @param files every loader file: a table that could not be read is known all the same
 */
export function graphProblems(
  loaders: readonly LoaderDescription[],
  files: readonly LoaderFile[],
  sources: SourcesFile,
): Problem[] {
  const tables = loaders.filter((loader) => loader.kind === 'table');
  const byName = new Map(tables.map((table) => [table.name, table]));
  const tableNames = files.filter(({ kind }) => kind === 'table').map(({ name }) => name);
  return [
    ...unknownNames(loaders, sources, tableNames),
    ...circles(tables),
    ...tables.flatMap((table) => exposedColumns(table, sources, byName)),
  ];
}

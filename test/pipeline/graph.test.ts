import { describe, expect, it } from 'vitest';
import { findCycles, graphProblems, sourcesBehind } from '../../src/pipeline/graph.ts';
import type { TableDescription } from '../../src/pipeline/sandbox/messages.ts';
import type { SourcesFile } from '../../src/schema/sources.ts';

const table = (name: string, more: Partial<TableDescription> = {}): TableDescription => ({
  kind: 'table',
  name,
  file: `loaders/x/${name}.table.ts`,
  title: name,
  sources: [],
  needs: [],
  key: 'id',
  scope: 'log',
  columns: [{ name: 'id', type: 'text', label: 'Id', internal: false, blank: false }],
  ...more,
});
const files = (...tables: TableDescription[]) => tables.map(({ kind, name, file }) => ({ kind, name, file }));
const sources = (columns: Record<string, 'public' | 'internal' | 'personal'>): SourcesFile => ({
  sources: [
    {
      id: 'export',
      file: 'export.csv',
      title: 'Export',
      system: 'System',
      origin: 'Export',
      extracted_at: '2026-04-13T18:00:00-04:00',
      format: 'csv',
      delimiter: ',',
      rows: 1,
      sha256: '0'.repeat(64),
      max_refused: 0,
      columns,
    },
  ],
});

describe('findCycles', () => {
  const cycles = (needs: Record<string, string[]>) =>
    findCycles(new Map(Object.entries(needs))).map((circle) => circle.join(' -> '));

  it('names each circle once, from its first name', () => {
    expect(cycles({ b: ['c'], c: ['a'], a: ['b'] })).toEqual(['a -> b -> c']);
    expect(cycles({ d: ['e'], e: ['d'], a: ['a'] })).toEqual(['a', 'd -> e']);
  });

  it('leaves two ways to the same table alone', () => {
    expect(cycles({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] })).toEqual([]);
  });

  it('is not misled by a circle that others lead to', () => {
    expect(cycles({ a: ['b'], b: ['c'], c: ['b'] })).toEqual(['b -> c']);
  });
});

describe('sourcesBehind', () => {
  it('goes through other tables', () => {
    const far = table('far', { sources: ['z', 'a'] });
    const near = table('near', { needs: ['far'], sources: ['m'] });
    expect(sourcesBehind(near, new Map([['far', far]]))).toEqual(['a', 'm', 'z']);
  });
});

describe('graphProblems', () => {
  const told = (tables: TableDescription[], columns: Record<string, 'public' | 'internal' | 'personal'>) =>
    graphProblems(tables, files(...tables), sources(columns)).map(({ code, file }) => `${code} ${file ?? ''}`);

  it('lets an internal column through where it stays internal', () => {
    const note = { name: 'note', type: 'text', label: 'Note', internal: true, blank: false } as const;
    const inner = table('inner', { sources: ['export'], columns: [...table('x').columns, note] });
    expect(told([inner], { id: 'public', note: 'internal' })).toEqual([]);
    const outer = table('outer', { needs: ['inner'], columns: [...table('x').columns, { ...note, internal: false }] });
    expect(told([inner, outer], { id: 'public', note: 'internal' })).toEqual([
      'internal-column-published loaders/x/outer.table.ts',
    ]);
  });

  it('does not let a personal column leave, not even as an internal one', () => {
    const name = { name: 'name', type: 'text', label: 'Name', internal: true, blank: false } as const;
    const people = table('people', { sources: ['export'], columns: [...table('x').columns, name] });
    expect(told([people], { id: 'public', name: 'personal' })).toEqual([
      'personal-column-published loaders/x/people.table.ts',
    ]);
  });

  it('does not blame a dependant for a table that could not be read', () => {
    const outer = table('outer', { needs: ['broken'] });
    const known = [...files(outer), { kind: 'table', name: 'broken', file: 'loaders/x/broken.table.ts' } as const];
    expect(graphProblems([outer], known, sources({ id: 'public' }))).toEqual([]);
  });
});

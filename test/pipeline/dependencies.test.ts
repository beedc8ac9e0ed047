import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importClosure, withImports, workbenchParts } from '../../src/pipeline/dependencies.ts';

const source = fileURLToPath(new URL('../../src', import.meta.url));

describe('importClosure', () => {
  const reached = importClosure([`${source}/pipeline/sandbox/entry.ts`]).map((file) =>
    relative(source, file).replaceAll('\\', '/'),
  );

  it('follows static and dynamic imports', () => {
    for (const file of [
      'pipeline/sandbox/run-check.ts',
      'pipeline/refuse.ts',
      'pipeline/facts.ts',
      'core/calendar.ts',
      'core/interval.ts',
      'core/nearest.ts',
    ]) {
      expect(reached).toContain(file);
    }
  });

  it('leaves out what only judges results', () => {
    expect(reached.filter((file) => file.startsWith('pipeline/prose/'))).toEqual([]);
    expect(reached).not.toContain('pipeline/bundle.ts');
  });
});

describe('withImports', () => {
  it('goes as far as imports go, also in a circle', () => {
    expect(withImports('a', { a: ['b'], b: ['c', 'a'], d: ['e'] })).toEqual(['a', 'b', 'c']);
  });
});

describe('workbenchParts', () => {
  it('gives the same digests twice', () => {
    expect(workbenchParts()).toEqual(workbenchParts());
  });
});

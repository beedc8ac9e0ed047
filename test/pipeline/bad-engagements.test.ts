/** Each folder of test/fixtures/bad is a case: edits of the good fixture, and the message that they have to give. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it, vi } from 'vitest';
import { load } from '../../src/pipeline/load.ts';
import { BuildProblems } from '../../src/pipeline/problem.ts';
import { renderProblems } from '../../src/pipeline/render-problem.ts';
import { silentReporter } from '../../src/pipeline/reporter.ts';
import { applyEdits, copyRoot, fixtures, readCases, removeRoot, snapshot } from './fixture-root.ts';

// Loaders run in processes of their own; a busy machine takes its time to start them.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** The good fixture, loaded: results of untouched loaders are kept by content, so a case runs only what it changes. */
let loaded = '';
const roots: string[] = [];

beforeAll(async () => {
  loaded = copyRoot();
  await load({ root: loaded, reporter: silentReporter });
  mkdirSync(join(loaded, 'dist', 'parcel-returns'), { recursive: true });
  writeFileSync(join(loaded, 'dist', 'parcel-returns', 'index.html'), 'published before');
});

afterAll(() => {
  for (const root of [loaded, ...roots]) removeRoot(root);
});

describe('a bad engagement is told to its author', () => {
  it.concurrent.for(readCases())(
    '$name: $describe',
    async ({ name, edits, seal, time_limit: timeLimit }, { expect }) => {
      const root = copyRoot(loaded);
      roots.push(root);
      applyEdits(root, edits, seal);
      const before = [snapshot(join(root, '.workbench', 'bundle')), snapshot(join(root, 'dist'))];

      const result = await load({ root, reporter: silentReporter, timeLimit }).catch((error: unknown) => error);
      expect(result).toBeInstanceOf(BuildProblems);
      const { problems } = result as BuildProblems;
      const said = renderProblems(problems);

      expect(said).not.toContain(root);
      await expect(said).toMatchFileSnapshot(join(fixtures, 'bad', name, 'message.txt'));
      expect([snapshot(join(root, '.workbench', 'bundle')), snapshot(join(root, 'dist'))]).toEqual(before);
    },
  );

  it('covers at least twenty-five kinds', ({ expect }) => {
    expect(readCases().length).toBeGreaterThanOrEqual(25);
  });
});

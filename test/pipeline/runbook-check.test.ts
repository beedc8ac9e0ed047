import { expect, test } from 'vitest';
import { runbookMapProblems } from '../../src/pipeline/runbook-check.ts';
import { runbooks as schema } from '../../src/schema/runbooks.ts';
import type { AuthoredFile } from '../../src/pipeline/engagement-files.ts';

const entry = (alert: string, runbook: string | null): object => ({
  id: alert,
  signal: 'Signal',
  alert,
  alert_queue: 'desk',
  runbook_queue: runbook,
  sources: ['records'],
  proposed_queue: 'desk',
});
const runbooks = schema.parse({
  conflicts: 'routes.conflict',
  without_page: 'routes.without_page',
  entries: [entry('one', 'back'), entry('two', null), entry('three', 'desk')],
});
const place = { problemAt: (path: readonly unknown[], problem: object) => ({ ...problem, file: path.join('.') }) };
const files = new Map([['content/sample/runbooks.yaml', place as unknown as AuthoredFile]]);
const found = (conflicts: string[], without: string[]) =>
  runbookMapProblems({ id: 'sample', runbooks, files }, [
    { id: 'routes.conflict', rows: conflicts },
    { id: 'routes.without_page', rows: without },
  ]).map(({ file, expected, found: shown }) => [file, expected, shown]);

test('a map that shows what the check found is as it should be', () => {
  expect(found(['one'], ['two'])).toEqual([]);
});

test('a conflict that the map does not show, and one that no row bears out, are told', () => {
  expect(found(['one', 'three'], ['two'])).toEqual([['conflicts', 'one, three', 'one']]);
  expect(found([], [])).toEqual([
    ['conflicts', 'none', 'one'],
    ['without_page', 'none', 'two'],
  ]);
});

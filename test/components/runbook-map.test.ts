import { expect, test } from 'vitest';
import { runbookRows } from '../../src/components/runbook-map.ts';
import { sampleBundle } from './bundle.ts';

const entry = (id: string, alert: string | null, runbook: string | null): object => ({
  id,
  signal: 'Signal',
  alert_queue: alert,
  runbook_queue: runbook,
  sources: ['records'],
  proposed_queue: 'desk',
});

test('alert and runbook agree, conflict, or leave the signal to nobody', () => {
  const bundle = sampleBundle({
    runbooks: {
      entries: [
        entry('a', 'desk', 'desk'),
        entry('b', 'desk', 'back'),
        entry('c', null, 'back'),
        entry('d', 'desk', null),
        entry('e', null, null),
      ],
    },
  });
  expect(
    runbookRows(bundle).map(({ alert, runbook, proposed, verdict, words }) => [
      alert,
      runbook,
      proposed,
      verdict,
      words,
    ]),
  ).toEqual([
    ['Desk', 'Desk', 'Desk', 'agrees', 'They agree'],
    ['Desk', 'Back office', 'Desk', 'conflict', 'They conflict'],
    [undefined, 'Back office', 'Desk', 'unowned', 'No alert'],
    ['Desk', undefined, 'Desk', 'unowned', 'No runbook page'],
    [undefined, undefined, 'Desk', 'unowned', 'Nobody is named'],
  ]);
});

test('an engagement without runbooks has no rows', () => {
  expect(runbookRows(sampleBundle())).toEqual([]);
});

import { expect, test } from 'vitest';
import { runbookDiagram } from '../../src/components/runbook-diagram.ts';
import { runbookRows } from '../../src/components/runbook-map.ts';
import { sampleBundle } from './bundle.ts';

const entry = (id: string, alert: string | null, runbook: string | null): object => ({
  id,
  signal: `Signal ${id}`,
  alert_queue: alert,
  runbook_queue: runbook,
  sources: ['records'],
  proposed_queue: 'desk',
});
const entries = [
  entry('a', 'desk', 'desk'),
  entry('b', 'desk', 'back'),
  entry('c', null, 'back'),
  entry('d', null, null),
];
const rows = runbookRows(sampleBundle({ runbooks: { entries } }));
const diagram = runbookDiagram(rows, ({ entry: { signal } }) => signal);

test('each signal leads to the queues that are named, and ends hollow where none is', () => {
  expect(diagram.signals.map(({ id, verdict, links, hollow }) => [id, verdict, links.length, hollow.length])).toEqual([
    ['a', 'agrees', 2, 0],
    ['b', 'conflict', 2, 0],
    ['c', 'unowned', 1, 1],
    ['d', 'unowned', 0, 2],
  ]);
  expect(diagram.queues.map(({ name, side }) => `${side} ${name}`)).toEqual([
    'alert Desk',
    'runbook Desk',
    'runbook Back office',
  ]);
});

test('a way ends at the queue that it names', () => {
  const desk = diagram.queues.find(({ side }) => side === 'alert');
  for (const { links } of diagram.signals.slice(0, 2))
    expect(links.find(({ side }) => side === 'alert')?.path).toMatch(new RegExp(` ${desk?.y ?? ''}$`));
});

test('nothing stands on something else, and all of it within the drawing', () => {
  const places = diagram.signals.map(({ y }) => y);
  expect(new Set(places).size).toBe(places.length);
  expect(Math.max(...places, ...diagram.queues.map(({ y }) => y))).toBeLessThan(diagram.height);
});

test('those who do not see it are told what it says', () => {
  expect(diagram.alternative).toContain('1 agree, 1 conflict, 2 are named by one side or by none');
});

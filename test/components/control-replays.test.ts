import { describe, expect, test } from 'vitest';
import { controlMarks, controlView, homeOfControl, runDefinition } from '../../src/components/control-replays.ts';
import { sampleBundle } from './bundle.ts';

const replay = (key: string, more: object = {}): object => ({
  table: 'records',
  key,
  tries: `Case ${key}`,
  show: ['wait'],
  expected: 'listed',
  actual: 'listed',
  decision: 'listed',
  pass: true,
  line: 3,
  ...more,
});
const control = (more: object = {}): object => ({
  id: 'waits',
  title: 'List',
  file: 'loaders/sample/waits.control.ts',
  code: 'one',
  tables: ['records'],
  acceptance: ['It lists.'],
  replays: [replay('r1'), replay('r3'), replay('r2', { show: [] })],
  facts: [],
  mutations: ['a', 'b', 'c'].map((id) => ({ id, defect: 'Wrong.', caught_by: id === 'c' ? [] : ['r1'] })),
  ...more,
});
const style = { timeZone: 'UTC', locale: 'en-US' };
const bundle = sampleBundle({ controls: [control()] });

describe('controlView', () => {
  test('prints the cells of each case from its row, and none that it does not ask for', () => {
    const view = controlView(bundle, 'waits', style);
    expect(view.columns).toEqual([{ name: 'wait', label: 'Wait, h', amount: true }]);
    expect(view.rows.map(({ key, cells }) => [key, cells])).toEqual([
      ['r1', ['30']],
      ['r3', ['']],
      ['r2', ['']],
    ]);
    expect([view.passed, view.caughtMutations]).toEqual([3, 2]);
  });

  test('a column that is not published is never printed', () => {
    const hidden = sampleBundle({ controls: [control({ replays: [replay('r1', { show: ['secret'] })] })] });
    expect(controlView(hidden, 'waits', style)).toMatchObject({ columns: [], rows: [{ cells: [] }] });
  });

  test('a control that is not there is an error', () => {
    expect(() => controlView(bundle, 'wait', style)).toThrow('There is no control "wait" in this engagement.');
  });
});

describe('controlMarks', () => {
  test('counts the cases of all controls of a finding, and is struck when one fails', () => {
    expect(controlMarks(bundle, ['waits'])).toEqual([{ status: 'confirmed', word: 'Control replayed, 3 of 3' }]);
    const failing = control({ id: 'other', replays: [replay('r1', { pass: false })] });
    const two = sampleBundle({ controls: [control(), failing] });
    expect(controlMarks(two, ['waits', 'other'])).toEqual([{ status: 'refuted', word: 'Controls replayed, 3 of 4' }]);
    expect(controlMarks(bundle, [])).toEqual([]);
  });
});

test('the run over the sample says once how it judges', () => {
  const caught = {
    ...bundle.facts[0],
    id: 'control.waits.caught',
    definition: 'Late. Of these, the ones that the rule flags.',
  };
  const view = controlView(bundle, 'waits', style);
  expect(runDefinition({ facts: sampleBundle({ facts: [caught] }).facts }, view)).toBe('Late.');
});

test('a control belongs to the finding that names it', () => {
  expect(homeOfControl(bundle, 'waits')).toBeUndefined();
  const [finding] = bundle.findings;
  if (finding === undefined) throw new Error('the sample has a finding');
  const shown = { ...finding, control: { ...finding.control, replayed: ['waits'] } };
  expect(homeOfControl({ findings: [shown] }, 'waits')?.slug).toBe('late');
});

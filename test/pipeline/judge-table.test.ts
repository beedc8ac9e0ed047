import { table } from 'arquero';
import { describe, expect, it } from 'vitest';
import type { DescribedColumn } from '../../src/pipeline/sandbox/messages.ts';
import { isTable, judgeTable } from '../../src/pipeline/sandbox/judge-table.ts';
import type { ColumnType } from '../../src/schema/table.ts';

const column = (name: string, type: ColumnType, blank = false): DescribedColumn => ({
  name,
  type,
  label: name,
  internal: false,
  blank,
});
const judged = (type: ColumnType, value: unknown, blank = false) => {
  const declared = {
    file: 'loaders/x/a.table.ts',
    key: 'id',
    columns: [column('id', 'text'), column('value', type, blank)],
  };
  const { rows, problems } = judgeTable(table({ id: ['one'], value: [value] }), declared, () => []);
  return problems.length > 0 ? problems.map(({ code, found }) => `${code}: ${found ?? ''}`).join() : rows[0]?.['value'];
};

describe('judgeTable', () => {
  it.each<[ColumnType, unknown, unknown]>([
    ['text', '', ''],
    ['number', -0, 0],
    ['boolean', false, false],
    ['time', new Date('2026-03-09T14:05:00-04:00'), '2026-03-09T18:05:00.000Z'],
    ['date', '2024-02-29', '2024-02-29'],
  ])('keeps a cell of type %s', (type, value, kept) => {
    expect(Object.is(judged(type, value), kept)).toBe(true);
  });

  it.each<[ColumnType, unknown, string]>([
    ['text', 7, 'loader-wrong-cell: the number 7'],
    ['number', '7', 'loader-wrong-cell: the text "7"'],
    ['number', Number.NaN, 'loader-wrong-cell: the number NaN'],
    ['number', Number.POSITIVE_INFINITY, 'loader-wrong-cell: the number Infinity'],
    ['number', 7n, 'loader-wrong-cell: the bigint 7'],
    ['boolean', 1, 'loader-wrong-cell: the number 1'],
    ['time', '2026-03-09', 'loader-wrong-cell: the text "2026-03-09"'],
    ['time', new Date(Number.NaN), 'loader-wrong-cell: an invalid Date'],
    ['date', '2026-02-30', 'loader-wrong-cell: the text "2026-02-30"'],
    ['date', '9.3.2026', 'loader-wrong-cell: the text "9.3.2026"'],
    ['text', ['a'], 'loader-wrong-cell: a list'],
    ['text', undefined, 'loader-blank-cell: undefined'],
    ['number', null, 'loader-blank-cell: null'],
  ])('refuses in a column of %s the value %s', (type, value, told) => {
    expect(judged(type, value)).toBe(told);
  });

  it('keeps a blank where one may be', () => {
    expect(judged('number', undefined, true)).toBeNull();
  });

  it('drops columns that are not declared, and keeps the declared order', () => {
    const declared = { file: 'f', key: 'id', columns: [column('b', 'number'), column('id', 'text')] };
    const { rows } = judgeTable(table({ id: ['x'], a: [1], b: [2] }), declared, () => []);
    expect(JSON.stringify(rows)).toBe('[{"b":2,"id":"x"}]');
  });

  it('names the lines of a key that stands twice', () => {
    const declared = { file: 'f', key: 'id', columns: [column('id', 'text')] };
    const { problems } = judgeTable(table({ id: ['x', 'y', 'x'] }), declared, (key) => [
      `data/${key}.csv:2`,
      `data/${key}.csv:4`,
    ]);
    expect(problems).toMatchObject([{ code: 'duplicate-key', found: '"x" in data/x.csv:2 and data/x.csv:4' }]);
  });

  it('knows a table when it sees one', () => {
    expect(isTable(table({ a: [1] }))).toBe(true);
    for (const other of [undefined, null, [], {}, Promise.resolve()]) expect(isTable(other)).toBe(false);
  });
});

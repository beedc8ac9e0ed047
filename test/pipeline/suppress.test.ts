import { describe, expect, it } from 'vitest';
import { suppressedText } from '../../src/core/suppressed.ts';
import { smallSide, suppressFacts } from '../../src/pipeline/suppress.ts';
import type { Fact } from '../../src/schema/fact.ts';
import type { Table } from '../../src/schema/table.ts';

const keys = (count: number): string[] => Array.from({ length: count }, (_, index) => `R${String(index)}`);

const fact = (given: Partial<Fact>): Fact => ({
  id: 'a.b',
  label: 'Late',
  definition: 'Late ones',
  kind: 'proportion',
  value: 0,
  unit: 'share',
  parameters: {},
  table: 'records',
  scope: 'sample',
  rows: [],
  population: [],
  show: [],
  check: 'a',
  file: 'loaders/x/a.check.ts',
  line: 3,
  ...given,
});

const share = (count: number, of: number): Fact =>
  fact({ count, of, value: count / of, rows: keys(count), population: keys(of) });

const table = (type: 'number' | 'text' | 'boolean', values: readonly (string | number | boolean | null)[]): Table => ({
  id: 'records',
  title: 'Records',
  scope: 'sample',
  key: 'id',
  sources: [],
  loader: 'loaders/x/records.table.ts',
  columns: [
    { name: 'id', label: 'Record', type: 'text', class: 'public' },
    { name: 'seen', label: 'Seen', type, class: 'public' },
  ],
  rows: values.map((seen, index) => ({ id: `R${String(index)}`, seen })),
});

const told = (one: Fact, of: Table): string[] =>
  suppressFacts([one], { tables: [of], ofControls: new Set() }, 5).problems.map(({ found }) => found ?? '');

describe('what is suppressed below 5', () => {
  it.each([
    [share(0, 80), undefined],
    [share(1, 80), 'count'],
    [share(4, 80), 'count'],
    [share(5, 80), undefined],
    [share(75, 80), undefined],
    [share(76, 80), 'rest'],
    [share(80, 80), undefined],
    [share(3, 3), 'count'],
    [fact({ kind: 'count', count: 4, value: 4, rows: keys(4), population: keys(80) }), 'count'],
    [fact({ kind: 'count', count: 77, value: 77, rows: keys(77), population: keys(80) }), 'rest'],
    [fact({ kind: 'count', count: 80, value: 80, rows: keys(80), population: keys(80) }), undefined],
    [fact({ kind: 'median', of: 4, rows: keys(4), population: keys(4) }), 'rows'],
    [fact({ kind: 'quantity', of: 5, rows: keys(5), population: keys(5) }), undefined],
    [fact({ kind: 'difference', of: 80, first: 78, rows: keys(80), population: keys(80) }), 'rows'],
    [fact({ kind: 'difference', of: 80, first: 40, rows: keys(80), population: keys(80) }), undefined],
  ] as const)('case %#', (one, side) => {
    expect(smallSide(one, 5)).toBe(side);
  });

  it('leaves no value, count, row or bound behind', () => {
    const { facts, suppressed } = suppressFacts([share(4, 80)], { tables: [], ofControls: new Set() }, 5);
    expect(facts).toEqual([]);
    expect(suppressed.flatMap((one) => Object.keys(one)).sort()).toEqual(
      'below check definition file id kind label line of parameters scope side table unit'.split(' '),
    );
  });

  it('is read as a limit, not as a number', () => {
    const said = (one: Fact): string[] =>
      suppressFacts([one], { tables: [], ofControls: new Set() }, 5).suppressed.map((each) =>
        suppressedText(each, 'en-US').replaceAll('\u00A0', ' '),
      );
    expect(said(share(4, 80))).toEqual(['fewer than 5 of 80']);
    expect(said(share(76, 80))).toEqual(['all but fewer than 5 of 80']);
    expect(said(share(3, 3))).toEqual(['fewer than 5']);
    expect(said(fact({ kind: 'count', unit: 'accounts', count: 1, rows: keys(1), population: keys(9) }))).toEqual([
      'fewer than 5 accounts',
    ]);
    expect(said(fact({ kind: 'median', unit: 'h', of: 2, population: keys(2) }))).toEqual([
      'not shown: fewer than 5 rows',
    ]);
  });
});

describe('a public column that would tell the few', () => {
  it('tells them by a limit, by a blank, or by a value of their own', () => {
    expect(told(share(2, 6), table('number', [40, 30, 10, 20, 5, 6]))).toEqual(['seen']);
    expect(told(share(2, 6), table('number', [null, null, 10, 20, 5, 6]))).toEqual(['seen']);
    expect(told(share(2, 6), table('boolean', [true, true, false, false, false, null]))).toEqual(['seen']);
    expect(told(share(2, 6), table('text', ['x', 'x', 'y', 'z', 'z', null]))).toEqual(['seen']);
  });

  it('does not where values are shared, or each row has its own', () => {
    expect(told(share(2, 6), table('number', [40, 8, 10, 20, 5, 6]))).toEqual([]);
    expect(told(share(2, 6), table('number', [null, 8, 10, null, 5, 6]))).toEqual([]);
    expect(told(share(2, 6), table('text', ['x', 'y', 'y', 'z', 'z', null]))).toEqual([]);
    expect(told(share(2, 6), table('text', ['a', 'b', 'c', 'd', 'e', 'f']))).toEqual([]);
  });

  it('is any column that was measured, where the table itself is that small', () => {
    const small = fact({ kind: 'median', unit: 'h', of: 2, rows: keys(2), population: keys(2), column: 'seen' });
    expect(told(small, table('number', [1, 2]))).toEqual(['seen']);
  });
});

/** What the builder of facts counted at build comes out again from what the page carries, to the last digit. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recount } from '../../src/core/recount.ts';
import { MOST_ROWS, recountData, rowsText } from '../../src/core/recount-data.ts';
import type { RecountData } from '../../src/core/recount-data.ts';
import type { ReadTable } from '../../src/pipeline/define.ts';
import { createFactBuilder } from '../../src/pipeline/facts.ts';
import type { StatedFact } from '../../src/pipeline/facts.ts';

interface Row {
  readonly id: string;
  readonly group: string;
  readonly hours: number;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function tableOf(rows: readonly Row[], scope: ReadTable<Row>['scope']): ReadTable<Row> {
  return {
    id: 'records',
    scope,
    key: 'id',
    rows,
    get arquero(): never {
      throw new Error('no fact needs it');
    },
    where: (keep) => tableOf(rows.filter(keep), scope),
  };
}

const words = { label: 'Late', definition: 'Over a day.' };
const columns = [
  { name: 'id', label: 'Record' },
  { name: 'hours', label: 'Hours', unit: 'h' },
];
const carried = (facts: readonly StatedFact[], rows: readonly Row[]): RecountData =>
  recountData(
    { facts, tables: [{ id: 'records', title: 'Records', key: 'id', columns, rows: rows.map((row) => ({ ...row })) }] },
    sha256,
  );

const rowList = fc
  .array(fc.record({ group: fc.constantFrom('a', 'b'), hours: fc.double({ min: -1e6, max: 1e6, noNaN: true }) }), {
    minLength: 4,
    maxLength: 40,
  })
  .map((rows) =>
    rows.map((row, index): Row => ({ ...row, id: `r${String(index)}`, group: ['a', 'b'][index] ?? row.group })),
  );

describe('a recount', () => {
  test('gives every kind of fact again, with its interval and its bounds', () => {
    fc.assert(
      fc.property(rowList, fc.constantFrom('sample' as const, 'population' as const), (rows, scope) => {
        const of = tableOf(rows, scope);
        const draw = { population: { size: rows.length + 9 }, sample: { size: rows.length, table: 'records' } };
        const fact = createFactBuilder(() => 1, draw);
        const deviation = createFactBuilder(() => 1, draw, 'control test');
        const measure = { ...words, unit: 'h', value: ({ hours }: Row) => hours };
        const inGroup = (group: string) => of.where((row) => row.group === group);
        const stated = [
          fact.proportion('late', { ...words, of, where: ({ hours }) => hours > 0 }),
          fact.proportion('late.part', { ...words, of: inGroup('b'), where: ({ hours }) => hours > 0 }),
          deviation.proportion('late.test', { ...words, of, where: ({ hours }) => hours > 0 }),
          fact.count('records', { ...words, unit: 'records', of, where: ({ group }) => group === 'a' }),
          fact.median('median', { ...measure, of: inGroup('a') }),
          fact.medianDifference('difference', { ...measure, of: inGroup('b'), less: inGroup('a') }),
          fact.sum('total', { ...measure, of }),
        ];
        const data = carried(JSON.parse(JSON.stringify(stated)) as StatedFact[], rows);
        expect(data.left).toEqual([]);
        for (const [index, source] of data.facts.entries()) {
          const { fact: again, keys, looked } = recount(source, data);
          const { value, count, of: total, interval, finite, rows: counted, population } = stated[index]!;
          expect(again).toMatchObject({
            value,
            ...(count !== undefined && { count }),
            ...(total !== undefined && { of: total }),
          });
          expect(again.interval?.low).toBe(interval?.low);
          expect(again.interval?.high).toBe(interval?.high);
          expect([again.finite?.least, again.finite?.most]).toEqual([finite?.least, finite?.most]);
          expect(keys).toEqual(counted);
          expect(looked).toBe(population.length);
        }
      }),
      { numRuns: 12, seed: 7 },
    );
  });

  const rows: readonly Row[] = [3, 30, 5].map((hours, index) => ({ id: `r${String(index)}`, group: 'a', hours }));
  const fact = createFactBuilder(() => 1, { population: { size: 3 }, sample: { size: 3, table: 'records' } });

  test('carries keys and what was measured, and nothing else of a row', () => {
    const data = carried(
      [fact.median('median', { ...words, unit: 'h', of: tableOf(rows, 'log'), value: (row) => row.hours })],
      rows,
    );
    expect(data.tables).toEqual([
      {
        id: 'records',
        title: 'Records',
        columns: [
          { name: 'id', label: 'Record' },
          { name: 'hours', label: 'Hours', unit: 'h' },
        ],
        values: [
          ['r0', 'r1', 'r2'],
          [3, 30, 5],
        ],
        sha256: sha256('[["id","hours"],["r0","r1","r2"],[3,30,5]]'),
      },
    ]);
    const [table] = data.tables;
    expect(table && rowsText(table)).toBe('[["id","hours"],["r0","r1","r2"],[3,30,5]]');
  });

  test('leaves a fact whose measure is no column of its own, and does not guess', () => {
    const doubled = fact.sum('doubled', {
      ...words,
      unit: 'h',
      of: tableOf(rows, 'log'),
      value: ({ hours }) => 2 * hours,
    });
    expect(carried([doubled], rows)).toEqual({ facts: [], left: ['doubled'], tables: [] });
  });

  test('does not carry a table that would make the page heavy', () => {
    const many = Array.from({ length: MOST_ROWS + 1 }, (_, index): Row => ({
      id: `r${String(index)}`,
      group: 'a',
      hours: 1,
    }));
    const counted = fact.count('records', { ...words, unit: 'records', of: tableOf(many, 'log') });
    expect(carried([counted], many)).toEqual({ facts: [], left: ['records'], tables: [] });
    expect(
      carried([{ ...counted, rows: counted.rows.slice(1), population: counted.population.slice(1) }], many.slice(1))
        .left,
    ).toEqual([]);
  });

  test('of data that somebody changed does not pass in silence', () => {
    const { facts, tables } = carried(
      [fact.median('median', { ...words, unit: 'h', of: tableOf(rows, 'log'), value: (row) => row.hours })],
      rows,
    );
    const [source] = facts;
    const [table] = tables;
    if (source === undefined || table === undefined) throw new Error('The fact is carried.');
    const without = { ...table, values: table.values.map((column) => column.slice(1)) };
    expect(() => recount(source, { tables: [without] })).toThrow('its marks are not as many as the rows of its table');
    const blank = { ...table, values: [table.values[0] ?? [], [3, null, 5]] };
    expect(() => recount(source, { tables: [blank] })).toThrow('the row r1 has no number');
    expect(() => recount({ ...source, marks: '---' }, { tables })).toThrow('A quantile of no values does not exist.');
  });
});

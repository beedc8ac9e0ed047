import { describe, expect, test } from 'vitest';
import type { ReadTable } from '../../src/pipeline/define.ts';
import { createFactBuilder, FactError } from '../../src/pipeline/facts.ts';

interface Row {
  readonly id: string;
  readonly hours: number;
}

/** As much of a table as a fact asks for. */
function tableOf(hours: readonly number[], scope: ReadTable<Row>['scope'] = 'sample', id = 'records'): ReadTable<Row> {
  const rows = hours.map((value, index) => ({ id: `r${String(index)}`, hours: value }));
  const of = (kept: readonly Row[]): ReadTable<Row> => ({
    id,
    scope,
    key: 'id',
    rows: kept,
    get arquero(): never {
      throw new Error('no fact needs it');
    },
    where: (keep) => of(kept.filter(keep)),
  });
  return of(rows);
}

const draw = { population: { size: 12 }, sample: { size: 8, table: 'records' } };
const build = createFactBuilder(() => 7, draw);
const words = { label: 'Late', definition: 'Over a day.' };
const late = ({ hours }: Row): boolean => hours > 24;
const sample = tableOf([3, 30, 5, 48, 7, 9, 11, 2]);

describe('a share', () => {
  test('of the whole sample has Wilson’s interval and exact bounds for the population', () => {
    const { interval, finite, count, of, line } = build.proportion('wait.late', { ...words, of: sample, where: late });
    expect([count, of, line]).toEqual([2, 8, 7]);
    expect(interval).toMatchObject({ method: 'wilson', level: 0.95 });
    // Of 12, two are known late and six are not: 2 to 6 remain, and 6 would give at most 2 of 8 in 15 of 495 draws.
    expect(finite).toMatchObject({
      method: 'hypergeometric',
      population: 12,
      least: 2,
      most: 6,
      low: 2 / 12,
      high: 0.5,
    });
  });

  test('of a part of the sample says nothing of the population', () => {
    const part = sample.where(({ hours }) => hours > 4);
    const { interval, finite } = build.proportion('wait.late', { ...words, of: part, where: late });
    expect(interval?.method).toBe('wilson');
    expect(finite).toBeUndefined();
  });

  test('of a population or a log has neither', () => {
    for (const scope of ['population', 'log'] as const) {
      const fact = build.proportion('wait.late', { ...words, of: tableOf([30, 1], scope), where: late });
      expect([fact.interval, fact.finite]).toEqual([undefined, undefined]);
    }
  });

  test('of deviations in a test of a control has the exact upper bound', () => {
    const test = createFactBuilder(() => 1, draw, 'control test');
    const { interval } = test.proportion('rule.missed', {
      ...words,
      of: tableOf(Array.from({ length: 59 }, () => 1)),
      where: late,
    });
    expect(interval).toMatchObject({ method: 'clopper-pearson', side: 'upper', low: 0, level: 0.95 });
    expect(interval?.high).toBeLessThan(0.05);
  });
});

describe('a median', () => {
  const hours = { ...words, unit: 'h', value: (row: Row) => row.hours };

  test('of a sample has a bootstrap interval that its id seeds', () => {
    const { interval, value } = build.median('wait.median', { ...hours, of: sample });
    expect(value).toBe(8);
    expect(interval).toMatchObject({ method: 'bootstrap', level: 0.95 });
    expect(build.median('wait.median', { ...hours, of: sample }).interval).toEqual(interval);
    expect(build.median('wait.median', { ...hours, of: tableOf([1, 2], 'log') }).interval).toBeUndefined();
  });

  test('less another keeps the rows of both', () => {
    const of = sample.where(late);
    const less = sample.where((row) => !late(row));
    const fact = build.medianDifference('wait.difference', { ...hours, of, less });
    expect(fact).toMatchObject({ kind: 'difference', value: 39 - 6, of: 8, unit: 'h' });
    expect(fact.rows).toEqual(fact.population);
    expect(fact.interval?.method).toBe('bootstrap');
  });

  test('is refused where there is nothing to compare', () => {
    const none = sample.where(() => false);
    expect(() => build.medianDifference('wait.difference', { ...hours, of: sample, less: none })).toThrow(FactError);
    expect(() =>
      build.medianDifference('wait.difference', { ...hours, of: sample, less: tableOf([1], 'sample', 'other') }),
    ).toThrow('The fact "wait.difference" compares rows of the table "records" with rows of "other".');
  });
});

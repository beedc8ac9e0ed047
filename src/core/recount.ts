/** Computes a fact once more from the rows that its page carries, by the same functions as the build. */
import { bootstrapMedian, bootstrapMedianDifference } from './bootstrap.ts';
import { clopperPearsonUpper } from './clopper-pearson.ts';
import { hypergeometric } from './hypergeometric.ts';
import { wilson } from './interval.ts';
import { median } from './quantile.ts';
import { MARK } from './recount-data.ts';
import type { RecountData, RecountFact, RecountTable } from './recount-data.ts';
import type { MeasuredFact } from './sureness.ts';

export interface Recounted {
  readonly fact: MeasuredFact;
  /** Keys of the rows that counted, in the order of the fact. */
  readonly keys: readonly string[];
  /** Name of the column that was measured, and its numbers; nothing where rows were only counted. */
  readonly column: string | undefined;
  readonly measured: readonly number[] | undefined;
  /** Rows that were looked at. */
  readonly looked: number;
  readonly table: RecountTable;
}

type Measured = Pick<MeasuredFact, 'value' | 'count' | 'of' | 'interval' | 'finite'>;

function share({ interval, finite }: RecountFact, count: number, of: number): Measured {
  const { level = 0, method } = interval ?? {};
  return {
    value: count / of,
    count,
    of,
    ...(method === 'wilson' && { interval: wilson(count, of, level) }),
    ...(method === 'clopper-pearson' && { interval: clopperPearsonUpper(count, of, level) }),
    ...(finite && {
      finite: { ...hypergeometric(count, of, finite.population, finite.level), population: finite.population },
    }),
  };
}

function middle({ id, interval }: RecountFact, values: readonly number[]): Measured {
  return {
    value: median(values),
    of: values.length,
    ...(interval && { interval: bootstrapMedian(values, { seed: id, level: interval.level }) }),
  };
}

function difference({ id, interval }: RecountFact, first: readonly number[], second: readonly number[]): Measured {
  return {
    value: median(first) - median(second),
    of: first.length + second.length,
    ...(interval && { interval: bootstrapMedianDifference(first, second, { seed: id, level: interval.level }) }),
  };
}

/**
 * One fact, with its interval, from the rows of its table.
 *
 * @throws RangeError where the rows cannot give it: none is left, a value is no number, marks and rows do not fit
 */
export function recount(source: RecountFact, { tables }: Pick<RecountData, 'tables'>): Recounted {
  const table = tables[source.table];
  const [keys = []] = table?.values ?? [];
  if (table === undefined || table.values.some((column) => column.length !== source.marks.length)) {
    throw new RangeError('its marks are not as many as the rows of its table');
  }
  const placesOf = (sign: string): number[] => keys.flatMap((_, row) => (source.marks[row] === sign ? [row] : []));
  const [counted, second] = [placesOf(MARK.counted), placesOf(MARK.second)];
  const rows = [...counted, ...second];
  const looked = rows.length + placesOf(MARK.looked).length;
  const cells = source.column === undefined ? undefined : table.values[source.column];
  const numbers = (places: readonly number[]): number[] =>
    places.map((row) => {
      const value = cells?.[row];
      if (typeof value !== 'number') throw new RangeError(`the row ${String(keys[row])} has no number`);
      return value;
    });
  const compute = (): Measured => {
    switch (source.kind) {
      case 'proportion':
        return share(source, counted.length, looked);
      case 'count':
        return { value: counted.length, count: counted.length };
      case 'median':
        return middle(source, numbers(counted));
      case 'difference':
        return difference(source, numbers(counted), numbers(second));
      case 'quantity':
        return { value: numbers(counted).reduce((sum, one) => sum + one, 0), of: counted.length };
    }
  };
  const { id, kind, unit } = source;
  return {
    fact: { id, label: id, kind, unit, parameters: {}, ...compute() },
    keys: rows.map((row) => String(keys[row])),
    column: source.column === undefined ? undefined : table.columns[source.column]?.name,
    measured: cells && numbers(rows),
    looked,
    table,
  };
}

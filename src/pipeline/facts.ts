/** The only way to state a fact: from rows of a table, counted here and not by the author. */
import { bootstrapMedian, bootstrapMedianDifference } from '../core/bootstrap.ts';
import { clopperPearsonUpper } from '../core/clopper-pearson.ts';
import { hypergeometric } from '../core/hypergeometric.ts';
import { wilson } from '../core/interval.ts';
import { median } from '../core/quantile.ts';
import type { Fact, FactKind } from '../schema/fact.ts';
import type { ReadTable } from './define.ts';

/** A fact before the pipeline adds where it was stated. */
export type StatedFact = Omit<Fact, 'check' | 'file'>;

interface Common<Row> {
  /** What was counted or measured, as a noun phrase: "Queued more than 24 hours after signature". */
  readonly label: string;
  /** How, in plain words. */
  readonly definition: string;
  /** The rows that are looked at: the denominator. */
  readonly of: ReadTable<Row>;
  /** Limits that the definition sets, such as `{ hours: 24 }`; sentences and charts refer to them. */
  readonly parameters?: Readonly<Record<string, number>>;
  /** Columns worth showing beside a row that counted. */
  readonly show?: readonly (keyof Row & string)[];
}

export interface FactBuilder {
  /**
   * Share of rows that satisfy a condition. From a sample it carries a Wilson interval of 95 %, and where all of
   * the sample was looked at also the exact bounds for the population that it was drawn from.
   */
  proportion<Row>(id: string, options: Common<Row> & { where: (row: Row) => boolean }): StatedFact;
  /** Number of rows, of those that satisfy a condition where one is given. */
  count<Row>(id: string, options: Common<Row> & { unit: string; where?: (row: Row) => boolean }): StatedFact;
  /** Median of a number over the rows (Hyndman and Fan's type 7). From a sample it carries a bootstrap interval of 95 %. */
  median<Row>(id: string, options: Common<Row> & { unit: string; value: (row: Row) => number }): StatedFact;
  /** Median over the rows `of` less the median over the rows `less`, another part of the same table; with its bootstrap interval. */
  medianDifference<Row>(
    id: string,
    options: Common<Row> & { less: ReadTable<Row>; unit: string; value: (row: Row) => number },
  ): StatedFact;
  /** Sum of a number over the rows. */
  sum<Row>(id: string, options: Common<Row> & { unit: string; value: (row: Row) => number }): StatedFact;
}

const LEVEL = 0.95;

/** The draw of the engagement: what exact bounds need to know. */
export interface Draw {
  readonly population: { readonly size: number };
  readonly sample: { readonly size: number; readonly table: string };
}

/** A fact that its rows cannot give; the message is a sentence for the author. */
export class FactError extends Error {
  override readonly name = 'FactError';
  readonly hint: string;
  constructor(message: string, hint = 'Ask only rows that can answer: of: table.where(…).') {
    super(message);
    this.hint = hint;
  }
}

/** Values of the rows; one that is no number is told with its row, before it could spoil the rest in silence. */
function measure<Row>(id: string, of: ReadTable<Row>, value: (row: Row) => number): number[] {
  return of.rows.map((row) => {
    const measured = value(row);
    if (Number.isFinite(measured)) return measured;
    const key = String((row as Record<string, unknown>)[of.key]);
    throw new FactError(
      `The fact "${id}" needs a number for every row; the row ${of.key} ${key} gives ${String(measured)}.`,
    );
  });
}

/** The column that holds what was measured, where one does: who has the rows can then measure again. */
function columnOf(rows: readonly unknown[], measured: readonly number[]): Pick<Fact, 'column'> {
  const column = Object.keys((rows[0] as Record<string, unknown> | undefined) ?? {}).find((name) =>
    rows.every((row, index) => (row as Record<string, unknown>)[name] === measured[index]),
  );
  return column === undefined ? {} : { column };
}

/** What a share of sampled rows says beyond them; for a test of a control the deviations are bounded from above, exactly. */
function bounds<Row>(
  of: ReadTable<Row>,
  count: number,
  { population, sample }: Draw,
  purpose: Purpose,
): Pick<StatedFact, 'interval' | 'finite'> {
  const total = of.rows.length;
  if (of.scope !== 'sample') return {};
  if (purpose === 'control test') return { interval: { ...clopperPearsonUpper(count, total, LEVEL), side: 'upper' } };
  const whole = of.id === sample.table && total === sample.size && population.size >= total;
  const interval = wilson(count, total, LEVEL);
  if (!whole) return { interval };
  return { interval, finite: { ...hypergeometric(count, total, population.size, LEVEL), population: population.size } };
}

/** @throws FactError where there is no row to measure */
function requireRows<Row>(id: string, of: ReadTable<Row>, what: string): void {
  if (of.rows.length > 0) return;
  throw new FactError(`The fact "${id}" has no rows to take a ${what} of: of the table "${of.id}" none is left here.`);
}

/** What a share is stated for: to describe the records, or to test a control. */
export type Purpose = 'description' | 'control test';

/** The rows that a fact looked at, and where they stand. */
type Looked<Row> = Pick<ReadTable<Row>, 'id' | 'scope' | 'key' | 'rows'>;

/** A builder that records the line of the loader at which each fact is stated. */
export function createFactBuilder(
  lineOfCaller: () => number,
  draw: Draw,
  purpose: Purpose = 'description',
): FactBuilder {
  function state<Row>(
    kind: FactKind,
    id: string,
    { label, definition, of, parameters = {}, show = [] }: Omit<Common<Row>, 'of'> & { of: Looked<Row> },
    counted: readonly Row[],
    measured: Pick<Fact, 'value' | 'unit'> &
      Partial<Pick<Fact, 'count' | 'of' | 'interval' | 'finite' | 'column' | 'first'>>,
  ): StatedFact {
    const key = (row: Row): string => String((row as Record<string, unknown>)[of.key]);
    return {
      id,
      label,
      definition,
      kind,
      ...measured,
      parameters: { ...parameters },
      table: of.id,
      scope: of.scope,
      rows: counted.map(key),
      population: of.rows.map(key),
      show: [...show],
      line: lineOfCaller(),
    };
  }

  return {
    proportion(id, options) {
      const { of, where } = options;
      requireRows(id, of, 'share');
      const counted = of.rows.filter((row) => where(row));
      const [count, total] = [counted.length, of.rows.length];
      return state('proportion', id, options, counted, {
        value: count / total,
        unit: 'share',
        count,
        of: total,
        ...bounds(of, count, draw, purpose),
      });
    },
    count(id, options) {
      const { of, where = () => true, unit } = options;
      const counted = of.rows.filter((row) => where(row));
      return state('count', id, options, counted, { value: counted.length, unit, count: counted.length });
    },
    median(id, options) {
      const { of, value, unit } = options;
      requireRows(id, of, 'median');
      const values = measure(id, of, value);
      return state('median', id, options, of.rows, {
        value: median(values),
        unit,
        of: values.length,
        ...columnOf(of.rows, values),
        ...(of.scope === 'sample' && { interval: bootstrapMedian(values, { seed: id, level: LEVEL }) }),
      });
    },
    medianDifference(id, options) {
      const { of, less, value, unit } = options;
      requireRows(id, of, 'median');
      requireRows(id, less, 'median');
      if (of.id !== less.id) {
        throw new FactError(`The fact "${id}" compares rows of the table "${of.id}" with rows of "${less.id}".`);
      }
      const [first, second] = [measure(id, of, value), measure(id, less, value)];
      const rows = [...of.rows, ...less.rows];
      return state('difference', id, { ...options, of: { id: of.id, scope: of.scope, key: of.key, rows } }, rows, {
        value: median(first) - median(second),
        unit,
        of: rows.length,
        ...columnOf(rows, [...first, ...second]),
        first: first.length,
        ...(of.scope === 'sample' && {
          interval: bootstrapMedianDifference(first, second, { seed: id, level: LEVEL }),
        }),
      });
    },
    sum(id, options) {
      const { of, value, unit } = options;
      const values = measure(id, of, value);
      return state('quantity', id, options, of.rows, {
        value: values.reduce((sum, one) => sum + one, 0),
        unit,
        of: of.rows.length,
        ...columnOf(of.rows, values),
      });
    },
  };
}

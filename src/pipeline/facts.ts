/** The only way to state a fact: from rows of a table, counted here and not by the author. */
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
  /** Share of rows that satisfy a condition. From a sample it carries a Wilson interval of 95 %. */
  proportion<Row>(id: string, options: Common<Row> & { where: (row: Row) => boolean }): StatedFact;
  /** Number of rows, of those that satisfy a condition where one is given. */
  count<Row>(id: string, options: Common<Row> & { unit: string; where?: (row: Row) => boolean }): StatedFact;
  /** Median of a number over the rows (Hyndman and Fan's type 7). */
  median<Row>(id: string, options: Common<Row> & { unit: string; value: (row: Row) => number }): StatedFact;
  /** Sum of a number over the rows. */
  sum<Row>(id: string, options: Common<Row> & { unit: string; value: (row: Row) => number }): StatedFact;
}

const LEVEL = 0.95;

/** A fact that its rows cannot give; the message is a sentence for the author. */
export class FactError extends Error {
  override readonly name = 'FactError';
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

/** A builder that records the line of the check at which each fact is stated. */
export function createFactBuilder(lineOfCaller: () => number): FactBuilder {
  function state<Row>(
    kind: FactKind,
    id: string,
    { label, definition, of, parameters = {}, show = [] }: Common<Row>,
    counted: readonly Row[],
    measured: Pick<Fact, 'value' | 'unit'> & Partial<Pick<Fact, 'count' | 'of' | 'interval'>>,
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
      const counted = of.rows.filter((row) => where(row));
      const [count, total] = [counted.length, of.rows.length];
      if (total === 0)
        throw new FactError(
          `The fact "${id}" has no rows to take a share of: of the table "${of.id}" none is left here.`,
        );
      const interval = of.scope === 'sample' ? wilson(count, total, LEVEL) : undefined;
      return state('proportion', id, options, counted, {
        value: count / total,
        unit: 'share',
        count,
        of: total,
        ...(interval && { interval }),
      });
    },
    count(id, options) {
      const { of, where = () => true, unit } = options;
      const counted = of.rows.filter((row) => where(row));
      return state('count', id, options, counted, { value: counted.length, unit, count: counted.length });
    },
    median(id, options) {
      const { of, value, unit } = options;
      if (of.rows.length === 0)
        throw new FactError(
          `The fact "${id}" has no rows to take a median of: of the table "${of.id}" none is left here.`,
        );
      return state('median', id, options, of.rows, {
        value: median(measure(id, of, value)),
        unit,
        of: of.rows.length,
      });
    },
    sum(id, options) {
      const { of, value, unit } = options;
      const total = measure(id, of, value).reduce((sum, one) => sum + one, 0);
      return state('quantity', id, options, of.rows, { value: total, unit, of: of.rows.length });
    },
  };
}

/** The same promise under several definitions, side by side: what each counts, and which records it judges otherwise. */
import type { Bundle } from '../schema/bundle.ts';
import type { Fact } from '../schema/fact.ts';
import type { Cell, Table, TableColumn } from '../schema/table.ts';
import { rowsByKey } from './fact-rows.ts';
import { FigureError } from './figure.ts';

/** Width of the printed scale, in CSS pixels. */
export const SCALE_WIDTH = 168;
const INSET = 6;

export interface RivalReading {
  readonly fact: Fact;
  /** Keys that count here and not in the reading compared with, and the other way round. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  /** Places on the scale. */
  readonly at: number;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

export interface Scale {
  readonly ticks: readonly { readonly value: number; readonly at: number }[];
}

export interface Flips {
  readonly fact: Fact;
  readonly table: Table;
  readonly by: TableColumn;
  /** The largest difference first. */
  readonly rows: readonly { readonly key: string; readonly amount: Cell; readonly cells: readonly Cell[] }[];
  /** What the check shows of each row, without `by`. */
  readonly columns: readonly TableColumn[];
}

type Source = Pick<Bundle, 'facts' | 'tables'>;

function factOf({ facts }: Source, page: string, id: string): Fact {
  const fact = facts.find((candidate) => candidate.id === id);
  if (fact?.kind === 'proportion') return fact;
  throw new FigureError(
    page,
    'RivalReadings',
    fact === undefined ? `there is no fact "${id}".` : `the fact "${id}" is no share of rows.`,
    'Name facts that a check states with fact.proportion.',
  );
}

/** Readings on one scale, which begins at the ten per cent below the lowest bound. */
export function rivalReadings(
  source: Source,
  page: string,
  ids: readonly string[],
  against: string,
): { readings: RivalReading[]; scale: Scale } {
  const facts = ids.map((id) => factOf(source, page, id));
  const reference = new Set(factOf(source, page, against).rows);
  const lowest = Math.min(1, ...facts.map(({ interval, value }) => interval?.low ?? value));
  const start = Math.floor(lowest * 10) / 10;
  const place = (share: number): number =>
    Math.round((INSET + ((share - start) / (1 - start || 1)) * (SCALE_WIDTH - 2 * INSET)) * 10) / 10;
  const steps = Math.round((1 - start) * 10);
  const every = steps > 4 ? 2 : 1;
  const ticks = Array.from({ length: steps + 1 }, (_, index) => Math.round((start + index / 10) * 10) / 10).filter(
    (_, index) => (steps - index) % every === 0,
  );
  const readings = facts.map((fact): RivalReading => {
    const kept = new Set(fact.rows);
    return {
      fact,
      gained: fact.rows.filter((key) => !reference.has(key)),
      lost: [...reference].filter((key) => !kept.has(key)),
      at: place(fact.value),
      from: fact.interval && place(fact.interval.low),
      to: fact.interval && place(fact.interval.high),
    };
  });
  return { readings, scale: { ticks: ticks.map((value) => ({ value, at: place(value) })) } };
}

/** @throws FigureError where the table has no such public number */
export function flips(source: Source, page: string, { fact: id, by }: { fact: string; by: string }): Flips {
  const fact = factOf(source, page, id);
  const table = source.tables.find((candidate) => candidate.id === fact.table);
  const column = table?.columns.find(({ name }) => name === by);
  if (table === undefined || column?.type !== 'number' || column.class !== 'public') {
    throw new FigureError(
      page,
      'RivalReadings',
      `"by" names ${by}, which is no public number of the table "${fact.table}".`,
      'Name a column that the loader of the table declares with column.number.',
    );
  }
  const columns = table.columns.filter(
    ({ name, class: kept }) => kept === 'public' && name !== by && name !== table.key && fact.show.includes(name),
  );
  const byKey = rowsByKey(table);
  const rows = fact.rows
    .map((key) => ({
      key,
      amount: byKey.get(key)?.[by] ?? null,
      cells: columns.map(({ name }) => byKey.get(key)?.[name] ?? null),
    }))
    .sort((one, other) => Number(other.amount ?? 0) - Number(one.amount ?? 0));
  return { fact, table, by: column, rows, columns };
}

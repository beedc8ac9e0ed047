import type { Cell, Table } from '../schema/table.ts';
import type { Reading } from './reading.ts';
import { ChartFault, columnOf, factOf, tableOf } from './source.ts';
import type { ChartSource } from './source.ts';
import type { SpecOf } from './spec.ts';
import type { StripData, StripRecord } from './strip.ts';
import type { DataColumn, DataTable } from './table.ts';

type Outcomes = SpecOf<'outcomes'>['outcomes'];

function keysInOrder(table: Table, order: string | undefined): string[] {
  const key = columnOf(table, table.key).name;
  const by = order === undefined ? key : columnOf(table, order).name;
  const sortKey = (value: Cell): string => (value === null ? '' : String(value));
  return table.rows
    .map((row) => ({ key: String(row[key]), by: row[by] ?? null }))
    .sort((a, b) => {
      if (typeof a.by === 'number' && typeof b.by === 'number' && a.by !== b.by) return a.by - b.by;
      const [left, right] = [sortKey(a.by), sortKey(b.by)];
      if (left !== right) return left < right ? -1 : 1;
      return a.key < b.key ? -1 : 1;
    })
    .map(({ key: name }) => name);
}

/**
 * The outcome of each record: the first in the list whose fact counted it.
 *
 * @param order column that the records are sorted by; the key where it is left out
 * @throws ChartFault when a record has no outcome, naming it
 */
export function readStrip(tableId: string, order: string | undefined, spec: Outcomes, source: ChartSource): StripData {
  const table = tableOf(source, tableId);
  const members = spec.map(({ fact }) => new Set(factOf(source, fact).rows));
  const none: string[] = [];
  const records = keysInOrder(table, order).map((key): StripRecord => {
    const outcome = members.findIndex((set) => set.has(key));
    if (outcome < 0) none.push(key);
    return { key, outcome };
  });
  if (none.length > 0) {
    throw new ChartFault(
      `${none.length} of ${records.length} records of the table ${tableId} have no outcome, ${none[0]} the first.`,
      'Add an outcome whose fact counts them, so that every record has its mark.',
    );
  }
  return { outcomes: spec.map(({ label, mark }) => ({ label, mark })), records };
}

/** The records with their outcomes, as the table and the CSV file give them. */
export function stripTable(
  tableId: string,
  order: string | undefined,
  data: StripData,
  source: ChartSource,
): DataTable {
  const table = tableOf(source, tableId);
  const key = columnOf(table, table.key);
  const by = order === undefined ? undefined : columnOf(table, order);
  const values = new Map(
    table.rows.map((row) => [String(row[key.name]), by === undefined ? null : (row[by.name] ?? null)]),
  );
  const columns: DataColumn[] = [
    { name: 'key', label: key.label, type: 'text' },
    ...(by === undefined || by.name === key.name ? [] : [{ name: 'order', label: by.label, type: by.type }]),
    { name: 'outcome', label: 'Outcome', type: 'text' },
  ];
  return {
    columns,
    rows: data.records.map((record) => ({
      key: record.key,
      order: values.get(record.key) ?? null,
      outcome: data.outcomes[record.outcome]?.label ?? null,
    })),
  };
}

export function readOutcomes(spec: SpecOf<'outcomes'>, source: ChartSource): Reading<'outcomes'> {
  const data = readStrip(spec.table, undefined, spec.outcomes, source);
  return {
    type: 'outcomes',
    drawn: data,
    data: stripTable(spec.table, undefined, data, source),
    noun: 'records',
    facts: spec.outcomes.map(({ fact }) => fact),
  };
}

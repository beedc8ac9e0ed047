import type { Reading } from './reading.ts';
import { columnOf, factOf, limitOf, numberColumnOf, tableOf } from './source.ts';
import type { ChartSource } from './source.ts';
import type { SpecOf } from './spec.ts';
import type { DataTable } from './table.ts';
import type { Wait } from './waits.ts';

/** Records without a value (still waiting, never started) are not drawn; the deck says how many are. */
export function readWaits(spec: SpecOf<'waits'>, source: ChartSource): Reading<'waits'> {
  const table = tableOf(source, spec.table);
  const key = columnOf(table, table.key);
  const value = numberColumnOf(table, spec.value);
  const thresholds = spec.thresholds
    .map((threshold) => {
      const fact = factOf(source, threshold.fact);
      return { ...threshold, at: limitOf(fact), count: fact.rows.length, rows: new Set(fact.rows), name: fact.label };
    })
    .sort((a, b) => a.at - b.at);
  const rows = table.rows
    .flatMap((row) => {
      const amount = row[value.name];
      return typeof amount === 'number' ? [{ key: String(row[key.name]), value: amount }] : [];
    })
    .sort((a, b) => b.value - a.value || (a.key < b.key ? -1 : 1));
  const drawn = rows.map((row): Wait => ({
    ...row,
    severity: thresholds.findLast(({ rows: members }) => members.has(row.key))?.tone ?? 'rest',
  }));
  const data: DataTable = {
    columns: [
      { name: 'key', label: key.label, type: 'text' },
      {
        name: 'value',
        label: value.unit === undefined ? value.label : `${value.label} (${value.unit})`,
        type: 'number',
      },
      ...thresholds.map(({ fact, name }) => ({ name: fact, label: name, type: 'boolean' as const })),
    ],
    rows: rows.map((row) => ({
      ...row,
      ...Object.fromEntries(thresholds.map(({ fact, rows: members }) => [fact, members.has(row.key)])),
    })),
  };
  return {
    type: 'waits',
    drawn: {
      waits: drawn,
      unit: value.unit ?? '',
      thresholds: thresholds.map(({ at, text, count }) => ({ at, text, count })),
      ...(spec.limit !== undefined && {
        limit: {
          at: limitOf(factOf(source, spec.limit.fact)),
          text: spec.limit.text,
          ...(spec.limit.input !== undefined && { input: spec.limit.input.name }),
        },
      }),
    },
    data,
    noun: 'records',
    facts: [...spec.thresholds.map(({ fact }) => fact), ...(spec.limit === undefined ? [] : [spec.limit.fact])],
  };
}

import { formatNumber } from '../core/format.ts';
import type { Reading } from './reading.ts';
import { ChartFault, columnOf, factOf, factText, numberColumnOf, tableOf } from './source.ts';
import type { ChartSource } from './source.ts';
import type { SpecOf } from './spec.ts';
import type { SpreadGroup } from './spread.ts';
import type { DataTable } from './table.ts';

/** The groups are the rows that each median was taken over; where tones are left out, the last group is the point. */
export function readSpread(spec: SpecOf<'spread'>, source: ChartSource): Reading<'spread'> {
  const table = tableOf(source, spec.table);
  const key = columnOf(table, table.key);
  const value = numberColumnOf(table, spec.value);
  const group = spec.group === undefined ? undefined : columnOf(table, spec.group);
  const groups = spec.medians.map((median, index): SpreadGroup => {
    const fact = factOf(source, median.fact);
    if (fact.kind !== 'median') {
      throw new ChartFault(`The fact "${fact.id}" is a ${fact.kind}, not a median.`, 'Name the median of each group.');
    }
    const members = new Set(fact.rows);
    const values = table.rows
      .flatMap((row) => {
        const amount = row[value.name];
        const name = String(row[key.name]);
        return members.has(name) && typeof amount === 'number' ? [{ key: name, value: amount }] : [];
      })
      .sort((a, b) => a.value - b.value || (a.key < b.key ? -1 : 1));
    return {
      label: median.label ?? fact.label,
      detail: median.detail ?? `${formatNumber(values.length, 0, source.locale)} records`,
      median: fact.value,
      medianText: `median ${factText(source, fact.id)}`,
      values,
      tone: median.tone ?? (index === spec.medians.length - 1 ? 'main' : 'context'),
    };
  });
  const cells = new Map(
    table.rows.map((row) => [String(row[key.name]), group === undefined ? null : (row[group.name] ?? null)]),
  );
  const data: DataTable = {
    columns: [
      { name: 'group', label: 'Group', type: 'text' },
      { name: 'key', label: key.label, type: 'text' },
      {
        name: 'value',
        label: value.unit === undefined ? value.label : `${value.label} (${value.unit})`,
        type: 'number',
      },
      ...(group === undefined ? [] : [{ name: 'cell', label: group.label, type: group.type }]),
    ],
    rows: groups.flatMap(({ label, values }) =>
      values.map((record) => ({ group: label, ...record, cell: cells.get(record.key) ?? null })),
    ),
  };
  return {
    type: 'spread',
    drawn: { groups, unit: value.unit ?? '' },
    data,
    noun: 'records',
    facts: spec.medians.map(({ fact }) => fact),
  };
}

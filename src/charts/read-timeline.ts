import { formatHours } from '../core/format.ts';
import type { Cell, Table } from '../schema/table.ts';
import type { Reading } from './reading.ts';
import { ChartFault, columnOf, factOf, tableOf } from './source.ts';
import type { ChartSource } from './source.ts';
import type { SpecOf } from './spec.ts';
import type { DataTable } from './table.ts';

type Spec = SpecOf<'timeline'>;
const HOUR = 3_600_000;

interface Event {
  readonly name: string;
  readonly instant: string;
  readonly kind: number;
}

function instantColumn(table: Table, name: string): string {
  const column = columnOf(table, name);
  if (column.type === 'time') return column.name;
  throw new ChartFault(
    `The column "${name}" of the table ${table.id} holds ${column.type}, not instants.`,
    'Name a column of times.',
  );
}

/** Which events a row holds: one, named by a column, or several, each in a column of its own. */
function eventsOf(spec: Spec, table: Table): (row: Readonly<Record<string, Cell>>) => Event[] {
  const name = columnOf(table, spec.case).name;
  const readers = spec.events.map((kind, index) => {
    if (kind.column !== undefined) {
      const column = instantColumn(table, kind.column);
      return { index, column, holds: () => true };
    }
    if (spec.at === undefined || spec.event === undefined) {
      throw new ChartFault(
        `The event "${kind.is}" needs the columns "at" and "event" of the chart.`,
        'Name both columns, or give each event its own column.',
      );
    }
    const column = instantColumn(table, spec.at);
    const event = columnOf(table, spec.event).name;
    return { index, column, holds: (row: Readonly<Record<string, Cell>>) => String(row[event]) === kind.is };
  });
  return (row) =>
    readers.flatMap(({ index, column, holds }) => {
      const instant = row[column];
      return holds(row) && typeof instant === 'string' ? [{ name: String(row[name]), instant, kind: index }] : [];
    });
}

/** Cases in the order of their first event; events of a kind that is not drawn are left out of drawing and data. */
export function readTimeline(spec: Spec, source: ChartSource): Reading<'timeline'> {
  const table = tableOf(source, spec.table);
  const wanted = spec.fact === undefined ? undefined : new Set(factOf(source, spec.fact).rows);
  const cases = Map.groupBy(
    table.rows.flatMap(eventsOf(spec, table)).filter(({ name }) => wanted?.has(name) ?? true),
    ({ name }) => name,
  );
  if (cases.size === 0) {
    throw new ChartFault(
      `No row of the table ${table.id} holds one of the events of the chart.`,
      'Compare the events with the values of the table.',
    );
  }
  const sorted = [...cases.entries()]
    .map(([name, events]) => ({
      name,
      events: events.toSorted((a, b) => Date.parse(a.instant) - Date.parse(b.instant)),
    }))
    .sort((a, b) => Date.parse(a.events[0]?.instant ?? '') - Date.parse(b.events[0]?.instant ?? ''))
    .map(({ name, events }) => {
      const start = Date.parse(events[0]?.instant ?? '');
      return { name, events: events.map((event) => ({ ...event, at: (Date.parse(event.instant) - start) / HOUR })) };
    });
  const data: DataTable = {
    columns: [
      { name: 'name', label: columnOf(table, spec.case).label, type: 'text' },
      { name: 'event', label: 'Event', type: 'text' },
      { name: 'instant', label: 'When', type: 'time' },
      { name: 'hours', label: 'Hours since the first event', type: 'number' },
    ],
    rows: sorted.flatMap(({ events }) =>
      events.map(({ name, instant, kind, at }) => ({
        name,
        instant,
        event: spec.events[kind]?.label ?? null,
        hours: Math.round(at * 100) / 100,
      })),
    ),
  };
  return {
    type: 'timeline',
    drawn: {
      kinds: spec.events.map(({ label, mark }) => ({ label, mark })),
      cases: sorted.map(({ name, events }) => ({
        label: name,
        events: events.map(({ at, kind }) => ({ at, kind })),
        end: formatHours(events.at(-1)?.at ?? 0, 0, source.locale),
      })),
    },
    data,
    noun: 'events',
    facts: spec.fact === undefined ? [] : [spec.fact],
  };
}

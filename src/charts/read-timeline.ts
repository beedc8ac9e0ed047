import { formatHours, formatNumber } from '../core/format.ts';
import type { Reading } from './reading.ts';
import { ChartFault, columnOf, factOf, tableOf } from './source.ts';
import type { ChartSource } from './source.ts';
import type { SpecOf } from './spec.ts';
import type { DataTable } from './table.ts';
import { timeline } from './timeline.ts';

const HOUR = 3_600_000;

interface Event {
  readonly name: string;
  readonly instant: string;
  readonly kind: number;
}

/** Cases in the order of their first event; events of a kind that is not drawn are left out of drawing and data. */
export function readTimeline(spec: SpecOf<'timeline'>, source: ChartSource): Reading {
  const table = tableOf(source, spec.table);
  const columns = { name: columnOf(table, spec.case), at: columnOf(table, spec.at), event: columnOf(table, spec.event) };
  if (columns.at.type !== 'time') {
    throw new ChartFault(`The column "${spec.at}" of the table ${table.id} holds ${columns.at.type}, not instants.`, 'Name a column of times.');
  }
  const wanted = spec.fact === undefined ? undefined : new Set(factOf(source, spec.fact).rows);
  const cases = new Map<string, Event[]>();
  for (const row of table.rows) {
    const name = String(row[columns.name.name]);
    const instant = row[columns.at.name];
    const kind = spec.events.findIndex(({ is }) => is === String(row[columns.event.name]));
    if (kind < 0 || typeof instant !== 'string' || (wanted !== undefined && !wanted.has(name))) continue;
    cases.set(name, [...(cases.get(name) ?? []), { name, instant, kind }]);
  }
  if (cases.size === 0) {
    throw new ChartFault(
      `No row of the table ${table.id} is one of the events ${spec.events.map(({ is }) => `"${is}"`).join(', ')}.`,
      `Compare them with the values of the column "${spec.event}".`,
    );
  }
  const sorted = [...cases.entries()]
    .map(([name, events]) => ({ name, events: events.sort((a, b) => Date.parse(a.instant) - Date.parse(b.instant)) }))
    .sort((a, b) => Date.parse(a.events[0]?.instant ?? '') - Date.parse(b.events[0]?.instant ?? ''))
    .map(({ name, events }) => {
      const start = Date.parse(events[0]?.instant ?? '');
      return { name, events: events.map((event) => ({ ...event, at: (Date.parse(event.instant) - start) / HOUR })) };
    });
  const data: DataTable = {
    columns: [
      { name: 'name', label: columns.name.label, number: false },
      { name: 'instant', label: columns.at.label, number: false },
      { name: 'event', label: columns.event.label, number: false },
      { name: 'hours', label: 'Hours since the first event', number: true },
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
    draw: (form) =>
      timeline(
        {
          kinds: spec.events,
          cases: sorted.map(({ name, events }) => ({
            label: name,
            events: events.map(({ at, kind }) => ({ at, kind })),
            end: formatHours(events.at(-1)?.at ?? 0, 0, source.locale),
          })),
          write: (hours) => formatNumber(hours, undefined, source.locale),
        },
        form,
      ),
    data,
    facts: spec.fact === undefined ? [] : [spec.fact],
  };
}

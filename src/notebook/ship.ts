/** What the cells of a page may read: only what they name is in scope, at build and in the browser alike. */
import type { RoiModel } from '../core/roi.ts';
import type { Fact } from '../schema/fact.ts';
import type { NotebookData, ShippedTable } from '../schema/notebook.ts';
import type { Table } from '../schema/table.ts';
import type { CompiledCell } from './compile.ts';

export interface NotebookSource {
  readonly tables: readonly Table[];
  readonly facts: readonly Fact[];
  readonly roi?: RoiModel | undefined;
}

/** A table with these of its public columns. */
export function ship({ columns, rows }: Table, wanted: (column: string) => boolean): ShippedTable {
  const chosen = columns.filter(({ name, class: kind }) => kind === 'public' && wanted(name));
  return {
    columns: chosen.map(({ name, label, unit, type }) => ({
      name,
      label: unit === undefined ? label : `${label} (${unit})`,
      type,
    })),
    rows: rows.map((row) => chosen.map(({ name }) => row[name] ?? null)),
  };
}

function shippedFact({ id, label, definition, kind, unit, value, count, of, interval, parameters, rows }: Fact) {
  return {
    id,
    label,
    definition,
    kind,
    unit,
    value,
    count,
    of,
    low: interval?.low,
    high: interval?.high,
    parameters,
    rows,
  };
}

/** The same data with the keys of objects in order, as the bundle has them: the browser gets them from there. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, item]) => [name, ordered(item)]));
}

/**
 * Tables, facts and ROI values that cells name.
 *
 * A column is shipped when its name stands in a cell of the page, as a property or a text; a table of which
 * no column is named is shipped whole, and so is every table where a cell imports a module. Facts likewise, by their ids.
 */
export function dataFor(cells: readonly CompiledCell[], { tables, facts, roi }: NotebookSource): NotebookData {
  const live = cells.filter(({ isStatic }) => !isStatic);
  const reads = (name: string): boolean => live.some(({ code }) => code.inputs.includes(name));
  // What a module reads is not looked into: its cells get the tables whole.
  const whole = live.some(({ code }) => code.modules.length > 0);
  const words = new Set(live.flatMap((cell) => [...cell.words]));
  const named = facts.filter(({ id }) => words.has(id));
  const shownFacts = !reads('facts') ? [] : named.length > 0 && !whole ? named : facts;
  return {
    tables: Object.fromEntries(
      tables
        .filter(({ id }) => reads(id))
        .map((table) => {
          const some = !whole && table.columns.some(({ name }) => words.has(name));
          return [table.id, ship(table, (name) => !some || words.has(name))];
        }),
    ),
    facts: ordered(Object.fromEntries(shownFacts.map((fact) => [fact.id, shippedFact(fact)]))) as NotebookData['facts'],
    ...(reads('roi') &&
      roi !== undefined && {
        roi: ordered({
          assumptions: Object.fromEntries(roi.assumptions.map(({ id, value }) => [id, value])),
          results: roi.published,
        }) as NotebookData['roi'],
      }),
    figures: {},
    constants: {},
  };
}

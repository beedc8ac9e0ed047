/** Where charts find their rows and facts. What does not fit is said with a name, never drawn. */
import type { Resolve } from '../core/reference.ts';
import { nearest } from '../core/nearest.ts';
import type { Fact } from '../schema/fact.ts';
import type { Table, TableColumn } from '../schema/table.ts';

export interface ChartSource {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly tables: ReadonlyMap<string, Table>;
  readonly resolve: Resolve;
  readonly locale: string;
}

/** A chart that cannot be drawn from what it was given. */
export class ChartFault extends Error {
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.name = 'ChartFault';
    this.hint = hint;
  }
}

function found<T>(what: string, id: string, known: ReadonlyMap<string, T>): T {
  const value = known.get(id);
  if (value !== undefined) return value;
  const near = nearest(id, known.keys());
  throw new ChartFault(
    `There is no ${what} "${id}".`,
    near === undefined ? `Known are: ${[...known.keys()].join(', ')}.` : `Did you mean "${near}"?`,
  );
}

export const factOf = (source: ChartSource, id: string): Fact => found('fact', id, source.facts);
export const tableOf = (source: ChartSource, id: string): Table => found('table', id, source.tables);

/** A column that may be published. */
export function columnOf(table: Table, name: string): TableColumn {
  const columns = new Map(table.columns.map((column) => [column.name, column]));
  const column = found(`column in the table ${table.id}`, name, columns);
  if (column.class === 'public') return column;
  throw new ChartFault(
    `The column "${name}" of the table ${table.id} is internal: a chart would publish it.`,
    'Choose a public column, or have the loader hand on one that may be published.',
  );
}

/** A column of numbers that may be published. */
export function numberColumnOf(table: Table, name: string): TableColumn {
  const column = columnOf(table, name);
  if (column.type === 'number') return column;
  throw new ChartFault(
    `The column "${name}" of the table ${table.id} holds ${column.type}, not numbers.`,
    'Name a column of numbers.',
  );
}

/** The one limit that a fact's definition sets, such as 24 hours. */
export function limitOf(fact: Fact): number {
  const limits = Object.values(fact.parameters);
  if (limits.length === 1 && limits[0] !== undefined) return limits[0];
  throw new ChartFault(
    `The fact "${fact.id}" sets ${limits.length === 0 ? 'no limit' : `${limits.length} limits`}; a rule needs exactly one.`,
    'Give the fact one parameter in its check, such as { hours: 24 }.',
  );
}

/** The text of a fact in a format of `as`. */
export const factText = (source: ChartSource, id: string, as?: string): string => source.resolve('fact', id, as).text;

/** Validated rows with provenance, as the loaders hand them over. */
import { z } from 'zod';
import { columnClass } from './sources.ts';

/** A cell of a materialised table. Times are ISO 8601 in UTC. */
export const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type Cell = z.output<typeof cell>;

export const columnType = z.enum(['text', 'number', 'boolean', 'time', 'date']);
export type ColumnType = z.output<typeof columnType>;

export const tableColumn = z.strictObject({
  name: z.string(),
  label: z.string().describe('Heading for a reader.'),
  type: columnType,
  unit: z.string().optional().describe('Unit of a number, such as "h".'),
  class: columnClass.exclude(['personal', 'pseudonymous']),
});
export type TableColumn = z.output<typeof tableColumn>;

/**
 * What the rows are: a `sample` drawn from a population (proportions carry an interval),
 * the whole `population`, or a `log` of events (counts only).
 */
export const tableScope = z.enum(['sample', 'population', 'log']);
export type TableScope = z.output<typeof tableScope>;

export const tableRow = z.record(z.string(), cell);
export type TableRow = z.output<typeof tableRow>;

export const table = z.strictObject({
  id: z.string(),
  title: z.string(),
  scope: tableScope,
  key: z.string().describe('Column that names a row; unique.'),
  sources: z
    .array(z.string())
    .describe('Ids of the sources that the rows were read from, directly or through other tables.'),
  loader: z.string().describe('File of the loader, relative to the project.'),
  columns: z.array(tableColumn),
  rows: z.array(tableRow),
});
export type Table = z.output<typeof table>;

/** A row that a loader refused. */
export const refusedRow = z.strictObject({
  source: z.string(),
  file: z.string(),
  line: z.int().positive(),
  column: z.string().nullable(),
  value: z.string().describe('As it stands in the file; withheld where the column is not public.'),
  reason: z.string(),
});
export type RefusedRow = z.output<typeof refusedRow>;

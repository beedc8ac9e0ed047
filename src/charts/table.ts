/** The data behind a chart, as the table under it and its CSV file give it. */
import type { CsvColumn } from '../core/csv.ts';
import type { Cell } from '../schema/table.ts';

export interface DataColumn extends CsvColumn {
  readonly name: string;
  readonly label: string;
  /** Numbers stand at the right. */
  readonly number: boolean;
}

export interface DataTable {
  readonly columns: readonly DataColumn[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

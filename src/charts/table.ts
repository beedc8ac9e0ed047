/** The data behind a chart, as the table under it and its CSV file give it. */
import type { Cell, ColumnType } from '../schema/table.ts';

export interface DataColumn {
  readonly name: string;
  readonly label: string;
  readonly type: ColumnType;
  readonly unit?: string;
}

export interface DataTable {
  readonly columns: readonly DataColumn[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

/** A finished table as dependants and checks receive it. */
import { table as createTable } from 'arquero';
import type { ColumnTable } from 'arquero';
import type { TableRow } from '../../schema/table.ts';
import type { ReadTable } from '../define.ts';
import type { HandedTable } from './messages.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Rows as an Arquero table with these columns, also where there are no rows. */
export function toArquero(columns: readonly string[], rows: readonly Row[]): ColumnTable {
  return createTable(columns.map((name) => [name, rows.map((row) => row[name])] as [string, unknown[]]));
}

function readable(handed: HandedTable, rows: readonly Row[]): ReadTable<Row> {
  let arquero: ColumnTable | undefined;
  return {
    id: handed.id,
    scope: handed.scope,
    key: handed.key,
    rows,
    get arquero() {
      arquero ??= toArquero(
        handed.columns.map(({ name }) => name),
        rows,
      );
      return arquero;
    },
    where: (keep) => readable(handed, rows.filter(keep)),
  };
}

/** Times travel as text and arrive as dates. */
export function openTable(handed: HandedTable): ReadTable<Row> {
  const times = handed.columns.filter(({ type }) => type === 'time').map(({ name }) => name);
  const revive = (row: TableRow): Row => {
    const revived: Record<string, unknown> = { ...row };
    for (const name of times) if (typeof row[name] === 'string') revived[name] = new Date(row[name]);
    return Object.freeze(revived);
  };
  return readable(handed, handed.rows.map(revive));
}

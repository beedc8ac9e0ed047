/** The good fixture with its table of parcels taken from SQL: what stays the same is what the tests ask. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixtures } from '../fixture-root.ts';

const good = (file: string): string => readFileSync(join(fixtures, 'good', file), 'utf8');

const TABLE = 'loaders/parcel-returns/parcels.table.ts';

/** Hours and the due day come from the query or the loader: here both, so that the one can be held against the other. */
export const PARCELS_SQL = `-- Parcels as the depot's ledger has them.
SELECT
  parcel_id,
  arrived_at,
  refunded_at,
  reason,
  depot_note,
  source_line
FROM parcels
WHERE arrived_at >= $from
ORDER BY arrived_at, parcel_id
`;

/** @param sql of the query */
export function parcelsFromFiles(sql = PARCELS_SQL, parameters = `{ from: '2026-01-01' }`): Record<string, string> {
  return {
    [TABLE]: good(TABLE).replace(
      `source: 'parcels',`,
      `source: 'parcels',\n  sql: 'parcels.sql',\n  parameters: ${parameters},`,
    ),
    'loaders/parcel-returns/parcels.sql': sql,
  };
}

/** The good fixture with its table of parcels taken from SQL: what stays the same is what the tests ask. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixtures } from '../fixture-root.ts';

const good = (file: string): string => readFileSync(join(fixtures, 'good', file), 'utf8');

const TABLE = 'loaders/parcel-returns/parcels.table.ts';

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

export const SOURCES = 'data/parcel-returns/sources.yaml';

/** The same rows, asked of the depot's database. */
export const LEDGER_SQL = `SELECT parcel_id,
  to_char(arrived_at, 'YYYY-MM-DD HH24:MI') AS arrived_at,
  to_char(refunded_at, 'YYYY-MM-DD HH24:MI') AS refunded_at,
  reason, customer_name, customer_email, depot_note
FROM depot.parcels
WHERE arrived_at >= $from
ORDER BY parcel_id
`;

/** The fixture before its query was asked: there is no file, and what the answer brings is not written. */
export function ledgerRoot({ seconds = 20 } = {}): Record<string, string | null> {
  const entry = good(SOURCES)
    .replace(/ {4}extracted_at: '2026-03-20T17:30:00\+01:00'\n/, '')
    .replace(/ {4}rows: 24\n {4}sha256: [0-9a-f]{64}\n/, '')
    .replace(
      `    format: csv\n`,
      `    format: csv\n    query: # asked by the team\n      sql: ledger.sql\n      database: DEPOT_DATABASE\n      parameters: { from: '2026-02-01' }\n      fresh_days: 14\n      seconds: ${String(seconds)}\n`,
    );
  return {
    [SOURCES]: entry,
    'data/parcel-returns/parcels.csv': null,
    'loaders/parcel-returns/ledger.sql': LEDGER_SQL,
  };
}

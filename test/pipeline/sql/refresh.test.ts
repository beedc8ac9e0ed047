/** Answers of a real PostgreSQL, kept as sources: asked once, checked by the build, and without the password anywhere. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { load } from '../../../src/pipeline/load.ts';
import { BuildProblems } from '../../../src/pipeline/problem.ts';
import { renderProblems } from '../../../src/pipeline/render-problem.ts';
import { silentReporter } from '../../../src/pipeline/reporter.ts';
import { askPostgres } from '../../../src/pipeline/sql/postgres.ts';
import { refresh } from '../../../src/pipeline/sql/refresh.ts';
import { PASSWORD, startPostgres, USER } from '../../postgres/postgres.ts';
import type { TestPostgres } from '../../postgres/postgres.ts';
import { fixtures, snapshot } from '../fixture-root.ts';
import { goodRootWith, write } from '../temporary-root.ts';
import { ledgerRoot, LEDGER_SQL, SOURCES } from './parcels-in-sql.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let server: TestPostgres;
let sql: postgres.Sql;
beforeAll(async () => {
  server = await startPostgres();
  sql = postgres(server.url, { max: 1, onnotice: () => undefined });
  await sql`create schema depot`;
  await sql`create table depot.parcels (parcel_id text primary key, arrived_at timestamp not null, refunded_at timestamp,
    reason text, customer_name text, customer_email text, depot_note text)`;
  const [, ...lines] = parseCsv(readFileSync(join(fixtures, 'good', 'data/parcel-returns/parcels.csv'), 'utf8'));
  for (const cells of lines) {
    const [id, arrived, refunded, reason, name, email, note] = cells.map((cell) => (cell === '' ? null : cell));
    await sql`insert into depot.parcels values
      (${id!}, ${arrived!}::text::timestamp, ${refunded ?? null}::text::timestamp, ${reason ?? null}, ${name!}, ${email!}, ${note ?? null})`;
  }
});
afterAll(async () => {
  await sql.end();
  await server.stop();
});

const run = async (root: string, { address = server.url, force = false }: { address?: string; force?: boolean } = {}) =>
  refresh({ root, force, environment: { DEPOT_DATABASE: address }, reporter: silentReporter });
const told = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(BuildProblems);
  return renderProblems((error as BuildProblems).problems);
};
const entryOf = (root: string): Record<string, unknown> => {
  const { sources } = parse(readFileSync(join(root, SOURCES), 'utf8')) as { sources: Record<string, unknown>[] };
  return sources.find(({ id }) => id === 'parcels')!;
};
/** The report is dated on the day on which the database was asked, which is today. */
function dateReport(root: string): void {
  const path = 'content/parcel-returns/engagement.yaml';
  const day = String(entryOf(root)['extracted_at']).slice(0, 10);
  const text = readFileSync(join(root, path), 'utf8');
  write(root, { [path]: text.replace(/^report_date: .*$/m, `report_date: '${day}'`) });
}

describe('a query of PostgreSQL', () => {
  it('gets its parameters as they are written, and gives cells as a file would hold them', async () => {
    const query = `SELECT $at::timestamp AS at, $on::date AS day, $flag::boolean AS flag, $doc::jsonb AS doc,
      $number::numeric AS number, $nothing::text AS nothing, '2026-03-09 14:05+05:45'::timestamptz AS instant, 1e-7::float8 AS small`;
    const parameters = {
      at: '2026-02-03 14:13',
      on: '2026-02-03',
      flag: 'true',
      doc: '{"a":1}',
      number: 1.1,
      nothing: null,
    };
    const limits = { milliseconds: 5000, mebibytes: 1024, rows: 10 };
    const { results, takenAt } = await askPostgres(server.url, { sql: query, parameters }, limits);
    expect(results[0]?.rows).toEqual([
      ['2026-02-03 14:13:00', '2026-02-03', 'true', '{"a": 1}', '1.1', null, '2026-03-09T08:20:00Z', '0.0000001'],
    ]);
    expect(takenAt?.getUTCFullYear()).toBeGreaterThan(2025);
  });

  it('may hand on no rows, and not more than the limit', async () => {
    const limits = { milliseconds: 5000, mebibytes: 1024, rows: 3000 };
    const rows = async (sql: string) => askPostgres(server.url, { sql }, limits);
    expect((await rows('SELECT reason FROM depot.parcels WHERE false')).results[0]).toEqual({
      columns: [{ name: 'reason', type: 'text' }],
      rows: [],
    });
    expect((await rows('SELECT * FROM generate_series(1, 3000) AS n')).results[0]?.rows).toHaveLength(3000);
    expect((await rows('SELECT * FROM generate_series(1, 3001) AS n')).fault?.kind).toBe('rows');
    expect((await rows('SELECT ARRAY[1, 2] AS several')).fault).toMatchObject({ kind: 'type', message: 'several' });
  });
});

describe('npm run refresh', () => {
  it('keeps an answer whose facts are those of the exported file, with the same check', async () => {
    const [exported] = (await load({ root: goodRootWith(), reporter: silentReporter })).bundles;
    const root = goodRootWith(ledgerRoot());
    const [done] = await run(root);
    expect(done).toMatchObject({ source: 'parcels', rows: 24, asked: true });
    dateReport(root);
    const [answered] = (await load({ root, reporter: silentReporter })).bundles;
    expect(answered!.facts).toEqual(exported!.facts);
    expect(answered!.tables[0]!.rows).toEqual(exported!.tables[0]!.rows);
    expect(answered!.queries).toEqual([
      {
        file: 'loaders/parcel-returns/ledger.sql',
        sql: LEDGER_SQL.trim(),
        parameters: { from: '2026-02-01' },
        engine: 'PostgreSQL',
        source: 'parcels',
      },
    ]);
  });

  it('asks again only what is stale, changed or damaged, unless it is told to', async () => {
    const root = goodRootWith(ledgerRoot());
    await run(root);
    dateReport(root);
    const before = snapshot(join(root, 'data'));
    expect((await run(root))[0]).toMatchObject({ asked: false, rows: 24 });
    expect(snapshot(join(root, 'data'))).toEqual(before);
    expect((await run(root, { force: true }))[0]).toMatchObject({ asked: true });
    write(root, { 'data/parcel-returns/parcels.csv': 'parcel_id\n' });
    expect((await run(root))[0]).toMatchObject({ asked: true });
    write(root, { 'loaders/parcel-returns/ledger.sql': `${LEDGER_SQL}-- again\n` });
    expect((await run(root))[0]).toMatchObject({ asked: true });
    expect(snapshot(join(root, 'data'))['/parcel-returns/parcels.csv']).toBe(before['/parcel-returns/parcels.csv']);
  });

  it('changes only its own values in sources.yaml', async () => {
    const root = goodRootWith(ledgerRoot());
    const lines = (): string[] => readFileSync(join(root, SOURCES), 'utf8').split('\n');
    const before = lines();
    await run(root);
    const added = lines().filter((line) => !before.includes(line));
    expect(before.filter((line) => !lines().includes(line))).toEqual([]);
    expect(added.map((line) => line.replace(/:.*/, '').trim())).toEqual([
      'extracted_at',
      'rows',
      'sha256',
      'asked',
      'answered',
    ]);
  });

  it('writes the secret nowhere, and says nothing of it when it is wrong', async () => {
    const root = goodRootWith(ledgerRoot());
    await run(root);
    dateReport(root);
    await load({ root, reporter: silentReporter });
    const wrong = server.url.replace(PASSWORD, 'Falsch-4417-Schloss');
    const message = await told(run(root, { address: wrong, force: true }));
    expect(message).toMatchInlineSnapshot(`
      "data/parcel-returns/sources.yaml  The database refuses the user or the password in DEPOT_DATABASE.
          do        Correct them, or ask for access: reading the tables of the query is enough.

      1 problem.
      "
    `);
    for (const secret of [PASSWORD, 'Falsch-4417', USER, String(server.port), '127.0.0.1']) {
      expect(message).not.toContain(secret);
      for (const [file, bytes] of Object.entries(snapshot(root))) expect(`${file} ${bytes}`).not.toContain(secret);
    }
  });

  it.each([
    ['no variable', ''],
    ['another kind of database', 'snowflake://user:Kolibri-7731-Zahnrad@account/warehouse'],
    ['no server', `postgres://${USER}:${PASSWORD}@127.0.0.1:1/postgres`],
    ['TLS that the server does not offer', '?sslmode=require'],
    ['a database that is not there', '/nowhere'],
  ])('tells of %s without the address', async (_what, address) => {
    const given = address.startsWith('?')
      ? `${server.url}${address}`
      : address.startsWith('/')
        ? server.url.replace(/\/postgres$/, address)
        : address;
    const message = await told(run(goodRootWith(ledgerRoot()), { address: given }));
    expect(message).not.toMatch(/Kolibri|127\.0\.0\.1|snowflake|nowhere/);
    expect(message).toMatchSnapshot();
  });

  it.each([
    ['a slip', 'SELECT parcel_id\nFORM depot.parcels\nWHERE arrived_at >= $from\n'],
    ['an unknown column', `SELECT 'größer', $from::timestamp,\n  refund_at FROM depot.parcels\n`],
    ['a value that it quotes', 'SELECT customer_name::int FROM depot.parcels WHERE arrived_at >= $from\n'],
    ['a write', 'DELETE FROM depot.parcels WHERE arrived_at >= $from\n'],
    ['columns that nobody classed', 'SELECT *, now() AS at FROM depot.parcels WHERE arrived_at >= $from\n'],
    ['no value for a parameter', 'SELECT * FROM depot.parcels WHERE arrived_at BETWEEN $from AND $until\n'],
  ])('tells of a query with %s, and writes nothing', async (_what, query) => {
    const root = goodRootWith({ ...ledgerRoot(), 'loaders/parcel-returns/ledger.sql': query });
    const before = snapshot(root);
    const message = await told(run(root));
    expect(message).not.toMatch(/Brandwein|Feld/);
    expect(message).toMatchSnapshot();
    expect(snapshot(root)).toEqual(before);
  });

  it('stops a query at its limit, on the server too', async () => {
    const slow = LEDGER_SQL.replace('SELECT', 'SELECT pg_sleep(30)::text AS slept,');
    const root = goodRootWith({
      ...ledgerRoot({ seconds: 1 }),
      'loaders/parcel-returns/ledger.sql': slow,
    });
    const began = performance.now();
    expect(await told(run(root))).toMatchSnapshot();
    expect(performance.now() - began).toBeLessThan(15_000);
    const [row] = await sql<{ count: string }[]>`
      select count(*) from pg_stat_activity where application_name = 'operations-proof-workbench'`;
    expect(row?.count).toBe('0');
  });
});

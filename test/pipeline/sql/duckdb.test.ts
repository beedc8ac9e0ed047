import { describe, expect, it, vi } from 'vitest';
import { askDuckdb } from '../../../src/pipeline/sql/duckdb.ts';
import type { SqlLimits, SqlTable } from '../../../src/pipeline/sql/messages.ts';

// Each question starts a process.
vi.setConfig({ testTimeout: 60_000 });

const parcels: SqlTable = {
  name: 'return-parcels',
  columns: [
    { name: 'id', type: 'text' },
    { name: 'arrived', type: 'time' },
    { name: 'weight', type: 'number' },
    { name: 'due', type: 'date' },
    { name: 'late', type: 'boolean' },
  ],
  rows: [
    ['00123', '2026-03-09T14:05:00.250-04:00', 0.1, '2026-03-11', true],
    ["it's „größer“", null, null, null, null],
  ],
};
const ask = async (sql: string, limits: Partial<SqlLimits> = {}) =>
  askDuckdb({ tables: [parcels], queries: [{ sql }], limits });

describe('DuckDB', () => {
  it('gives every cell as the text that a file would hold', async () => {
    const { results, fault } = await askDuckdb({
      tables: [parcels],
      queries: [
        { sql: 'SELECT * FROM "return-parcels" WHERE id = $id', parameters: { id: '00123' } },
        { sql: 'CREATE VIEW counted AS SELECT count(*) AS parcels FROM "return-parcels"' },
        {
          sql: `SELECT parcels, 1e-9::DOUBLE AS small, 9007199254740993 AS large, 1.10::DECIMAL(9, 2) AS money,
                TIMESTAMP '2026-03-09 14:05:00' AS local, NULL AS nothing FROM counted`,
        },
      ],
    });
    expect(fault).toBeUndefined();
    expect(results[0]?.rows).toEqual([['00123', '2026-03-09T18:05:00.25Z', '0.1', '2026-03-11', 'true']]);
    expect(results[2]?.columns.map(({ name }) => name)).toEqual([
      'parcels',
      'small',
      'large',
      'money',
      'local',
      'nothing',
    ]);
    expect(results[2]?.rows).toEqual([['2', '0.000000001', '9007199254740993', '1.10', '2026-03-09 14:05:00', null]]);
  });

  it('reckons in UTC, whatever the zone of the machine', async () => {
    const { results } =
      await ask(`SELECT date_diff('day', TIMESTAMPTZ '2026-03-09 23:30:00-04:00', TIMESTAMPTZ '2026-03-11 00:30:00Z') AS days,
      CAST(arrived AS DATE) AS day, current_setting('TimeZone') AS zone FROM "return-parcels" WHERE late`);
    expect(results[0]?.rows).toEqual([['1', '2026-03-09', 'UTC']]);
  });

  it.each([
    ['a file', `SELECT * FROM read_csv('/etc/hostname')`],
    ['a file by its name alone', `SELECT * FROM '/etc/hostname.csv'`],
    ['writing', `COPY (SELECT 1) TO '/tmp/workbench-duckdb.csv'`],
    ['another database', `ATTACH '/tmp/workbench.duckdb'`],
    ['the network', `SELECT * FROM read_csv('https://example.org/a.csv')`],
    ['an extension', 'INSTALL httpfs'],
    ['its own settings', 'SET enable_external_access = true'],
  ])('is refused %s', async (_what, sql) => {
    const { results, fault } = await ask(sql);
    expect(results).toEqual([]);
    expect(fault?.message).toMatch(/disabled by configuration|configuration has been locked|does not exist|HTTP/);
  });

  it('sees no variable of the machine', async () => {
    expect((await ask(`SELECT getenv('PATH')`)).fault?.kind).toBe('name');
  });

  it('says where a query is wrong, counted in signs and not in bytes', async () => {
    const sql = `SELECT '„größer“', weigth FROM "return-parcels"`;
    const { fault } = await ask(sql);
    expect(fault).toMatchObject({ kind: 'name', query: 0, offset: sql.indexOf('weigth') });
    expect(fault?.candidates).toContain('weight');
    const slip = `SELECT '„größer“ 😀' FORM parcels x`;
    expect((await ask(slip)).fault).toMatchObject({ kind: 'syntax', offset: slip.indexOf('parcels') });
    expect((await ask('SELCT 1')).fault).toMatchObject({ kind: 'syntax', offset: 0 });
    expect((await ask('SELECT CAST(id AS INTEGER) FROM "return-parcels"')).fault?.kind).toBe('value');
    expect((await ask('SELECT [1, 2] AS several')).fault).toMatchObject({ kind: 'type', message: 'several INTEGER[]' });
  });

  it('ends a query at its limits, and tells them apart', async () => {
    const slow = 'SELECT sum(a.range * b.range) FROM range(1000000) a, range(10000000) b';
    expect((await ask(slow, { milliseconds: 500 })).fault?.kind).toBe('time');
    expect((await ask('SELECT list(x) FROM range(200000000) t(x)', { mebibytes: 128 })).fault?.kind).toBe('memory');
    expect((await ask('SELECT * FROM range(101)', { rows: 100 })).fault?.kind).toBe('rows');
    expect((await ask('SELECT * FROM range(100)', { rows: 100 })).results[0]?.rows.length).toBe(100);
  });
});

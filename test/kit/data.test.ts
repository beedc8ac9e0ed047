import fc from 'fast-check';
import { rmSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import postgres from 'postgres';
import { createTable, engineCsv, kitTables } from '../../src/kit/data.ts';
import type { KitTable } from '../../src/kit/data.ts';
import { duckdbLoad } from '../../src/kit/run-scripts.ts';
import { literal, statementsOf, withoutComments } from '../../src/kit/sql-text.ts';
import type { Table } from '../../src/schema/table.ts';
import { startPostgres } from '../postgres/postgres.ts';
import type { TestPostgres } from '../postgres/postgres.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const columns: KitTable['columns'] = [
  { name: 'Text of "it"', type: 'text' },
  { name: 'number', type: 'number' },
  { name: 'flag', type: 'boolean' },
  { name: 'at', type: 'time' },
  { name: 'day', type: 'date' },
];
const AWKWARD = [
  '',
  ' ',
  '00123',
  '=1+1',
  '@a',
  'NULL',
  '\\N',
  '\\.',
  'a\n\\.\nb',
  '"',
  '""',
  ',',
  ';\t',
  'a\r\nb',
  'é🙂',
  'true',
  '\uFEFFx',
];
const text = fc.oneof(
  fc.constantFrom(...AWKWARD),
  fc.string({ unit: 'binary' }).filter((value) => !value.includes('\0') && value.isWellFormed()),
);
const row = fc.record({
  'Text of "it"': fc.option(text),
  number: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
  flag: fc.option(fc.boolean()),
  at: fc.option(
    fc
      .date({ noInvalidDate: true, min: new Date('1971-01-01'), max: new Date('2099-12-31') })
      .map((d) => d.toISOString()),
  ),
  day: fc.option(
    fc
      .date({ noInvalidDate: true, min: new Date('1971-01-01'), max: new Date('2099-12-31') })
      .map((d) => d.toISOString().slice(0, 10)),
  ),
});

let server: TestPostgres;
const folder = mkdtempSync(join(tmpdir(), 'workbench-data-'));
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the files of the sample', () => {
  it('come back from both engines as they were, text and numbers alike', async () => {
    const rows = [
      ...AWKWARD.map((awkward) => ({ 'Text of "it"': awkward, number: null, flag: null, at: null, day: null })),
      ...fc.sample(row, { numRuns: 500, seed: 7 }),
    ];
    const table: KitTable = { name: 'a "table"', file: join(folder, "it's.csv"), columns, rows };
    writeFileSync(table.file, engineCsv(table));
    const selected = `select ${columns.map(({ name }) => `"${name.replaceAll('"', '""')}"`).join(', ')} from "a ""table"""`;
    const expected = rows.map((one) =>
      columns.map(({ name, type }) => {
        const value = (one as Record<string, string | number | boolean | null>)[name] ?? null;
        return type === 'time' && value !== null ? new Date(String(value)).getTime() : value === 0 ? 0 : value;
      }),
    );

    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run("set TimeZone = 'Asia/Kathmandu'");
    await connection.run(createTable(table));
    await connection.run(duckdbLoad([table]));
    // The client drops a byte order mark at the start of a text; the full stop in front keeps it.
    const read = await connection.runAndReadAll(
      selected
        .replace('"Text of ""it"""', `'.' || "Text of ""it""" as dotted`)
        .replace('"at"', 'epoch_ms("at") as "at"')
        .replace('"day"', 'cast("day" as text)'),
    );
    const plain = (cell: unknown, index: number): unknown => {
      if (index === 0 && typeof cell === 'string') return cell.slice(1);
      if (typeof cell === 'bigint') return Number(cell);
      return cell === 0 ? 0 : cell;
    };
    expect(read.getRowsJS().map((cells) => cells.map(plain))).toEqual(expected);

    const sql = postgres(server.url, { max: 1 });
    await sql.unsafe(createTable(table)).simple();
    const stream = await sql
      .unsafe(`copy "a ""table""" from stdin with (format csv, header true, encoding 'UTF8')`)
      .writable();
    await new Promise((resolve, reject) => {
      stream.on('error', reject).on('finish', resolve).end(engineCsv(table));
    });
    const found: unknown[][] = await sql.unsafe(selected.replace('"day"', 'cast("day" as text)')).values();
    await sql.end();
    expect(
      found.map((cells) =>
        Array.from(cells, (cell) => (cell instanceof Date ? cell.getTime() : cell === 0 ? 0 : cell)),
      ),
    ).toEqual(expected);
  });

  it('have the tables that the mapping reads, with its columns, and the key', () => {
    const one = (id: string): Table => ({
      id,
      title: id,
      scope: 'log',
      key: 'id',
      sources: [],
      loader: 'x',
      columns: ['id', 'at', 'hours'].map((name) => ({ name, label: name, type: 'text', class: 'public' })),
      rows: [{ id: '1', at: 'x', hours: 'y' }],
    });
    const mapping = `-- hours of sample_calls: "it's";
      create temporary view waits as select "at" as began, ';' as hours_text from sample_waits;
      create temporary view n as select count(*) as n from sample_notes;`;
    const tables = kitTables(['waits', 'notes', 'calls', 'wait'].map(one), mapping);
    expect(tables.map(({ name, columns: read }) => [name, read.map(({ name: column }) => column)])).toEqual([
      ['sample_waits', ['id', 'at']],
      ['sample_notes', ['id']],
    ]);
  });
});

describe('SQL as text', () => {
  it('is cut at semicolons that end a statement', () => {
    expect(statementsOf(`select ';' as "a;b"; -- ; \n/* ; */ select 'it''s';\n;`)).toEqual([
      `select ';' as "a;b"`,
      `select 'it''s'`,
    ]);
    expect(withoutComments("select 1 -- one\n, '--' as x")).toBe("select 1       \n, '--' as x");
  });

  it('holds any text as a literal', () => {
    expect(literal("'; drop table x; --")).toBe("'''; drop table x; --'");
  });
});

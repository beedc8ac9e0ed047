import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startPostgres } from './postgres.ts';
import type { TestPostgres } from './postgres.ts';

vi.setConfig({ hookTimeout: 120_000 });

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

describe('the PostgreSQL of the tests', () => {
  it('is a real one, in a zone of its own', async () => {
    const sql = postgres(server.url, { max: 1 });
    const [row] = await sql<{ version: string; zone: string }[]>`
      select version(), current_setting('TimeZone') as zone`;
    await sql.end();
    expect(row?.version).toMatch(/^PostgreSQL 18/);
    expect(row?.zone).toBe('Asia/Kathmandu');
  });

  it('asks for the password', async () => {
    const sql = postgres(server.url.replace(/:[^:@]+@/, ':wrong@'), { max: 1 });
    await expect(sql`select 1`).rejects.toThrow('password authentication failed');
    await sql.end();
  });
});

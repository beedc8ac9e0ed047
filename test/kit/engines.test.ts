/** Every check of every engagement here, as SQL on both engines: the same facts as the loaders. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { composeKit, countedFacts } from '../../src/kit/compose.ts';
import type { KitParts } from '../../src/kit/compose.ts';
import { load } from '../../src/pipeline/load.ts';
import { silentReporter } from '../../src/pipeline/reporter.ts';
import { copyRoot, repository } from '../cli/build-runner.ts';
import { startPostgres } from '../postgres/postgres.ts';
import type { TestPostgres } from '../postgres/postgres.ts';
import { runOnDuckdb, runOnPostgres, unpack } from './run-kit.ts';
import type { Said } from './run-kit.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

let server: TestPostgres;
const parts: KitParts[] = [];
const folders: string[] = [];

beforeAll(async () => {
  const root = copyRoot(repository, 'kit');
  folders.push(root);
  const [loaded, started] = await Promise.all([load({ root, reporter: silentReporter }), startPostgres()]);
  server = started;
  for (const bundle of loaded.bundles) if (bundle.kit !== undefined) parts.push({ ...bundle, kit: bundle.kit });
});
afterAll(async () => {
  await server.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Both engines over the same files. */
async function runOnBoth(files: ReadonlyMap<string, string>): Promise<readonly [string, Said][]> {
  const folder = unpack(files);
  folders.push(folder);
  return [
    ['DuckDB', runOnDuckdb(folder)],
    ['PostgreSQL', await runOnPostgres(folder, server.url)],
  ];
}

const onboarding = (): KitParts => {
  const found = parts.find(({ facts }) => facts.some(({ id }) => id === 'handoff.late_24h'));
  if (found === undefined) throw new Error('The sample engagement has no kit.');
  return found;
};

describe('a kit in an empty folder', () => {
  it('gives on both engines the facts that the loaders gave', async () => {
    expect(parts.length).toBeGreaterThan(0);
    for (const one of parts) {
      const count = String(countedFacts(one).length);
      for (const [engine, said] of await runOnBoth(composeKit(one))) {
        expect([engine, said]).toEqual([
          engine,
          { code: 0, differing: [], verdict: `${count} of ${count} facts agree with the report` },
        ]);
      }
    }
  });

  it('leaves out what it says, and nothing else', () => {
    const { facts, checks, kit } = onboarding();
    const stated = new Set(checks.flatMap((check) => check.facts));
    expect(stated.size).toBe(107);
    expect(countedFacts({ facts, kit }).length).toBe(106);
    expect(kit.checks.flatMap(({ left_out }) => left_out.map(({ fact }) => fact))).toEqual(['evidence.drawn_again']);
  });

  it('names the fact on which the two differ', async () => {
    const { kit, ...rest } = onboarding();
    const checks = kit.checks.map((one) => ({
      ...one,
      ...(one.query !== undefined && { query: one.query.replace('handoff_hours > 48', 'handoff_hours > 72') }),
    }));
    const late = kit.checks.find(({ check }) => check === 'handoff')?.query ?? '';
    expect(late).toContain('handoff_hours > 48');
    for (const [engine, { differing }] of await runOnBoth(composeKit({ ...rest, kit: { ...kit, checks } }))) {
      expect([engine, differing]).toEqual([
        engine,
        ['handoff.late_48h: 6 of 80 published, 5 of 80 counted here (share)'],
      ]);
    }
  });

  it('counts what it is given: another promise, another clock', async () => {
    const { engagement, ...rest } = onboarding();
    const { holidays: _none, ...calendar } = engagement.calendar;
    const other = {
      ...engagement,
      promise: { ...engagement.promise, business_days: 4 },
      calendar: { ...calendar, time_zone: 'Europe/Berlin', holidays: [] },
    };
    const [[, duckdb], [, postgresql]] = (await runOnBoth(composeKit({ engagement: other, ...rest }))) as [
      [string, Said],
      [string, Said],
    ];
    expect(duckdb.differing.length).toBeGreaterThan(10);
    // Whatever it is that changes, both engines see it alike.
    expect(postgresql).toEqual(duckdb);
  });
});

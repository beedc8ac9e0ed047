/** The whole pipeline over the good fixture: what the bundle holds, when loaders run, and that bytes do not depend on the machine. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { load } from '../../src/pipeline/load.ts';
import type { LoadResult } from '../../src/pipeline/load.ts';
import { BuildProblems } from '../../src/pipeline/problem.ts';
import { listBundles, readBundle } from '../../src/pipeline/read-bundle.ts';
import { silentReporter } from '../../src/pipeline/reporter.ts';
import { applyEdits, copyRoot, removeRoot, snapshot } from './fixture-root.ts';
import type { Edit } from './fixture-root.ts';

// Loaders run in processes of their own; a busy machine takes its time to start them.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const ID = 'parcel-returns';
const bundlePath = (root: string): string => join(root, '.workbench', 'bundle', `${ID}.json`);
const roots: string[] = [];
let loaded = '';
let first: LoadResult;

function copy(from?: string): string {
  const root = copyRoot(from);
  roots.push(root);
  return root;
}

beforeAll(async () => {
  loaded = copy();
  first = await load({ root: loaded, reporter: silentReporter });
});
afterAll(() => {
  roots.forEach(removeRoot);
});

describe('the bundle', () => {
  it('counts what the file holds', () => {
    // Counted apart from this code, over parcels.csv: five refunds after the fifth working day (16 February is free), one still open.
    const facts = new Map(readBundle(loaded, ID).facts.map((fact) => [fact.id, fact]));
    expect(facts.get('refund.late')).toMatchObject({ count: 5, of: 23, table: 'parcels', scope: 'population' });
    expect(facts.get('refund.open')).toMatchObject({ value: 1, rows: ['PR-0825'] });
    expect(facts.get('refund.late')?.rows).toEqual(['PR-0233', 'PR-0344', 'PR-0529', 'PR-0714', 'PR-0862']);
  });

  it('knows file and line of each fact', () => {
    const { facts, checks } = readBundle(loaded, ID);
    const [check] = checks;
    const lines = check?.code.split('\n') ?? [];
    for (const { id, file, line } of facts) {
      expect(file).toBe('loaders/parcel-returns/refunds.check.ts');
      expect(lines[line - 1]).toContain(`'${id}'`);
    }
  });

  it('holds public columns only, and no personal value', () => {
    const [table] = readBundle(loaded, ID).tables;
    expect(table?.columns.map(({ name }) => name)).not.toContain('depot_note');
    expect(Object.keys(table?.rows[0] ?? {})).not.toContain('depot_note');
    const text = readFileSync(bundlePath(loaded), 'utf8');
    for (const value of ['Ottilie', 'Brandwein', 'ottilie.brandwein@example.com', 'shelf 1'])
      expect(text).not.toContain(value);
    expect(first.privateValues.get(ID)?.get('ottilie.brandwein@example.com')).toEqual({
      source: 'parcels',
      column: 'customer_email',
    });
  });

  it('keeps no personal value in the cache', () => {
    const kept = Object.values(snapshot(join(loaded, '.workbench'))).join('\n');
    expect(kept).not.toMatch(/Brandwein|ottilie\.brandwein/);
  });

  it('keeps markup and formulas as the text that they are', () => {
    const reasons = readBundle(loaded, ID).tables[0]?.rows.map(({ reason }) => reason);
    for (const text of [
      '<script>alert("returned")</script>',
      '=HYPERLINK("https://example.org","refund me")',
      '-1',
      '@returns',
    ]) {
      expect(reasons).toContain(text);
    }
  });

  it('says nothing of the machine', () => {
    expect(Object.values(snapshot(join(loaded, '.workbench'))).join('\n')).not.toContain(loaded);
  });

  it('goes when its engagement goes, unless only others were asked for', async () => {
    const root = copy(loaded);
    writeFileSync(join(root, '.workbench', 'bundle', 'gone.json'), '{}');
    await load({ root, engagements: [ID], reporter: silentReporter });
    expect(listBundles(root)).toEqual(['gone', ID]);
    await load({ root, reporter: silentReporter });
    expect(listBundles(root)).toEqual([ID]);
  });

  it('is refused by its reader when it does not fit', () => {
    const root = copy(loaded);
    writeFileSync(bundlePath(root), '{"format":0}');
    expect(() => readBundle(root, ID)).toThrow(BuildProblems);
    expect(() => readBundle(root, 'nobody')).toThrow('The engagement "nobody" has not been loaded.');
  });
});

describe('the same input', () => {
  it('gives the same bytes in another folder and in other time zones', () => {
    const cli = fileURLToPath(new URL('../../src/cli/load.ts', import.meta.url));
    const bytes = ['Pacific/Chatham', 'America/St_Johns'].map((zone, index) => {
      const root = copy();
      const at = join(root, 'moved', String(index));
      mkdirSync(at, { recursive: true });
      for (const folder of ['content', 'data', 'loaders']) execFileSync('mv', [join(root, folder), at]);
      execFileSync(process.execPath, [cli, '--root', at], {
        env: { ...process.env, TZ: zone, LANG: 'de_DE.UTF-8' },
        stdio: 'pipe',
      });
      return readFileSync(bundlePath(at), 'utf8');
    });
    expect(bytes[0]).toBe(readFileSync(bundlePath(loaded), 'utf8'));
    expect(bytes[1]).toBe(bytes[0]);
  });
});

describe('a loader runs only when something changed that it depends on', () => {
  async function reasons(edits: readonly Edit[], seal: readonly string[] = []): Promise<Record<string, string>> {
    const root = copy(loaded);
    applyEdits(root, edits, seal);
    const { runs } = await load({ root, reporter: silentReporter });
    return Object.fromEntries(runs.map(({ loader, reason }) => [loader, reason]));
  }
  const table = 'loaders/parcel-returns/parcels.table.ts';
  const check = 'loaders/parcel-returns/refunds.check.ts';
  const unchanged = { 'parcels.table.ts': 'unchanged', 'refunds.check.ts': 'unchanged' };

  it('says why at first', () => {
    expect(first.runs.map(({ reason, cached }) => [reason, cached])).toEqual([
      ['first run', false],
      ['first run', false],
    ]);
  });

  it('starts no process when nothing changed', async () => {
    // A process cannot begin within a millisecond: one that was started would be stopped, and told.
    const { runs } = await load({ root: loaded, reporter: silentReporter, timeLimit: 1 });
    expect(runs.every(({ cached }) => cached)).toBe(true);
    expect(runs.map(({ reason }) => reason)).toEqual(['unchanged', 'unchanged']);
  });

  it('does not look at times of files, nor at text that no loader reads', async () => {
    expect(await reasons([{ file: table, replace: 'reason', by: 'reason' }])).toEqual(unchanged);
    expect(await reasons([{ file: 'content/parcel-returns/index.mdx', append: '\nAnother sentence.\n' }])).toEqual(
      unchanged,
    );
  });

  it('notices its own file, and what that imports', async () => {
    expect(await reasons([{ file: table, append: '\n// a remark\n' }])).toEqual({
      'parcels.table.ts': 'loader changed: parcels.table.ts',
      // The table came out the same, and the check imports no more than the table's type.
      'refunds.check.ts': 'unchanged',
    });
    expect(await reasons([{ file: 'loaders/parcel-returns/hours.ts', append: '\n' }])).toMatchObject({
      'parcels.table.ts': 'loader changed: hours.ts',
    });
    expect(await reasons([{ file: check, append: '\n' }])).toEqual({
      ...unchanged,
      'refunds.check.ts': 'loader changed: refunds.check.ts',
    });
  });

  it('notices its source, and passes on what came of it', async () => {
    expect(
      await reasons(
        [{ file: 'data/parcel-returns/parcels.csv', replace: 'Too small', by: 'Too tight' }],
        ['parcels.csv'],
      ),
    ).toEqual({
      'parcels.table.ts': 'input changed: parcels.csv',
      'refunds.check.ts': 'table changed: parcels',
    });
    expect(await reasons([{ file: 'data/parcel-returns/promise.md', append: '\nAs ever.\n' }], ['promise.md'])).toEqual(
      unchanged,
    );
    expect(
      await reasons([{ file: 'data/parcel-returns/sources.yaml', replace: 'Depot ledger', by: 'Ledger' }]),
    ).toEqual({
      ...unchanged,
      'parcels.table.ts': 'declaration changed: parcels',
    });
  });

  it('notices what the engagement says', async () => {
    const { 'parcels.table.ts': said } = await reasons([
      { file: 'content/parcel-returns/engagement.yaml', replace: "date: '2026-02-16'", by: "date: '2026-02-23'" },
      {
        file: 'content/parcel-returns/engagement.yaml',
        replace: "report_date: '2026-03-25'",
        by: "report_date: '2026-03-26'",
      },
    ]);
    expect(said).toBe('parameters changed: calendar, report_date');
  });

  it('ignores a damaged entry and writes it anew', async () => {
    const root = copy(loaded);
    const folder = join(root, '.workbench', 'cache', ID);
    for (const name of Object.keys(snapshot(folder)))
      if (name.includes('parcels.table.') && !name.includes('last')) appendFileSync(join(folder, name), ' ');
    const again = await load({ root, reporter: silentReporter });
    expect(again.runs.map(({ cached, reason }) => [cached, reason])).toEqual([
      [false, 'no usable result was kept'],
      [true, 'unchanged'],
    ]);
    expect(snapshot(folder)).toEqual(snapshot(join(loaded, '.workbench', 'cache', ID)));
  });

  it('knows a result again that it had before', async () => {
    const root = copy(loaded);
    applyEdits(root, [{ file: table, append: '//\n' }]);
    await load({ root, reporter: silentReporter });
    applyEdits(root, [{ file: table, replace: '//\n', by: '' }]);
    const { runs } = await load({ root, reporter: silentReporter, timeLimit: 1 });
    expect(runs.every(({ cached }) => cached)).toBe(true);
  });

  it('loads anew what was thrown away', async () => {
    const root = copy(loaded);
    rmSync(join(root, '.workbench'), { recursive: true });
    await load({ root, reporter: silentReporter });
    expect(snapshot(join(root, '.workbench'))).toEqual(snapshot(join(loaded, '.workbench')));
  });
});

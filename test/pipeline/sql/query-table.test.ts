import { describe, expect, it, vi } from 'vitest';
import { load } from '../../../src/pipeline/load.ts';
import { BuildProblems } from '../../../src/pipeline/problem.ts';
import { renderProblems } from '../../../src/pipeline/render-problem.ts';
import { silentReporter } from '../../../src/pipeline/reporter.ts';
import { applyEdits } from '../fixture-root.ts';
import { goodRootWith, write } from '../temporary-root.ts';
import { parcelsFromFiles, PARCELS_SQL } from './parcels-in-sql.ts';

vi.setConfig({ testTimeout: 120_000 });

const loaded = async (root: string) => load({ root, reporter: silentReporter });
const bundleOf = async (root: string) => (await loaded(root)).bundles[0]!;
const told = async (root: string): Promise<string> => {
  const error: unknown = await loaded(root).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(BuildProblems);
  return renderProblems((error as BuildProblems).problems);
};

describe('a table from SQL over files', () => {
  it('gives the facts that the loader of the file gives, with the same check', async () => {
    const [file, sql] = [await bundleOf(goodRootWith()), await bundleOf(goodRootWith(parcelsFromFiles()))];
    expect(sql.facts).toEqual(file.facts);
    expect(sql.tables).toEqual(file.tables);
    expect(sql.refused).toEqual(file.refused);
  });

  it('stands in the order of its key where the query orders nothing', async () => {
    const sql = PARCELS_SQL.replace(/ORDER BY.*\n/, '');
    const table = `loaders/parcel-returns/parcels.table.ts`;
    const files = parcelsFromFiles(sql);
    const { tables } = await bundleOf(
      goodRootWith({ ...files, [table]: files[table]!.replace(`.orderby('arrived_at')`, '') }),
    );
    const keys = tables[0]!.rows.map(({ parcel_id }) => parcel_id);
    expect(keys).toEqual([...keys].sort());
  });

  it('runs again when the query or a parameter changes, and not otherwise', async () => {
    const root = goodRootWith(parcelsFromFiles());
    const reasons = async () => (await loaded(root)).runs.map(({ loader, reason }) => `${loader}: ${reason}`);
    await reasons();
    expect(await reasons()).toEqual(['parcels.table.ts: unchanged', 'refunds.check.ts: unchanged']);
    write(root, { 'loaders/parcel-returns/parcels.sql': `${PARCELS_SQL}-- counted again\n` });
    expect(await reasons()).toEqual(['parcels.table.ts: loader changed: parcels.sql', 'refunds.check.ts: unchanged']);
    write(root, parcelsFromFiles(PARCELS_SQL, `{ from: '2026-01-02' }`));
    expect(await reasons()).toEqual([
      'parcels.table.ts: loader changed: parcels.sql, parcels.table.ts',
      'refunds.check.ts: unchanged',
    ]);
  });

  it('sets a row aside with its line where the query hands on source_line, and stops where it does not', async () => {
    const root = goodRootWith(parcelsFromFiles());
    const row = 'PR-9999,2026-03-11 10:00,soon,Too small,Ottilie Brandwein,ottilie.brandwein@example.com,\n';
    applyEdits(
      root,
      [
        { file: 'data/parcel-returns/parcels.csv', append: row },
        { file: 'data/parcel-returns/sources.yaml', replace: 'rows: 24', by: 'rows: 25\n    max_refused: 1' },
      ],
      ['parcels.csv'],
    );
    expect((await bundleOf(root)).refused).toEqual([
      {
        source: 'parcels',
        file: 'data/parcel-returns/parcels.csv',
        line: 26,
        column: 'refunded_at',
        value: 'soon',
        reason: 'a local time such as 2026-03-09 14:05 is expected',
      },
    ]);
    write(root, { 'loaders/parcel-returns/parcels.sql': PARCELS_SQL.replace(',\n  source_line', '') });
    expect(await told(root)).toMatchInlineSnapshot(`
      "loaders/parcel-returns/parcels.sql  Row 25 of the result is refused, for its column "refunded_at": a local time such as 2026-03-09 14:05 is expected.
          found     soon

      loaders/parcel-returns/parcels.sql  1 row of the result had to be refused.
          expected  none, because no line of a file stands behind them
          found     1
          do        Correct the query or the row schema; or select source_line from a single source, and
                    such rows are set aside up to its max_refused.

      2 problems.
      "
    `);
  });

  it('reads tables that other loaders made, with their types', async () => {
    const weekly = `
      import { column, defineTable, number, text } from 'workbench';
      import { z } from 'zod';
      import type parcels from './parcels.table.ts';
      export default defineTable<{ parcels: typeof parcels }>()({
        title: 'Refunds by reason',
        needs: ['parcels'],
        sql: 'reasons.sql',
        key: 'reason',
        scope: 'log',
        row: z.object({ reason: text(), refunded: number(), median_hours: number() }),
        columns: { reason: column.text('Reason'), refunded: column.number('Refunded', 'parcels'), median_hours: column.number('Median', 'h') },
      });`;
    const root = goodRootWith({
      'loaders/parcel-returns/reasons.table.ts': weekly,
      'loaders/parcel-returns/reasons.sql': `
        SELECT coalesce(reason, '(none)') AS reason, count(*) AS refunded,
          median(date_diff('minute', arrived_at, refunded_at) / 60) AS median_hours
        FROM parcels WHERE refunded_at IS NOT NULL AND NOT coalesce(late, false) GROUP BY ALL`,
    });
    const { tables } = await bundleOf(root);
    const reasons = tables.find(({ id }) => id === 'reasons');
    expect(reasons?.sources).toEqual(['parcels']);
    expect(reasons?.rows.slice(0, 2)).toMatchInlineSnapshot(`
      [
        {
          "median_hours": 52.516666666666666,
          "reason": "(none)",
          "refunded": 1,
        },
        {
          "median_hours": 52.93333333333333,
          "reason": "+49 30 1234",
          "refunded": 1,
        },
      ]
    `);
  });
});

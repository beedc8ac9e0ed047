/** SQL beside the checks of the good fixture: what becomes of it, and when it runs. */
import { afterAll, describe, expect, it, vi } from 'vitest';
import { load } from '../../src/pipeline/load.ts';
import type { Reporter } from '../../src/pipeline/reporter.ts';
import type { Kit } from '../../src/schema/kit.ts';
import { applyEdits, copyRoot, removeRoot } from './fixture-root.ts';

vi.setConfig({ testTimeout: 120_000 });

const LOADERS = 'loaders/parcel-returns';
const roots: string[] = [];
afterAll(() => {
  roots.forEach(removeRoot);
});
function copy(from?: string): string {
  const root = copyRoot(from);
  roots.push(root);
  return root;
}

async function loaded(root: string): Promise<{ kit: Kit | undefined; counted: readonly string[] }> {
  const counted: string[] = [];
  const reporter: Reporter = {
    step: (name) => ({
      done: (detail) => {
        if (name.endsWith('count again in SQL')) counted.push(detail ?? '');
      },
    }),
    note: () => undefined,
  };
  const { bundles } = await load({ root, reporter });
  return { kit: bundles[0]?.kit, counted };
}

describe('the SQL of an engagement', () => {
  it('runs when something that it depends on has changed, and only then', async () => {
    const root = copy();
    expect((await loaded(root)).counted).toEqual(['first run']);
    expect((await loaded(root)).counted).toEqual([]);
    applyEdits(root, [{ file: `${LOADERS}/mapping.sql`, append: '-- more\n' }]);
    expect((await loaded(root)).counted).toEqual(['SQL changed: mapping.sql']);
    applyEdits(root, [{ file: 'data/parcel-returns/parcels.csv', replace: 'PR-0825', by: 'PR-0826' }], ['parcels.csv']);
    expect((await loaded(root)).counted).toEqual(['table changed: sample_parcels']);
  });

  it('is not asked for: without any there is no kit, and the engagement builds', async () => {
    const root = copy();
    applyEdits(root, [
      { file: `${LOADERS}/mapping.sql`, remove: true },
      { file: `${LOADERS}/refunds.check.sql`, remove: true },
    ]);
    expect(await loaded(root)).toEqual({ kit: undefined, counted: [] });
  });

  it('says which checks have none, and why facts are left out', async () => {
    const root = copy();
    applyEdits(root, [
      {
        file: `${LOADERS}/parcels.check.ts`,
        write: `import { defineCheck } from 'workbench';
import type parcels from './parcels.table.ts';

export default defineCheck<{ parcels: typeof parcels }>({
  question: 'How many parcels are there?',
  needs: ['parcels'],
  facts: ({ parcels }, fact) => [
    fact.count('parcels.all', { label: 'Parcels', definition: 'Parcels of the period', unit: 'parcels', of: parcels }),
  ],
});
`,
      },
      {
        file: `${LOADERS}/refunds.check.sql`,
        write: `-- left out: refund.late: The contract says how it is counted.
-- left out: refund.median_hours: It is a median.
select 'refund.open' as fact, count(*) as count, cast(null as bigint) as of, cast(null as double precision) as value
from parcels where refunded_at is null
`,
      },
    ]);
    const { kit } = await loaded(root);
    expect(kit?.checks.map(({ check, left_out }) => [check, left_out])).toEqual([
      ['parcels', [{ fact: 'parcels.all', reason: 'No SQL has been written for this check.' }]],
      [
        'refunds',
        [
          { fact: 'refund.late', reason: 'The contract says how it is counted.' },
          { fact: 'refund.median_hours', reason: 'It is a median.' },
        ],
      ],
    ]);
  });
});

/** A control of another engagement than ours, loaded as a build does: nothing of it is known to the workbench. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { load } from '../../src/pipeline/load.ts';
import { madeFrom } from '../../src/pipeline/made-from.ts';
import { silentReporter } from '../../src/pipeline/reporter.ts';
import type { Bundle } from '../../src/schema/bundle.ts';
import { proofOf } from '../../src/package/proof.ts';
import { copyRoot, readCases, removeRoot, applyEdits } from './fixture-root.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const CONTROL = 'loaders/parcel-returns/waits.control.ts';
let root = '';
let bundle: Bundle;

/** The control of the case whose only fault is that no finding shows it. */
function withControl(folder: string): void {
  const sound = readCases().find(({ name }) => name === 'control-not-shown');
  if (sound === undefined) throw new Error('The case with a sound control is gone.');
  applyEdits(folder, sound.edits, []);
  const finding = join(folder, 'content/parcel-returns/findings/late-refunds.mdx');
  const text = readFileSync(finding, 'utf8');
  writeFileSync(finding, text.replace('\nchecks: [refunds]', '\n  replayed: [waits]\nchecks: [refunds]'));
}

beforeAll(async () => {
  root = copyRoot();
  withControl(root);
  const { bundles } = await load({ root, reporter: silentReporter });
  const [only] = bundles;
  if (only === undefined) throw new Error('The fixture has one engagement.');
  bundle = only;
});
afterAll(() => {
  removeRoot(root);
});

describe('a control', () => {
  test('keeps its replays one by one, with what was expected and what the rule decided', () => {
    const [control] = bundle.controls;
    expect(control).toMatchObject({ id: 'waits', file: CONTROL, tables: ['parcels'] });
    expect(
      control?.replays.map(({ key, expected, actual, decision, pass }) => [key, expected, actual, decision, pass]),
    ).toEqual([
      ['PR-0011', 'quiet', 'quiet', 'quiet', true],
      ['PR-0233', 'listed', 'listed', 'listed', true],
    ]);
    const code = control?.code.split('\n') ?? [];
    expect(
      control?.replays.map(({ line, key }) =>
        code
          .slice(line - 1, line + 3)
          .join()
          .includes(key),
      ),
    ).toEqual([true, true]);
  });

  test('names the cases that find each planted defect', () => {
    expect(bundle.controls[0]?.mutations.map(({ id, caught_by }) => [id, caught_by])).toEqual([
      ['never', ['PR-0233']],
      ['always', ['PR-0011']],
      ['turned_round', ['PR-0011', 'PR-0233']],
    ]);
  });

  test('states what it would have caught, missed and flagged wrongly, counted from rows', () => {
    const rows = bundle.tables.find(({ id }) => id === 'parcels')?.rows ?? [];
    const flagged = rows.filter(({ refund_hours: hours }) => hours === null || Number(hours) > 168);
    const due = rows.filter(({ late }) => late !== false);
    const count = (id: string) => {
      const fact = bundle.facts.find((one) => one.id === `control.waits.${id}`);
      return [fact?.count, fact?.of];
    };
    const both = flagged.filter((row) => due.includes(row)).length;
    expect(count('caught')).toEqual([both, due.length]);
    expect(count('missed')).toEqual([due.length - both, due.length]);
    expect(count('wrongly')).toEqual([flagged.length - both, rows.length - due.length]);
    expect(bundle.facts.filter(({ check }) => check === 'waits').every(({ file }) => file === CONTROL)).toBe(true);
  });

  test('stands in the proof', () => {
    const proof = proofOf(bundle, madeFrom(root, bundle.id));
    expect(proof.controls).toEqual(bundle.controls);
    expect(proof.findings[0]?.control.replayed).toEqual(['waits']);
  });

  test('is kept until something that it depends on changes', async () => {
    const again = await load({ root, reporter: silentReporter });
    expect(again.runs.find(({ loader }) => loader === 'waits.control.ts')).toMatchObject({ cached: true });
    const path = join(root, CONTROL);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('hours > 168', 'hours > 169'));
    const changed = await load({ root, reporter: silentReporter });
    expect(changed.runs.filter(({ cached }) => !cached).map(({ loader }) => loader)).toEqual(['waits.control.ts']);
  });
});

/** The door to the pipeline, as a person at a terminal meets it. */
import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { load } from '../../src/pipeline/load.ts';
import { silentReporter } from '../../src/pipeline/reporter.ts';
import { copyRoot, removeRoot } from '../pipeline/fixture-root.ts';

// Loaders run in processes of their own; a busy machine takes its time to start them.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const door = fileURLToPath(new URL('../../src/cli/load.ts', import.meta.url));
let root = '';

beforeAll(async () => {
  root = copyRoot();
  await load({ root, reporter: silentReporter });
});
afterAll(() => {
  removeRoot(root);
});

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [door, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('load', () => {
  it('says what it wrote, and with --explain why each loader ran or did not', () => {
    const { status, stdout, stderr } = run('parcel-returns', '--root', root, '--explain');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.replaceAll(/\d+(\.\d)? m?s\b/g, 'T')).toMatchInlineSnapshot(`
      "parcel-returns: read files  T
      parcel-returns: read loaders  T  unchanged
      parcel-returns: check  T
        kept  parcel-returns/parcels.table.ts: unchanged
        kept  parcel-returns/refunds.check.ts: unchanged
      .workbench/bundle/parcel-returns.json: tables 1, facts 3, findings 1, refused rows 0
      0 of 2 loaders ran
      "
    `);
  });

  it('tells problems without a stack, and ends with 1', () => {
    appendFileSync(join(root, 'loaders/parcel-returns/hours.ts'), "throw new Error('not today');\n");
    const { status, stderr } = run('--root', root);
    expect(status).toBe(1);
    expect(stderr).toContain('loaders/parcel-returns/hours.ts:6:7  This loader throws while it is loaded: not today');
    expect(stderr).not.toContain('    at ');
    expect(run('--root', root, '--debug').stderr).toContain('at authored:///loaders/parcel-returns/hours.ts:6:7');
  });

  it.each([
    ['an unknown option', ['--exlain'], "Unknown option '--exlain'"],
    ['an unknown engagement', ['parcel-return'], 'Did you mean "parcel-returns"?'],
  ])('tells %s', (_what, args, said) => {
    const { status, stderr } = run('--root', root, ...args);
    expect(status).toBe(1);
    expect(stderr).toContain(said);
  });
});

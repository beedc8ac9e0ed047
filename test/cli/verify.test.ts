/** `npm run verify` as a user runs it: what it accepts, what it says, what it leaves alone. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, digests, fixture, repository, userEnvironment } from './build-runner.ts';
import type { Run } from './build-runner.ts';

const VERIFY = join(repository, 'src', 'cli', 'verify.ts');

let root: string;
let elsewhere: string;

function verify(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [VERIFY, ...args, '--root', root], {
    encoding: 'utf8',
    cwd: repository,
    env: { ...userEnvironment, ...environment },
  });
  return { code: status, output: `${stdout}${stderr}` };
}

/** A copy of what was built, in a folder of its own. */
function copied(name: string): string {
  const copy = join(elsewhere, name);
  cpSync(join(root, 'dist'), copy, { recursive: true });
  return copy;
}

const edit = (file: string, from: string | RegExp, to: string): void => {
  const text = readFileSync(file, 'utf8');
  const after = text.replace(from, to);
  expect(after).not.toBe(text);
  writeFileSync(file, after);
};

beforeAll(() => {
  root = fixture();
  elsewhere = realpathSync(mkdtempSync(join(tmpdir(), 'elsewhere-')));
  expect(build(root)).toMatchObject({ code: 0 });
}, 120_000);
afterAll(() => {
  for (const folder of [root, elsewhere]) rmSync(folder, { recursive: true, force: true });
});

describe('npm run verify', { timeout: 240_000 }, () => {
  it('agrees with an untouched copy in another folder, time zone and language, and writes nothing', () => {
    const copy = copied('untouched');
    const before = digests(root);
    const { code, output } = verify([copy], { TZ: 'Asia/Kathmandu', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' });
    expect(output).toMatch(/all \d+ files agree, byte by byte, with what was recomputed from data\/parcel-returns/);
    expect(code).toBe(0);
    expect(digests(root)).toEqual(before);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('workbench-verify-'))).toEqual([]);
  });

  it('does not believe a kept result that was altered', () => {
    const cache = join(root, '.workbench', 'cache', 'parcel-returns');
    const kept = readdirSync(cache).filter((name) => name.endsWith('.json'));
    expect(kept.length).toBeGreaterThan(1);
    const before = kept.map((name) => [name, readFileSync(join(cache, name))] as const);
    for (const name of kept) writeFileSync(join(cache, name), 'altered');
    expect(verify([join(root, 'dist', 'parcel-returns.html')])).toMatchObject({ code: 0 });
    for (const [name, bytes] of before) writeFileSync(join(cache, name), bytes);
  });

  it('names what was altered, in a renamed folder, with a link and a file too many', () => {
    const copy = copied('altered');
    const folder = join(copy, 'renamed');
    cpSync(join(copy, 'parcel-returns'), folder, { recursive: true });
    edit(join(folder, 'proof.json'), /"count":1,/, '"count":2,');
    writeFileSync(join(folder, 'more.csv'), 'a');
    rmSync(join(folder, 'report.js'), { force: true });
    rmSync(join(folder, 'proof.schema.json'));
    symlinkSync(join(root, 'dist', 'parcel-returns', 'proof.schema.json'), join(folder, 'proof.schema.json'));
    const { code, output } = verify([folder]);
    expect(code).toBe(1);
    expect(output).toContain('Expected is what was recomputed, found is what was published.');
    expect(output).toMatch(/renamed\/proof\.json {2}`refund\.\w+`: count differs\.\n +expected +1\n +found +2\n/);
    expect(output).toContain(`${join(folder, 'more.csv')}  This file is no part of the package.`);
    expect(output).toContain(`${join(folder, 'proof.schema.json')}  This is a symbolic link`);
  });

  it('compares the sources where the engagement does not build any more', () => {
    const changed = fixture();
    try {
      const data = join(changed, 'data', 'parcel-returns', 'parcels.csv');
      edit(data, '2026-02-02', '2026-02-03');
      const { status, stderr } = spawnSync(
        process.execPath,
        [VERIFY, join(root, 'dist', 'parcel-returns'), '--root', changed],
        { encoding: 'utf8', cwd: repository, env: userEnvironment },
      );
      expect(status).toBe(1);
      expect(stderr).toContain('The report cannot be recomputed: parcel-returns does not build here');
      expect(stderr).toMatch(
        /data\/parcel-returns\/parcels\.csv {2}The source `[\w-]+` of the package is not the file that is here\./,
      );
    } finally {
      rmSync(changed, { recursive: true, force: true });
    }
  });

  it('says what it expects where there is no report', () => {
    const nothing = verify([join(elsewhere, 'nowhere')]);
    expect(nothing).toMatchObject({ code: 1 });
    expect(nothing.output).toContain('There is nothing at this path.');
    const other = verify([join(repository, 'src', 'core')]);
    expect(other).toMatchObject({ code: 1 });
    expect(other.output).toContain('This is no report that the workbench has built.');
    const option = verify(['--fast']);
    expect(option).toMatchObject({ code: 1 });
    expect(option.output).toContain('--fast');
  });
});

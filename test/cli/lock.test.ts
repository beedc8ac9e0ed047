/** `npm run lock`, as a person at a terminal meets it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const door = fileURLToPath(new URL('../../src/cli/lock.ts', import.meta.url));
let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'lock-'));
  mkdirSync(join(root, 'dist'));
  writeFileSync(join(root, 'dist', 'parcels.html'), '<title>Parcels</title><section data-page="index"></section>');
  writeFileSync(join(root, 'dist', 'page.html'), '<title>A page of a folder</title>');
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, WORKBENCH_PASSWORD: 'abacus heave tidy walnut crust' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [door, ...args], { encoding: 'utf8', cwd: root, env });
  return { status, stdout, stderr };
}

test('locks the report of an engagement beside it, and says so', () => {
  const { status, stdout, stderr } = run('parcels', '--root', root);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatchInlineSnapshot(`
    "dist/parcels.locked.html  0.0 MB
    Its name and its size are all that it tells. The next build removes it from dist.
    "
  `);
  expect(readFileSync(join(root, 'dist', 'parcels.locked.html'), 'utf8')).toContain('<title>Locked report</title>');
});

test('takes a file from anywhere, to anywhere', () => {
  const to = join(root, 'elsewhere', 'for-you.html');
  expect(run('dist/parcels.html', '--to', to).status).toBe(0);
  expect(readFileSync(to, 'utf8')).not.toMatch(/parcels/i);
});

test('repeats nothing of what was typed where it does not understand it', () => {
  const { status, stdout, stderr } = run('parcels', '--password', 'hunter2');
  expect(status).toBe(1);
  expect(stdout + stderr).not.toContain('hunter2');
  expect(stderr).toMatchInlineSnapshot(`
    "
    This is not how a report is locked.
        expected  npm run lock -- <engagement|FILE> [--to FILE] [--root DIR] [--generate |
                  --password-stdin]
        do        Name one report. A password does not go on the command line, where others can read it:
                  the command asks for it.

    1 problem.
    "
  `);
});

test('names what it cannot lock', () => {
  expect(run('nothing', '--root', root).stderr).toMatchInlineSnapshot(`
    "
    There is no report dist/nothing.html.
        expected  the name of an engagement that was built, or a report in one file
        found     nothing
        do        Run npm run build -- nothing first.

    1 problem.
    "
  `);
  expect(run('dist/page.html').stderr).toMatchInlineSnapshot(`
    "
    dist/page.html  This is not a report in one file.
        expected  what a build writes as dist/<engagement>.html, or a version saved from it
        found     a page called "A page of a folder"
        do        Name the report in one file; the pages of a folder need their neighbours.

    1 problem.
    "
  `);
  expect(run('dist/parcels.html', '--to', 'dist/parcels.html').stderr).toMatchInlineSnapshot(`
    "
    The locked file would take the place of the report.
        do        Choose another name for --to.

    1 problem.
    "
  `);
});

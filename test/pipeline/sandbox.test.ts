/** What a loader's process cannot do, tried from inside: the permission model alone, without the guards that explain it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ask } from '../../src/pipeline/host.ts';
import { homeOf } from '../../src/pipeline/describe.ts';
import { environment, permissionFlags } from '../../src/pipeline/permissions.ts';
import { removeRoot } from './fixture-root.ts';

// Loaders run in processes of their own; a busy machine takes its time to start them.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let root = '';
let loaders = '';
const server = createServer((socket) => socket.end());

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'workbench-sandbox-')));
  loaders = join(root, 'loaders', 'x');
  mkdirSync(loaders, { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'secret');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  removeRoot(root);
});

/** Runs a script with the rights of a loader; what it prints. */
function attempt(code: string): string {
  const script = join(loaders, 'attempt.mjs');
  writeFileSync(script, `${code}\n`);
  return execFileSync(process.execPath, [...permissionFlags(loaders), script], {
    env: environment,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  }).trim();
}
const told = (expression: string): string =>
  `try { ${expression}; console.log('done'); } catch (error) { console.log(error.code ?? error.cause?.code); }`;

describe('the permission model', () => {
  it('lets a loader read its own folder', () => {
    expect(attempt(`import { readdirSync } from 'node:fs'; console.log(readdirSync('${loaders}').join());`)).toBe(
      'attempt.mjs',
    );
  });

  it.each([
    ['read another file', `import fs from 'node:fs'; ${told(`fs.readFileSync('ROOT/secret.txt')`)}`],
    ['list a folder above', `import fs from 'node:fs'; ${told(`fs.readdirSync('ROOT')`)}`],
    ['write beside itself', `import fs from 'node:fs'; ${told(`fs.writeFileSync('ROOT/loaders/x/new.txt', '')`)}`],
    [
      'write to the temporary folder',
      `import fs from 'node:fs'; import os from 'node:os'; ${told(`fs.writeFileSync(os.tmpdir() + '/new.txt', '')`)}`,
    ],
    ['start a process', `import child from 'node:child_process'; ${told(`child.execFileSync('true')`)}`],
    ['start a worker', `import { Worker } from 'node:worker_threads'; ${told(`new Worker('0', { eval: true })`)}`],
    ['load an addon', told(`process.dlopen({ exports: {} }, 'ROOT/loaders/x/a.node')`)],
  ])('does not let it %s', (_what, code) => {
    expect(attempt(code.replaceAll('ROOT', root))).toMatch(/^ERR_(ACCESS_DENIED|DLOPEN_DISABLED)$/);
  });

  it('does not let it reach a server that is there', () => {
    const { port } = server.address() as AddressInfo;
    expect(attempt(told(`await fetch('http://127.0.0.1:${String(port)}/')`))).toBe('ERR_ACCESS_DENIED');
  });

  it('shows it nothing of the environment', () => {
    expect(JSON.parse(attempt('console.log(JSON.stringify(process.env))'))).toEqual({ LANG: 'C', TZ: 'UTC' });
  });
});

describe('the guards', () => {
  async function describeLoader(code: string): Promise<string[]> {
    writeFileSync(join(loaders, 'a.table.ts'), code);
    const { place, folder } = homeOf(root, 'x');
    const { problems } = await ask(
      { task: 'describe', place, loaders: [{ kind: 'table', name: 'a', file: 'loaders/x/a.table.ts' }] },
      folder,
      { timeLimit: 20_000 },
    );
    return problems.map(({ code: kind, line }) => `${kind}:${String(line)}`);
  }

  it.each([
    ['new Date();', 'loader-clock:1'],
    ['Date();', 'loader-clock:1'],
    ['performance.now();', 'loader-clock:1'],
    ['Temporal.Now.instant();', 'loader-clock:1'],
    ['crypto.randomUUID();', 'loader-random:1'],
    ['new Intl.DateTimeFormat("en").format(0);', 'loader-zone:1'],
    ['new WebSocket("ws://127.0.0.1/");', 'loader-network:1'],
    ['process.stdout.write("so");', 'loader-prints:1'],
    ['process.exit(0);', 'loader-exits:1'],
    ['process.env;', 'loader-machine:1'],
    ['process.getBuiltinModule("node:os");', 'loader-import:1'],
    ['const os = await import("node:os");', 'loader-import:1'],
    ['import { writeFileSync } from "node:fs"; writeFileSync("out.csv", "");', 'loader-writes:1'],
    ['try { Math.random(); } catch { /* hidden */ }', 'loader-random:1'],
  ])('name what %s does', async (code, expected) => {
    expect(await describeLoader(code)).toContain(expected);
  });

  it('let through what needs neither clock nor chance', async () => {
    const code = `
      import { column, defineTable } from 'workbench';
      const fixed = new Date('2026-03-09T00:00:00Z');
      if (fixed.toLocaleDateString('en-GB', { timeZone: 'UTC' }) !== '09/03/2026') throw new Error('zone');
      if (!(fixed instanceof Date) || Date.UTC(2026, 2, 9) !== fixed.getTime()) throw new Error('date');
      if (import.meta.url !== 'authored:///loaders/x/a.table.ts') throw new Error(import.meta.url);
      export default defineTable()({ title: 'A', source: 'a', key: 'id', scope: 'log', columns: { id: column.text('Id') } });`;
    expect(await describeLoader(code)).toEqual([]);
  });
});

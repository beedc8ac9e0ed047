/** The preview: problems in the terminal and in the browser, gone when they are mended, with no restart. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixture, repository, userEnvironment } from './build-runner.ts';
import type { ChildProcess } from 'node:child_process';

let root: string;
let server: ChildProcess;
let said = '';
let base: string;

/** Asks until the page satisfies a condition, and returns what it said last. */
async function until(path: string, holds: (status: number, text: string) => boolean): Promise<string> {
  let last = '';
  for (const started = performance.now(); performance.now() - started < 20_000;) {
    const response = await fetch(new URL(path, base));
    last = await response.text();
    if (holds(response.status, last)) return last;
    await wait(150);
  }
  throw new Error(`The page did not change as expected; it says:\n${last.slice(-2000)}\nThe server said:\n${said}`);
}

function edit(path: string, from: string, to: string): void {
  const file = join(root, path);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

beforeAll(async () => {
  root = fixture();
  server = spawn(process.execPath, [join(repository, 'src', 'cli', 'dev.ts'), '--root', root], {
    cwd: repository,
    env: userEnvironment,
  });
  base = await new Promise<string>((resolve, reject) => {
    const listen = (part: Buffer): void => {
      said += part.toString();
      const address = /Preview: (http:\/\/localhost:\d+\/)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('exit', () => {
      reject(new Error(said));
    });
  });
}, 60_000);

afterAll(async () => {
  server.kill('SIGTERM');
  await once(server, 'exit');
  rmSync(root, { recursive: true, force: true });
});

it('shows what is wrong until it is mended, in prose and in data', { timeout: 90_000 }, async () => {
  await until('parcel-returns/index.html', (status, text) => status === 200 && text.includes('of 23'));
  edit('content/parcel-returns/index.mdx', 'refund.late" />', 'refund.latest" />');
  const problem = await until('parcel-returns/index.html', (status) => status === 500);
  expect(problem).toContain('There is no fact &quot;refund.latest&quot;.');
  expect(problem).toContain('content/parcel-returns/index.mdx:7');
  expect(said).toContain('There is no fact "refund.latest".');

  edit('content/parcel-returns/index.mdx', 'refund.latest" /> were', 'refund.late" /> have been');
  await until('parcel-returns/index.html', (status, text) => status === 200 && text.includes('have been sent later'));
  expect(said).toContain('Mended.');

  edit('data/parcel-returns/parcels.csv', 'Too small', 'Too short');
  await until('parcel-returns/index.html', (status, text) => status === 500 && text.includes('parcels.csv'));
  edit('data/parcel-returns/parcels.csv', 'Too short', 'Too small');
  await until('parcel-returns/index.html', (status) => status === 200);
});

/** The preview: problems in the terminal and in the browser, gone when they are mended, with no restart. */
import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixture } from './build-runner.ts';
import { edit as save, startPreview } from './preview-server.ts';
import type { PreviewServer } from './preview-server.ts';

let root: string;
let server: PreviewServer;
const edit = (path: string, from: string, to: string): void => save(root, path, from, to);

/** Asks until the page satisfies a condition, and returns what it said last. */
async function until(path: string, holds: (status: number, text: string) => boolean): Promise<string> {
  let last = '';
  for (const started = performance.now(); performance.now() - started < 20_000;) {
    const response = await fetch(new URL(path, server.base));
    last = await response.text();
    if (holds(response.status, last)) return last;
    await wait(150);
  }
  throw new Error(
    `The page did not change as expected; it says:\n${last.slice(-2000)}\nThe server said:\n${server.said()}`,
  );
}

beforeAll(async () => {
  root = fixture();
  server = await startPreview(root);
}, 60_000);

afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

it('shows what is wrong until it is mended, in prose and in data', { timeout: 90_000 }, async () => {
  await until('parcel-returns/index.html', (status, text) => status === 200 && text.includes('of 23'));
  edit('content/parcel-returns/index.mdx', 'refund.late" />', 'refund.latest" />');
  const problem = await until('parcel-returns/index.html', (status) => status === 500);
  expect(problem).toContain('There is no fact &quot;refund.latest&quot;.');
  expect(problem).toContain('content/parcel-returns/index.mdx:7');
  expect(server.said()).toContain('There is no fact "refund.latest".');

  edit('content/parcel-returns/index.mdx', 'refund.latest" /> were', 'refund.late" /> have been');
  await until('parcel-returns/index.html', (status, text) => status === 200 && text.includes('have been sent later'));
  expect(server.said()).toContain('Mended.');

  edit('data/parcel-returns/parcels.csv', 'Too small', 'Too short');
  await until('parcel-returns/index.html', (status, text) => status === 500 && text.includes('parcels.csv'));
  edit('data/parcel-returns/parcels.csv', 'Too short', 'Too small');
  await until('parcel-returns/index.html', (status) => status === 200);
});

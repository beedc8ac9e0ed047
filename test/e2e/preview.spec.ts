/** The author's loop: a cell that is edited shows, inputs stay where they were, and what is wrong stands in its place. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { fixture } from '../cli/build-runner.ts';
import { edit, startPreview } from '../cli/preview-server.ts';
import type { PreviewServer } from '../cli/preview-server.ts';

const CELLS = `---
title: Try the cells
nav: Try
order: 6
---

Before the cells.

\`\`\`js
const above = view(Inputs.range([0, 96], {label: "Above", unit: "hours", value: 24, step: 1}))
\`\`\`

\`\`\`js
const late = parcels.filter((d) => d.refund_hours > above)
\`\`\`

\`\`\`js
display(html\`<p id="count">Late: \${late.length}</p>\`)
\`\`\`

\`\`\`js
display(html\`<p id="limit">Limit: \${above}</p>\`)
\`\`\`

The list has <Value of="late.length"/> parcels.
`;
const FILE = 'content/parcel-returns/try.mdx';

let root = '';
let server: PreviewServer;

test.use({ offline: false });
test.beforeAll(async () => {
  test.setTimeout(120_000);
  root = fixture();
  writeFileSync(join(root, FILE), CELLS);
  server = await startPreview(root);
});
test.afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

test('an edited cell shows, inputs stay, and an error stands in its place until it is mended', async ({ page }) => {
  test.setTimeout(180_000);
  const slow = { timeout: 40_000 };
  const troubles = page.locator('[data-cell-trouble]');
  const number = page.locator('input[type=number]');
  await page.goto(`${server.base}parcel-returns/try/index.html`);
  await expect(page.locator('#count')).toHaveText(/Late: \d+/, slow);
  await page.locator('input[type=range]').focus();
  for (let times = 0; times < 6; times += 1) await page.keyboard.press('ArrowRight');
  await expect(page.locator('#limit')).toHaveText('Limit: 30');
  await expect.poll(() => page.url()).toContain('above=30');
  const count = (await page.locator('#count').textContent())!.replace('Late: ', '');

  edit(root, FILE, 'Late: ', 'Later than that: ');
  await expect(page.locator('#count')).toHaveText(`Later than that: ${count}`, slow);
  await expect(number).toHaveValue('30');

  edit(root, FILE, 'd.refund_hours > above)', 'd.refund_hours > abov)');
  await expect(troubles).toHaveCount(3, slow);
  for (const words of [
    `${FILE}:14:53  "abov" is not defined.`,
    '14 | const late = parcels.filter((d) => d.refund_hours > abov)',
    'do        Did you mean "above"?',
  ])
    await expect(troubles.nth(0)).toContainText(words);
  await expect(troubles.nth(1)).toHaveText('Waits for what has to be mended first: line 14.');
  await expect(troubles.nth(2)).toHaveText('Waits for what has to be mended first: line 14.');
  await expect(page.getByText('Before the cells.')).toBeVisible();
  await expect(number).toHaveValue('30');
  await page.locator('input[type=range]').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('#limit')).toHaveText('Limit: 31');
  await expect.poll(() => page.url()).toContain('above=31');
  expect(server.said()).toContain('"abov" is not defined.');

  edit(root, FILE, 'd.refund_hours > abov)', 'd.refund_hours >= above)');
  await expect(page.locator('#count')).toHaveText(/Later than that: \d+/, slow);
  await expect(troubles).toHaveCount(0);
  await expect(number).toHaveValue('31');
  expect(server.said()).toContain('Mended.');
});

test('whatever is wrong with a cell stands in its place', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto(`${server.base}parcel-returns/try/index.html`);
  const limit = page.locator('#limit');
  const line = 'display(html`<p id="limit">Limit: ${above}</p>`)';
  for (const [source, words] of [
    ['display(html`<p id="limit">', 'try.mdx:22'],
    ['throw new Error("Not today");', 'The cell stopped: Not today.'],
    ['const late = 3', '"late" is defined by two cells.'],
    ['svg`<svg width="200" height="9"></svg>`', 'The drawing has no text alternative.'],
    ['(12).toLocaleString()', '"toLocaleString" without a locale'],
    ['import { bands } from "./bands.ts";\ndisplay(bands)', 'A module of the engagement cannot be read.'],
  ] as const) {
    edit(root, FILE, line, source);
    await expect(page.locator('[data-cell-trouble]').first()).toContainText(words, { timeout: 40_000 });
    await expect(page.locator('#count')).toBeVisible();
    edit(root, FILE, source, line);
    await expect(limit).toHaveText(/Limit: \d+/, { timeout: 40_000 });
    await expect(page.locator('[data-cell-trouble]')).toHaveCount(0);
  }
});

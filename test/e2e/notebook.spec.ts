/** The notebook: every output follows the inputs, and what was set travels. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { above, named, slider } from './handoffs.ts';
import { address, expect, pageText, savedText, singleFile, slugs, step, test } from './report.ts';

test('pages without cells and sliders load no script', () => {
  for (const slug of slugs) {
    const text = pageText(slug);
    if (!text.includes('data-notebook') && !text.includes('data-roi-model')) expect(text).not.toContain('report.js');
  }
});

test('what an address asks and the page does not have is explained, and changes nothing', async ({ page }) => {
  for (const [query, words] of [
    ['limit=lots', '"limit" cannot be set to "lots"'],
    ['limit=4000', '"limit" cannot be set to "4000"'],
    ['limits=24', 'Was "limit" meant?'],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(`${address('findings/timer')}#/findings/timer?${query}`);
    await expect(page.locator('[data-notebook-notice]')).toContainText(words);
    await expect(named(page)).toHaveText('28');
  }
});

test('a version can be reset, taken from a code, saved, and opened elsewhere', async ({ page }, { outputDir }) => {
  await page.goto(`${singleFile}#/findings/timer`);
  await step(page, slider(page), -4);
  await expect(named(page)).toHaveText(String(above(8)));
  const bar = page.locator('[data-notebook-bar]:visible');
  await expect(bar).toContainText('1 input differs');
  const text = await savedText(page, () => bar.getByRole('button', { name: 'Save my version' }).click());
  await bar.getByRole('button', { name: 'Reset' }).click();
  await expect(named(page)).toHaveText('28');
  await bar.locator('summary').click();
  await bar.getByLabel('Use a code').fill('#/findings/timer?limit=48');
  await bar.getByRole('button', { name: 'Use', exact: true }).click();
  await expect(named(page)).toHaveText(String(above(48)));

  mkdirSync(outputDir, { recursive: true });
  const file = join(outputDir, 'your-version.html');
  writeFileSync(file, text);
  await page.goto('about:blank');
  await page.goto(pathToFileURL(file).href);
  await expect(named(page)).toBeVisible();
  await expect(named(page)).toHaveText(String(above(8)));
  await expect(slider(page)).toHaveValue('8');
  // Without a script the saved file shows the version too, drawn for every width.
  expect(text.match(/<div class="drawing (?:wide|middle|narrow)"><div class="plate/g)?.length).toBeGreaterThanOrEqual(
    3,
  );
  expect(text).toMatch(/aria-label="[^"]*above 8 hours/);
  expect(text).not.toContain('chart-keys"');
  const evidence = await page
    .locator('[data-evidence]')
    .evaluateAll((panels) => panels.map((panel) => panel.getAttribute('data-evidence')));
  expect(evidence.length).toBeGreaterThan(0);
  expect(new Set(evidence).size).toBe(evidence.length);
});

test('linked pictures, search and table follow one choice, with the keyboard alone', async ({ page }) => {
  await page.goto(address('explore'));
  const rows = page.locator('#explore-records .table-count');
  await expect(rows).toHaveText('80 rows');
  const pictures = page.locator('#figure-explore-bands svg, #figure-explore-cycle svg');
  const before = await pictures.evaluateAll((drawings) => drawings.map((drawing) => drawing.outerHTML));
  await page.getByRole('radio', { name: 'incomplete' }).focus();
  await page.keyboard.press('Space');
  await expect(rows).toHaveText('23 rows');
  const after = await pictures.evaluateAll((drawings) => drawings.map((drawing) => drawing.outerHTML));
  expect(after.filter((drawing, index) => drawing !== before[index]).length).toBeGreaterThanOrEqual(2);
  await page.getByLabel('Search').fill('tax_region');
  await expect(rows).not.toHaveText('23 rows');
  const found = Number((await rows.textContent())?.split(' ')[0]);
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(23);
  const heading = page.getByRole('button', { name: 'Account' });
  await heading.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Account' })).toHaveAttribute('aria-sort', 'ascending');
  const box = page.getByRole('checkbox', { name: /^Select acct/ }).first();
  await box.focus();
  await page.keyboard.press('Space');
  await expect(rows).toHaveText(`${String(found)} rows, 1 selected`);
  for (const part of ['fields=incomplete', 'found=tax_region', 'kept=account_id~'])
    await expect.poll(() => page.url()).toContain(part);
  await page.reload();
  await expect(rows).toHaveText(`${String(found)} rows, 1 selected`);
});

test('assumptions and inputs keep to themselves in one address', async ({ page }) => {
  await page.goto(`${singleFile}#/roi?loaded_hour=70`);
  await expect(page.locator('[data-roi-notice]:visible')).toHaveCount(0);
  await page.goto('about:blank');
  await page.goto(`${singleFile}#/findings/timer?limit=24`);
  await expect(named(page)).toHaveText(String(above(24)));
  await expect(page.locator('[data-roi-notice]:not([hidden])')).toHaveCount(0);
});

test('on paper a table shows the rows that it counts', async ({ page }) => {
  await page.goto(address('explore'));
  const table = page.locator('#explore-records');
  await page.getByRole('radio', { name: 'complete', exact: true }).check();
  await expect(table.locator('.table-count')).toHaveText('57 rows');
  expect(await table.locator('.table-input tbody tr').count()).toBeLessThan(57);
  await expect(table.locator('.table-drawn')).toBeHidden();
  await page.pdf();
  await expect(table.locator('.table-input tbody tr')).toHaveCount(57);
  await page.emulateMedia({ media: 'print' });
  await expect(table.locator('.table-drawn')).toBeHidden();
});

/** A reader's version as a file: from the folder and from the single file, read without a script, opened elsewhere, taken back. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { address, expect, singleFile, step, test } from './report.ts';
import type { Page } from '@playwright/test';

const money = (page: Page) => page.locator('.roi [data-roi-money="labour"]:visible').first();
const labour = (page: Page) => page.locator('.roi-result [data-roi-bars="labour"] svg:visible');

/** Sets two assumptions and saves; the file lies in a folder of its own. */
async function saved(page: Page, outputDir: string): Promise<string> {
  await step(page, page.locator('[data-roi-slider="loaded_hour"]'), 7);
  await page.locator('[data-roi-field="review_minutes"]').fill('30');
  await expect(money(page)).toHaveText('$51,264');
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-roi-save]').click()]);
  expect(download.suggestedFilename()).toBe('onboarding-your-version.html');
  await expect(page.locator('[data-roi-said]')).toContainText('saved as one file');
  mkdirSync(outputDir, { recursive: true });
  const file = join(outputDir, 'for the board.html');
  writeFileSync(file, readFileSync(await download.path()));
  await page.goto('about:blank');
  return pathToFileURL(file).href;
}

for (const [from, start] of [
  ['the folder', address('roi')],
  ['the single file', `${singleFile}#/roi`],
] as const) {
  test(`a version saved from ${from} opens elsewhere with its state, and goes back to the published one`, async ({
    page,
  }, { outputDir }) => {
    await page.goto(start);
    const published = await labour(page).evaluate((svg) => svg.outerHTML);
    const file = await saved(page, outputDir);
    await page.goto(file);
    await expect(money(page)).toHaveText('$51,264');
    expect(new URL(page.url()).hash).toContain('loaded_hour=72');
    await expect(page.locator('[data-roi-field="review_minutes"]')).toHaveValue('30');
    const note = page.locator('[data-page="roi"] [data-roi-saved]');
    await expect(note).toContainText('Loaded cost of an hour $72 an hour, published $65');
    await expect(note).toContainText(/Comes to: Labour \$51,264, published \$47,970; Present value, .*, published \$/);
    await expect(page.locator('.roi-total [data-roi-difference="labour"]')).toContainText('up $3,294');
    await expect(page.locator('.roi .waiting')).toHaveCount(0);
    await page.reload();
    await expect(money(page)).toHaveText('$51,264');
    // The note follows what is set later, on paper at once.
    await page.locator('[data-roi-field="loaded_hour"]').fill('77');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(note).toContainText('Loaded cost of an hour $77 an hour');
    await expect(note).toContainText('Labour $54,824, published $47,970');
    await page.locator('[data-roi-field="loaded_hour"]').fill('72');
    await expect(note).toContainText('Labour $51,264');
    // Its tools are awake, too.
    await expect(page.locator('[data-roi-code]')).toHaveValue(/loaded_hour=72;review_minutes=30/);
    await page.locator('[data-roi-reset]').click();
    await expect(money(page)).toHaveText('$47,970');
    await expect(note).toBeHidden();
    await expect(page.locator('[data-own-version]')).toHaveCount(0);
    await expect.poll(() => labour(page).evaluate((svg) => svg.outerHTML)).toBe(published);
    await expect(page.locator('header a[href="#/evidence"]').first()).toBeVisible();
  });

  test(`a version saved from ${from} reads without a script`, async ({ page, browser }, { outputDir }) => {
    await page.goto(start);
    const file = await saved(page, outputDir);
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
    const plain = await context.newPage();
    await plain.goto(file);
    const roi = plain.locator('[data-page="roi"]');
    await expect(roi.locator('.roi-numeral')).toHaveText('$51,264');
    for (const slug of ['roi', 'index'])
      await expect(plain.locator(`[data-page="${slug}"] [data-roi-saved]`)).toContainText('A reader’s version');
    await expect(roi.locator('[data-roi-field="loaded_hour"]')).toHaveValue('72');
    await expect(roi.locator('[data-roi-field="loaded_hour"]')).toBeDisabled();
    await expect(roi.locator('[data-roi-save]')).toBeHidden();
    for (const form of ['wide', 'narrow'])
      await expect(roi.locator(`[data-roi-bars="labour"][data-form="${form}"] svg`)).toHaveAttribute(
        'aria-label',
        /Billing rework 31,968, published 28,860; .*Labour 51,264, published 47,970\./,
      );
    await expect(roi.locator('[data-roi-compare] .yours').nth(1)).toHaveText('$51,264');
    await expect(roi.locator('[data-roi-filled="rework_month"]')).toContainText('$72');
    // Sentences of other pages follow the same model.
    await expect(plain.locator('[data-page="index"] .roi-sentence')).toContainText('51,264');
    await expect(plain.locator('[data-page="findings/billing"]')).toHaveAttribute('data-own-version');
    await expect(roi).not.toHaveAttribute('data-own-version');
    expect(
      await plain.locator('[data-page]').evaluateAll((pages) => pages.some((one) => one.hasAttribute('hidden'))),
    ).toBe(false);
    await context.close();
  });
}

test('a folder that lost its copy of the whole report says so, and the code stands', async ({ page, misdeeds }) => {
  await page.route(/whole-report\.js$/, (route) => route.abort());
  await page.goto(address('roi'));
  await step(page, page.locator('[data-roi-slider="loaded_hour"]'), 5);
  await page.locator('[data-roi-save]').click();
  await expect(page.locator('[data-roi-said]')).toContainText('the folder is not complete');
  await expect(money(page)).toHaveText('$51,660');
  await expect(page.locator('[data-roi-code]')).toHaveValue(/loaded_hour=70/);
  // The browser complains of the missing file, and of nothing else.
  expect(misdeeds.splice(0).every((misdeed) => /whole-report|ERR_FAILED/.test(misdeed))).toBe(true);
});

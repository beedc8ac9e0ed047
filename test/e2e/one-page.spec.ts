/** The reader's version on one page of paper: from the folder, the single file and a saved file, with no change and with all. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { address, expect, singleFile, step, test } from './report.ts';
import type { Page } from '@playwright/test';

const folder = address('roi');
const single = `${singleFile}#/roi`;
const rate = (page: Page) => page.locator('[data-roi-slider="loaded_hour"]');
const money = (page: Page) => page.locator('main [data-roi-money="labour"]:visible').first();
const heading = (page: Page) => page.locator('.roi-own').filter({ visible: true });

/** Answers that wait for a slider to rest have come. */
const settled = (page: Page) => expect(page.locator('.roi .waiting')).toHaveCount(0);

async function changeAll(page: Page): Promise<void> {
  for (const slider of await page.locator('main [data-roi-slider]:visible').all()) await step(page, slider, 1);
  await page.locator('[data-roi-field="price"]').fill('20000');
  await page.locator('[data-roi-rounding]').click();
  await settled(page);
}

/** Prints with the page's own control, and looks at the paper: one page, nothing on top of anything. */
async function expectOnePage(page: Page): Promise<void> {
  await settled(page);
  await page.locator('[data-roi-print]').click();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  // Printing over, the page is itself again.
  await page.locator('[data-roi-print]').click();
  await page.emulateMedia({ media: 'print' });
  // 178 mm.
  await page.setViewportSize({ width: 673, height: 1000 });
  const { left, right, drawings } = await page.evaluate(() => {
    const at = (selector: string) => document.querySelector(`.roi ${selector}`)?.getBoundingClientRect();
    const shown = [...document.querySelectorAll('.roi .roi-bars')].filter((bars) => bars.checkVisibility());
    return {
      left: at('.roi-assumptions')?.right ?? 0,
      right: { start: at('.roi-result')?.left ?? 0, end: at('.roi-answers')?.right ?? 0 },
      drawings: shown.map((bars) => bars.getBoundingClientRect().right),
    };
  });
  expect(left).toBeLessThan(right.start);
  expect(right.end).toBeLessThanOrEqual(673);
  expect(drawings.length).toBeGreaterThan(1);
  for (const end of drawings) expect(Math.abs(end - right.end)).toBeLessThan(12);
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
});

for (const [name, start] of Object.entries({ folder, single })) {
  test(`what is published prints: ${name}`, async ({ page }) => {
    await page.goto(start);
    await expectOnePage(page);
    await expect(heading(page)).toHaveCount(0);
    await expect(page.locator('h1:visible')).toContainText('as published');
  });

  test(`one change prints under a heading of its own: ${name}`, async ({ page }) => {
    await page.goto(start);
    await step(page, rate(page), 3);
    await expectOnePage(page);
    await expect(heading(page)).toContainText('Your version of “Customer onboarding” 1.0, not the published one');
    const sizeOf = (place: ReturnType<Page['locator']>) =>
      place.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    expect(await sizeOf(heading(page))).toBeGreaterThan(await sizeOf(page.locator('h1:visible')));
  });
}

for (const width of [390, 1280, 1440]) {
  test(`every assumption changed prints, each with what was published: ${String(width)}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(folder);
    await changeAll(page);
    await expectOnePage(page);
    const was = page.locator('[data-roi-was]:visible');
    expect(await was.count()).toBe(await page.locator('main [data-roi-slider]').count());
    await expect(page.locator('.roi-turns, .evidence-panel').filter({ visible: true })).toHaveCount(0);
  });
}

test('a preset prints with its assumptions', async ({ page }) => {
  await page.goto(folder);
  await page.locator('[data-roi-preset="upside"]').click();
  await page.locator('[data-roi-field="price"]').fill('20000');
  await step(page, rate(page), -10);
  await page.locator('[data-roi-rounding]').click();
  await settled(page);
  const total = await money(page).textContent();
  await expectOnePage(page);
  await expect(page.locator('[data-roi-field="loaded_hour"]')).toHaveValue('70');
  await expect(page.locator('[data-roi-field="loaded_hour"]')).toBeVisible();
  await expect(money(page)).toHaveText(total ?? '');
});

test('a saved version prints, changed further or as it came', async ({ page }, { outputDir }) => {
  await page.goto(folder);
  await changeAll(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-roi-save]').click()]);
  mkdirSync(outputDir, { recursive: true });
  const file = join(outputDir, 'saved.html');
  writeFileSync(file, readFileSync(await download.path()));
  await page.goto('about:blank');
  await page.goto(pathToFileURL(file).href);
  await expect(page.locator('[data-page="roi"] [data-roi-saved]')).toBeVisible();
  await expectOnePage(page);
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 1280, height: 800 });
  await step(page, rate(page), 3);
  await expectOnePage(page);
  await expect(page.locator('[data-page="roi"] [data-roi-saved]')).toBeHidden();
});

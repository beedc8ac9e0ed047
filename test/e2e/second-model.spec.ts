/** A model with other names and another shape gets the whole page from the real build, and moves. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { build, fixture } from '../cli/build-runner.ts';
import { proof } from '../../src/schema/proof.ts';
import { expect, step, test } from './report.ts';
import { addSecondModel } from './second-engagement.ts';
import type { Page } from '@playwright/test';

let root = '';
let late = Number.NaN;
let page_ = '';

test.describe.configure({ mode: 'serial' });

test.beforeAll(() => {
  test.setTimeout(240_000);
  root = fixture();
  addSecondModel(root);
  const { code, output } = build(root);
  expect(code, output).toBe(0);
  const folder = join(root, 'dist', 'parcel-returns');
  const read = proof.parse(JSON.parse(readFileSync(join(folder, 'proof.json'), 'utf8')));
  late = read.facts.find(({ id }) => id === 'refund.late')?.value ?? Number.NaN;
  page_ = pathToFileURL(join(folder, 'worth', 'index.html')).href;
});
test.afterAll(() => rmSync(root, { recursive: true, force: true }));

/** By its own arithmetic: calls and letters overlap, vouchers stand beside the larger of them. */
function desk({ weekly = 340, call = 12, letter = 9, hour = 38.5, goodwill = 4.5 } = {}) {
  const refunds = Math.floor(Number((weekly * late * 52).toPrecision(12)));
  return refunds * ((Math.max(call, letter) / 60) * hour + goodwill);
}
const euros = (amount: number): string =>
  new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: Number.isInteger(Number(amount.toPrecision(12))) ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(amount);
const money = (page: Page) => page.locator('[data-roi-money="desk_total"]:visible').first();
const bars = (page: Page) => page.locator('[data-roi-bars="desk_total"] svg:visible');
const settled = (page: Page) => expect(page.locator('.roi .waiting')).toHaveCount(0);

test('everything stands in the HTML, with other words', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  const page = await context.newPage();
  await page.goto(page_);
  await expect(money(page)).toHaveText(euros(desk()));
  await expect(bars(page)).toHaveAttribute(
    'aria-label',
    /Fewer letters .*not added because it overlaps with Fewer calls/,
  );
  await expect(page.locator('.roi-hangs')).toContainText('Counted once: Minutes at the desk');
  await expect(page.locator('.roi-hangs')).toContainText('6 months');
  await expect(page.locator('.roi-hangs a').first()).toHaveAttribute('href', '../findings/late-refunds/index.html');
  await expect(page.locator('[data-roi-say="benefit"]')).toContainText('is a hard saving');
  await expect(page.locator('[data-roi-say="case.sentences"]')).toContainText('a year of upkeep');
  await expect(page.locator('[data-roi-say="case.sentences"]')).toContainText('Calls is assumed');
  await expect(page.locator('.roi-alternatives')).toHaveCount(0);
  for (const figure of ['figure:outcomes', 'figure:tornado', 'figure:cash'])
    await expect(page.locator(`[data-roi-bars="${figure}"] svg:visible`)).toHaveCount(1);
  expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|\$/);
  await context.close();
});

test('it moves: drag, type, overlap, preset, price', async ({ page }) => {
  await page.goto(page_);
  const slider = page.locator('[data-roi-slider="call"]');
  const box = (await slider.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.75, box.y + box.height / 2, { steps: 6 });
  await page.mouse.up();
  await expect(money(page)).not.toHaveText(euros(desk()));
  const call = Number(await slider.inputValue());
  await expect(money(page)).toHaveText(euros(desk({ call })));
  await page.locator('[data-roi-undo="call"]').click();

  const hour = page.locator('[data-roi-field="desk_hour"]');
  await hour.fill('45.5');
  await expect(money(page)).toHaveText(euros(desk({ hour: 45.5 })));
  await hour.fill('45,5');
  await hour.press('Tab');
  await expect(page.locator('[data-roi-assumption="desk_hour"] [data-roi-fault]')).toContainText('needs a number');
  await page.locator('[data-roi-reset]').click();
  await expect(money(page)).toHaveText(euros(desk()));

  // Letters become the longer ones: now they count, and calls do not.
  await step(page, page.locator('[data-roi-slider="letter"]'), 8);
  await expect(money(page)).toHaveText(euros(desk({ letter: 17 })));
  await expect(bars(page)).toHaveAttribute(
    'aria-label',
    /Fewer calls .*not added because it overlaps with Fewer letters/,
  );
  await page.locator('[data-roi-preset="upside"]').click();
  await settled(page);
  await expect(page.locator('[data-roi-say="case.numeral"]')).toContainText('month');
  await page.locator('[data-roi-preset="published"]').click();
  await expect(money(page)).toHaveText(euros(desk()));
});

test('its version is saved and comes back', async ({ page }, { outputDir }) => {
  await page.goto(page_);
  await step(page, page.locator('[data-roi-slider="weekly"]'), 6);
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-roi-save]').click()]);
  const file = join(outputDir, 'mine.html');
  await download.saveAs(file);
  await page.goto('about:blank');
  await page.goto(pathToFileURL(file).href);
  await expect(money(page)).toHaveText(euros(desk({ weekly: 400 })));
  await page.locator('[data-roi-reset]').click();
  await expect(money(page)).toHaveText(euros(desk()));
});

test('axe finds nothing, as published and moved', async ({ page }) => {
  await page.goto(page_);
  const violations = async () =>
    (await new AxeBuilder({ page }).options({ preload: false }).analyze()).violations.map(({ id }) => id);
  expect(await violations()).toEqual([]);
  await step(page, page.locator('[data-roi-slider="weekly"]'), 3);
  await settled(page);
  expect(await violations()).toEqual([]);
});

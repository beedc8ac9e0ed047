/** The report's own charts in the reader's hands: moved, read mark by mark, drawn for their width and for paper. */
import { above, longest, named, slider } from './handoffs.ts';
import { address, expect, pageText, savedText, singleFile, slugs, step, test } from './report.ts';
import type { Page } from '@playwright/test';

const handoffs = (page: Page) => page.locator('#figure-handoffs');
const chart = (page: Page) => page.locator('[data-cell="findings/timer figure handoffs"] > .plate > svg');
const tip = (page: Page) => handoffs(page).locator('.chart-tip');

test('the alert threshold moves title, chart, table, count, file and address', async ({ page }) => {
  expect(above(12)).toBe(28);
  await page.goto(address('findings/timer'));
  await expect(named(page)).toHaveText(String(above(12)));
  await expect(chart(page)).toBeVisible();
  const figure = handoffs(page);
  await expect(figure.locator('.figure-title')).toHaveText(/above 12 hours names 28 accounts, all 19 late ones/);
  const before = await chart(page).evaluate((svg) => svg.outerHTML);
  await step(page, slider(page), 12);
  await expect(named(page)).toHaveText(String(above(24)));
  await expect(figure.locator('.figure-title')).toHaveText(/above 24 hours names 19 accounts, all 19 late ones/);
  expect(await chart(page).evaluate((svg) => svg.outerHTML)).not.toBe(before);
  await expect(chart(page)).toHaveAttribute('aria-label', /above 24 hours names 19 accounts/);
  const csv = await savedText(page, () => figure.locator('[data-cell-csv]').click());
  expect(csv.startsWith('\uFEFF')).toBe(true);
  expect(csv.trim().split('\r\n')).toHaveLength(above(24) + 1);
  await figure.locator('summary').click();
  await expect(figure.locator('tbody tr')).toHaveCount(above(24));
  await expect.poll(() => page.url()).toMatch(/#\/findings\/timer\?v=[^&]+&limit=24$/);
  await page.reload();
  await expect(named(page)).toHaveText(String(above(24)));
  await expect(slider(page)).toHaveValue('24');
  await expect(figure.locator('.figure-title')).toHaveText(/above 24 hours/);
});

test('a list without a row says so, and does not lose its file', async ({ page }) => {
  await page.goto(`${singleFile}#/findings/timer?limit=120`);
  await expect(named(page)).toHaveText('0');
  const csv = await savedText(page, () =>
    page.locator('[id="/findings/timer/figure-handoffs"] [data-cell-csv]').click(),
  );
  expect(csv.trim().split('\r\n')).toHaveLength(1);
});

for (const width of [1440, 1000, 390])
  test(`the rule runs down into the thumb at ${String(width)} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address('findings/timer'));
    await expect(chart(page)).toBeVisible();
    for (const keys of [0, 30, 60]) {
      await step(page, slider(page), keys);
      // The next frame may bring another drawing.
      await expect(async () => {
        const rule = (await chart(page).locator('g[stroke-dasharray] line').boundingBox())!;
        const track = (await slider(page).boundingBox())!;
        const value = Number(await slider(page).inputValue()) / Number(await slider(page).getAttribute('max'));
        // The middle of an 18 px thumb.
        const thumb = track.x + 9 + value * (track.width - 18);
        // Between two drawings the picture is scaled by up to an eighth, and its margins with it.
        expect(Math.abs(rule.x + rule.width / 2 - thumb)).toBeLessThan(2);
        expect(Math.abs(rule.y + rule.height - (track.y + track.height / 2 - 9))).toBeLessThan(4);
      }).toPass({ timeout: 5000 });
    }
  });

test('marks are read with the pointer', async ({ page }) => {
  await page.goto(address('findings/timer'));
  await expect(chart(page)).toBeVisible();
  const before = await chart(page).evaluate((svg) => svg.outerHTML);
  await chart(page).locator('circle').first().hover({ force: true });
  await expect(tip(page)).toContainText(longest);
  await expect(tip(page)).toContainText(/\d\sh$/);
  await page.keyboard.press('Escape');
  await expect(tip(page)).toBeHidden();
  await chart(page).locator('circle').nth(3).hover({ force: true });
  await expect(tip(page)).toBeVisible();
  await page.mouse.move(5, 5);
  await expect(tip(page)).toBeHidden();
  expect(await chart(page).evaluate((svg) => svg.outerHTML)).toBe(before);
});

test('marks are read with the arrow keys, and heard', async ({ page }) => {
  await page.goto(address('findings/timer'));
  await expect(chart(page)).toBeVisible();
  const keys = handoffs(page).locator('.chart-keys');
  const heard = keys.getByRole('status');
  await keys.focus();
  await page.keyboard.press('ArrowDown');
  await expect(heard).toHaveText(new RegExp(`^${longest}: [\\d.]+\\u00A0h$`));
  const first = await heard.textContent();
  await page.keyboard.press('ArrowRight');
  await expect(heard).not.toHaveText(first!);
  await page.keyboard.press('ArrowLeft');
  await expect(heard).toHaveText(first!);
  await page.keyboard.press('End');
  await expect(heard).not.toHaveText(first!);
  await page.keyboard.press('Home');
  await expect(heard).toHaveText(first!);
  await page.keyboard.press('Escape');
  await expect(tip(page)).toBeHidden();
  await page.keyboard.press('Tab');
  await expect(keys).not.toBeFocused();
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });
  test('marks are read', async ({ page }) => {
    await page.goto(address('findings/timer'));
    await expect(chart(page)).toBeVisible();
    await chart(page).scrollIntoViewIfNeeded();
    const box = (await chart(page).locator('circle').first().boundingBox())!;
    await page.touchscreen.tap(box.x + 2, box.y + 2);
    await expect(tip(page)).toContainText(longest);
    const { x, width } = (await tip(page).boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(390);
    await page.locator('h1').tap();
    await expect(tip(page)).toBeHidden();
  });
});

for (const slug of slugs.filter((one) => pageText(one).includes(`data-cell="${one} figure `)))
  test(`${slug}: each mark of each chart is named, and drawn again it is the same`, async ({ page }) => {
    await page.goto(address(slug));
    const plates = page.locator('.figure-body > .cell-output > .plate');
    await expect
      .poll(() => plates.count())
      .toBe(await page.locator('[data-cell*=" figure "]:not([data-cell$=" input"])').count());
    const drawn = await plates.evaluateAll((all) => all.map((plate) => plate.outerHTML));
    for (const keys of await page.locator('.chart-keys').all()) {
      const marks = await keys.locator('xpath=preceding-sibling::*[1]').locator('.marks > *').count();
      expect(marks).toBeGreaterThan(0);
      await keys.focus();
      const told = new Set<string>();
      for (let pressed = 0; pressed < marks; pressed += 1) {
        await page.keyboard.press('ArrowDown');
        told.add((await keys.getByRole('status').textContent()) ?? '');
      }
      for (const words of told) expect(words).toMatch(/^\S.*: \S/);
    }
    await page.setViewportSize({ width: 1300, height: 900 });
    await page.setViewportSize({ width: 1000, height: 900 });
    await expect(plates.first()).toHaveClass('plate middle');
    await expect.poll(() => plates.first().locator('svg').getAttribute('width')).toBe('760');
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect(plates.first()).toHaveClass('plate wide');
    expect(await plates.evaluateAll((all) => all.map((plate) => plate.outerHTML))).toEqual(drawn);
  });

test('paper gets a drawing of its own, in the state that was set', async ({ page }) => {
  await page.goto(`${address('findings/timer')}#/findings/timer?limit=24`);
  await expect(named(page)).toHaveText('19');
  const width = (): Promise<string | null> => chart(page).getAttribute('width');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await width()).toBe('680');
  await expect(chart(page)).toContainText('19 waited more than 24 hours');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await width()).toBe('948');
});

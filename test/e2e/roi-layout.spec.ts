/** The ROI page at every size: nothing under what stays in sight, nothing wider than the screen, what belongs together side by side. */
import { address, expect, singleFile, test } from './report.ts';
import type { Locator, Page } from '@playwright/test';

const roi = address('roi');
const sizes = {
  phone: { width: 390, height: 844 },
  magnified: { width: 720, height: 450 },
  tablet: { width: 768, height: 1024 },
  small: { width: 1024, height: 768 },
  desk: { width: 1440, height: 900 },
} as const;

async function keep(page: Page, name: string): Promise<void> {
  await page.locator('[data-roi-field="loaded_hour"]').fill('72');
  await page.locator('[data-roi-keep] input').fill(name);
  await page.locator('[data-roi-keep] button').click();
  await expect(page.locator('[data-roi-said]')).toContainText('kept in this browser');
}

const LONG = 'A very long name for a version that the whole board has to';

/** What of a page has the focus, if it lies under the total or the bar that stay in sight. */
const coveredFocus = (page: Page): Promise<{ end: boolean; covered: string | undefined }> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return { end: true, covered: undefined };
    const at = focused.getBoundingClientRect();
    const under = [...document.querySelectorAll('.roi-bar, .roi-total')].some((bar) => {
      const over = bar.getBoundingClientRect();
      const apart =
        over.height === 0 ||
        over.bottom <= at.top + 1 ||
        over.top >= at.bottom - 1 ||
        over.right <= at.left ||
        over.left >= at.right;
      return !apart && !bar.contains(focused);
    });
    return { end: false, covered: under ? `${focused.tagName} ${focused.id} ${focused.textContent}` : undefined };
  });

for (const name of ['phone', 'magnified', 'desk'] as const) {
  const size = sizes[name];
  test(`focus is never under the total: ${name}`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.goto(roi);
    for (const key of ['Tab', 'Shift+Tab']) {
      const covered: string[] = [];
      let stops = 0;
      for (; stops < 300; stops += 1) {
        await page.keyboard.press(key);
        const found = await coveredFocus(page);
        if (found.end) break;
        if (found.covered !== undefined) covered.push(found.covered);
      }
      expect(covered).toEqual([]);
      expect(stops).toBeGreaterThan(60);
    }
  });
}

for (const [name, size] of Object.entries(sizes)) {
  test(`a kept version does not widen the page: ${name}`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.goto(roi);
    await keep(page, LONG);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
    // The table is written anew once everything rests.
    await expect(page.locator('.roi .waiting')).toHaveCount(0);
    const [head, widest] = await page
      .locator('[data-roi-compare]')
      .evaluate((table) => [
        table.querySelector('thead')?.getBoundingClientRect().height,
        Math.max(...[...table.querySelectorAll('.roi-version')].map((title) => title.getBoundingClientRect().width)),
      ]);
    expect(head).toBeLessThan(160);
    expect(widest).toBeLessThanOrEqual(170);
  });
}

for (const start of [roi, `${singleFile}#/roi`]) {
  test(`the last assumption is not under the bar of ${start === roi ? 'the folder' : 'the single file'}`, async ({
    page,
  }) => {
    await page.setViewportSize(sizes.phone);
    await page.goto(start);
    for (const field of ['loaded_hour', 'discount_rate']) {
      await page.locator(`[data-roi-field="${field}"]`).focus();
      expect((await coveredFocus(page)).covered).toBeUndefined();
    }
  });
}

for (const width of [1440, 1180, 1024]) {
  test(`what a number leads to is in sight, with its row marked: ${String(width)}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(roi);
    const ids = await page.locator('.roi-answers [id]').evaluateAll((all) => all.map(({ id }) => id));
    expect(ids).toContain('roi-billing_rework');
    for (const id of ids) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, id);
      const [top, total] = await page.evaluate(
        (place) => [
          document.getElementById(place)?.getBoundingClientRect().top,
          document.querySelector('.roi-total')?.getBoundingClientRect().bottom,
        ],
        id,
      );
      expect(top, id).toBeGreaterThanOrEqual(total ?? 0);
    }
    await page.goto(`${roi}#roi-billing_rework`);
    const row = page.locator('.roi-working tr', { has: page.locator('#roi-billing_rework') });
    const ground = (of: Locator) => of.evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await ground(row)).not.toBe(await ground(page.locator('.roi-working tr').last()));
  });
}

for (const width of [1440, 1180, 1024, 768, 390]) {
  test(`a unit stands beside its field: ${String(width)}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(roi);
    const apart = await page.locator('.assumption-value').evaluateAll((all) =>
      all.filter((value) => {
        const [field, unit] = [...value.children].map((part) => part.getBoundingClientRect());
        return field === undefined || unit === undefined || unit.left < field.right || unit.top > field.bottom;
      }),
    );
    expect(apart).toHaveLength(0);
  });
}

test('at 1024 the charts are drawn for their column, and the strip is one row', async ({ page }) => {
  await page.setViewportSize(sizes.small);
  await page.goto(roi);
  const bars = page.locator('.roi-result [data-roi-bars="labour"]:visible');
  await expect(bars).toHaveAttribute('data-form', 'wide');
  const column = await page.locator('.roi-sums').boundingBox();
  const drawn = await bars.locator('svg').boundingBox();
  expect(drawn?.width).toBeGreaterThan((column?.width ?? 0) * 0.95);
  const feet = await page
    .locator('.roi-total .roi-strip dd')
    .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().bottom)));
  expect(new Set(feet).size).toBe(1);
});

test('at 390 the published and the own version stand beside each other', async ({ page }) => {
  await page.setViewportSize(sizes.phone);
  await page.goto(roi);
  const yours = await page.locator('[data-roi-compare] thead .yours').boundingBox();
  expect((yours?.x ?? 999) + (yours?.width ?? 0)).toBeLessThanOrEqual(sizes.phone.width - 20);
});

/** The whole report in one file: its own navigation, its own state, nothing asked for, and readable without a script. */
import { expect, singleFile, slugs, step, test, visibleCharts } from './report.ts';
import type { Page } from '@playwright/test';

const shown = (page: Page): Promise<string[]> =>
  page
    .locator('[data-page]')
    .evaluateAll((pages) =>
      pages.filter((one) => !(one as HTMLElement).hidden).map((one) => (one as HTMLElement).dataset['page'] ?? ''),
    );

test('shows one page at a time, and follows links, back and forward', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(singleFile);
  expect(await shown(page)).toEqual(['index']);
  expect(await page.locator('[data-page]').count()).toBe(slugs.length);
  const title = await page.title();

  await page.locator('[data-page="index"] a[href^="#/findings/"]').first().click();
  const [finding] = await shown(page);
  expect(finding).toMatch(/^findings\//);
  expect(await page.title()).not.toBe(title);
  await expect(page.locator('[data-page]:not([hidden]) h1')).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  expect(await visibleCharts(page, '[data-page]:not([hidden])')).toBeGreaterThan(0);

  await page.goBack();
  await expect.poll(() => shown(page)).toEqual(['index']);
  await page.goForward();
  await expect.poll(() => shown(page)).toEqual([finding]);
  expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([singleFile]);
});

test('every link leads to a page or a place that is there', async ({ page }) => {
  await page.goto(singleFile);
  const broken = await page
    .locator('a[href^="#"]')
    .evaluateAll((links) =>
      links
        .map((link) => decodeURIComponent((link as HTMLAnchorElement).hash.slice(1)))
        .filter((id) => id !== '' && document.getElementById(id.split('?')[0] ?? '') === null),
    );
  expect(broken).toEqual([]);
  const others = await page
    .locator('a[href]')
    .evaluateAll((links) =>
      links.map((link) => link.getAttribute('href') ?? '').filter((href) => !/^(#|data:)/.test(href)),
    );
  expect(others).toEqual([]);
  const doubled = await page.locator('[id]').evaluateAll((elements) => {
    const ids = elements.map(({ id }) => id);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
  });
  expect(doubled).toEqual([]);
});

test('a number leads to its place in the ledger, by way of its evidence', async ({ page }) => {
  await page.goto(singleFile);
  const link = page.locator('[data-page="index"] a[href^="#/evidence/fact-"]:visible').first();
  const id = decodeURIComponent(((await link.getAttribute('href')) ?? '').slice(1));
  await link.click();
  expect(await shown(page)).toEqual(['index']);
  await page
    .locator('[data-evidence]:visible')
    .getByRole('link', { name: /^L\d+$/ })
    .click();
  expect(await shown(page)).toEqual(['evidence']);
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
});

test('the address names page, place and state', async ({ page }) => {
  await page.goto(`${singleFile}#/roi?v=1&loaded_hour=70`);
  expect(await shown(page)).toEqual(['roi']);
  await page.goto('about:blank');
  await page.goto(`${singleFile}#/scope`);
  expect(await shown(page)).toEqual(['scope']);
  await page.goto('about:blank');
  await page.goto(`${singleFile}#/nowhere/at-all`);
  expect(await shown(page)).toEqual(['index']);
});

test('a slider moves the figures of every page', async ({ page }) => {
  await page.goto(`${singleFile}#/roi`);
  const total = page.locator('[data-page="roi"] [data-roi-money="labour"]:visible').first();
  await expect(total).toHaveText('$47,970');
  await step(page, page.locator('[data-page="roi"] [data-roi-slider="loaded_hour"]'), 5);
  await expect(total).toHaveText('$51,660');
  await expect.poll(() => page.url()).toContain('loaded_hour=70');
  const url = page.url();
  await page.locator('header a[href="#/index"]').first().click();
  await expect(page.locator('[data-page="index"] .roi-sentence')).toContainText('51,660');
  await page.goto('about:blank');
  await page.goto(url);
  expect(await shown(page)).toEqual(['roi']);
  await expect(total).toHaveText('$51,660');
});

for (const width of [390, 1440]) {
  test(`fits ${String(width)} px on every page`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const slug of slugs) {
      await page.goto(`${singleFile}#/${slug}`);
      expect(await shown(page)).toEqual([slug]);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(beyond, `pixels beyond the edge on ${slug}`).toBeLessThanOrEqual(0);
    }
  });
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });
  test('all pages follow one another, and links lead to them', async ({ page }) => {
    await page.goto(singleFile);
    for (const slug of slugs) await expect(page.locator(`[data-page="${slug}"] h1`)).toBeVisible();
    const link = page.locator('header a[href^="#/evidence"]').first();
    await link.click();
    await expect(page.locator('[data-page="evidence"] h1')).toBeInViewport();
    await expect(page.locator('[data-page="roi"]')).toContainText('47,970');
  });
});

/** What a reader has set: it travels in addresses, keeps over links and history, and reaches paper. */
import { test as plain } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { address, dist, expect, singleFile, step, test } from './report.ts';
import { serve } from './served.ts';
import type { Page } from '@playwright/test';

const cell = (page: Page) => page.locator('[data-cell="explore 0"]');
const slider = (page: Page) => cell(page).locator('input[type=range]');
const number = (page: Page) => cell(page).locator('input[type=number]');
const named = (page: Page) => page.locator('[data-cell="explore value named.length"]');
const bar = (page: Page) => page.locator('[data-notebook-bar]:visible');
const notice = (page: Page) => page.locator('[data-notebook-notice]:visible');

async function textOf(pdf: Buffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages = Array.from({ length: document.numPages }, async (_, index) => {
    const { items } = await (await document.getPage(index + 1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join(' ');
  });
  return (await Promise.all(pages)).join(' ').replaceAll(/\s+/g, ' ');
}

test('an address that is asked for right after a slider wins', async ({ page }) => {
  await page.goto(address('explore'));
  await step(page, slider(page), 8);
  await expect.poll(() => page.url()).toContain('limit=20');
  // The page is busy, so that the write that waits comes between the new address and its event.
  await page.evaluate(() => {
    const range = document.querySelector<HTMLInputElement>('[data-cell="explore 0"] input[type=range]')!;
    range.value = '21';
    range.dispatchEvent(new Event('input', { bubbles: true }));
    setTimeout(() => {
      location.hash = '#/explore?limit=48';
    }, 190);
    const until = performance.now() + 300;
    while (performance.now() < until);
  });
  await expect(number(page)).toHaveValue('48');
  await expect.poll(() => page.url()).toMatch(/limit=48$/);
  await expect(notice(page)).toHaveCount(0);
});

test('an address that is asked for right after a slider of the model wins', async ({ page }) => {
  await page.goto(address('roi'));
  await page.evaluate(() => {
    const range = document.querySelector<HTMLInputElement>('[data-roi-slider="loaded_hour"]')!;
    range.value = '70';
    range.dispatchEvent(new Event('input', { bubbles: true }));
    setTimeout(() => {
      location.hash = '#/roi?loaded_hour=75';
    }, 190);
    const until = performance.now() + 300;
    while (performance.now() < until);
  });
  await expect(page.locator('[data-roi-field="loaded_hour"]')).toHaveValue('75');
  await expect.poll(() => page.url()).toContain('loaded_hour=75');
});

test('links keep what was set, and history leads back to what stood there', async ({ page }) => {
  await page.goto(`${singleFile}#/explore`);
  await step(page, slider(page), 12);
  // Followed at once: the address that is left has to tell of the slider.
  await page.evaluate(() => document.querySelector<HTMLAnchorElement>('nav a[href="#/roi"]')!.click());
  await expect(page.locator('[data-roi-field="loaded_hour"]')).toBeVisible();
  await page.goBack();
  await expect(number(page)).toHaveValue('24');
  await page.evaluate(() => {
    location.hash = '#/explore/figure-explore-handoffs';
  });
  await expect.poll(() => page.url()).toContain('#/explore/figure-explore-handoffs?');
  await expect(number(page)).toHaveValue('24');
  await page.evaluate(() => {
    location.hash = '#/explore?limit=48';
  });
  await expect(number(page)).toHaveValue('48');
  await page.goBack();
  await expect(number(page)).toHaveValue('24');
  await page.goForward();
  await expect(number(page)).toHaveValue('48');
});

test('history leads back to the published version too', async ({ page }) => {
  await page.goto(address('explore'));
  await expect(bar(page)).toContainText('as published');
  await page.evaluate(() => {
    location.hash = '#/explore?limit=48';
  });
  await expect(number(page)).toHaveValue('48');
  await page.goBack();
  await expect(number(page)).toHaveValue('12');
});

test('rubbish is explained, and changes nothing that was set', async ({ page }) => {
  await page.goto(address('explore'));
  await step(page, slider(page), 12);
  await bar(page).locator('summary').click();
  for (const [code, words] of [
    ['hello', 'This is no code of this page: one begins with #/explore?.'],
    ['#/findings/timer?limit=3', 'This is no code of this page'],
    ['#/explore?limits=3', 'This page has no input "limits". Was "limit" meant?'],
    ['#/explore?limit=many', '"limit" cannot be set to "many"; it stands as it was.'],
  ] as const) {
    await bar(page).getByLabel('Use a code').fill(code);
    await bar(page).getByRole('button', { name: 'Use', exact: true }).click();
    await expect(notice(page)).toContainText(words);
    await expect(number(page)).toHaveValue('24');
  }
  await expect.poll(() => page.url()).toMatch(/limit=24$/);
  await expect(bar(page).getByRole('button', { name: 'Copy link' })).toHaveCount(0);
});

test('paper shows what was set', async ({ page }) => {
  await page.goto(address('explore'));
  await step(page, slider(page), 12);
  await page.getByRole('radio', { name: 'incomplete' }).check();
  await expect(page.locator('#explore-records .table-count')).toHaveText('23 rows');
  const count = (await named(page).textContent()) ?? '';
  const text = await textOf(await page.pdf({ preferCSSPageSize: true }));
  expect(text).toContain(`the list names ${count} of 80 records`);
  expect(text).toContain('23 rows');
  await page.emulateMedia({ media: 'print' });
  await expect(number(page)).toBeVisible();
  await expect(number(page)).toHaveValue('24');
  await expect(slider(page)).toBeHidden();
});

plain.describe('over http', () => {
  plain.use({ offline: false });
  let base = '';
  let stop = (): void => undefined;
  plain.beforeAll(async () => {
    ({ base, stop } = await serve(dist));
  });
  plain.afterAll(() => stop());

  plain('a link carries inputs and assumptions to another reader', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    for (const start of ['onboarding/explore/index.html', 'onboarding.html#/explore']) {
      await page.goto(`${base}${start}`);
      await step(page, slider(page), 12);
      await bar(page).getByRole('button', { name: 'Copy link' }).click();
      await expect(bar(page)).toContainText('The link is copied.');
      const link = await page.evaluate(() => navigator.clipboard.readText());
      expect(link).toMatch(new RegExp(`^${base}${start.split('#')[0] ?? ''}#/explore\\?v=[^&]+&limit=24$`));
      const other = await context.browser()!.newPage();
      await other.goto(link);
      await expect(number(other)).toHaveValue('24');
      await other.close();
      await page.goto('about:blank');
    }
  });

  plain('what is set before the page is awake is not lost', async ({ page }) => {
    let wake = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      wake = resolve;
    });
    await page.route('**/report.js', async (route) => {
      await asked;
      await route.continue();
    });
    await page.goto(`${base}onboarding/explore/index.html`, { waitUntil: 'commit' });
    await step(page, slider(page), 12);
    await page.getByRole('radio', { name: 'incomplete' }).check();
    await page.getByLabel('Search').fill('tax_region');
    await expect(named(page)).toHaveText('28');
    wake();
    await expect(number(page)).toHaveValue('24');
    await expect(named(page)).toHaveText('19');
    await expect(page.getByRole('radio', { name: 'incomplete' })).toBeChecked();
    await expect(page.getByLabel('Search')).toHaveValue('tax_region');
    await expect(page.getByLabel('Search')).toBeFocused();
    await expect.poll(() => page.url()).toContain('limit=24');
    expect(page.url()).toContain('fields=incomplete');
    await expect(bar(page)).toContainText('3 inputs differ');
  });
});

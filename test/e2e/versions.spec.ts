/** A reader's own version: preset, kept, compared, passed on as code and file. */
import { readFileSync } from 'node:fs';
import { address, expect, step, test } from './report.ts';
import type { Page } from '@playwright/test';

const money = (page: Page) => page.locator('main [data-roi-money="labour"]:visible').first();
const cell = (page: Page, title: string) =>
  page.locator('[data-roi-compare]').evaluate((table, name) => {
    const heads = [...table.querySelectorAll('thead th')];
    const index = heads.findIndex((head) => head.firstChild?.textContent?.trim() === name);
    return table.querySelectorAll('tr.total td')[index]?.textContent;
  }, title);
const code = (page: Page) => page.locator('[data-roi-code]');
const said = (page: Page) => page.locator('[data-roi-said]');
const rate = (page: Page) => page.locator('[data-roi-slider="loaded_hour"]');

/** Answers that wait for a slider to rest have come. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('.roi .waiting')).toHaveCount(0);
}

async function keep(page: Page, name: string): Promise<void> {
  await page.locator('[data-roi-keep] input').fill(name);
  await page.locator('[data-roi-keep] button').click();
}

test('the range of outcomes follows once a slider rests', async ({ page }) => {
  await page.goto(address('roi'));
  const title = page.locator('[data-roi-say="outcomes.title"]');
  const dots = page.locator('[data-roi-bars="figure:outcomes"] svg:visible');
  expect(await dots.locator('circle').count()).toBe(50);
  const before = [await title.textContent(), await dots.evaluate((svg) => svg.outerHTML)];
  await step(page, rate(page), 15);
  await settled(page);
  await expect(title).not.toHaveText(before[0] ?? '');
  expect(await dots.locator('circle').count()).toBe(50);
  await expect(page.locator('[data-roi-say="outcomes.note"]')).toContainText('can only fall to $55 an hour');
  await step(page, rate(page), -15);
  await settled(page);
  // The same seed, the same draws, the same drawing as the build's.
  await expect(title).toHaveText(before[0] ?? '');
  expect(await dots.evaluate((svg) => svg.outerHTML)).toBe(before[1]);
});

test('the table behind the swings follows the reader', async ({ page }) => {
  await page.goto(address('roi'));
  const table = page.locator('[data-roi-table="swings"]');
  await table.locator('summary').click();
  const first = table.locator('tbody tr').first();
  // 21 and 53 hours a month at 20 and 50 minutes, beside 19,110 a year that stays.
  await expect(first).toContainText('35,490');
  await expect(first).toContainText('60,450');
  await step(page, rate(page), 5);
  // The same hours at $70.
  await expect(first).toContainText('38,220');
});

test('a price turns the highest price into a payback', async ({ page }) => {
  await page.goto(address('roi'));
  const numeral = page.locator('[data-roi-say="case.numeral"]');
  await expect(numeral).toHaveText('$41,500');
  await page.locator('[data-roi-field="price"]').fill('20000');
  // 20,390 with effort; a ramp of three months, then 3,997.50 a month.
  await expect(numeral).toHaveText('6.6\u00A0months');
  await settled(page);
  await expect(page.locator('[data-roi-say="case.sentences"]')).toContainText(
    'of the outcomes drawn pay all costs back',
  );
});

test('presets set every assumption, and stand beside the published version', async ({ page }) => {
  await page.goto(address('roi'));
  await page.locator('[data-roi-preset="conservative"]').click();
  await settled(page);
  const cautious = await cell(page, 'Conservative');
  expect(await cell(page, 'Your version')).toBe(cautious);
  expect(await cell(page, 'Published')).toBe('$47,970');
  expect(cautious).not.toBe('$47,970');
  await page.locator('[data-roi-preset="published"]').click();
  await expect(money(page)).toHaveText('$47,970');
});

test('a preset leaves price and rounding alone, says so, and is taken back from the keyboard', async ({ page }) => {
  await page.goto(address('roi'));
  const field = (id: string) => page.locator(`[data-roi-field="${id}"]`);
  await field('price').fill('25000');
  await field('ramp_months').fill('6');
  await field('loaded_hour').fill('90');
  await page.locator('[data-roi-rounding]').click();
  await page.locator('[data-roi-preset="conservative"]').focus();
  await page.keyboard.press('Enter');
  for (const [id, value] of Object.entries({ price: '25,000', ramp_months: '6', loaded_hour: '55' }))
    await expect(field(id)).toHaveValue(value);
  await expect(page.locator('[data-roi-rounding]')).not.toBeChecked();
  await expect(said(page)).toHaveText(
    'Every assumption of the results stands at its cautious end. As you had set it: Price, Ramp, Rounding.',
  );
  const back = page.locator('.roi-presets [data-roi-back]');
  await expect(back).toHaveText('undo “conservative”');
  for (const _ of ['published', 'upside', 'undo']) await page.keyboard.press('Tab');
  await expect(back).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field('loaded_hour')).toHaveValue('90');
  await expect(field('price')).toHaveValue('25,000');
  await expect(said(page)).toHaveText('Your version stands as it did before “conservative”.');
  await expect(back).toHaveText('redo “conservative”');
  await page.keyboard.press('Enter');
  await expect(field('loaded_hour')).toHaveValue('55');
  await page.locator('[data-roi-preset="published"]').click();
  await expect(field('price')).toHaveValue('0');
  await expect(page.locator('[data-roi-rounding]')).toBeChecked();
  await expect(money(page)).toHaveText('$47,970');
  await back.click();
  await expect(field('price')).toHaveValue('25,000');
});

test('“Reset all” is taken back', async ({ page }) => {
  await page.goto(address('roi'));
  await step(page, rate(page), 5);
  await page.locator('[data-roi-reset]').click();
  await expect(money(page)).toHaveText('$47,970');
  await page.locator('.roi-presets [data-roi-back]').click();
  await expect(money(page)).toHaveText('$51,660');
});

test('the keyboard stays in the table, and what was said goes when it is no longer true', async ({ page }) => {
  await page.goto(address('roi'));
  for (const name of ['Berlin', 'Board']) {
    await step(page, rate(page), 5);
    await keep(page, name);
  }
  await expect(said(page)).toHaveText('“Board” is kept in this browser.');
  await step(page, rate(page), 1);
  await expect(said(page)).toHaveText('');
  await keep(page, 'Board');
  await expect(said(page)).toContainText('in place of the one of that name');
  await page.locator('[data-roi-use="Berlin"]').focus();
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText('“Berlin” is in force.');
  await settled(page);
  await expect(page.locator('[data-roi-use="Berlin"]')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText('“Berlin” is forgotten.');
  await expect(page.locator('[data-roi-forget="Board"]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-roi-keep] input')).toBeFocused();
});

test('what one tab keeps stands in the other', async ({ page, context }) => {
  const other = await context.newPage();
  for (const tab of [page, other]) await tab.goto(address('roi'));
  await step(page, rate(page), 5);
  await keep(page, 'Board');
  await expect(said(page)).toContainText('is kept');
  await expect(other.locator('[data-roi-use="Board"]')).toHaveCount(1);
  await keep(other, 'Caution');
  await expect(page.locator('[data-roi-use]')).toHaveCount(2);
});

test('a version is kept over a reload, used again and forgotten', async ({ page }) => {
  await page.goto(address('roi'));
  await step(page, rate(page), 5);
  await keep(page, 'Board');
  await expect(said(page)).toContainText('kept in this browser');
  await page.locator('[data-roi-reset]').click();
  await expect(money(page)).toHaveText('$47,970');
  await page.reload();
  expect(await cell(page, 'Board')).toBe('$51,660');
  await page.locator('[data-roi-use="Board"]').click();
  await expect(money(page)).toHaveText('$51,660');
  await page.locator('[data-roi-forget="Board"]').click();
  await expect(page.locator('[data-roi-use]')).toHaveCount(0);
});

test('storage that is forbidden is explained, and nothing is lost', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto(address('roi'));
  await step(page, rate(page), 5);
  await keep(page, 'Board');
  await expect(said(page)).toContainText('keeps nothing for this page');
  await expect(money(page)).toHaveText('$51,660');
});

test('storage that is full is explained, and what was kept before stays', async ({ page }) => {
  await page.goto(address('roi'));
  await step(page, rate(page), 5);
  await keep(page, 'Board');
  await expect(said(page)).toContainText('kept in this browser');
  await page.evaluate(() => {
    for (let size = 2 ** 22; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (let index = 0; ; index += 1)
          localStorage.setItem(`filler ${String(size)} ${String(index)}`, 'x'.repeat(size));
      } catch {
        // Full for this size.
      }
    }
  });
  await step(page, rate(page), 5);
  await keep(page, 'A second one');
  await expect(said(page)).toContainText('keeps nothing for this page');
  await expect(money(page)).toHaveText('$55,350');
  await page.reload();
  expect(await cell(page, 'Board')).toBe('$51,660');
});

test('four versions stand side by side, with what differs marked, and a fifth is refused', async ({ page }) => {
  await page.goto(address('roi'));
  for (const name of ['One', 'Two', 'Three', 'Four']) {
    await step(page, rate(page), 5);
    await keep(page, name);
    await expect(said(page)).toContainText('kept in this browser');
  }
  await settled(page);
  for (const [name, total] of Object.entries({ One: '$51,660', Two: '$55,350', Three: '$59,040', Four: '$62,730' }))
    expect(await cell(page, name)).toBe(total);
  await keep(page, 'Five');
  await expect(said(page)).toContainText('There is room for 4 versions side by side.');
  await expect(page.locator('[data-roi-use]')).toHaveCount(4);
});

test('a code carries a version, and a tampered one is refused', async ({ page }) => {
  await page.goto(address('roi'));
  await step(page, rate(page), 5);
  await settled(page);
  await expect(code(page)).toHaveValue(/^roi1\/onboarding\/.*loaded_hour=70/);
  const text = await code(page).inputValue();
  await page.locator('[data-roi-reset]').click();
  const paste = async (value: string) => {
    await page.locator('[data-roi-paste] input').fill(value);
    await page.locator('[data-roi-paste] button').click();
  };
  await paste(text.replace('loaded_hour=70', 'loaded_hour=71'));
  await expect(said(page)).toContainText('The checksum at the end of this code does not fit');
  await expect(money(page)).toHaveText('$47,970');
  await paste('hello');
  await expect(said(page)).toContainText('begins with');
  await paste(text);
  await expect(said(page)).toContainText('The code is in force.');
  await expect(money(page)).toHaveText('$51,660');
});

test('JSON holds the version and the code that brings it back', async ({ page }) => {
  await page.goto(address('roi'));
  await step(page, rate(page), 5);
  await settled(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-roi-json]').click()]);
  const saved = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
    code: string;
    totals: { id: string; published: number; value: number }[];
  };
  expect(saved.code).toBe(await code(page).inputValue());
  expect(saved.totals.find(({ id }) => id === 'labour')).toMatchObject({ published: 47970, value: 51660 });
});

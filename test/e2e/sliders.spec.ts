/** The model in the reader's hands: figures, sentences and charts follow, and the address remembers. */
import { address, expect, singleFile, step, test, visibleCharts } from './report.ts';
import type { Page } from '@playwright/test';

const rate = (page: Page) => page.locator('[data-roi-slider="loaded_hour"]');
const money = (page: Page, id: string) => page.locator(`main [data-roi-money="${id}"]:visible`).first();
const drawing = (page: Page): Promise<string> =>
  page
    .locator('main .roi-result svg:visible')
    .first()
    .evaluate((svg) => svg.outerHTML);

/** Labour a year at another hourly cost, by the source's own arithmetic: 37 + 10 hours a month, 78 + 96 a year. */
const labourAt = (hour: number): number => (37 + 10) * 12 * hour + (78 + 96) * hour;
const dollars = (amount: number): string => `$${String(amount).replace(/\B(?=(\d{3})+$)/g, ',')}`;

test('a slider moves figures, words and charts', async ({ page }) => {
  await page.goto(address('roi'));
  await expect(money(page, 'labour')).toHaveText(dollars(labourAt(65)));
  expect(dollars(labourAt(65))).toBe('$47,970');
  const before = await drawing(page);
  await step(page, rate(page), 5);
  await expect(money(page, 'labour')).toHaveText(dollars(labourAt(70)));
  await expect(page.locator('[data-roi-difference="labour"]:visible').first()).toContainText('3,690');
  await expect.poll(() => drawing(page)).not.toBe(before);
  await expect(page.locator('[data-roi-slider="loaded_hour"]')).toHaveAttribute('aria-valuetext', /70/);
  // Revenue protection rests on other assumptions and stays.
  await expect(page.locator('main')).toContainText('72,000');
  await step(page, rate(page), -5);
  await expect(money(page, 'labour')).toHaveText('$47,970');
  await expect.poll(() => drawing(page)).toBe(before);
});

test('rounding can be switched off', async ({ page }) => {
  await page.goto(address('roi'));
  await page.locator('[data-roi-rounding]').focus();
  await page.keyboard.press('Space');
  await expect(money(page, 'labour')).toHaveText('$46,952.75');
  await expect(page.locator('main')).toContainText('28,778.75');
  await page.keyboard.press('Space');
  await expect(money(page, 'labour')).toHaveText('$47,970');
});

test('a number can be typed, refused, undone and reset', async ({ page }) => {
  await page.goto(address('roi'));
  const field = page.locator('[data-roi-field="loaded_hour"]');
  await field.fill('70');
  await expect(money(page, 'labour')).toHaveText(dollars(labourAt(70)));
  await page.locator('[data-roi-undo="loaded_hour"]').click();
  await expect(money(page, 'labour')).toHaveText('$47,970');
  await field.fill('a lot');
  await field.press('Tab');
  await expect(page.locator('[data-roi-assumption="loaded_hour"] [data-roi-fault]')).toContainText('needs a number');
  await expect(money(page, 'labour')).toHaveText('$47,970');
  await step(page, rate(page), 3);
  await page.locator('[data-roi-reset]').click();
  await expect(money(page, 'labour')).toHaveText('$47,970');
});

test('a field is marked only while what stands in it is wrong', async ({ page }) => {
  await page.goto(address('roi'));
  const field = page.locator('[data-roi-field="loaded_hour"]');
  const fault = page.locator('[data-roi-assumption="loaded_hour"] [data-roi-fault]');
  const isMarked = async (): Promise<boolean> => (await field.getAttribute('aria-invalid')) === 'true';
  await field.fill('');
  // One dollar is below the range; ten and a hundred are on the way there and in it.
  await field.pressSequentially('1');
  expect(await isMarked()).toBe(true);
  await field.pressSequentially('00');
  await expect(money(page, 'labour')).toHaveText('$73,800');
  expect(await isMarked()).toBe(false);
  await field.fill('7');
  expect(await isMarked()).toBe(true);
  await field.press('Enter');
  await expect(field).toHaveValue('100');
  expect(await isMarked()).toBe(false);
  await expect(fault).toContainText('goes from $30 an hour to $120 an hour');
  await expect(field).toHaveAccessibleDescription(/goes from \$30 an hour/);
  await field.press('ArrowDown');
  await expect(field).toHaveValue('99');
  await expect(fault).toBeHidden();
  await expect(field).toHaveAccessibleDescription('');
});

test('a number is typed with its unit, and one that could mean two is refused', async ({ page }) => {
  await page.goto(address('roi'));
  const type = async (id: string, text: string) => {
    const field = page.locator(`[data-roi-field="${id}"]`);
    await field.fill(text);
    await field.press('Tab');
    return field;
  };
  const fault = (id: string) => page.locator(`[data-roi-assumption="${id}"] [data-roi-fault]`);
  await expect(await type('loaded_hour', '72 $')).toHaveValue('72');
  await expect(money(page, 'labour')).toHaveText(dollars(labourAt(72)));
  await expect(await type('incomplete_share', '30%')).toHaveValue('30');
  await expect(await type('price', '20.000')).toHaveValue('0');
  await expect(fault('price')).toContainText('Write "20,000" or "20"');
  await expect(await type('horizon_years', '2.5')).toHaveValue('3');
  await expect(fault('price')).toBeVisible();
  await expect(fault('horizon_years')).toContainText('counts whole years');
  await page.goto('about:blank');
  await page.goto(`${address('roi')}#/roi?horizon_years=2.5`);
  await expect(page.locator('[data-roi-notice]')).toContainText('counts whole years');
  await expect(page.locator('[data-roi-field="horizon_years"]')).toHaveValue('3');
});

test('the address keeps the state over a reload, and a wrong one is explained', async ({ page }) => {
  await page.goto(address('roi'));
  await step(page, rate(page), 5);
  await expect.poll(() => page.url()).toContain('loaded_hour=70');
  const url = page.url();
  expect(new URL(url).hash).toMatch(/^#\/roi\?/);
  await page.reload();
  await expect(money(page, 'labour')).toHaveText(dollars(labourAt(70)));
  await page.goto('about:blank');
  await page.goto(url);
  await expect(money(page, 'labour')).toHaveText(dollars(labourAt(70)));
  await page.goto('about:blank');
  await page.goto(url.replace('loaded_hour=70', 'loaded_hour=7000000'));
  await expect(page.locator('[data-roi-notice]')).toBeVisible();
  await expect(money(page, 'labour')).toHaveText('$47,970');
});

test('controls that Safari resets when the history gives the page back stand as the figures do', async ({ page }) => {
  await page.goto(address('roi'));
  await step(page, rate(page), 5);
  await page.locator('[data-roi-rounding]').click();
  await expect.poll(() => page.url()).toMatch(/loaded_hour=70&rounding=off/);
  const total = await money(page, 'labour').textContent();
  await page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    for (const { id } of document.querySelectorAll('[data-roi-slider="loaded_hour"], [data-roi-rounding]')) {
      const control = document.getElementById(id) as HTMLInputElement;
      control.value = control.defaultValue;
      control.checked = control.defaultChecked;
    }
  });
  await expect(rate(page)).toHaveValue('70');
  await expect(page.locator('[data-roi-rounding]')).not.toBeChecked();
  await expect(money(page, 'labour')).toHaveText(total ?? '');
});

test('a page that the history gives back follows what was set on another', async ({ page }) => {
  await page.goto(address('roi'));
  await step(page, rate(page), 5);
  await expect.poll(() => page.url()).toContain('loaded_hour=70');
  const kept = await page.evaluate(() => Object.entries(sessionStorage));
  await page.locator('[data-roi-reset]').click();
  await expect.poll(() => page.url()).not.toContain('loaded_hour');
  await page.evaluate((entries) => {
    for (const [key, text] of entries) sessionStorage.setItem(key, String(text));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  }, kept);
  await expect(money(page, 'labour')).toHaveText(dollars(labourAt(70)));
  await expect(rate(page)).toHaveValue('70');
});

test('the summary has a slider whose sentence follows', async ({ page }) => {
  await page.goto(address('index'));
  const slider = page.locator('[data-roi-slider]').first();
  const sentence = page.locator('.roi-sentence').first();
  await slider.scrollIntoViewIfNeeded();
  const before = await sentence.innerText();
  expect(before).toContain('47,970');
  await step(page, slider, -4);
  await expect(sentence).not.toHaveText(before);
  expect(await sentence.innerText()).not.toContain('47,970');
});

test('a page that does not follow says whose its numbers of the model are', async ({ page }) => {
  const mark = (within = '') =>
    page
      .locator(`${within} p:has(> [data-roi="accounts_per_month"])`)
      .first()
      .evaluate((paragraph) => getComputedStyle(paragraph, '::after').content);
  await page.goto(address('findings/billing'));
  expect(await mark()).toBe('none');
  await page.goto(address('roi'));
  await step(page, page.locator('[data-roi-slider="accounts_per_month"]'), -10);
  await page.locator('header a[href*="evidence/index.html"]').first().click();
  await expect(page.locator('html')).toHaveAttribute('data-own-version');
  await page.goto(address('findings/billing'));
  expect(await mark()).toContain('as published, not your version');
  await page.goto(address('roi'));
  await page.locator('[data-roi-reset]').click();
  await expect.poll(() => page.url()).not.toContain('accounts_per_month');
  await page.goto(address('findings/billing'));
  expect(await mark()).toBe('none');

  await page.goto(`${singleFile}#/roi?accounts_per_month=170`);
  await expect(page.locator('[data-page="findings/billing"]')).toHaveAttribute('data-own-version');
  expect(await mark('[data-page="findings/billing"]')).toContain('as published, not your version');
  await page.locator('[data-roi-reset]').click();
  await expect(page.locator('[data-page="roi"] [data-roi-slider]').first()).toBeFocused();
  expect(await mark('[data-page="findings/billing"]')).toBe('none');
});

test('every slider answers to the keyboard and is named', async ({ page }) => {
  await page.goto(address('roi'));
  const sliders = page.locator('[data-roi-slider]');
  expect(await sliders.count()).toBeGreaterThan(10);
  for (const slider of await sliders.all()) {
    await slider.focus();
    await expect(slider).toBeFocused();
    const before = await slider.inputValue();
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await slider.inputValue()).not.toBe('');
    expect(
      await slider.evaluate(
        (input: HTMLInputElement) => (input.labels?.length ?? 0) > 0 || input.hasAttribute('aria-label'),
      ),
    ).toBe(true);
    expect(before).not.toBe('');
  }
  expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|Infinity/);
});

test('charts stand there before any script has run', async ({ page }) => {
  await page.route(/report\.js/, () => undefined);
  await page.goto(address('roi'), { waitUntil: 'commit' });
  await expect.poll(() => visibleCharts(page)).toBeGreaterThan(0);
  await expect(money(page, 'labour')).toHaveText('$47,970');
});

/** A slider under the pointer and the finger: what follows at once, what with the frame, and what once it rests. */
import { address, expect, step, test } from './report.ts';
import type { Locator, Page } from '@playwright/test';

const slider = (page: Page, id: string) => page.locator(`main [data-roi-slider="${id}"]`);
const numeral = (page: Page) => page.locator('.roi-numeral');
const bars = (page: Page, id: string) => page.locator(`.roi-result [data-roi-bars="${id}"] svg:visible`);
const alt = (page: Page, id: string) => bars(page, id).getAttribute('aria-label');

/** Middle of a slider, and the distance of a share of its length, in pixels. */
async function track(thumb: Locator): Promise<{ x: number; y: number; share: (part: number) => number }> {
  await thumb.scrollIntoViewIfNeeded();
  const box = await thumb.boundingBox();
  if (box === null) throw new Error('The slider cannot be seen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, share: (part) => box.width * part };
}

/** Sets a slider in the page, as a drag does, and says what stands there before anything else has run. */
const setAndRead = (page: Page, id: string, value: number): Promise<string> =>
  slider(page, id).evaluate((input: HTMLInputElement, next) => {
    input.value = String(next);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    return document.querySelector('.roi-numeral')?.textContent ?? '';
  }, value);

test('a drag moves figures and charts while the pointer is still down', async ({ page }) => {
  await page.goto(address('roi'));
  const { x, y, share } = await track(slider(page, 'loaded_hour'));
  const before = await alt(page, 'labour');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + share(0.1), y);
  await page.mouse.move(x + share(0.2), y);
  const value = Number(await slider(page, 'loaded_hour').inputValue());
  expect(value).toBeGreaterThan(75);
  // 738 hours a year, the four lines of the source together.
  await expect(numeral(page)).toHaveText(`$${(738 * value).toLocaleString('en-US')}`);
  await expect.poll(() => alt(page, 'labour')).not.toBe(before);
  await expect(page.locator('[data-roi-field="loaded_hour"]')).toHaveValue(String(value));
  await page.mouse.up();
  await expect(numeral(page)).toHaveText(`$${(738 * value).toLocaleString('en-US')}`);
});

test('figures stand there when the event is over', async ({ page }) => {
  await page.goto(address('roi'));
  expect(await setAndRead(page, 'loaded_hour', 70)).toBe('$51,660');
});

test('a second move within the frame is not lost', async ({ page }) => {
  await page.goto(address('roi'));
  await slider(page, 'loaded_hour').evaluate((input: HTMLInputElement) => {
    for (const next of [70, 80, 90]) {
      input.value = String(next);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });
  await expect(numeral(page)).toHaveText('$66,420');
  await expect.poll(() => alt(page, 'labour')).toContain('Labour 66,420');
});

test('a drawing whose data stay is not drawn anew', async ({ page }) => {
  await page.goto(address('roi'));
  // Once, so that what is drawn is known.
  await setAndRead(page, 'loaded_hour', 66);
  await expect.poll(() => alt(page, 'revenue_protection')).toContain('115,200');
  await expect.poll(() => alt(page, 'labour')).toContain('Labour 48,708');
  await page.waitForTimeout(400);
  const [revenue, labour] = await Promise.all([
    bars(page, 'revenue_protection').elementHandle(),
    bars(page, 'labour').elementHandle(),
  ]);
  await setAndRead(page, 'loaded_hour', 67);
  await expect.poll(() => alt(page, 'labour')).toContain('Labour 49,446');
  expect(await labour.evaluate((svg) => svg.isConnected)).toBe(false);
  expect(await revenue.evaluate((svg) => svg.isConnected)).toBe(true);
});

test('what is out of sight follows once the slider rests, or when it comes into sight', async ({ page }) => {
  await page.goto(address('roi'));
  const swings = () => alt(page, 'figure:tornado');
  const published = await swings();
  await setAndRead(page, 'loaded_hour', 80);
  await expect.poll(swings).not.toBe(published);
  const rested = await swings();

  // Timers stand still: only coming into sight can bring it.
  await page.evaluate(() => {
    Object.defineProperty(window, 'setTimeout', { value: () => 0 });
  });
  await setAndRead(page, 'loaded_hour', 90);
  await expect.poll(() => alt(page, 'labour')).toContain('Labour 66,420');
  expect(await swings()).toBe(rested);
  await bars(page, 'figure:tornado').scrollIntoViewIfNeeded();
  await expect.poll(swings).not.toBe(rested);
});

test('paper gets all of it, however soon it is asked for', async ({ page }) => {
  await page.goto(address('roi'));
  const drawn = await slider(page, 'loaded_hour').evaluate((input: HTMLInputElement) => {
    const labels = () =>
      ['figure:tornado', 'figure:cash'].map((id) =>
        [...document.querySelectorAll(`[data-roi-bars="${id}"] svg`)].map((svg) => svg.getAttribute('aria-label')),
      );
    const before = labels();
    input.value = '90';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    dispatchEvent(new Event('beforeprint'));
    return labels().map((after, index) => after.every((label, form) => label !== before[index]?.[form]));
  });
  expect(drawn).toEqual([true, true]);
});

test('what an assumption changes is in sight beside its slider', async ({ page }) => {
  await page.goto(address('roi'));
  const results = page.locator('.roi-total');
  const still: string[] = [];
  for (const thumb of await page.locator('main [data-roi-slider]').all()) {
    await thumb.scrollIntoViewIfNeeded();
    await expect(results).toBeInViewport();
    const before = await results.innerText();
    await step(page, thumb, 4);
    const after = await results.innerText();
    if (after === before) still.push((await thumb.getAttribute('data-roi-slider')) ?? '');
  }
  // The published model says how many accounts are at risk and counts no money for it.
  expect(still).toEqual(['at_risk_share']);
});

test('a screen reader hears which results have moved', async ({ page }) => {
  await page.goto(address('roi'));
  const said = page.locator('[data-roi-status]').first();
  await step(page, slider(page, 'loaded_hour'), 5);
  await expect(said).toHaveText(
    /^Labour: \$51,660, up \$3,690 on the published version\. Present value, 3 years at 10%: \$\d+,000 before any price\. Highest price paid back in a year: \$[\d,]+\.$/,
  );
  await step(page, slider(page, 'revenue_per_account'), 2);
  await expect(said).toHaveText(/^Revenue protection, a scenario: \$[\d,]+, up \$[\d,]+ on the published version\.$/);
  await step(page, slider(page, 'discount_rate'), 5);
  await expect(said).toHaveText(/^Present value, 3 years at 15%: \$\d+,000 before any price\.$/);
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a slider is dragged, and its total is in sight', async ({ page }) => {
    await page.goto(address('roi'));
    const { x, y, share } = await track(slider(page, 'loaded_hour'));
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [{ x: at, y }] });
    await touch('touchStart', x);
    for (const part of [0.05, 0.1, 0.15, 0.2]) await touch('touchMove', x + share(part));
    await touch('touchEnd');
    const value = Number(await slider(page, 'loaded_hour').inputValue());
    expect(value).toBeGreaterThan(75);
    const total = page.locator('.roi-bar b');
    await expect(total).toBeInViewport();
    await expect(total).toHaveText(`$${(738 * value).toLocaleString('en-US')}`);
  });
});

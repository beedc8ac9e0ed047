/** A reader who sets their own colours still sees controls, marks and charts. */
import { address, expect, test } from './report.ts';
import type { Locator } from '@playwright/test';

test('with the reader’s own colours every part of a slider, the switch and the bars stay visible', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(address('roi'));
  await page.locator('[data-roi-field="loaded_hour"]').fill('72');
  const row = page.locator('[data-roi-assumption="loaded_hour"]');
  /** Whether hiding a part changes the picture. */
  const seen = async (frame: Locator, part: Locator): Promise<boolean> => {
    const before = await frame.screenshot();
    await part.evaluate((element) => element.style.setProperty('opacity', '0'));
    const after = await frame.screenshot();
    await part.evaluate((element) => element.style.removeProperty('opacity'));
    return !before.equals(after);
  };
  const slider = row.locator('.slider');
  for (const part of ['.slider-range', '.slider-tick', 'input'])
    expect(await seen(slider, slider.locator(part)), part).toBe(true);
  const bars = page.locator('.roi-result [data-roi-bars="labour"]:visible');
  expect(await seen(bars, bars.locator('rect').first())).toBe(true);
  const rounding = page.locator('[data-roi-rounding]');
  const on = await rounding.screenshot();
  await rounding.click();
  await page.mouse.move(0, 0);
  expect((await rounding.screenshot()).equals(on)).toBe(false);
});

/** Somebody who was told nothing asks six questions of the report: each is answered within two clicks of its first page. */
import { address, expect, test } from './report.ts';
import type { Page } from '@playwright/test';

const keyNumber = (page: Page) => page.locator('.findings a[href$="#fact-handoff.late_24h"]:visible').first();
const toFinding = (page: Page, slug: string) =>
  page.locator(`main a[href="findings/${slug}/index.html"]:visible`).first().click();

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled, viewport: { width: 1440, height: 1000 } });
    test.beforeEach(async ({ page }) => {
      await page.goto(address('index'));
    });

    test('which records, and how sure', async ({ page }) => {
      await keyNumber(page).click();
      if (javaScriptEnabled) {
        await expect(page.locator('.evidence-panel:visible')).toContainText('16% to 34%');
        await page
          .locator('.evidence-panel:visible')
          .getByRole('link', { name: /^All rows/ })
          .click();
      }
      const entry = page.locator('[id="fact-handoff.late_24h"]');
      await expect(entry).toContainText('16% to 34%');
      await expect(entry.locator('.thread-rows tbody tr')).toHaveCount(19);
    });

    test('what flips under the other clock', async ({ page }) => {
      await toFinding(page, 'timer');
      await expect(page.locator('.flips .late-by')).toHaveCount(9);
    });

    test('what was not tested', async ({ page }) => {
      const untouched = page.locator('#untouched');
      for (const kind of ['Not proven', 'Not changed', 'Not tested']) await expect(untouched).toContainText(kind);
    });

    test('who owns the exception queue', async ({ page }) => {
      await page.getByRole('navigation').getByRole('link', { name: 'Next sprint', exact: true }).first().click();
      const row = page.locator('.runbook-map tbody tr').filter({ hasText: 'third retry failed' });
      await expect(row).toContainText('They conflict');
      await expect(row.locator('td').last()).toHaveText(/Implementation operations/);
    });

    test('what the new rule would have blocked wrongly', async ({ page }) => {
      await toFinding(page, 'billing');
      await expect(page.locator('.counterfactual tbody tr').first()).toContainText('0 of 60');
    });
  });
}

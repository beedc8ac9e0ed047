/** Accessibility of every page, light and dark, wide and narrow. */
import { AxeBuilder } from '@axe-core/playwright';
import { address, expect, singleFile, slugs, test } from './report.ts';
import type { Page } from '@playwright/test';

async function violations(page: Page): Promise<string[]> {
  // axe would fetch the style sheet a second time, which the page's policy forbids.
  const builder = new AxeBuilder({ page }).options({ preload: false });
  const { violations: found } = await builder
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    for (const slug of slugs) {
      test(slug, async ({ page }) => {
        await page.goto(address(slug));
        expect(await violations(page)).toEqual([]);
      });
    }
    test('narrow summary', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 800 });
      await page.goto(address('index'));
      expect(await violations(page)).toEqual([]);
    });
    test('single file', async ({ page }) => {
      // All pages at once, with everything that is folded away.
      test.setTimeout(180_000);
      await page.goto(singleFile);
      expect(await violations(page)).toEqual([]);
    });
  });
}

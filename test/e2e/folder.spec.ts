/** Every page of the folder, from file:// with no network: its charts, its links, its width, with and without a script. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { address, expect, folder, pageText, slugs, test, visibleCharts } from './report.ts';

const charted = slugs.filter((slug) => slug === 'index' || slug.startsWith('findings/') || slug === 'roi');

test('the report has its pages', () => {
  expect(slugs).toEqual(expect.arrayContaining(['evidence', 'index', 'roi', 'scope']));
  expect(slugs.filter((slug) => slug.startsWith('findings/'))).toHaveLength(4);
});

for (const slug of slugs) {
  test(`${slug}: shows its title and charts`, async ({ page }) => {
    await page.goto(address(slug));
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page.locator('h1')).toBeVisible();
    if (charted.includes(slug)) expect(await visibleCharts(page)).toBeGreaterThan(0);
    for (const drawing of await page.locator('figure svg').all()) {
      const named =
        (await drawing.getAttribute('aria-label')) ??
        (await drawing.getAttribute('aria-labelledby')) ??
        (await drawing.getAttribute('aria-hidden'));
      expect(named, 'a text alternative').toBeTruthy();
    }
    const slips = await page.locator('body').evaluate((body) => {
      const words = body.cloneNode(true) as HTMLElement;
      for (const code of words.querySelectorAll('pre, code, script, style')) code.remove();
      return words.textContent.match(/.{0,40}(\{\{|\[\[|undefined|NaN|\[object ).{0,40}/g);
    });
    expect(slips, 'what no reader should see').toBeNull();
  });

  for (const width of [320, 390, 768, 1024, 1440, 1920]) {
    test(`${slug}: fits ${String(width)} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address(slug));
      const { content, view } = await page.evaluate(() => ({
        content: document.documentElement.scrollWidth,
        view: innerWidth,
      }));
      expect(content).toBeLessThanOrEqual(view);
      if (charted.includes(slug)) expect(await visibleCharts(page)).toBeGreaterThan(0);
    });
  }
}

test('lines under words are written so that Safari draws them', () => {
  const assets = join(folder, 'assets');
  const [sheet = ''] = readdirSync(assets).filter((file) => file.endsWith('.css'));
  const declared = [
    ...readFileSync(join(assets, sheet), 'utf8').matchAll(/([{;])(-webkit-)?text-decoration:([^;}]+)/g),
  ];
  expect(declared.map(([, , , value]) => value)).toContain('underline dotted');
  // Its shorthand takes the line alone, with a prefix the kind of line as well, and never the thickness.
  expect(declared.filter(([, , , value]) => /\d/.test(value ?? ''))).toEqual([]);
  const kinds = (prefix?: string) => declared.filter(([, , own, value]) => own === prefix && value?.includes(' '));
  expect(kinds('-webkit-').map(([, , , value]) => value)).toEqual(kinds().map(([, , , value]) => value));
});

test('the pages lead to one another', async ({ page }) => {
  await page.goto(address('index'));
  const seen = new Set<string>();
  const open = ['index'];
  for (const slug of open) {
    await page.goto(address(slug));
    seen.add(slug);
    const found = await page
      .locator('a[href]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    for (const other of slugs) {
      if (!open.includes(other) && found.some((href) => href.split('#')[0] === address(other))) open.push(other);
    }
  }
  expect([...seen].sort()).toEqual(slugs);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  for (const slug of slugs) {
    test(`${slug}: every chart, table and figure is there`, async ({ page }) => {
      await page.goto(address(slug));
      await expect(page.locator('h1')).toBeVisible();
      if (charted.includes(slug)) expect(await visibleCharts(page)).toBeGreaterThan(0);
      const figures = await page.locator('figure').count();
      const titles = await page.locator('figcaption:visible').count();
      expect(titles).toBe(figures);
      for (const fold of await page.locator('details.figure-table > summary').all()) {
        await fold.click();
        await expect(fold.locator('xpath=..').locator('table').first()).toBeVisible();
      }
    });
  }

  test('the published values of the model stand there in full', async ({ page }) => {
    await page.goto(address('roi'));
    const text = await page.locator('main').innerText();
    for (const published of ['28,860', '7,800', '5,070', '6,240', '47,970', '72,000', '43,200'])
      expect(text).toContain(published);
  });
});

test('no page holds an address of the network that loads by itself', () => {
  for (const slug of slugs)
    expect(pageText(slug)).not.toMatch(/<(script|link|img|iframe)[^>]+(src|href)="(https?:)?\/\//);
});

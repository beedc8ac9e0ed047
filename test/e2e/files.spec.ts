/** The data behind the charts, as a reader gets it, and the report on paper. */
import { readFileSync } from 'node:fs';
import { address, expect, singleFile, slugs, test } from './report.ts';
import type { Page } from '@playwright/test';

/** RFC 4180, written out for the test: quotes, doubled quotes, CRLF. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quoted) {
      if (character === '"' && text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else if (character === '"') quoted = false;
      else cell += character;
    } else if (character === '"') quoted = true;
    else if (character === ',') {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (character === '\r' && text.charAt(at + 1) === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      rows.push([]);
      at += 1;
    } else cell += character;
  }
  expect(rows.at(-1), 'a line break at the end').toEqual([]);
  return rows.slice(0, -1);
}

async function download(page: Page, link: ReturnType<Page['locator']>): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

function check(name: string, bytes: Buffer): string[][] {
  expect(name).toMatch(/\.csv$/);
  expect([...bytes.subarray(0, 3)], 'a byte order mark').toEqual([0xef, 0xbb, 0xbf]);
  const rows = parseCsv(bytes.subarray(3).toString('utf8'));
  expect(rows.length).toBeGreaterThan(1);
  const [header = []] = rows;
  expect(new Set(header).size).toBe(header.length);
  for (const row of rows) {
    expect(row).toHaveLength(header.length);
    for (const cell of row) expect(cell).not.toMatch(/^[=+@\t\r]|^-\D/);
  }
  return rows;
}

for (const slug of slugs) {
  test(`${slug}: its data downloads`, async ({ page }) => {
    await page.goto(address(slug));
    // Panels of evidence, still shut here, offer files of their own: evidence.spec.ts opens one.
    for (const link of await page.locator('a[href$=".csv"]:visible').all()) {
      const { name, bytes } = await download(page, link);
      check(name, bytes);
    }
  });
}

test('the data of the handoffs has its columns, and the records that the list names at its limit', async ({ page }) => {
  await page.goto(address('findings/timer'));
  const { name, bytes } = await download(page, page.locator('a[href$=".csv"]').first());
  const [header, ...rows] = check(name, bytes);
  expect(header?.[0]).toBe('Account');
  expect(rows).toHaveLength(28);
  const hours = header?.indexOf('Signature to queue (h)') ?? -1;
  expect(rows.every((row) => Number(row[hours]) > 12)).toBe(true);
  expect(rows.filter((row) => Number(row[hours]) > 24)).toHaveLength(19);
});

test('the single file holds the same data', async ({ page }) => {
  await page.goto(`${singleFile}#/findings/timer`);
  const { name, bytes } = await download(
    page,
    page.locator('[data-page="findings/timer"] a[href^="data:text/csv"]').first(),
  );
  expect(check(name, bytes)).toHaveLength(29);
});

test.describe('on paper', () => {
  test.use({ viewport: { width: 794, height: 1123 } });
  for (const slug of ['index', 'findings/timer', 'roi', 'evidence']) {
    test(`${slug}: controls go, figures and numbers stay`, async ({ page }) => {
      await page.goto(address(slug));
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('h1')).toBeVisible();
      // The button in a column's head is its heading too, and stays as one.
      for (const control of await page
        .locator('button:not(th button), input[type="range"], a[href$=".csv"], .skip')
        .all())
        await expect(control).toBeHidden();
      const charts = page.locator('main svg:visible');
      if (slug !== 'evidence') expect(await charts.count()).toBeGreaterThan(0);
      if (slug === 'roi') await expect(page.locator('main')).toContainText('47,970');
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(1);
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toMatch(
        /255, 255, 255|rgba\(0, 0, 0, 0\)/,
      );
    });
  }

  test.describe('as wide as its text', () => {
    // 178 mm of the 210 are left between the margins.
    test.use({ viewport: { width: 673, height: 979 } });
    for (const slug of slugs)
      test(`${slug}: nothing is cut off`, async ({ page }) => {
        await page.goto(address(slug));
        await page.emulateMedia({ media: 'print' });
        const lost = await page.locator('main *').evaluateAll((elements) =>
          elements
            .filter((element) => element.closest('svg, .visually-hidden') === null)
            .filter((element) => {
              const { right, width } = element.getBoundingClientRect();
              const clipped =
                getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
              return width > 0 && (right > innerWidth + 2 || clipped);
            })
            .map((element) => `${element.tagName} ${element.textContent.trim().slice(0, 40)}`),
        );
        expect(lost).toEqual([]);
      });
  });

  test('the single file prints all its pages', async ({ page }) => {
    await page.goto(singleFile);
    await page.emulateMedia({ media: 'print' });
    for (const slug of slugs) await expect(page.locator(`[data-page="${slug}"] h1`)).toBeVisible();
  });
});

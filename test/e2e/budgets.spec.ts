/** What a reader loads: pages with their scripts and styles, fonts, and the single file, within the limits that were set for them. */
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { address, expect, singleFile, slugs, test } from './report.ts';

/** Kilobytes are 1000 bytes, as a browser's tools count them. */
const PAGE = 180_000;
const FONTS = 100_000;
const SINGLE_FILE = 1_500_000;

for (const slug of slugs)
  test(`${slug}: what it loads`, async ({ page }) => {
    const loaded = new Set<string>();
    page.on('request', (request) => loaded.add(request.url().replace(/[?#].*$/, '')));
    await page.goto(address(slug));
    await page.evaluate(() => document.fonts.ready);
    const files = [...loaded].filter((url) => url.startsWith('file:')).map((url) => fileURLToPath(url));
    const sum = (own: readonly string[], size: (file: string) => number): number =>
      own.reduce((total, file) => total + size(file), 0);
    const fonts = files.filter((file) => file.endsWith('.woff2'));
    const rest = files.filter((file) => !fonts.includes(file));
    expect(rest.some((file) => file.endsWith('.css'))).toBe(true);
    expect(sum(rest, (file) => gzipSync(readFileSync(file), { level: 9 }).length)).toBeLessThanOrEqual(PAGE);
    expect(sum(fonts, (file) => statSync(file).size)).toBeLessThanOrEqual(FONTS);
  });

test('the single file', () => {
  expect(statSync(fileURLToPath(singleFile)).size).toBeLessThanOrEqual(SINGLE_FILE);
});

/** The built report as a reader opens it: from file://, with no network, and with everything that goes wrong written down. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as base, expect } from '@playwright/test';
import type { Page } from '@playwright/test';

export const dist = join(import.meta.dirname, '..', '..', 'dist');
export const engagement = 'onboarding';
export const folder = join(dist, engagement);
if (!existsSync(folder)) throw new Error('There is no dist/onboarding; run npm run build first.');

/** Addresses of the pages: `index`, `findings/…`, … */
export const slugs: readonly string[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.split('\\').join('/'))
  .filter((path) => path === 'index.html' || path.endsWith('/index.html'))
  .map((path) => (path === 'index.html' ? 'index' : posix.dirname(path)))
  .sort();

export const address = (slug: string): string =>
  pathToFileURL(join(folder, slug === 'index' ? '' : slug, 'index.html')).href;
export const singleFile = pathToFileURL(join(dist, `${engagement}.html`)).href;
export const pageText = (slug: string): string =>
  readFileSync(join(folder, slug === 'index' ? '' : slug, 'index.html'), 'utf8');

/** What a report must never do; each entry is one line for the person who reads the failure. */
export type Misdeeds = string[];

async function watch(page: Page, misdeeds: Misdeeds): Promise<void> {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      misdeeds.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => misdeeds.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) misdeeds.push(`request: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    // A link that becomes a download ends its navigation, and a page that is left ends what it still loads.
    // What is missing, refused by the policy or asked of the network fails in other words.
    const ended = request.failure()?.errorText === 'net::ERR_ABORTED';
    if (!ended) misdeeds.push(`failed request: ${request.url()} (${request.failure()?.errorText ?? ''})`);
  });
  await page.route(/^(https?|wss?):/, (route) => route.abort());
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
    });
  });
}

/** A page that fails its test when it complains, asks for something, or violates its policy. */
export const test = base.extend<{ misdeeds: Misdeeds }>({
  misdeeds: [
    async ({ page }, use) => {
      const misdeeds: Misdeeds = [];
      await watch(page, misdeeds);
      await use(misdeeds);
      expect(misdeeds).toEqual([]);
    },
    { auto: true },
  ],
});

/** Charts that a reader sees at this width: drawings larger than a mark in the text, not hidden by the style sheet. */
export async function visibleCharts(page: Page, within = 'main'): Promise<number> {
  return page.locator(`${within} svg`).evaluateAll(
    (drawings) =>
      drawings.filter((drawing) => {
        const { width, height } = drawing.getBoundingClientRect();
        return width > 100 && height > 20 && drawing.childElementCount > 0;
      }).length,
  );
}

/** Moves a slider as the keyboard does. */
export async function step(page: Page, slider: ReturnType<Page['locator']>, keys: number): Promise<void> {
  await slider.focus();
  for (let pressed = 0; pressed < Math.abs(keys); pressed += 1)
    await page.keyboard.press(keys > 0 ? 'ArrowRight' : 'ArrowLeft');
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))));
}

/** Text of the file that a reader gets. */
export async function savedText(page: Page, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFileSync(await download.path(), 'utf8');
}

export { expect };

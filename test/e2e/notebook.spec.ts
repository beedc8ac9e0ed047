/** The notebook: what the build drew is what the browser shows, and every output follows the inputs. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { address, expect, folder, pageText, singleFile, slugs, step, test } from './report.ts';
import type { Page } from '@playwright/test';

const notebooks = slugs.filter((slug) => pageText(slug).includes('data-cell='));

/** Marks what the build drew, before the page's script runs: what wakes takes its place. */
const markBuilt = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return;
      for (const cell of document.querySelectorAll('[data-cell]'))
        for (const node of cell.childNodes) Object.assign(node, { built: true });
    });
  });

interface Compared {
  readonly key: string;
  readonly built: string;
  readonly shown: string;
  /** Nodes of the build that still stand. */
  readonly left: number;
}

/** Every cell as built and as shown; state of inputs as attributes, generated ids numbered from one. */
function compareCells(page: Page, source: string): Promise<Compared[]> {
  return page.evaluate((text) => {
    const snapshot = (root: Element): string => {
      for (const input of root.querySelectorAll('input')) {
        if (input.type === 'checkbox' || input.type === 'radio') input.toggleAttribute('checked', input.checked);
        else if (input.value !== '') input.setAttribute('value', input.value);
      }
      for (const option of root.querySelectorAll('option')) option.toggleAttribute('selected', option.selected);
      const ids = new Map<string, string>();
      return root.innerHTML.replaceAll(/\b(inputs-3a86ea|plot-clip)-\d+\b/g, (id, kind: string) => {
        if (!ids.has(id)) ids.set(id, `${kind}-#${String(ids.size + 1)}`);
        return ids.get(id)!;
      });
    };
    const built = new DOMParser().parseFromString(text, 'text/html');
    return [...built.querySelectorAll<HTMLElement>('[data-cell]')].map((cell) => {
      const key = cell.dataset['cell']!;
      const shown = document.querySelector(`[data-cell="${CSS.escape(key)}"]`)!;
      return {
        key,
        built: snapshot(cell.querySelector(':scope > .drawing.wide') ?? cell),
        shown: snapshot(shown),
        left: [...shown.childNodes].filter((node) => 'built' in node).length,
      };
    });
  }, source);
}

test('the report has a notebook', () => expect(notebooks).toContain('explore'));

for (const slug of notebooks) {
  test(`${slug}: waking up is invisible`, async ({ page }) => {
    await markBuilt(page);
    await page.goto(address(slug));
    await expect
      .poll(async () => (await compareCells(page, pageText(slug))).reduce((sum, { left }) => sum + left, 0))
      .toBe(0);
    for (const { key, built, shown } of await compareCells(page, pageText(slug))) expect(shown, key).toBe(built);
    expect(await page.locator('.cell-error').count()).toBe(0);
  });
}

test('pages without cells and sliders load no script', () => {
  for (const slug of slugs) {
    const text = pageText(slug);
    if (!text.includes('data-notebook') && !text.includes('data-roi-model')) expect(text).not.toContain('report.js');
  }
});

const slider = (page: Page) => page.locator('[data-cell="findings/timer 0"] input[type=range]');
const named = (page: Page) => page.locator('[data-cell="findings/timer value listed.length"]');
/** Records above a number of hours, counted in the file behind the page and not by it. */
const above = (hours: number): number =>
  readFileSync(join(folder, 'data', 'findings-timer-handoffs.csv'), 'utf8')
    .trim()
    .split('\r\n')
    .slice(1)
    .filter((line) => Number(line.split(',')[1]) > hours).length;

async function savedText(page: Page, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFileSync(await download.path(), 'utf8');
}

test('the alert threshold moves chart, list, count, file and address', async ({ page }) => {
  expect(above(12)).toBe(28);
  await page.goto(address('findings/timer'));
  await expect(named(page)).toHaveText(String(above(12)));
  const drawing = page.locator('#figure-limit-list .cell-output svg');
  const before = await drawing.evaluate((svg) => svg.outerHTML);
  await step(page, slider(page), 12);
  await expect(named(page)).toHaveText(String(above(24)));
  expect(await drawing.evaluate((svg) => svg.outerHTML)).not.toBe(before);
  await expect(page.locator('.table-count')).toHaveText(`${String(above(24))} rows`);
  const csv = await savedText(page, () => page.locator('#figure-limit-list [data-cell-csv]').click());
  expect(csv.startsWith('\uFEFF')).toBe(true);
  expect(csv.trim().split('\r\n')).toHaveLength(above(24) + 1);
  await page.locator('#figure-limit-list summary').click();
  await expect(page.locator('#figure-limit-list tbody tr')).toHaveCount(above(24));
  await expect.poll(() => page.url()).toMatch(/#\/findings\/timer\?v=[^&]+&limit=24$/);
  await page.reload();
  await expect(named(page)).toHaveText(String(above(24)));
  await expect(slider(page)).toHaveValue('24');
});

test('what an address asks and the page does not have is explained, and changes nothing', async ({ page }) => {
  for (const [query, words] of [
    ['limit=lots', '"limit" cannot be set to "lots"'],
    ['limit=4000', '"limit" cannot be set to "4000"'],
    ['limits=24', 'Was "limit" meant?'],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(`${address('findings/timer')}#/findings/timer?${query}`);
    await expect(page.locator('[data-notebook-notice]')).toContainText(words);
    await expect(named(page)).toHaveText('28');
  }
});

test('a version can be reset, taken from a code, saved, and opened elsewhere', async ({ page }, { outputDir }) => {
  await page.goto(`${singleFile}#/findings/timer`);
  await step(page, slider(page), -4);
  await expect(named(page)).toHaveText(String(above(8)));
  const bar = page.locator('[data-notebook-bar]:visible');
  await expect(bar).toContainText('1 input differs');
  const text = await savedText(page, () => bar.getByRole('button', { name: 'Save my version' }).click());
  await bar.getByRole('button', { name: 'Reset' }).click();
  await expect(named(page)).toHaveText('28');
  await bar.locator('summary').click();
  await bar.getByLabel('Use a code').fill('#/findings/timer?limit=48');
  await bar.getByRole('button', { name: 'Use', exact: true }).click();
  await expect(named(page)).toHaveText(String(above(48)));

  mkdirSync(outputDir, { recursive: true });
  const file = join(outputDir, 'your-version.html');
  writeFileSync(file, text);
  await page.goto('about:blank');
  await page.goto(pathToFileURL(file).href);
  await expect(named(page)).toBeVisible();
  await expect(named(page)).toHaveText(String(above(8)));
  await expect(slider(page)).toHaveValue('8');
  const evidence = await page
    .locator('[data-evidence]')
    .evaluateAll((panels) => panels.map((panel) => panel.getAttribute('data-evidence')));
  expect(evidence.length).toBeGreaterThan(0);
  expect(new Set(evidence).size).toBe(evidence.length);
});

test('linked pictures, search and table follow one choice, with the keyboard alone', async ({ page }) => {
  await page.goto(address('explore'));
  const rows = page.locator('#explore-records .table-count');
  await expect(rows).toHaveText('80 rows');
  const pictures = page.locator('#figure-explore-bands svg, #figure-explore-cycle svg');
  const before = await pictures.evaluateAll((drawings) => drawings.map((drawing) => drawing.outerHTML));
  await page.getByRole('radio', { name: 'incomplete' }).focus();
  await page.keyboard.press('Space');
  await expect(rows).toHaveText('23 rows');
  const after = await pictures.evaluateAll((drawings) => drawings.map((drawing) => drawing.outerHTML));
  expect(after.filter((drawing, index) => drawing !== before[index]).length).toBeGreaterThanOrEqual(2);
  await page.getByLabel('Search').fill('tax_region');
  await expect(rows).not.toHaveText('23 rows');
  const found = Number((await rows.textContent())?.split(' ')[0]);
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(23);
  const heading = page.getByRole('button', { name: 'Account' });
  await heading.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Account' })).toHaveAttribute('aria-sort', 'ascending');
  const box = page.getByRole('checkbox', { name: /^Select acct/ }).first();
  await box.focus();
  await page.keyboard.press('Space');
  await expect(rows).toHaveText(`${String(found)} rows, 1 selected`);
  for (const part of ['fields=incomplete', 'found=tax_region', 'kept=account_id~'])
    await expect.poll(() => page.url()).toContain(part);
  await page.reload();
  await expect(rows).toHaveText(`${String(found)} rows, 1 selected`);
});

test('assumptions and inputs keep to themselves in one address', async ({ page }) => {
  await page.goto(`${singleFile}#/roi?loaded_hour=70`);
  await expect(page.locator('[data-roi-notice]:visible')).toHaveCount(0);
  await page.goto('about:blank');
  await page.goto(`${singleFile}#/findings/timer?limit=24`);
  await expect(named(page)).toHaveText(String(above(24)));
  await expect(page.locator('[data-roi-notice]:not([hidden])')).toHaveCount(0);
});

test('on paper a table shows the rows that it counts', async ({ page }) => {
  await page.goto(address('explore'));
  const table = page.locator('#explore-records');
  await page.getByRole('radio', { name: 'complete', exact: true }).check();
  await expect(table.locator('.table-count')).toHaveText('57 rows');
  expect(await table.locator('.table-input tbody tr').count()).toBeLessThan(57);
  await expect(table.locator('.table-drawn')).toBeHidden();
  await page.pdf();
  await expect(table.locator('.table-input tbody tr')).toHaveCount(57);
  await page.emulateMedia({ media: 'print' });
  await expect(table.locator('.table-drawn')).toBeHidden();
});

test('charts follow the width and answer the pointer', async ({ page }) => {
  await page.goto(address('findings/timer'));
  const drawing = page.locator('#figure-limit-list .cell-output > svg');
  await expect(drawing).toHaveAttribute('width', '948');
  const marks = (): Promise<number> => drawing.locator('*').count();
  const before = await marks();
  await drawing.locator('circle').first().hover({ force: true });
  await expect.poll(marks).toBeGreaterThan(before);
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(drawing).toHaveAttribute('width', '350');
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });
  for (const slug of notebooks) {
    test(`${slug}: reads as a finished article`, async ({ page }) => {
      await page.goto(address(slug));
      for (const value of await page.locator('.value').all()) await expect(value).not.toBeEmpty();
      for (const output of await page.locator('figure.cell .cell-output').all())
        await expect(output.locator('svg:visible').first()).toBeVisible();
    });
  }
});

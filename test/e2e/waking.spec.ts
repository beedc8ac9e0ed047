/** Waking up is invisible: what the build drew is what the browser shows, on every page, in the folder and in the single file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { address, dist, engagement, expect, pageText, singleFile, slugs, test } from './report.ts';
import type { Page } from '@playwright/test';

const woken = slugs.filter((slug) => pageText(slug).includes('data-cell='));
const wholeText = readFileSync(join(dist, `${engagement}.html`), 'utf8');

/** Marks what the build drew, before the page's script runs: what wakes takes its place. */
const markBuilt = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const mark = (): void => {
      for (const cell of document.querySelectorAll('[data-cell]'))
        for (const node of cell.childNodes) Object.assign(node, { built: true });
    };
    document.addEventListener('readystatechange', () => {
      if (document.readyState === 'interactive' && document.querySelector('[data-packed]') === null) mark();
    });
    // The script of the single file stands in the page, behind what it carries packed, and runs before the page is read.
    new MutationObserver((_, observer) => {
      if (document.querySelector('[data-packed]') === null) return;
      observer.disconnect();
      mark();
    }).observe(document, { childList: true, subtree: true });
  });

interface Compared {
  readonly key: string;
  readonly built: string;
  readonly shown: string;
  /** Nodes of the build that still stand. */
  readonly left: number;
}

/**
 * Every cell of a page as built in a form and as shown; state of inputs as attributes, generated ids numbered from one.
 * The single file has the address of the page before ids and names of radio buttons that the build has drawn;
 * a narrow form has its name behind an id.
 */
function compareCells(page: Page, source: string, slug: string, form: 'wide' | 'narrow'): Promise<Compared[]> {
  return page.evaluate(
    ([text, of, name]) => {
      const snapshot = (root: Element): string => {
        for (const input of root.querySelectorAll('input')) {
          if (input.type === 'checkbox' || input.type === 'radio') input.toggleAttribute('checked', input.checked);
          else if (input.value !== '') input.setAttribute('value', input.value);
        }
        for (const option of root.querySelectorAll('option')) option.toggleAttribute('selected', option.selected);
        const ids = new Map<string, string>();
        const generated = /(?:\/[a-z/-]+\/)?\b(inputs-3a86ea|plot-clip)-\d+(?:-narrow)?\b/g;
        const markup = root.innerHTML.replaceAll(/ name="\/[a-z/-]+\//g, ' name="');
        return markup.replaceAll(generated, (id, kind: string) => {
          if (!ids.has(id)) ids.set(id, `${kind}-#${String(ids.size + 1)}`);
          return ids.get(id)!;
        });
      };
      const built = new DOMParser().parseFromString(text, 'text/html');
      return [...built.querySelectorAll<HTMLElement>(`[data-cell^="${of} "]`)].map((cell) => {
        const key = cell.dataset['cell']!;
        const shown = document.querySelector(`[data-cell="${CSS.escape(key)}"]`)!;
        return {
          key,
          built: snapshot(cell.querySelector(`:scope > .drawing.${name}`) ?? cell),
          shown: snapshot(shown),
          left: [...shown.childNodes].filter((node) => 'built' in node).length,
        };
      });
    },
    [source, slug, form] as const,
  );
}

async function compare(page: Page, source: string, slug: string, form: 'wide' | 'narrow'): Promise<void> {
  await expect
    .poll(async () => (await compareCells(page, source, slug, form)).reduce((sum, { left }) => sum + left, 0))
    .toBe(0);
  const cells = await compareCells(page, source, slug, form);
  expect(cells.length).toBeGreaterThan(0);
  for (const { key, built, shown } of cells) expect(shown, key).toBe(built);
  expect(await page.locator('.cell-error').count()).toBe(0);
}

test('every figure of the report is a cell', () => {
  expect(woken).toContain('explore');
  for (const slug of slugs) {
    const figures = pageText(slug).split('<figure class="figure').slice(1);
    for (const figure of figures) expect(figure.split('</figure>')[0]).toContain('data-cell=');
  }
});

for (const slug of woken) {
  test(`${slug}: what the build drew is what is shown`, async ({ page }) => {
    await markBuilt(page);
    await page.goto(address(slug));
    await compare(page, pageText(slug), slug, 'wide');
  });

  test(`${slug}: on a telephone as well`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await markBuilt(page);
    await page.goto(address(slug));
    await compare(page, pageText(slug), slug, 'narrow');
  });

  test(`${slug}: in the single file as well`, async ({ page }) => {
    await markBuilt(page);
    await page.goto(`${singleFile}#/${slug}`);
    await compare(page, wholeText, slug, 'wide');
  });

  test(`${slug}: nothing moves`, async ({ page }) => {
    const places = async (): Promise<string[]> => {
      await page.evaluate(() => document.fonts.ready);
      return page.locator('main :is(h1, h2, h3, p, figure, .cell, table, .figure-foot)').evaluateAll((all) =>
        all
          .filter((element) => element.closest('.notebook-bar, .chart-keys') === null && element.checkVisibility())
          .map((element) => {
            const { x, y, width } = element.getBoundingClientRect();
            return `${element.outerHTML.slice(0, 60)} ${[x, y, width].map(Math.round).join(' ')}`;
          }),
      );
    };
    // Between two drawings the one that the build has chosen is scaled, and so is the living one.
    for (const width of [1440, 1100, 700, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.route('**/report.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
      await page.goto(address(slug));
      const asleep = await places();
      await page.unroute('**/report.js');
      await page.goto('about:blank');
      await page.goto(address(slug));
      await expect(page.locator('.cell-output > .drawing:visible')).toHaveCount(0);
      expect(await places()).toEqual(asleep);
    }
  });
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });
  for (const slug of woken) {
    test(`${slug}: reads as a finished article`, async ({ page }) => {
      await page.goto(address(slug));
      for (const value of await page.locator('.value').all()) await expect(value).not.toBeEmpty();
      for (const output of await page.locator('.figure .figure-body > .cell-output').all())
        await expect(output.locator('svg:visible').first()).toBeVisible();
    });
  }
});

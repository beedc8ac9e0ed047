/** The notebook: what the build drew is what the browser shows, and every output follows the inputs. */
import { address, expect, pageText, slugs, test } from './report.ts';
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

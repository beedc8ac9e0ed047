/** From a sentence to its rows: the panel beside the line, the ledger behind it, with and without a script. */
import { AxeBuilder } from '@axe-core/playwright';
import { address, expect, singleFile, test } from './report.ts';
import type { Page } from '@playwright/test';

const FACT = 'handoff.late_24h';
const door = (page: Page) => page.locator(`.part p > a.number[href$="fact-${FACT}"]:visible`).first();
const panel = (page: Page) => page.locator('.evidence-panel:visible');

/** Whether two elements share a part of the page. */
const overlaps = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const open = document.querySelector('.evidence-panel:not([hidden])');
    const one = open?.getBoundingClientRect();
    if (!one) return ['no panel'];
    return [...document.querySelectorAll('figure')]
      .filter((figure) => !figure.contains(open))
      .map((figure) => ({ figure, box: figure.getBoundingClientRect() }))
      .filter(
        ({ box }) =>
          box.height > 0 &&
          one.top < box.bottom &&
          box.top < one.bottom &&
          one.left < box.right &&
          box.left < one.right,
      )
      .map(({ figure }) => figure.id);
  });

test('a number opens its evidence beside its line; Escape gives the focus back', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  await page.goto(address('findings/timer'));
  await door(page).focus();
  await page.keyboard.press('Enter');
  await expect(panel(page)).toHaveCount(1);
  await expect(panel(page)).toBeFocused();
  await expect(panel(page)).toContainText('19 of 80');
  await expect(panel(page)).toContainText('Wilson');
  await expect(panel(page)).toContainText('onboarding-sample.csv');
  await expect(panel(page)).toContainText('extracted 13 April 2026');
  await expect(panel(page).locator('tbody tr')).toHaveCount(3);
  await expect(door(page)).toHaveAttribute('aria-expanded', 'true');
  expect(await overlaps(page)).toEqual([]);
  const measure = await door(page)
    .locator('xpath=..')
    .evaluate((paragraph) => paragraph.getBoundingClientRect().right);
  expect((await panel(page).boundingBox())?.x).toBeGreaterThan(measure);
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(door(page)).toBeFocused();
});

for (const width of [390, 1024, 1440]) {
  test(`no panel covers a figure or leaves the page at ${String(width)} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 1000 });
    await page.goto(address('findings/timer'));
    const doors = await page.locator('main a.number[href*="#fact-"]:visible').all();
    expect(doors.length).toBeGreaterThan(10);
    for (const link of doors) {
      await link.click();
      await expect(panel(page)).toHaveCount(1);
      expect(await overlaps(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await page.keyboard.press('Escape');
    }
  });
}

test('the panel leads to every row that counted, and to the same rows as a file', async ({ page }) => {
  await page.goto(address('findings/timer'));
  await door(page).click();
  const file = page.waitForEvent('download');
  await panel(page).getByRole('link', { name: 'CSV' }).click();
  expect((await file).suggestedFilename()).toBe(`fact-${FACT}.csv`);
  await panel(page)
    .getByRole('link', { name: /^All rows/ })
    .click();
  expect(page.url()).toContain(`evidence/index.html#fact-${FACT}`);
  await expect(page.locator(`[id="fact-${FACT}"] .thread-rows tbody tr`)).toHaveCount(19);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test('an open panel has no accessibility fault', async ({ page }) => {
      await page.goto(address('findings/timer'));
      await door(page).click();
      await expect(panel(page)).toBeVisible();
      // Colours are measured once the panel has appeared.
      await panel(page).evaluate((element) => Promise.all(element.getAnimations().map(({ finished }) => finished)));
      const { violations } = await new AxeBuilder({ page }).options({ preload: false }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    });
  });
}

test('in the single file a number opens the same panel, once for the whole report', async ({ page }) => {
  await page.goto(`${singleFile}#/findings/timer`);
  await page.locator(`[data-page="findings/timer"] .part p > a.number[href$="fact-${FACT}"]`).first().click();
  await expect(panel(page)).toHaveCount(1);
  await expect(panel(page)).toContainText('19 of 80');
  expect(await page.locator(`[data-evidence="${FACT}"]`).count()).toBe(1);
  await panel(page)
    .getByRole('link', { name: /^All rows/ })
    .click();
  await expect(page.locator(`[id="/evidence/fact-${FACT}"]`)).toBeInViewport();
  await expect(panel(page)).toHaveCount(0);
});

test('on paper every number has its note at the end of the page, and nothing to press', async ({ page }) => {
  await page.goto(address('findings/timer'));
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.ledger-ref:visible').first()).toBeVisible();
  const note = page.locator(`.evidence-panel[data-evidence="${FACT}"]`);
  await expect(note).toBeVisible();
  await expect(note).toContainText('From the sample: 16% to 34%');
  await expect(note).toContainText('onboarding-sample.csv');
  await expect(note.locator('button, .evidence-ways')).toHaveCount(2);
  for (const command of await note.locator('button, .evidence-ways').all()) await expect(command).toBeHidden();
  expect(await note.evaluate((element) => getComputedStyle(element, '::before').content)).toMatch(/^"L\d+"$/);
  const shown = await page.locator('.evidence-panel:visible').count();
  expect(shown).toBe(await page.locator('.evidence-panel').count());
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });
  test('a number is a link to its row of the ledger, which stands open', async ({ page }) => {
    await page.goto(address('findings/timer'));
    await expect(panel(page)).toHaveCount(0);
    await door(page).click();
    expect(page.url()).toContain(`evidence/index.html#fact-${FACT}`);
    await expect(page.locator(`[id="fact-${FACT}"] .thread-rows tbody tr`)).toHaveCount(19);
  });
});

test('rival clocks stand side by side, with each record that flips and by how much', async ({ page }) => {
  await page.goto(address('findings/timer'));
  await expect(page.locator('.rivals tbody tr')).toHaveCount(12);
  await expect(page.locator('.rivals tr.current')).toContainText('63 of 77');
  const late = await page.locator('.flips .late-by').allInnerTexts();
  expect(late).toHaveLength(9);
  expect(late.map(Number)).toEqual(late.map(Number).toSorted((one, other) => other - one));
  expect(late.map(Number).every((hours) => hours > 0)).toBe(true);
});

test('a published percentage is held against its denominator, rule by rule', async ({ page }) => {
  await page.goto(address('evidence'));
  await expect(page.locator('[id="claim-sample-82"]')).toContainText(
    'No count of 80 gives 82% under rounding half up; 66 of 80 gives 82% under half to even and truncation. Nearest: 65 (81.25%) and 66 (82.50%).',
  );
});

test('a hypothesis names its threshold, the day it was written down, and how it stands', async ({ page }) => {
  await page.goto(address('findings/timer'));
  const cause = page.locator('.cause.hypothesis');
  await expect(cause.locator('.status')).toHaveText('Hypothesis, open');
  await expect(cause).toContainText('Threshold, written down on 10 April 2026.');
  await expect(cause).toContainText('Open, because neither holds');
});

test('the runbook map is drawn, and its table says the same', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  await page.goto(address('next-sprint'));
  const drawing = page.locator('.runbook-diagram');
  await expect(drawing).toBeVisible();
  await expect(drawing).toHaveAttribute('aria-label', /1 agree, 1 conflict, 5 are named/);
  expect(await drawing.locator('.conflict').count()).toBe(
    await page.locator('.runbook-map .verdict-word.conflict').count(),
  );
});

test('the ledger is filtered by words and by what failed; a link into it shows its row again', async ({ page }) => {
  await page.goto(address('evidence'));
  const rows = page.locator('.ledger > tbody:visible');
  const all = await rows.count();
  await page.locator('.ledger-filter [type=search]').fill('handoff 24 hours');
  await expect(page.locator('.ledger-filter output')).toHaveText(new RegExp(`^\\d+ of ${String(all)} entries$`));
  expect(await rows.count()).toBeLessThan(all);
  await expect(page.locator(`[id="fact-${FACT}"]`)).toBeVisible();
  await page.locator('.ledger-filter [type=search]').fill('');
  await page.locator('.ledger-filter [type=checkbox]').check();
  const failed = await rows.count();
  expect(failed).toBeGreaterThan(0);
  expect(failed).toBeLessThan(all);
  await expect(page.locator('[id="fact-billing.incomplete"]')).toBeHidden();
  await page.evaluate(() => (location.hash = '#fact-billing.incomplete'));
  await expect(page.locator('[id="fact-billing.incomplete"]')).toBeVisible();
  expect(await rows.count()).toBe(all);
});

test('what Firefox fills in again at a reload filters the ledger; an address of a row wants all of them', async ({
  page,
}) => {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const words = document.querySelector<HTMLInputElement>('.ledger-filter [type=search]');
      if (words === null) return;
      words.value = 'handoff';
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(address('evidence'));
  const words = page.locator('.ledger-filter [type=search]');
  const rows = page.locator('.ledger > tbody:visible');
  await expect(words).toHaveValue('handoff');
  const few = await rows.count();
  await page.goto('about:blank');
  await page.goto(`${address('evidence')}#fact-billing.incomplete`);
  await expect(words).toHaveValue('');
  expect(few).toBeGreaterThan(0);
  expect(await rows.count()).toBeGreaterThan(few);
});

test('three thousand entries are filtered as a hundred are', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  await page.goto(address('evidence'));
  const shown = await page.evaluate(async () => {
    const table = document.querySelector<HTMLTableElement>('.ledger');
    const words = document.querySelector<HTMLInputElement>('.ledger-filter [type=search]');
    if (!table || !words) throw new Error('The page has no ledger.');
    const bodies = [...table.tBodies];
    for (let number = bodies.length; number < 3000; number += 1) {
      const copy = bodies[number % bodies.length]?.cloneNode(true) as HTMLElement;
      copy.removeAttribute('id');
      table.append(copy);
    }
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    words.value = 'handoff 24 hours';
    words.dispatchEvent(new Event('input'));
    const visible = [...table.tBodies].filter((body) => !body.hidden);
    return { count: visible.length, texts: visible.slice(0, 5).map((body) => body.textContent.toLowerCase()) };
  });
  expect(shown.count).toBeGreaterThan(0);
  expect(shown.count).toBeLessThan(3000);
  for (const text of shown.texts) for (const word of ['handoff', '24', 'hours']) expect(text).toContain(word);
});

test('findings stand in the order of their weight, and the page says so', async ({ page }) => {
  await page.goto(address('index'));
  await expect(page.locator('.findings-order')).toContainText('In the order of the labour');
  const titles = await page.locator('.findings h3').allInnerTexts();
  expect(titles[0]).toContain('billing');
  expect(titles).toHaveLength(4);
});

/** *Recount the facts*: what agrees, and that nothing that was changed on the page is said to agree. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { address, dist, expect, folder, pageText, singleFile, test } from './report.ts';
import type { Page } from '@playwright/test';
import type { RecountIsland } from '../../src/core/recount-data.ts';

const FACT = 'handoff.late_24h';
const ISLAND = /(<div class="recount">.*?<script type="application\/json">)(.*?)(<\/script>)/s;

const island = (): RecountIsland => JSON.parse(ISLAND.exec(pageText('evidence'))?.[2] ?? '') as RecountIsland;

/** The entry of one fact in the ledger, changed. */
function inEntry(change: (entry: string) => string): (text: string) => string {
  return (text) =>
    text.replace(new RegExp(`<tbody id="fact-${FACT.replaceAll('.', '\\.')}".*?</tbody>`, 's'), (entry) => {
      const changed = change(entry);
      expect(changed).not.toBe(entry);
      return changed;
    });
}

/** The embedded data, changed. */
function inData(change: (data: RecountIsland['data']) => RecountIsland['data']): (text: string) => string {
  return (text) =>
    text.replace(ISLAND, (_, before: string, json: string, after: string) => {
      const whole = JSON.parse(json) as RecountIsland;
      return `${before}${JSON.stringify({ ...whole, data: change(whole.data) }).replaceAll('<', '\\u003c')}${after}`;
    });
}

/** A copy of the page of evidence as somebody else might hand it on. */
function copyOf(place: string, change: (text: string) => string): string {
  const text = pageText('evidence');
  const changed = change(text);
  expect(changed).not.toBe(text);
  mkdirSync(join(place, 'evidence'), { recursive: true });
  writeFileSync(join(place, 'evidence', 'index.html'), changed);
  for (const name of ['assets', 'recount.js']) cpSync(join(folder, name), join(place, name), { recursive: true });
  return pathToFileURL(join(place, 'evidence', 'index.html')).href;
}

async function outcome(page: Page): Promise<{ said: string; lines: string[]; faults: string[][] }> {
  await page.getByRole('button', { name: 'Recount the facts' }).press('Enter');
  const status = page.locator('.recount [role=status]');
  await expect(status).toHaveText(/agree|differ|cannot|Nothing/, { timeout: 30_000 });
  const lines = await page.locator('.recount .tally > li').allInnerTexts();
  const rows = await page.locator('.recount-faults tbody tr').all();
  return {
    said: (await status.innerText()).trim(),
    lines: lines.map((line) => line.replaceAll(/\s+/g, ' ')),
    faults: await Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts())),
  };
}

const { facts, tables } = island().data;
const intervals = facts.filter(({ interval }) => interval).length;
const all = (count: number): string => `${String(count)} of ${String(count)}`;

for (const [name, where] of [
  ['folder', address('evidence')],
  ['single file', `${singleFile}#/evidence`],
] as const) {
  test(`${name}: an untouched report agrees in all`, async ({ page }) => {
    await page.goto(where);
    const { said, lines, faults } = await outcome(page);
    expect(said).toBe(`All of it agrees: ${String(facts.length)} facts.`);
    expect(lines).toEqual([
      `${all(tables.length)} tables of rows have the digest that was published with them Agree`,
      `${all(facts.length)} facts come out of their rows with the value that the ledger states Agree`,
      `${all(intervals)} intervals come out with the bounds that the ledger states Agree`,
      `${all(facts.length)} entries of the ledger list the rows that their facts counted Agree`,
    ]);
    expect(faults).toEqual([]);
    await expect(page.locator('.recount-digest .digest')).toHaveText(
      (await page.locator('.recount > p > .digest').innerText()).trim(),
    );
    const { violations } = await new AxeBuilder({ page }).options({ preload: false }).include('.recount').analyze();
    expect(violations).toEqual([]);
  });
}

test('the digest to compare stands in proof.json, and no fact is left out', () => {
  const proof = JSON.parse(readFileSync(join(folder, 'proof.json'), 'utf8')) as { recount: { sha256: string } };
  expect(island().sha256).toBe(proof.recount.sha256);
  expect(island().data.left).toEqual([]);
});

const L = /^L\d+ handoff\.late_24h$/;

test('a number edited in the ledger is named', async ({ page }, { outputDir }) => {
  await page.goto(
    copyOf(
      outputDir,
      inEntry((entry) => entry.replace(/19 of(&nbsp;|\s)80/, '18 of 80')),
    ),
  );
  const { said, faults } = await outcome(page);
  expect(said).toMatch(/^1 thing differs/);
  expect(faults).toEqual([[expect.stringMatching(L), 'value', '18 of 80', '19 of 80']]);
});

test('an edited interval is named', async ({ page }, { outputDir }) => {
  await page.goto(
    copyOf(
      outputDir,
      inEntry((entry) => entry.replace('16% to 34%', '20% to 34%')),
    ),
  );
  const { faults, lines } = await outcome(page);
  expect(faults).toHaveLength(1);
  expect(faults[0]?.[0]).toMatch(L);
  expect(faults[0]?.[1]).toBe('interval');
  expect(lines[2]).toBe(
    `${String(intervals - 1)} of ${String(intervals)} intervals come out with the bounds that the ledger states Differ`,
  );
});

test('a row removed from the ledger is named, and an entry that is gone', async ({ page }, { outputDir }) => {
  await page.goto(
    copyOf(outputDir, (text) =>
      inEntry((entry) => entry.replace(/(<tbody>)\s*<tr>.*?<\/tr>/s, '$1'))(text).replace(
        'id="fact-handoff.late_48h"',
        'id="gone"',
      ),
    ),
  );
  const { faults } = await outcome(page);
  expect(faults.map(([where, what]) => [where, what])).toEqual([
    [expect.stringMatching(L), 'rows of the table'],
    ['handoff.late_48h', 'entry of the ledger'],
  ]);
});

test('a measured value edited in the rows of the ledger is named with its row', async ({ page }, { outputDir }) => {
  const edit = (text: string): string =>
    text.replace(
      /(<tbody id="fact-handoff\.median_hours_late".*?<table class="thread-rows">.*?<td class="amount">)[\d.]+/s,
      '$199',
    );
  await page.goto(copyOf(outputDir, edit));
  const { faults } = await outcome(page);
  expect(faults).toHaveLength(1);
  expect(faults[0]?.[1]).toMatch(/^Signature to queue of \S+$/);
  expect(faults[0]?.[2]).toBe('99');
});

test('a row edited in the embedded data is named by its table, and by the facts that follow', async ({ page }, {
  outputDir,
}) => {
  const edit = inData((data) => ({
    ...data,
    tables: data.tables.map((table) =>
      table.id === 'records'
        ? {
            ...table,
            values: table.values.map((cells, place) =>
              table.columns[place]?.name === 'handoff_hours' ? cells.map((cell) => Number(cell) + 40) : cells,
            ),
          }
        : table,
    ),
  }));
  await page.goto(copyOf(outputDir, edit));
  const { faults, lines } = await outcome(page);
  const named = faults.map(([where, what]) => `${where ?? ''}: ${what ?? ''}`);
  expect(named).toContain('Sampled records: digest of the rows');
  expect(named).toContain('The page: digest of everything counted again');
  expect(named.some((text) => text.endsWith('handoff.median_hours: value'))).toBe(true);
  expect(lines[0]).toContain('Differ');
});

test('a mark taken from one row, and a row taken out, are named', async ({ page }, { outputDir }) => {
  const edit = inData((data) => ({
    ...data,
    facts: data.facts.map((fact) => (fact.id === FACT ? { ...fact, marks: fact.marks.replace('1', '0') } : fact)),
    tables: data.tables.map((table) =>
      table.id === 'retry_cases' ? { ...table, values: table.values.map((cells) => cells.slice(1)) } : table,
    ),
  }));
  await page.goto(copyOf(outputDir, edit));
  await page.setViewportSize({ width: 390, height: 800 });
  const { faults } = await outcome(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(faults.find(([where, what]) => L.test(where ?? '') && what === 'value')?.slice(2)).toEqual([
    '19 of 80',
    '18 of 80',
  ]);
  const gone = faults.filter(([, , , again]) => again?.startsWith('cannot be computed: its marks are not as many'));
  expect(gone).toHaveLength(facts.filter(({ table }) => tables[table]?.id === 'retry_cases').length);
});

test('data changed in the single file is named as well', async ({ page }, { outputDir }) => {
  const text = readFileSync(join(dist, 'onboarding.html'), 'utf8');
  const changed = text.replace(/(data-packed>)([^<]+)/, (_, before: string, packed: string) => {
    const parts = JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8')) as { data: string[] };
    const data = parts.data.map((one) => one.replace('"sha256":"', '"sha256":"0'));
    return before + deflateRawSync(JSON.stringify({ ...parts, data })).toString('base64');
  });
  mkdirSync(outputDir, { recursive: true });
  writeFileSync(join(outputDir, 'changed.html'), changed);
  await page.goto(`${pathToFileURL(join(outputDir, 'changed.html')).href}#/evidence`);
  const { said } = await outcome(page);
  expect(said).toMatch(/things? differs? from what this page states/);
});

test('a browser without digests says that none was compared', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
  await page.goto(address('evidence'));
  const { said, lines } = await outcome(page);
  expect(said).toBe(`${String(facts.length)} facts agree; digests were not compared.`);
  expect(lines[0]).toMatch(/^– This browser computes no digests .* Not compared$/);
});

test('where its script is missing, the page says so and nothing agrees', async ({ page, misdeeds }, { outputDir }) => {
  const where = copyOf(outputDir, (text) => `${text}\n`);
  rmSync(join(outputDir, 'recount.js'));
  await page.goto(where);
  await page.getByRole('button', { name: 'Recount the facts' }).click();
  await expect(page.locator('.recount [role=status]')).toHaveText(
    'The file recount.js is not where the package had it, so nothing was counted. Take the folder whole, or the report in one file.',
  );
  await expect(page.locator('.recount .tally')).toHaveCount(0);
  // The browser complains of the missing file, as it should.
  misdeeds.length = 0;
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page says what else there is', async ({ page }) => {
    await page.goto(address('evidence'));
    await expect(page.getByRole('button', { name: 'Recount the facts' })).toBeHidden();
    await expect(page.locator('.recount noscript p')).toBeVisible();
  });
});

test('paper has neither button nor outcome', async ({ page }) => {
  await page.goto(address('evidence'));
  await outcome(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.recount button')).toBeHidden();
  await expect(page.locator('.recount .tally')).toBeHidden();
  await expect(page.locator('.recount > p > .digest')).toBeVisible();
});

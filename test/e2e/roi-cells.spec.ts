/** Cells that read the ROI model follow the reader's version of it: beside its sliders, and where it is brought along. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, fixture } from '../cli/build-runner.ts';
import { expect, step, test } from './report.ts';
import type { Page } from '@playwright/test';

const MODEL = `groups:
  - { id: desk, title: Desk }
assumptions:
  - { id: parcels, group: desk, label: Parcels, value: 400, low: 300, high: 500, min: 0, max: 1000, step: 50,
      unit: parcels a month, basis: assumed, source: Depot ledger, owner: Shift lead,
      as_of: '2026-03-20' }
  - { id: minutes, group: desk, label: Minutes, value: 6, low: 4, high: 8, min: 0, max: 60, step: 1,
      unit: min, basis: assumed, source: Depot ledger, owner: Shift lead,
      as_of: '2026-03-20' }
steps:
  - { id: hours, label: Hours, formula: parcels * minutes / 60, unit: h a month }
lines:
  - { id: handling, label: Handling, step: hours, class: labour, hangs_on: the desk, unit: h a month }
totals:
  - { id: all, label: All, class: labour, lines: [handling] }
`;

const CELLS = `The model comes to <Value of="roi.results.all"/> hours.

\`\`\`js
const least = view(Inputs.range([0, 100], {label: "Count above", unit: "hours", value: 10, step: 1}))
\`\`\`

<Value of="roi.results.all > least ? 'more' : 'less'"/> than that, with <Value of="roi.assumptions.parcels"/> parcels
and <Value of="Object.keys(roi.assumptions).join(' and ')"/> to move.
`;

let root = '';
const page = (name: string): string => pathToFileURL(join(root, 'dist', 'parcel-returns', name, 'index.html')).href;
const value = (of: Page, slug: string, text: string) => of.locator(`[data-cell="${slug} value ${text}"]`);

test.beforeAll(() => {
  test.setTimeout(180_000);
  root = fixture();
  const content = join(root, 'content', 'parcel-returns');
  writeFileSync(join(content, 'roi.yaml'), MODEL);
  writeFileSync(
    join(content, 'roi.mdx'),
    `---\ntitle: The model\nnav: Model\norder: 5\n---\n\n${CELLS}\n<RoiBench/>\n`,
  );
  writeFileSync(join(content, 'talk.mdx'), `---\ntitle: What it comes to\nnav: Talk\norder: 6\n---\n\n${CELLS}`);
  writeFileSync(
    join(content, 'plain.mdx'),
    '---\ntitle: Without the model\nnav: Plain\norder: 7\n---\n\nThere are <Value of="parcels.length"/> parcels.\n',
  );
  const { code, output } = build(root);
  expect(code, output).toBe(0);
});
test.afterAll(() => rmSync(root, { recursive: true, force: true }));

test('the HTML has the published values, and only pages that read the model carry it', () => {
  const text = (name: string): string => readFileSync(join(root, 'dist', 'parcel-returns', name, 'index.html'), 'utf8');
  expect(text('talk')).toMatch(/comes to <script.*<span class="value"[^>]*>40<\/span> hours/s);
  expect(text('talk').match(/data-roi-model/g)).toHaveLength(1);
  expect(text('roi').match(/data-roi-model/g)).toHaveLength(1);
  expect(text('plain')).not.toContain('data-roi-model');
});

test('they follow the sliders beside them', async ({ page: tab }) => {
  await tab.goto(page('roi'));
  await expect(value(tab, 'roi', 'roi.results.all')).toHaveText('40');
  await step(tab, tab.locator('[data-roi-slider="parcels"]'), 2);
  await expect(value(tab, 'roi', 'roi.results.all')).toHaveText('50');
  await expect(value(tab, 'roi', 'roi.assumptions.parcels')).toHaveText('500');
  await tab.locator('[data-roi-reset]').first().click();
  await expect(value(tab, 'roi', 'roi.results.all')).toHaveText('40');
});

test('a model that was changed elsewhere comes along: from page to page, and in an address', async ({ page: tab }) => {
  await tab.goto(page('roi'));
  await step(tab, tab.locator('[data-roi-slider="minutes"]'), -3);
  await expect(value(tab, 'roi', 'roi.results.all')).toHaveText('20');
  await expect.poll(() => tab.url()).toContain('minutes=3');
  await tab.goto(page('talk'));
  await expect(value(tab, 'talk', 'roi.results.all')).toHaveText('20');
  await expect(value(tab, 'talk', "Object.keys(roi.assumptions).join(' and ')")).toHaveText('minutes and parcels');
  await step(tab, tab.locator('[data-cell="talk 0"] input[type=range]'), 20);
  await expect(value(tab, 'talk', "roi.results.all > least ? 'more' : 'less'")).toHaveText('less');
  await expect.poll(() => tab.url()).toMatch(/minutes=3&least=30$/);

  await tab.goto('about:blank');
  await tab.goto(`${page('talk')}#/talk?parcels=600&least=50`);
  await expect(value(tab, 'talk', 'roi.results.all')).toHaveText('60');
  await expect(value(tab, 'talk', "roi.results.all > least ? 'more' : 'less'")).toHaveText('more');

  await tab.goto('about:blank');
  await tab.goto(`${page('talk')}#/talk?parcels=lots`);
  await expect(tab.locator('[data-roi-notice]:visible')).toContainText('"Parcels" needs a number, found "lots".');
});

test('a saved version opens with the model that was set', async ({ page: tab }, { outputDir }) => {
  await tab.goto(`${pathToFileURL(join(root, 'dist', 'parcel-returns.html')).href}#/talk?parcels=600&least=50`);
  await expect(value(tab, 'talk', 'roi.results.all')).toHaveText('60');
  const bar = tab.locator('[data-notebook-bar]:visible');
  const [download] = await Promise.all([
    tab.waitForEvent('download'),
    bar.getByRole('button', { name: 'Save my version' }).click(),
  ]);
  const file = join(outputDir, 'yours.html');
  await download.saveAs(file);
  await tab.goto('about:blank');
  await tab.evaluate(() => sessionStorage.clear()).catch(() => undefined);
  await tab.goto(pathToFileURL(file).href);
  await expect(value(tab, 'talk', 'roi.results.all')).toHaveText('60');
  await expect(value(tab, 'talk', "roi.results.all > least ? 'more' : 'less'")).toHaveText('more');
});

/** The script that readers run works models out to the same numbers as the build, to the last bit. */
import { readFileSync } from 'node:fs';
import { encodeScenario } from '../../src/core/scenarios.ts';
import { evaluateRoi } from '../../src/core/roi.ts';
import { address, engagement, expect, pageText, test } from './report.ts';
import { randomModels } from './random-models.ts';
import type { Page } from '@playwright/test';

const ISLAND = /(<script[^>]*data-roi-model[^>]*>)(.*?)(<\/script>)/s;
const MODELS = 16;

interface Saved {
  readonly assumptions: readonly { readonly id: string; readonly value: number }[];
  readonly lines: readonly { readonly id: string; readonly value: number }[];
  readonly totals: readonly { readonly id: string; readonly value: number; readonly not_added?: unknown }[];
}

async function savedJson(page: Page): Promise<Saved> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-roi-json]').click()]);
  return JSON.parse(readFileSync(await download.path(), 'utf8')) as Saved;
}

test('random models come out in the browser as they do at build', async ({ page }) => {
  test.setTimeout(180_000);
  const text = pageText('roi');
  const [, , published = ''] = ISLAND.exec(text) ?? [];
  const island = JSON.parse(published) as { version: string };
  let html = text;
  await page.route(address('roi'), (route) => route.fulfill({ body: html, contentType: 'text/html' }));
  let compared = 0;
  for (const { model, changes } of randomModels(MODELS)) {
    html = text.replace(ISLAND, (_, start: string, __: string, end: string) => {
      return `${start}${JSON.stringify({ ...island, model }).replaceAll('<', '\\u003c')}${end}`;
    });
    await page.goto('about:blank');
    await page.goto(address('roi'));
    for (const state of changes) {
      for (const rounding of [true, false]) {
        const pairs = [
          ...Object.entries(state).map(([id, value]) => [id, String(value)] as const),
          ...(rounding ? [] : [['rounding', 'off'] as const]),
        ];
        await page.locator('[data-roi-paste] input').fill(encodeScenario(engagement, island.version, pairs));
        await page.locator('[data-roi-paste] button').click();
        await expect(page.locator('[data-roi-said]')).toHaveText('The code is in force.');
        const { values, totals } = evaluateRoi(model, state, { rounding });
        const saved = await savedJson(page);
        for (const { id, value } of [...saved.assumptions, ...saved.lines, ...saved.totals]) {
          expect(Object.is(value, values[id]), `${id}: ${String(value)} and ${String(values[id])}`).toBe(true);
          compared += 1;
        }
        expect(saved.totals[0]?.not_added).toEqual(totals[0]?.left);
      }
    }
  }
  expect(compared).toBe(MODELS * 4 * 10);
});

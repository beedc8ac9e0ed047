/** A buyer's sceptical colleague asks what the new rules would have done, from the report alone and without JavaScript. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { address, expect, folder, singleFile, test } from './report.ts';

test.use({ javaScriptEnabled: false });

const CONTROLS: readonly (readonly [finding: string, control: string, cases: number])[] = [
  ['timer', 'late_handoff', 7],
  ['billing', 'handoff_rule', 9],
  ['billing', 'handoff_rule_with_order', 7],
  ['retries', 'provisioning_exception', 9],
  ['waiting', 'blocked_reason', 8],
];

for (const [finding, control, cases] of CONTROLS) {
  test(`${control} is replayed case by case on the page of its finding`, async ({ page }) => {
    await page.goto(address(`findings/${finding}`));
    const run = page.locator(`#control-${control}`);
    const rows = run.locator('.replays tbody tr');
    await expect(rows).toHaveCount(cases);
    for (const row of await rows.all()) {
      const [said, decided] = await row
        .locator('td')
        .evaluateAll((cells) => cells.slice(-3, -1).map((cell) => cell.textContent));
      expect(decided).toBe(said);
      await expect(row.locator('.state')).toContainText('pass');
    }
    expect(await run.locator('.mutations tbody tr').count()).toBeGreaterThanOrEqual(3);
    await expect(run).toContainText('and not in the client’s systems');
  });
}

test('what the rule would have blocked wrongly is one click away, with its bound and its rows', async ({ page }) => {
  await page.goto(address('findings/billing'));
  const rules = page.locator('.counterfactual tbody tr');
  await expect(rules).toHaveCount(2);
  await expect(rules.nth(0)).toContainText('6 of 20');
  await expect(rules.nth(1)).toContainText('0 of 60');
  await expect(rules.nth(1)).toContainText('at most 4.9%');
  await rules.nth(0).getByRole('link', { name: '6 of 20' }).click();
  await expect(page).toHaveURL(/evidence\/index\.html#fact-control\.handoff_rule\.missed$/);
  const thread = page.locator('[id="fact-control.handoff_rule.missed"]');
  await expect(thread).toContainText('At most 50.8% with 95% confidence');
  await expect(thread).toContainText('acct_1903');
});

test('the single file holds the replays as well', async ({ page }) => {
  await page.goto(singleFile);
  for (const [, control] of CONTROLS) await expect(page.locator(`[id$="control-${control}"]`)).toHaveCount(1);
});

test('the schema of the exception event is in the package, and the event of the source does not fit it', () => {
  const schema = JSON.parse(readFileSync(join(folder, 'schemas/provisioning.exception.schema.json'), 'utf8')) as {
    required: string[];
    properties: Record<string, unknown>;
    additionalProperties: boolean;
  };
  const published = {
    event_type: 'provisioning.exception',
    account_id: 'acct_1842',
    retry_count: 3,
    failure_code: 'workspace_conflict',
    responsible_queue: 'implementation_ops',
    next_action: 'resolve_workspace_conflict',
  };
  expect(schema.additionalProperties).toBe(false);
  expect(Object.keys(schema.properties).sort()).toEqual([...Object.keys(published), 'timestamp'].sort());
  expect(schema.required.filter((name) => !(name in published))).toEqual(['timestamp']);
});

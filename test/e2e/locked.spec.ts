/** The locked file, as whoever receives it by mail opens it: from file://, with no network. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { dist, expect, step, test } from './report.ts';
import type { Page } from '@playwright/test';

const PASSWORD = 'abacus heave tidy walnut crust';
const door = join(import.meta.dirname, '..', '..', 'src', 'cli', 'lock.ts');
const report = join(dist, 'onboarding.html');
let locked = '';

test.beforeAll(({}, { project }) => {
  locked = join(project.outputDir, 'mailed.html');
  execFileSync(process.execPath, [door, report, '--to', locked, '--password-stdin'], { input: `${PASSWORD}\n` });
});

async function unlock(page: Page, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.keyboard.press('Enter');
}

const said = (page: Page) => page.locator('[role=status]');

/** The same file with a change that a mail program or a person might make. */
function changed(name: string, change: (text: string) => string): string {
  const text = readFileSync(locked, 'utf8');
  const other = change(text);
  expect(other).not.toBe(text);
  const file = join(locked, '..', name);
  writeFileSync(file, other);
  return pathToFileURL(file).href;
}

test('it says nothing of what it holds', () => {
  const text = readFileSync(locked, 'utf8');
  expect(text).toContain('<title>Locked report</title>');
  const outside = text.replace(/<script type="text\/plain" data-locked>[^<]*/, '');
  for (const word of ['onboarding', 'Onboarding', 'accounts', 'billing', PASSWORD]) expect(outside).not.toContain(word);
});

test('it looks like the report, is clean for axe, and can be used by keyboard alone', async ({ page }) => {
  await page.goto(pathToFileURL(locked).href);
  await expect(page).toHaveTitle('Locked report');
  const { violations } = await new AxeBuilder({ page }).options({ preload: false }).analyze();
  expect(violations).toEqual([]);
  await expect(page.getByRole('textbox', { name: 'Password' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.locator('#password')).toHaveAttribute('type', 'text');
});

test('the right password opens the report, and everything in it works', async ({ page, misdeeds }) => {
  await page.goto(`${pathToFileURL(locked).href}#/roi`);
  await unlock(page, PASSWORD);
  const total = page.locator('[data-page="roi"]');
  await expect(total).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('[data-page="index"]')).toBeHidden();
  await expect(total.locator('h1')).toBeFocused();
  // Sliders, and the state in the address.
  await expect(total.locator('[data-roi-tools]').first()).toBeVisible({ timeout: 30_000 });
  await step(page, total.locator('[data-roi-slider]').first(), 2);
  await expect.poll(() => page.url()).toMatch(/#\/roi\?/);
  // Another page, by its link, and back.
  await page.getByRole('navigation').first().getByRole('link', { name: 'Evidence' }).click();
  await expect(page.locator('[data-page="evidence"] h1')).toBeVisible();
  await page.getByRole('button', { name: 'Recount the facts' }).click();
  await expect(page.locator('.recount [role=status]')).toContainText('All of it agrees', { timeout: 30_000 });
  await page.goBack();
  await expect(total).toBeVisible();
  // Data of a chart.
  await page.goto(`${page.url().split('#')[0] ?? ''}#/findings/timer`);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-page="findings/timer"] a[href^="data:text/csv"]').first().click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
  // On paper all pages, without the lock.
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-page="roi"] h1')).toBeVisible();
  await expect(page.getByText('This report is locked')).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
  expect(misdeeds).toEqual([]);
  // The policy of the report holds in the opened one.
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.foreign = "ran"';
    document.body.append(script);
    return document.documentElement.dataset['foreign'] ?? 'refused';
  });
  expect(ran).toBe('refused');
  // The browser says so, as it should.
  misdeeds.length = 0;
});

test('a wrong password is said plainly, and the right one still opens', async ({ page }) => {
  await page.goto(pathToFileURL(locked).href);
  await unlock(page, 'abacus heave tidy walnut rust');
  await expect(said(page)).toHaveText(
    'The password does not open this file. Look at capitals, blanks and hyphens. If it is surely the right one, somebody changed the file: the cipher cannot tell a wrong password from a changed file.',
    { timeout: 30_000 },
  );
  await expect(page.locator('#password')).toHaveAttribute('aria-invalid', 'true');
  await unlock(page, PASSWORD);
  await expect(page.locator('[data-page="index"]')).toBeVisible({ timeout: 30_000 });
});

const DAMAGED = 'The file was damaged on its way: a part of it is missing or changed. Ask for it again.';
const SEALED = /(text\/plain" data-locked>)([^<]+)/;

test('damage on the way is said plainly', async ({ page }) => {
  const flip = (text: string): string =>
    text.replace(
      SEALED,
      (_, tag: string, sealed: string) =>
        `${tag}${sealed.slice(0, 400)}${sealed[400] === 'A' ? 'B' : 'A'}${sealed.slice(401)}`,
    );
  await page.goto(changed('flipped.html', flip));
  await unlock(page, PASSWORD);
  await expect(said(page)).toHaveText(DAMAGED, { timeout: 30_000 });
});

test('a changed parameter opens nothing, with the digest made to fit or not', async ({ page }) => {
  const easier = (text: string): string => text.replace('"iterations":1000000', '"iterations":1');
  const fitting = (text: string): string => {
    const other = easier(text);
    const [, parameters = ''] = /application\/json" data-locked>([^<]+)/.exec(other) ?? [];
    const [, , sealed = ''] = SEALED.exec(other) ?? [];
    return other.replace(
      /data-digest="[0-9a-f]+"/,
      `data-digest="${createHash('sha256')
        .update(parameters + sealed)
        .digest('hex')}"`,
    );
  };
  await page.goto(changed('easier.html', easier));
  await unlock(page, PASSWORD);
  await expect(said(page)).toHaveText(DAMAGED, { timeout: 30_000 });
  await page.goto(changed('fitting.html', fitting));
  await unlock(page, PASSWORD);
  await expect(said(page)).toContainText('The password does not open this file.', { timeout: 30_000 });
});

test('a browser without cryptography is told so', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'crypto', { value: {} }));
  await page.goto(pathToFileURL(locked).href);
  await unlock(page, PASSWORD);
  await expect(said(page)).toContainText('This browser offers no cryptography to a file opened from disk.');
});

test('a saved version is not locked, and opens without the password', async ({ page }, { outputDir }) => {
  await page.goto(`${pathToFileURL(locked).href}#/explore`);
  await unlock(page, PASSWORD);
  await expect(page.locator('[data-page="explore"]')).toBeVisible({ timeout: 30_000 });
  const slider = page.locator('[data-page="explore"] input[type=range]').first();
  await step(page, slider, 3);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save my version' }).first().click(),
  ]);
  const saved = join(outputDir, 'saved.html');
  await file.saveAs(saved);
  await page.goto(pathToFileURL(saved).href);
  await expect(page.locator('[data-page="explore"]')).toBeVisible();
  await expect(page.getByText('This report is locked')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('it says what it needs', async ({ page }) => {
    await page.goto(pathToFileURL(locked).href);
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page.locator('form')).toBeHidden();
  });
});

test('the password stands in no output of the command', () => {
  const { stdout, stderr } = spawnSync(process.execPath, [door, report, '--to', join(locked, '..', 'again.html')], {
    encoding: 'utf8',
    env: { ...process.env, WORKBENCH_PASSWORD: PASSWORD },
  });
  expect(stdout + stderr).not.toContain('abacus');
  expect(stdout).toContain('again.html');
});

import { expect, test } from 'vitest';
import { changesText, comparisonView, presetState, versionColumns } from '../../src/charts/roi-comparison.ts';
import { PUBLISHED } from '../../src/charts/roi-view.ts';
import { model } from './model.ts';

const yours = { changes: { loaded_hour: 72 }, rounding: true };
const kept = [{ name: 'Board', state: { changes: { accounts_per_month: 120 }, rounding: false } }];
const columns = versionColumns(model, '1.0', yours, kept);
const { results, assumptions } = comparisonView(model, columns);
const row = (label: string) =>
  [...results, ...assumptions].find((one) => one.label === label)?.cells.map(({ text }) => text);

test('published, yours, presets and what was kept stand side by side', () => {
  expect(columns.map(({ title, detail }) => `${title}, ${detail}`)).toEqual([
    'Published, version 1.0',
    'Your version, 1 changed',
    'Conservative, cautious ends',
    'Upside, generous ends',
    'Board, 1 changed, not rounded',
  ]);
  // 738 hours at 72; 120 × 28.75 % × 35 min + 120 × 2 % × 2 h a month, 174 h a year, at 65.
  expect(738 * 72).toBe(53136);
  expect(Math.round(((120 * 0.2875 * 35) / 60 + 120 * 0.02 * 2) * 12 * 65 + 174 * 65)).toBe(30752);
  const labour = row('Labour');
  expect(labour?.slice(0, 2)).toEqual(['$47,970', '$53,136']);
  expect(labour?.[4]).toBe('$30,752');
  expect(row('Revenue protection, a scenario')?.slice(0, 2)).toEqual(['115,200', '115,200']);
});

test('only assumptions that differ are listed, and marked where they do', () => {
  expect(assumptions.map(({ label }) => label)).not.toContain('Price');
  const [hour] = assumptions.filter(({ label }) => label === 'Loaded hour');
  expect(hour?.cells).toEqual([
    { text: '$65', differs: false },
    { text: '$72', differs: true },
    { text: '$55', differs: true },
    { text: '$80', differs: true },
    { text: '$65', differs: false },
  ]);
  const alone = comparisonView(model, versionColumns(model, '1.0', yours, []).slice(0, 2));
  expect(alone.assumptions.map(({ label }) => label)).toEqual(['Loaded hour']);
});

test('presets reach every total', () => {
  expect(presetState(model, 'conservative').changes).toMatchObject({
    accounts_per_month: 120,
    rework_minutes: 20,
    churn_prevented: 0,
  });
  expect(presetState(model, 'upside').changes).toMatchObject({
    accounts_per_month: 240,
    rework_minutes: 50,
    churn_prevented: 2,
  });
  expect(presetState(model, 'upside').changes).not.toHaveProperty('price');
});

test('changes are said', () => {
  expect(changesText(PUBLISHED)).toBe('same as published');
  expect(changesText({ changes: {}, rounding: false })).toBe('not rounded');
});

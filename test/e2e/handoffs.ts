/** Finding 1 and its limit: the slider, the number of records that it names, and the truth about them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engagement } from './report.ts';
import type { Page } from '@playwright/test';

export const slider = (page: Page) =>
  page.locator('[data-cell="findings/timer figure handoffs input"] input[type=range]');
export const named = (page: Page) => page.locator('[data-cell="findings/timer value listed.length"]');

const HOUR = 3_600_000;
const exported = join(import.meta.dirname, '..', '..', 'data', engagement, 'onboarding-sample.csv');
const handoffs = readFileSync(exported, 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => {
    const [account = '', , signed = '', created = ''] = line.split(',');
    return { account, hours: (Date.parse(created) - Date.parse(signed)) / HOUR };
  });

/** Records above a number of hours, from the inspected file and not from the page. */
export const above = (hours: number): number => handoffs.filter((handoff) => handoff.hours > hours).length;

/** The longest handoff. */
export const longest = handoffs.toSorted((one, other) => other.hours - one.hours)[0]?.account ?? '';

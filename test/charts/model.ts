/** The model of the onboarding engagement, compiled over the one fact that it takes, with its sampling error. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { wilson } from '../../src/core/interval.ts';
import { compileRoi } from '../../src/core/roi-compile.ts';
import type { RoiModel } from '../../src/core/roi.ts';
import { roi } from '../../src/schema/roi.ts';

const text = readFileSync(new URL('../../content/onboarding/roi.yaml', import.meta.url), 'utf8');

export const model: RoiModel = compileRoi(roi.parse(parse(text)), { 'billing.incomplete': 23 / 80 }, 'en-US', {
  'billing.incomplete': { sample: { count: 23, of: 80 }, interval: wilson(23, 80), as_of: '2026-04-13' },
});

import { describe, expect, test } from 'vitest';
import { bySeverity, orderSentence, yearlyValue } from '../../src/components/severity.ts';
import { sampleBundle } from './bundle.ts';
import type { RoiModel } from '../../src/core/roi.ts';

const bundle = sampleBundle();
const [late] = bundle.findings;
const finding = (slug: string, number: number, fact: string, lines: string[] = []) => ({
  ...late!,
  slug,
  number,
  key: { ...late!.key, fact },
  effect: { ...late!.effect, lines },
});
// Only what the order looks at.
const roi = {
  lines: [
    { id: 'rework', class: 'labour' },
    { id: 'review', class: 'labour' },
    { id: 'renewals', class: 'revenue_protection' },
  ],
  published: { rework: 28860, review: 5070, renewals: 72000 },
} as unknown as RoiModel;
const slugs = (findings: ReturnType<typeof finding>[], model?: RoiModel) =>
  bySeverity({ ...bundle, findings, ...(model && { roi: model }) }).map(({ slug }) => slug);

describe('the order of findings', () => {
  test('follows what the model counts in a year, whatever their numbers', () => {
    const findings = [finding('small', 1, 'wait.late', ['review']), finding('large', 2, 'wait.early', ['rework'])];
    expect(slugs(findings, roi)).toEqual(['large', 'small']);
  });

  test('follows the share of records where the model counts nothing', () => {
    expect(slugs([finding('few', 1, 'wait.early'), finding('many', 2, 'wait.late')])).toEqual(['many', 'few']);
    expect(slugs([finding('second', 2, 'wait.late'), finding('first', 1, 'wait.late')])).toEqual(['first', 'second']);
  });

  test('never adds revenue protection to labour', () => {
    expect(yearlyValue({ roi }, finding('both', 1, 'wait.late', ['review', 'renewals']))).toBe(5070);
  });

  test('is told', () => {
    const findings = [finding('large', 2, 'wait.early', ['rework'])];
    expect(orderSentence({ ...bundle, findings, roi })).toContain('labour');
    expect(orderSentence(bundle)).toContain('share of records');
  });
});

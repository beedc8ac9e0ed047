import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roiView, sumAlt } from '../../src/charts/roi-view.ts';
import { countedOnce } from '../../src/core/overlap.ts';
import { evaluateRoi } from '../../src/core/roi.ts';
import { compileRoi } from '../../src/core/roi-compile.ts';
import { totalFormula } from '../../src/core/roi-total.ts';
import { facts, onboarding } from './roi-fixture.ts';
import type { RoiDefinition } from '../../src/core/roi-definition.ts';

/** Review and audit preparation as two views of the same hours. */
function overlapping(): RoiDefinition {
  const definition = onboarding();
  definition.overlaps = [{ id: 'proof', label: 'Finding proof', why: 'Both count the search for records.' }];
  for (const line of definition.lines)
    if (line.id === 'review_time' || line.id === 'audit_preparation') line.overlap = 'proof';
  return definition;
}
const model = compileRoi(overlapping(), facts);

describe('of lines that overlap', () => {
  test('only the largest is in the total, and the other is said', () => {
    const [labour] = evaluateRoi(model, {}, { rounding: true }).totals;
    // 28,860 + 7,800 + 6,240; the 5,070 of review are left out.
    expect(labour).toMatchObject({ value: 42900, left: [{ id: 'review_time', by: 'audit_preparation' }] });
    expect(model.published['review_time']).toBe(5070);
  });

  test('a reader can make the other one the largest', () => {
    const [labour] = evaluateRoi(model, { reviews: 2 }, { rounding: true }).totals;
    expect(labour).toMatchObject({ value: 41730, left: [{ id: 'audit_preparation', by: 'review_time' }] });
  });

  test('of equal ones the first counts, and each overlap stands for itself', () => {
    const lines = [
      { id: 'a', overlap: 'x', value: 2 },
      { id: 'b', value: 1 },
      { id: 'c', overlap: 'x', value: 2 },
      { id: 'd', overlap: 'y', value: -3 },
    ];
    const { counted, left } = countedOnce(lines, ({ value }) => value);
    expect(counted.map(({ id }) => id)).toEqual(['a', 'b', 'd']);
    expect(left).toEqual([{ id: 'c', by: 'a' }]);
  });

  test('no order of lines, and no line more, makes the total smaller than its largest parts', () => {
    const line = fc.record({ id: fc.uuid(), overlap: fc.constantFrom('x', 'y', undefined), value: fc.integer() });
    fc.assert(
      fc.property(fc.uniqueArray(line, { selector: ({ id }) => id }), (lines) => {
        const sum = (some: typeof lines) =>
          countedOnce(some, ({ value }) => value).counted.reduce((total, { value }) => total + value, 0);
        expect(sum([...lines].reverse())).toBe(sum(lines));
        const all = lines.filter(({ value }) => value > 0);
        expect(sum(all)).toBeLessThanOrEqual(all.reduce((total, { value }) => total + value, 0));
        expect(sum(all)).toBeGreaterThanOrEqual(Math.max(0, ...all.map(({ value }) => value)));
      }),
    );
  });

  test('ten thousand draws count as the working does', () => {
    const formula = totalFormula(model, 'labour', { rounding: true });
    for (const reviews of [2, 3, 4])
      expect(formula.value({ reviews })).toBeCloseTo(
        evaluateRoi(model, { reviews }, { rounding: true }).values['labour'] ?? NaN,
        8,
      );
  });

  test('the page and its text alternative say what is not added, beside what was published', () => {
    const [labour] = roiView(model, { changes: { reviews: 2 }, rounding: true }).sums;
    expect(labour?.lines.map(({ left }) => left)).toEqual([undefined, undefined, undefined, 'Review time']);
    expect(labour?.published?.lines.map(({ left }) => left)).toEqual([
      undefined,
      undefined,
      'Audit preparation',
      undefined,
    ]);
    expect(sumAlt(labour!)).toBe(
      'Billing rework 28,860; Provisioning response 7,800; Review time 5,070; Audit preparation 3,120, published 6,240, not added because it overlaps with Review time; Labour, a year 41,730, published 42,900.',
    );
  });
});

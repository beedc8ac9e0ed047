import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tidy } from '../../src/core/decimal.ts';
import { evaluateRoi } from '../../src/core/roi.ts';
import { compileRoi } from '../../src/core/roi-compile.ts';
import { totalFormula } from '../../src/core/roi-total.ts';
import { breakEven, pinDownFirst, tornado } from '../../src/core/sensitivity.ts';
import { facts, onboarding } from './roi-fixture.ts';

const model = compileRoi(onboarding(), facts);
const labour = totalFormula(model, 'labour', { rounding: false });
const assumption = (id: string) => model.assumptions.find((candidate) => candidate.id === id)!;

describe('totalFormula', () => {
  test('gives what the evaluator gives, for any assumptions, rounded or not', () => {
    const inputs = fc.record(
      Object.fromEntries(model.assumptions.map(({ id, min, max }) => [id, fc.double({ min, max, noNaN: true })])),
    );
    fc.assert(
      fc.property(inputs, fc.boolean(), fc.constantFrom('labour', 'revenue_protection'), (changes, rounding, id) => {
        const { values } = evaluateRoi(model, changes, { rounding });
        expect(tidy(totalFormula(model, id, { rounding }).value(changes))).toBe(values[id]);
      }),
      { numRuns: 200 },
    );
  });

  test('knows what it depends on', () => {
    expect(labour.needs.map(({ id }) => id)).not.toContain('revenue_per_account');
    expect(labour.needs).toHaveLength(11);
    expect(labour.unit).toBe('USD a year');
    expect(() => totalFormula(model, 'all', { rounding: false })).toThrow('no total "all"');
  });
});

describe('tornado', () => {
  // 220 × 28.75 % × m ÷ 60 × 65 × 12 = 822.25 m, beside 18,174 a year that stays.
  test('moves one assumption over its range, widest first', () => {
    const swings = tornado(labour, {});
    expect(swings.map(({ width }) => width)).toEqual(swings.map(({ width }) => width).sort((a, b) => b - a));
    const minutes = swings.find(({ assumption: { id } }) => id === 'handling')!;
    expect(minutes.atLow).toBeCloseTo(18174 + 822.25 * 20, 6);
    expect(minutes.atHigh).toBeCloseTo(18174 + 822.25 * 50, 6);
    expect(swings[0]?.assumption.id).toBe('handling');
  });

  test('what nobody measured is pinned down first', () => {
    const swings = tornado(labour, {});
    expect(pinDownFirst(swings)?.assumption).toMatchObject({ id: 'handling', basis: 'assumed' });
    const measured = swings.filter(({ assumption: { basis } }) => basis === 'measured');
    expect(pinDownFirst(measured)).toBe(measured[0]);
    expect(pinDownFirst([])).toBeUndefined();
  });
});

describe('breakEven', () => {
  test('solves what can be solved by hand', () => {
    const half = breakEven(labour, {}, assumption('handling'), 30000);
    expect(half).toMatchObject({ kind: 'at', keeps: 'above' });
    expect(half).toHaveProperty('value', expect.closeTo((30000 - 18174) / 822.25, 9));
  });

  test('says so where nothing in range reaches the target', () => {
    expect(breakEven(labour, {}, assumption('reviews'), 20000)).toEqual({ kind: 'always' });
    expect(breakEven(labour, {}, assumption('reviews'), 200000)).toEqual({ kind: 'never' });
  });

  test('is where the total equals the target', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...labour.needs),
        fc.double({ min: 10000, max: 120000, noNaN: true }),
        (one, target) => {
          const found = breakEven(labour, {}, one, target);
          if (found.kind !== 'at') {
            const ends = [one.min, one.max].map((end) => labour.value({ [one.id]: end }) >= target);
            expect(ends).toEqual([found.kind === 'always', found.kind === 'always']);
          } else expect(labour.value({ [one.id]: found.value })).toBeCloseTo(target, 4);
        },
      ),
    );
  });

  test('takes the crossing nearest to where the slider stands', () => {
    const hump = { value: ({ x = 0 }) => x * (10 - x) };
    const slider = { id: 'x', min: 0, max: 10, value: 9 };
    expect(breakEven(hump, {}, slider, 16)).toMatchObject({
      kind: 'at',
      value: expect.closeTo(8, 9) as number,
      keeps: 'below',
    });
    expect(breakEven(hump, { x: 1 }, slider, 16)).toMatchObject({
      value: expect.closeTo(2, 9) as number,
      keeps: 'above',
    });
    expect(breakEven(hump, {}, slider, 30)).toEqual({ kind: 'never' });
  });
});

import { describe, expect, test } from 'vitest';
import { momentsOf } from '../../src/core/distribution.ts';
import { compileRoi } from '../../src/core/roi-compile.ts';
import { totalFormula } from '../../src/core/roi-total.ts';
import { DRAWS, equallyLikely, finish, percentile, simulate } from '../../src/core/simulation.ts';
import { facts, onboarding } from './roi-fixture.ts';
import type { Distribution } from '../../src/core/distribution.ts';

const of = (distributions: Record<string, Distribution>) => new Map(Object.entries(distributions));

describe('simulate', () => {
  test.each<Distribution>([
    { kind: 'uniform', low: 20, likely: 35, high: 50 },
    { kind: 'triangular', low: 120, likely: 220, high: 240 },
    { kind: 'pert', low: 55, likely: 65, high: 80 },
    { kind: 'sample', count: 23, of: 80 },
  ])('the mean of %j lies within four standard errors of the closed form', (distribution) => {
    const { mean, standardError, sorted } = finish(
      simulate(({ x = NaN }) => x, of({ x: distribution }), { seed: 'one' }),
    );
    const closed = momentsOf(distribution);
    expect(sorted).toHaveLength(DRAWS);
    expect(Math.abs(mean - closed.mean)).toBeLessThan(4 * standardError);
    // The spread of ten thousand draws is itself known to about one per cent.
    expect(standardError / Math.sqrt(closed.variance / DRAWS)).toBeCloseTo(1, 1);
  });

  test('the mean of the onboarding model is the model at the means: independent factors multiply', () => {
    const model = compileRoi(onboarding(), facts);
    const labour = totalFormula(model, 'labour', { rounding: false });
    const distributions = new Map<string, Distribution>(
      labour.needs.map(({ id, low, value, high }) => [id, { kind: 'triangular', low, likely: value, high }]),
    );
    const means = Object.fromEntries(
      [...distributions].map(([id, distribution]) => [id, momentsOf(distribution).mean]),
    );
    const { mean, standardError } = finish(simulate(labour.value, distributions, { seed: 'onboarding' }));
    expect(Math.abs(mean - labour.value(means))).toBeLessThan(4 * standardError);
  });

  test('the same seed gives the same outcomes, another seed others', () => {
    const x: Distribution = { kind: 'uniform', low: 0, likely: 0.5, high: 1 };
    const run = (seed: string, draws = 1000) =>
      finish(simulate(({ x: drawn = NaN }) => drawn, of({ x }), { draws, seed })).sorted;
    expect(run('a')).toEqual(run('a'));
    expect(run('a')).not.toEqual(run('b'));
  });

  test('the share of draws for which something holds, with inputs that are not drawn', () => {
    const x: Distribution = { kind: 'uniform', low: 0, likely: 0.5, high: 1 };
    const value = ({ x: drawn = NaN, y = NaN }) => drawn + y;
    const { held, sorted } = finish(
      simulate(value, of({ x }), { seed: 'a', fixed: { y: 2 }, holds: (inputs) => value(inputs) >= 2.75 }),
    );
    expect(sorted[0]).toBeGreaterThanOrEqual(2);
    // Four standard errors of a quarter.
    expect(Math.abs((held ?? NaN) - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / DRAWS));
    expect(finish(simulate(value, of({ x }), { seed: 'a' }))).not.toHaveProperty('held');
  });

  test('pauses on the way', () => {
    const x: Distribution = { kind: 'uniform', low: 0, likely: 0.5, high: 1 };
    const steps = simulate(({ x: drawn = NaN }) => drawn, of({ x }), { draws: 1000, seed: 'a' });
    expect(steps.next()).toEqual({ done: false, value: 250 });
    expect(steps.next()).toEqual({ done: false, value: 500 });
  });
});

test('percentiles and dots read the outcomes', () => {
  const outcomes = { sorted: Float64Array.from({ length: 101 }, (_, index) => index), mean: 50, standardError: 0 };
  expect([0.1, 0.5, 0.9].map((probability) => percentile(outcomes, probability))).toEqual([10, 50, 90]);
  expect(equallyLikely(outcomes, 4)).toEqual([12.5, 37.5, 62.5, 87.5]);
});

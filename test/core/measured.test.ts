import { describe, expect, test } from 'vitest';
import { wilson } from '../../src/core/interval.ts';
import { rangeOf } from '../../src/core/measured.ts';
import { RoiDefinitionError, compileRoi } from '../../src/core/roi-compile.ts';
import { facts, onboarding } from './roi-fixture.ts';
import type { Measured } from '../../src/core/measured.ts';
import type { RoiAssumption } from '../../src/core/roi-definition.ts';

const measured: Record<string, Measured> = {
  'billing.incomplete': { sample: { count: 23, of: 80 }, interval: wilson(23, 80), as_of: '2026-04-13' },
};
const compile = (change: Partial<RoiAssumption>, brought = measured) => {
  const definition = onboarding();
  const assumption = definition.assumptions.find(({ id }) => id === 'incomplete');
  Object.assign(assumption ?? {}, { low: undefined, high: undefined }, change);
  return compileRoi(definition, facts, 'en-US', brought);
};

describe('a measured assumption', () => {
  test('has the interval of its fact as range, rounded outwards, and the day of its extract', () => {
    expect(compile({}).assumptions[2]).toMatchObject({
      value: 0.2875,
      low: 0.199,
      high: 0.395,
      interval: { level: 0.95, method: 'wilson' },
      sample: { count: 23, of: 80 },
      as_of: '2026-04-13',
    });
  });

  test.each<[string, Partial<RoiAssumption>, Record<string, Measured>, string]>([
    ['a range typed over it', { low: 0.2, high: 0.4 }, measured, 'the fact brings its own range, 19.9% to 39.5%'],
    ['a slider that is too short', { max: 0.35 }, measured, 'max (0.35) is below the interval of the fact'],
    ['no range at all', {}, {}, 'the fact "billing.incomplete" has no interval: give "low" and "high" yourself'],
    ['half a range', { low: 0.2 }, {}, 'a range has two ends: "high" is missing'],
    ['a date of its own', { as_of: '2026-05-01' }, measured, 'a fact dates from its extract: leave "as_of" out'],
  ])('is refused with %s', (_, change, brought, message) => {
    expect(() => compile(change, brought)).toThrow(RoiDefinitionError);
    expect(() => compile(change, brought)).toThrow(message);
  });

  test.each([
    [{ low: 0.19959, high: 0.39437 }, [0.199, 0.395]],
    [{ low: 0, high: 1 }, [0, 1]],
    [{ low: 26.04, high: 71.2 }, [26, 71.2]],
    [{ low: -3.456, high: 1234.5 }, [-3.46, 1240]],
  ])('%j reads %j', (interval, range) => expect(rangeOf(interval)).toEqual(range));
});

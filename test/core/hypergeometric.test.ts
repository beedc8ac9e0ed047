import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clopperPearson } from '../../src/core/clopper-pearson.ts';
import { hypergeometric } from '../../src/core/hypergeometric.ts';

function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let ways = 1n;
  for (let index = 0; index < k; index += 1) ways = (ways * BigInt(n - index)) / BigInt(index + 1);
  return ways;
}
/** Samples with `from` to `to` such records, of all samples: whole numbers, no rounding anywhere. */
function ways(from: number, to: number, of: number, having: number, population: number): bigint {
  let total = 0n;
  for (let k = from; k <= to; k += 1) total += choose(having, k) * choose(population - having, of - k);
  return total;
}

/** Every number of records that neither tail rejects at 2.5%, tried one by one in exact arithmetic. */
function enumerated(count: number, of: number, population: number): { least: number; most: number } {
  const kept = [];
  for (let having = count; having <= population - (of - count); having += 1) {
    const enough = (some: bigint): boolean => some * 40n >= choose(population, of);
    if (enough(ways(0, count, of, having, population)) && enough(ways(count, of, of, having, population)))
      kept.push(having);
  }
  return { least: kept[0] ?? Number.NaN, most: kept.at(-1) ?? Number.NaN };
}

const cases = fc
  .integer({ min: 1, max: 40 })
  .chain((population) => fc.tuple(fc.constant(population), fc.integer({ min: 1, max: population })))
  .chain(([population, of]) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of), fc.constant(population)));

describe('hypergeometric', () => {
  test('80 of 120: the exact bounds, by enumeration', () => {
    for (const count of [0, 3, 6, 19, 23, 63, 80]) {
      expect(hypergeometric(count, 80, 120)).toMatchObject(enumerated(count, 80, 120));
    }
    expect(hypergeometric(19, 80, 120)).toMatchObject({ level: 0.95, method: 'hypergeometric' });
  });

  test('agrees with exact enumeration in every small population', () => {
    fc.assert(
      fc.property(cases, ([count, of, population]) => {
        const interval = hypergeometric(count, of, population);
        expect(interval).toMatchObject(enumerated(count, of, population));
        expect(interval.low).toBe(interval.least / population);
        expect(interval.high).toBe(interval.most / population);
      }),
      { numRuns: 400 },
    );
  });

  test('covers at least as often as it says, whatever the population holds', () => {
    for (const [of, population] of [
      [5, 12],
      [8, 12],
      [20, 30],
    ] as const) {
      for (let having = 0; having <= population; having += 1) {
        let covered = 0n;
        for (let count = 0; count <= of; count += 1) {
          const { least, most } = hypergeometric(count, of, population);
          if (least <= having && having <= most) covered += ways(count, count, of, having, population);
        }
        expect(covered * 20n >= choose(population, of) * 19n).toBe(true);
      }
    }
  });

  test('a sample that is the population leaves no doubt', () => {
    expect(hypergeometric(19, 80, 80)).toMatchObject({ least: 19, most: 19, low: 19 / 80, high: 19 / 80 });
  });

  test('is the binomial interval where the population has no end', () => {
    const finite = hypergeometric(3, 20, 20_000);
    const binomial = clopperPearson(3, 20);
    expect(finite.low).toBeCloseTo(binomial.low, 3);
    expect(finite.high).toBeCloseTo(binomial.high, 3);
  });

  test('says what has no bounds', () => {
    expect(() => hypergeometric(0, 0, 10)).toThrow('An interval needs a sample of at least 1 record, found 0.');
    expect(() => hypergeometric(1, 5, 4)).toThrow(
      'A population of at least the 5 sampled records was expected, found 4.',
    );
  });
});

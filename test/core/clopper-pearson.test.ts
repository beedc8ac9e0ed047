import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clopperPearson, clopperPearsonUpper } from '../../src/core/clopper-pearson.ts';

/** P(X = k), multiplied out term by term: another way than the one under test. */
function probability(k: number, of: number, share: number): number {
  let ways = 1;
  for (let index = 0; index < k; index += 1) ways = (ways * (of - index)) / (index + 1);
  return ways * share ** k * (1 - share) ** (of - k);
}
const sum = (from: number, to: number, of: number, share: number): number => {
  let total = 0;
  for (let k = from; k <= to; k += 1) total += probability(k, of, share);
  return total;
};

/** The smallest sample in which `deviations` still keep the bound at or below the tolerable rate. */
function sampleSize(deviations: number, tolerable: number): number {
  let of = deviations + 1;
  while (clopperPearsonUpper(deviations, of).high > tolerable) of += 1;
  return of;
}

describe('clopperPearsonUpper', () => {
  test('5 in 100 is at most 10.225%', () => {
    expect(clopperPearsonUpper(5, 100).high).toBeCloseTo(0.10225, 5);
    expect(clopperPearsonUpper(5, 100)).toMatchObject({ low: 0, level: 0.95, method: 'clopper-pearson' });
  });

  test.each([
    [0, 0.05, 59],
    [1, 0.05, 93],
    [1, 0.06, 78],
  ])('%d deviations at a tolerable rate of %d take the sample that the AICPA prints: %d', (deviations, rate, size) => {
    expect(sampleSize(deviations, rate)).toBe(size);
  });

  test('no deviation has the closed form 1 - 0.05^(1/n)', () => {
    for (const of of [1, 5, 80, 2000]) expect(clopperPearsonUpper(0, of).high).toBeCloseTo(1 - 0.05 ** (1 / of), 12);
    expect(clopperPearsonUpper(7, 7).high).toBe(1);
  });
});

describe('clopperPearson', () => {
  test.each([
    // Newcombe 1998, table I, method 5.
    [81, 263, 0.2527, 0.3676],
    [15, 148, 0.0578, 0.1617],
    [0, 20, 0, 0.1684],
    [1, 29, 0.0009, 0.1776],
  ])('%d of %d is Newcombe’s (1998, method 5)', (count, of, low, high) => {
    expect(clopperPearson(count, of).low).toBeCloseTo(low, 4);
    expect(clopperPearson(count, of).high).toBeCloseTo(high, 4);
  });

  const samples = fc
    .integer({ min: 1, max: 14 })
    .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));

  test('each bound leaves exactly half of the rest in its tail', () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 0.5, max: 0.999, noNaN: true }), ([count, of], level) => {
        const { low, high } = clopperPearson(count, of, level);
        const tail = (1 - level) / 2;
        if (count === 0) expect(low).toBe(0);
        else expect(sum(count, of, of, low)).toBeCloseTo(tail, 10);
        if (count === of) expect(high).toBe(1);
        else expect(sum(0, count, of, high)).toBeCloseTo(tail, 10);
      }),
    );
  });

  test('covers any share at least as often as it says, by enumerating every count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 14 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, share) => {
        let covered = 0;
        let bounded = 0;
        for (let count = 0; count <= of; count += 1) {
          const { low, high } = clopperPearson(count, of, 0.9);
          if (low <= share && share <= high) covered += probability(count, of, share);
          if (share <= clopperPearsonUpper(count, of, 0.9).high) bounded += probability(count, of, share);
        }
        expect(covered).toBeGreaterThanOrEqual(0.9 - 1e-9);
        expect(bounded).toBeGreaterThanOrEqual(0.9 - 1e-9);
      }),
    );
  });

  test('says what has no interval', () => {
    expect(() => clopperPearson(0, 0)).toThrow('An interval needs a sample of at least 1 record, found 0.');
    expect(() => clopperPearsonUpper(3, 2)).toThrow('A whole count from 0 to 2 was expected, found 3.');
    expect(() => clopperPearson(1, 2, 1)).toThrow('A level strictly between 0 and 1 was expected, found 1.');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom, murmur3, xoshiro128starstar } from '../../src/core/random.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('the published algorithms', () => {
  test('xoshiro128** 1.1 from the state 1, 2, 3, 4, by the authors’ C program', () => {
    const next = xoshiro128starstar([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, next)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  test.each([
    ['', 0, 0],
    ['', 1, 0x514e28b7],
    ['', 0xffffffff, 0x81f16f39],
    ['hello', 0, 0x248bfa47],
    ['hello, world', 0, 0x149bbb7f],
    ['The quick brown fox jumps over the lazy dog', 0, 0x2e4ff723],
  ])('MurmurHash3 of %j under %d', (text, seed, hash) => {
    expect(murmur3(bytes(text), seed)).toBe(hash);
  });
});

describe('createRandom', () => {
  test('keeps its sequence, so that a sample can be drawn again years later', () => {
    const random = createRandom('onboarding-2026-03');
    expect({
      ints: Array.from({ length: 8 }, () => random.int(1, 120)),
      random: random.random(),
      shuffle: random.shuffle(['a', 'b', 'c', 'd', 'e']),
      sample: random.sampleWithoutReplacement([1, 2, 3, 4, 5, 6, 7, 8], 3),
    }).toMatchInlineSnapshot(`
      {
        "ints": [
          74,
          30,
          23,
          1,
          4,
          92,
          22,
          115,
        ],
        "random": 0.4602703963462055,
        "sample": [
          5,
          4,
          8,
        ],
        "shuffle": [
          "d",
          "c",
          "b",
          "e",
          "a",
        ],
      }
    `);
  });

  test('a number and its text are one seed; another seed is another stream', () => {
    expect(createRandom(7).random()).toBe(createRandom('7').random());
    expect(createRandom(7).random()).not.toBe(createRandom(8).random());
  });

  test('int keeps its bounds and favours nobody', () => {
    const random = createRandom(1);
    const counts = Array.from({ length: 6 }, () => 0);
    for (let draw = 0; draw < 60_000; draw += 1) {
      const face = random.int(0, 5);
      counts[face] = (counts[face] ?? 0) + 1;
    }
    // Chi square with 5 degrees of freedom: 20.5 is exceeded once in a thousand seeds.
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(20.5);
  });

  test('int does not favour small results where the span does not divide the words', () => {
    const random = createRandom(2);
    const span = 3 * 2 ** 30;
    const low = Array.from({ length: 9000 }, () => random.int(0, span - 1)).filter((value) => value < 2 ** 30).length;
    // A third is right, within four standard deviations; taking remainders alone would give a half.
    expect(Math.abs(low - 3000)).toBeLessThan(180);
  });

  test('a sample has no doubles and only items of the frame', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.nat(), fc.string(), (items, seed, text) => {
        const count = items.length === 0 ? 0 : seed % (items.length + 1);
        const sample = createRandom(text).sampleWithoutReplacement(items, count);
        expect(new Set(sample).size).toBe(count);
        expect(sample.every((item) => items.includes(item))).toBe(true);
        expect(createRandom(text).shuffle(items).toSorted()).toEqual(items.toSorted());
      }),
    );
  });

  test('refuses what it cannot draw', () => {
    expect(() => createRandom(0.5)).toThrow('A seed is a text or a whole number, found 0.5.');
    expect(() => createRandom(1).int(2, 1)).toThrow(RangeError);
    expect(() => createRandom(1).sampleWithoutReplacement([1, 2], 3)).toThrow(
      'A sample of 0 to 2 items was expected, found 3.',
    );
  });
});

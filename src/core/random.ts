/** A stream of random numbers that its seed determines wholly, on every machine. */
export interface Random {
  /** Uniform on [0, 1), with 53 random bits. */
  random(): number;
  /** A whole number from `low` to `high`, both included, each equally likely. */
  int(low: number, high: number): number;
  /** `count` different items in the order in which they were drawn. The order of `items` matters: sort a frame first. */
  sampleWithoutReplacement<T>(items: readonly T[], count: number): T[];
  /** All items in random order; the list passed in stays as it is. */
  shuffle<T>(items: readonly T[]): T[];
}

const rotateLeft = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

/**
 * MurmurHash3_x86_32 (Austin Appleby, public domain) of bytes.
 *
 * @returns an unsigned 32-bit integer
 */
export function murmur3(bytes: Uint8Array, seed: number): number {
  const mix = (word: number) => Math.imul(rotateLeft(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tail = bytes.length & ~3;
  let hash = seed | 0;
  for (let index = 0; index < tail; index += 4) {
    hash = Math.imul(rotateLeft(hash ^ mix(view.getInt32(index, true)), 13), 5) + 0xe6546b64;
  }
  let rest = 0;
  for (let index = bytes.length - 1; index >= tail; index -= 1) {
    rest = (rest << 8) | view.getUint8(index);
  }
  hash ^= mix(rest) ^ bytes.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The state of xoshiro128**: four 32-bit words, not all zero. */
export type RandomState = readonly [number, number, number, number];

/**
 * xoshiro128** 1.1 (David Blackman and Sebastiano Vigna, public domain,
 * prng.di.unimi.it/xoshiro128starstar.c): a function that gives the next unsigned
 * 32-bit integer at each call. 32-bit integer arithmetic alone, so the sequence is
 * the same on every engine.
 */
export function xoshiro128starstar([a, b, c, d]: RandomState): () => number {
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result;
  };
}

/**
 * A seeded stream: xoshiro128** whose four words are the MurmurHash3 of the seed's
 * UTF-8 text under the hash seeds 0, 1, 2 and 3. The number 7 and the text "7" are
 * the same seed.
 *
 * @throws RangeError for a number that is not a safe integer
 */
export function createRandom(seed: string | number): Random {
  if (typeof seed === 'number' && !Number.isSafeInteger(seed)) {
    throw new RangeError(`A seed is a text or a whole number, found ${seed}.`);
  }
  const bytes = new TextEncoder().encode(String(seed));
  const next = xoshiro128starstar([
    murmur3(bytes, 0),
    murmur3(bytes, 1),
    murmur3(bytes, 2),
    murmur3(bytes, 3) || 1, // all four zero is the one state that never moves
  ]);

  const int = (low: number, high: number): number => {
    const span = high - low + 1;
    if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || span < 1 || span > 2 ** 32) {
      throw new RangeError(`Whole bounds, low to high, were expected, found ${low} and ${high}.`);
    }
    // Draws above the last full multiple of the span would favour the small results.
    const limit = 2 ** 32 - (2 ** 32 % span);
    let word = next();
    while (word >= limit) word = next();
    return low + (word % span);
  };

  const sampleWithoutReplacement = <T>(items: readonly T[], count: number): T[] => {
    if (!Number.isSafeInteger(count) || count < 0 || count > items.length) {
      throw new RangeError(`A sample of 0 to ${items.length} items was expected, found ${count}.`);
    }
    const pool = [...items];
    // The first steps of a Fisher-Yates shuffle.
    for (let index = 0; index < count; index += 1) {
      const chosen = int(index, pool.length - 1);
      [pool[index], pool[chosen]] = [pool[chosen] as T, pool[index] as T];
    }
    return pool.slice(0, count);
  };

  return {
    random: () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53,
    int,
    sampleWithoutReplacement,
    shuffle: (items) => sampleWithoutReplacement(items, items.length),
  };
}

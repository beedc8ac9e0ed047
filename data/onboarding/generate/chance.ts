/** Draws that the generator makes, over the project's seeded stream. */
import { createRandom } from '../../../src/core/random.ts';

export interface Chance {
  /** Uniform in [0, 1). */
  next(): number;
  /** A whole number, both ends included. */
  whole(low: number, high: number): number;
  happens(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
}

/** One stream for each concern, so that a change in one leaves the others alone. */
export function createChance(seed: string, concern: string): Chance {
  const stream = createRandom(`${seed}/${concern}`);
  return {
    next: () => stream.random(),
    whole: (low, high) => stream.int(low, high),
    happens: (probability) => stream.random() < probability,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new RangeError('nothing to pick from');
      return list[stream.int(0, list.length - 1)] as T;
    },
    shuffled: (list) => stream.shuffle(list),
  };
}

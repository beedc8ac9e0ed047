/** What an assumption may turn out to be. */
import { beta } from './beta.ts';

/** Shapes that an author can choose for a range. */
export const SHAPES = ['uniform', 'triangular', 'pert'] as const;
export type Shape = (typeof SHAPES)[number];

/** In the unit of the assumption. `likely` is the value at which a range has its peak. */
export type Distribution =
  | { readonly kind: Shape; readonly low: number; readonly likely: number; readonly high: number }
  | { readonly kind: 'sample'; readonly count: number; readonly of: number };

/**
 * Shapes of the beta distribution of a counted share: H. Jeffreys' prior and the count, so
 * ½ more of each kind. It carries the sampling error of the count and no other.
 */
const sampleShapes = (count: number, of: number): [a: number, b: number] => [count + 0.5, of - count + 0.5];

/** Shapes of PERT (D. G. Malcolm and others, Operations Research 7 (1959) 646–669): the peak counts four times. */
const pertShapes = (low: number, likely: number, high: number): [a: number, b: number] => [
  1 + (4 * (likely - low)) / (high - low),
  1 + (4 * (high - likely)) / (high - low),
];

/** A function from a probability, 0 to 1, to the value below which the distribution lies with it. */
export function quantileOf(distribution: Distribution): (probability: number) => number {
  if (distribution.kind === 'sample') return beta(...sampleShapes(distribution.count, distribution.of)).quantile;
  const { kind, low, likely, high } = distribution;
  const width = high - low;
  if (width === 0) return () => low;
  switch (kind) {
    case 'uniform':
      return (p) => low + p * width;
    case 'triangular': {
      const peak = (likely - low) / width;
      return (p) =>
        p < peak ? low + Math.sqrt(p * width * (likely - low)) : high - Math.sqrt((1 - p) * width * (high - likely));
    }
    case 'pert': {
      const { quantile } = beta(...pertShapes(low, likely, high));
      return (p) => low + width * quantile(p);
    }
  }
}

/** Mean and variance in closed form: (l + h) ÷ 2, (l + m + h) ÷ 3, (l + 4m + h) ÷ 6, a ÷ (a + b). */
export function momentsOf(distribution: Distribution): { mean: number; variance: number } {
  if (distribution.kind === 'sample') {
    const [a, b] = sampleShapes(distribution.count, distribution.of);
    return { mean: a / (a + b), variance: (a * b) / ((a + b) ** 2 * (a + b + 1)) };
  }
  const { kind, low, likely, high } = distribution;
  switch (kind) {
    case 'uniform':
      return { mean: (low + high) / 2, variance: (high - low) ** 2 / 12 };
    case 'triangular':
      return {
        mean: (low + likely + high) / 3,
        variance: (low ** 2 + likely ** 2 + high ** 2 - low * likely - low * high - likely * high) / 18,
      };
    case 'pert': {
      const mean = (low + 4 * likely + high) / 6;
      return { mean, variance: ((mean - low) * (high - mean)) / 7 };
    }
  }
}

/** The beta distribution: what a counted share may be, and the shape behind PERT. */

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) for x > 0. C. Lanczos, SIAM Journal on Numerical Analysis 1 (1964) 86–96, with g = 7 and nine terms; about 15 digits. */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  const base = shifted + 7.5;
  const sum = LANCZOS.reduce((total, term, index) => total + (index === 0 ? term : term / (shifted + index)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(sum);
}

const TINY = 1e-300;

/** Continued fraction 26.5.8 of Abramowitz and Stegun, evaluated by Lentz's method. */
function fraction(x: number, a: number, b: number): number {
  const away = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 1000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const factor = d * c;
    result *= factor;
    if (Math.abs(factor - 1) < 1e-15) break;
  }
  return result;
}

/** Everything about one beta distribution that does not depend on where it is asked. */
export interface Beta {
  /** P(X ≤ x). */
  readonly cumulative: (x: number) => number;
  /** The x with P(X ≤ x) = `probability`, 0 to 1. */
  readonly quantile: (probability: number) => number;
}

/**
 * The beta distribution with shapes `a` and `b`.
 *
 * `quantile` brackets and takes Newton's steps where they stay inside the bracket, to about
 * 14 digits. Its 95 % point for shapes 6 and 95 is the exact upper bound of 5 in 100, 10.225 %.
 *
 * @param a greater than 0
 * @param b greater than 0
 * @throws RangeError for a shape that is not greater than 0
 */
export function beta(a: number, b: number): Beta {
  if (!(a > 0 && b > 0)) throw new RangeError(`Shapes greater than 0 were expected, found ${a} and ${b}.`);
  const scale = logGamma(a + b) - logGamma(a) - logGamma(b);
  const mean = a / (a + b);

  const cumulative = (x: number): number => {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const front = Math.exp(scale + a * Math.log(x) + b * Math.log1p(-x));
    // The fraction converges fast on the near side of the mean.
    return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b;
  };

  const quantile = (probability: number): number => {
    if (probability <= 0) return 0;
    if (probability >= 1) return 1;
    let [low, high, x] = [0, 1, mean];
    for (let step = 0; step < 200; step += 1) {
      const excess = cumulative(x) - probability;
      if (excess > 0) high = x;
      else low = x;
      const density = Math.exp(scale + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x));
      const newton = x - excess / density;
      const next = newton > low && newton < high ? newton : (low + high) / 2;
      if (Math.abs(next - x) <= 1e-14 * x) return next;
      x = next;
    }
    return x;
  };
  return { cumulative, quantile };
}

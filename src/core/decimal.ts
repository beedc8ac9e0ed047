/**
 * A decimal number, held exactly: `units` divided by ten to the power of `scale`.
 * { units: 6325n, scale: 2 } is 63.25.
 */
export interface Decimal {
  units: bigint;
  scale: number;
}

/** How a quotient that is not whole becomes whole. */
export const ROUNDING_RULES = ['half-up', 'half-even', 'truncate', 'up', 'down'] as const;

/**
 * - `half-up`: to the nearest, ties away from zero (commercial rounding)
 * - `half-even`: to the nearest, ties to the even neighbour (IEEE 754, R, Python)
 * - `truncate`: towards zero
 * - `up`: towards plus infinity (ceiling)
 * - `down`: towards minus infinity (floor)
 */
export type RoundingRule = (typeof ROUNDING_RULES)[number];

/**
 * Significant digits that a computed binary number is trusted for. Arithmetic
 * leaves errors in the 16th and 17th digit (0.285 * 100 is 28.499999999999996,
 * 1.005 is 1.00499999999999989…); reading 14 digits gives the decimal that was
 * meant, with room for the errors of some dozens of operations.
 */
const TRUSTED_DIGITS = 14;

/**
 * The decimal that a binary number stands for: whole numbers exactly, others to
 * 14 significant digits.
 *
 * @throws RangeError for NaN and infinities
 */
export function toDecimal(value: number): Decimal {
  if (!Number.isFinite(value)) throw new RangeError(`A finite number was expected, found ${value}.`);
  if (Number.isInteger(value)) return { units: BigInt(value), scale: 0 };
  const [mantissa = '', exponent = '0'] = value.toExponential(TRUSTED_DIGITS - 1).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = fraction.replace(/0+$/, '');
  const scale = digits.length - Number(exponent);
  const units = BigInt(whole + digits);
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}

/** The nearest binary number. */
export const toNumber = (decimal: Decimal): number => Number(toText(decimal));

/** A computed number without the dust of binary arithmetic: 28778.750000000004 becomes 28778.75. */
export const tidy = (value: number): number => toNumber(toDecimal(value));

/** Plain digits with a point and, where negative, a hyphen; exactly `scale` decimals: "-63.250". */
export function toText({ units, scale }: Decimal): string {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/**
 * An exact fraction, rounded to a whole number.
 *
 * @param denominator greater than zero
 */
export function roundRatio(numerator: bigint, denominator: bigint, rule: RoundingRule): bigint {
  const truncated = numerator / denominator;
  const rest = numerator % denominator;
  if (rest === 0n) return truncated;
  const away = numerator < 0n ? -1n : 1n;
  const twice = 2n * (rest < 0n ? -rest : rest);
  switch (rule) {
    case 'truncate':
      return truncated;
    case 'up':
      return away > 0n ? truncated + 1n : truncated;
    case 'down':
      return away < 0n ? truncated - 1n : truncated;
    case 'half-up':
      return twice >= denominator ? truncated + away : truncated;
    case 'half-even': {
      const toAway = twice > denominator || (twice === denominator && truncated % 2n !== 0n);
      return toAway ? truncated + away : truncated;
    }
  }
}

/** A decimal rounded to a number of places after the point; fewer places are filled with zeros. */
export function toScale({ units, scale }: Decimal, places: number, rule: RoundingRule): Decimal {
  return {
    units: roundRatio(units * 10n ** BigInt(places), 10n ** BigInt(scale), rule),
    scale: places,
  };
}

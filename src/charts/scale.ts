/** Ends and ticks of a scale that starts at zero, chosen so that every tick is a number people say. */

/** Hours are read in quarters and multiples of a day. */
const HOUR_STEPS = [1, 2, 3, 6, 12, 24, 48, 72, 120, 240, 480, 720];

function plainStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

export interface ZeroScale {
  readonly end: number;
  readonly ticks: readonly number[];
}

/**
 * A scale from zero that holds `largest`.
 *
 * @param unit "h" counts in quarters of days; any other in 1, 2, 2.5, 5
 * @param count how many ticks there may be after zero
 */
export function zeroScale(largest: number, unit: string, count: number): ZeroScale {
  const rough = (largest > 0 ? largest : 1) / count;
  const step = unit === 'h' ? (HOUR_STEPS.find((hours) => hours >= rough) ?? plainStep(rough)) : plainStep(rough);
  const steps = Math.max(1, Math.ceil((largest > 0 ? largest : 1) / step - 1e-9));
  return {
    end: steps * step,
    ticks: Array.from({ length: steps + 1 }, (_, index) => Number((index * step).toPrecision(12))),
  };
}

export interface SpanScale {
  readonly start: number;
  readonly end: number;
  readonly ticks: readonly number[];
}

/**
 * A scale that holds `least` and `largest` without beginning at zero: for places, never for lengths.
 *
 * @param count how many steps there may be between the two
 */
export function spanScale(least: number, largest: number, count: number): SpanScale {
  const span = largest - least;
  const step = plainStep((span > 0 ? span : Math.abs(largest) || 1) / count);
  const first = Math.floor(least / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(largest / step - 1e-9));
  const at = (index: number): number => Number(((first + index) * step).toPrecision(12));
  return {
    start: at(0),
    end: at(last - first),
    ticks: Array.from({ length: last - first + 1 }, (_, index) => at(index)),
  };
}

/** What a total may turn out to be when every assumption is drawn from its own distribution. */
import { quantileOf } from './distribution.ts';
import { sortedQuantile } from './quantile.ts';
import { createRandom } from './random.ts';
import type { Distribution } from './distribution.ts';

export const DRAWS = 10_000;

/** Draws between two pauses: some milliseconds on a slow machine. */
const CHUNK = 250;

export interface Outcomes {
  /** All outcomes, smallest first. */
  readonly sorted: Float64Array;
  readonly mean: number;
  /** Of the mean, in the unit of the total. */
  readonly standardError: number;
  /** Share of the draws for which `holds` held, where one was asked for. */
  readonly held?: number;
}

export interface SimulationOptions {
  readonly draws?: number;
  /** Any text. Every assumption has a stream of its own, so changing one leaves the draws of the others as they were. */
  readonly seed: string;
  /** Inputs that are not drawn, such as a price that somebody names. */
  readonly fixed?: Readonly<Record<string, number>>;
  /** Asked of the inputs of each draw; the record is reused. */
  readonly holds?: (inputs: Readonly<Record<string, number>>) => boolean;
}

/**
 * Draws every assumption independently and works the formula out for each draw.
 *
 * A generator, because the browser has other things to do: it pauses after every few hundred
 * draws with the number done, and returns the outcomes. `finish` runs it in one go.
 *
 * @param formula from values by assumption id to an outcome; the record it gets is reused
 * @throws whatever `formula` throws
 */
export function* simulate(
  formula: (inputs: Readonly<Record<string, number>>) => number,
  distributions: ReadonlyMap<string, Distribution>,
  { draws = DRAWS, seed, fixed, holds }: SimulationOptions,
): Generator<number, Outcomes, void> {
  const streams = [...distributions].map(([id, distribution]) => ({
    id,
    quantile: quantileOf(distribution),
    random: createRandom(`${seed} ${id}`),
  }));
  const outcomes = new Float64Array(draws);
  const inputs: Record<string, number> = { ...fixed };
  let held = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    if (draw > 0 && draw % CHUNK === 0) yield draw;
    for (const { id, quantile, random } of streams) inputs[id] = quantile(random.random());
    outcomes[draw] = formula(inputs);
    if (holds?.(inputs) === true) held += 1;
  }
  const mean = outcomes.reduce((sum, value) => sum + value, 0) / draws;
  const squares = outcomes.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    sorted: outcomes.sort(),
    mean,
    standardError: Math.sqrt(squares / (draws - 1) / draws),
    ...(holds && { held: held / draws }),
  };
}

/** Runs a generator to its end. */
export function finish<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** The outcome below which a share of all outcomes lies: 0.1 for P10. */
export const percentile = ({ sorted }: Outcomes, probability: number): number => sortedQuantile(sorted, probability);

/** `count` equally likely outcomes, smallest first: the quantiles in the middle of `count` even steps. */
export const equallyLikely = (outcomes: Outcomes, count: number): number[] =>
  Array.from({ length: count }, (_, index) => percentile(outcomes, (index + 0.5) / count));

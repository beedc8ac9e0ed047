/** How much each assumption moves a total, and where it would have to stand for the total to reach a target. */
import type { ModelAssumption } from './roi.ts';
import type { TotalFormula } from './roi-total.ts';

type Inputs = Readonly<Record<string, number>>;

export interface Swing {
  readonly assumption: ModelAssumption;
  /** Ends of its range, which reaches to where it stands. */
  readonly low: number;
  readonly high: number;
  /** The total with this assumption at the low and at the high end of its range, and the rest as it is. */
  readonly atLow: number;
  readonly atHigh: number;
  /** Distance between the two. */
  readonly width: number;
}

/**
 * One swing for each assumption that the total depends on, widest first.
 *
 * @param inputs values by assumption id where they differ from the published ones
 * @throws ExpressionError where the end of a range makes a step divide by zero
 */
export function tornado({ needs, value }: TotalFormula, inputs: Inputs): Swing[] {
  return needs
    .map((assumption): Swing => {
      const now = inputs[assumption.id] ?? assumption.value;
      const [low, high] = [Math.min(assumption.low, now), Math.max(assumption.high, now)];
      const at = (end: number): number => value({ ...inputs, [assumption.id]: end });
      const [atLow, atHigh] = [at(low), at(high)];
      return { assumption, low, high, atLow, atHigh, width: Math.abs(atHigh - atLow) };
    })
    .sort((a, b) => b.width - a.width);
}

/**
 * The assumption to pin down first: of those that nobody measured or answers for, the one with
 * the widest swing; without such ones the widest of all.
 */
export const pinDownFirst = (swings: readonly Swing[]): Swing | undefined =>
  swings.find(({ assumption, width }) => assumption.basis === 'assumed' && width > 0) ??
  swings.find(({ width }) => width > 0);

export type BreakEven =
  /** At `value` the total just reaches the target; `keeps` says on which side of it the total is higher. */
  | { readonly kind: 'at'; readonly value: number; readonly keeps: 'above' | 'below' }
  /** Wherever the slider stands, the total stays above the target, or below it. */
  | { readonly kind: 'always' }
  | { readonly kind: 'never' };

/** Pieces in which a range is searched for a crossing: a formula need not rise or fall throughout. */
const PIECES = 32;

/**
 * Where one assumption has to stand, within its slider, for the total to reach a target while
 * the rest stays as it is: the crossing nearest to where it stands now, by bisection. A rounded
 * total jumps over most targets; then it is the outermost place on the side that reaches it.
 */
export function breakEven(
  { value }: Pick<TotalFormula, 'value'>,
  inputs: Inputs,
  { id, min, max, value: published }: Pick<ModelAssumption, 'id' | 'min' | 'max' | 'value'>,
  target: number,
): BreakEven {
  const excess = (at: number): number => value({ ...inputs, [id]: at }) - target;
  const now = inputs[id] ?? published;
  const grid = [
    ...new Set([...Array.from({ length: PIECES + 1 }, (_, index) => min + ((max - min) * index) / PIECES), now]),
  ]
    .sort((a, b) => a - b)
    .map((at) => ({ at, above: excess(at) >= 0 }));
  const crossings = grid.flatMap(({ at, above }, index) => {
    const before = grid[index - 1];
    return before === undefined || before.above === above ? [] : [{ low: before.at, high: at, rises: above }];
  });
  const distance = ({ low, high }: { low: number; high: number }): number =>
    now < low ? low - now : now > high ? now - high : 0;
  const [nearest] = [...crossings].sort((a, b) => distance(a) - distance(b));
  if (nearest === undefined) return { kind: grid[0]?.above === true ? 'always' : 'never' };
  let { low, high } = nearest;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (excess(middle) >= 0 === nearest.rises) high = middle;
    else low = middle;
  }
  return { kind: 'at', value: nearest.rises ? high : low, keeps: nearest.rises ? 'above' : 'below' };
}

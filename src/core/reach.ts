/** Everything that an expression can give while its names move within ranges: interval arithmetic. */
import { ExpressionError } from './expression-tree.ts';
import type { Expression } from './expression-tree.ts';

/** Ends included. */
export interface Reach {
  readonly low: number;
  readonly high: number;
}

/** The reach of a name, or undefined where there is none. */
export type ReachOf = (name: string) => Reach | undefined;

const around = (values: readonly number[]): Reach => ({ low: Math.min(...values), high: Math.max(...values) });

/** The values at the corners: each operation rises or falls throughout in each of its operands. */
const corners = (left: Reach, right: Reach, work: (left: number, right: number) => number): Reach =>
  around([left.low, left.high].flatMap((one) => [work(one, right.low), work(one, right.high)]));

function divisor(tree: Expression, reachOf: ReachOf): Reach {
  const reach = reachOfExpression(tree, reachOf);
  if (reach.low > 0 || reach.high < 0) return reach;
  if (reach.low === 0 && reach.high === 0) throw new ExpressionError('this divides by zero', tree.column);
  const what = tree.kind === 'name' ? `"${tree.name}"` : 'what it divides by';
  throw new ExpressionError(
    `this can divide by zero: ${what} goes from ${reach.low} to ${reach.high} as the sliders move; keep it off zero by the ends of a slider, or by max()`,
    tree.column,
  );
}

function worked(tree: Expression, reachOf: ReachOf): Reach {
  switch (tree.kind) {
    case 'number':
      return { low: tree.value, high: tree.value };
    case 'name': {
      const reach = reachOf(tree.name);
      if (reach === undefined) throw new ExpressionError(`"${tree.name}" is not known`, tree.column);
      return reach;
    }
    case 'unary': {
      const { low, high } = reachOfExpression(tree.operand, reachOf);
      return tree.operator === '-' ? { low: -high, high: -low } : { low, high };
    }
    case 'call': {
      const given = tree.arguments.map((argument) => reachOfExpression(argument, reachOf));
      if (tree.name === 'abs') {
        const [{ low, high } = { low: NaN, high: NaN }] = given;
        const ends = [Math.abs(low), Math.abs(high)];
        return around(low <= 0 && high >= 0 ? [0, ...ends] : ends);
      }
      const { name } = tree;
      return { low: Math[name](...given.map(({ low }) => low)), high: Math[name](...given.map(({ high }) => high)) };
    }
    case 'binary': {
      const left = reachOfExpression(tree.left, reachOf);
      if (tree.operator === '/') return corners(left, divisor(tree.right, reachOf), (one, other) => one / other);
      const right = reachOfExpression(tree.right, reachOf);
      switch (tree.operator) {
        case '+':
          return { low: left.low + right.low, high: left.high + right.high };
        case '-':
          return { low: left.low - right.high, high: left.high - right.low };
        case '*':
          return corners(left, right, (one, other) => one * other);
        default:
          throw new ExpressionError(`a number was expected, found the comparison "${tree.operator}"`, tree.column);
      }
    }
  }
}

/**
 * Lower and upper bound of an arithmetic expression over the ranges of its names. Floating-point operations keep the
 * order of their operands, so no value that `evaluateNumber` gives lies outside. A name that stands twice is taken to
 * move each time for itself: the bounds may be wider than what can happen, never narrower.
 *
 * @throws ExpressionError with the column of a divisor that can be zero, of a part that can become too large to hold,
 * or of a comparison
 */
export function reachOfExpression(tree: Expression, reachOf: ReachOf): Reach {
  const reach = worked(tree, reachOf);
  if (Number.isFinite(reach.low) && Number.isFinite(reach.high)) return reach;
  throw new ExpressionError('this can become a number too large to hold', tree.column);
}

import { tidy } from './decimal.ts';
import { ExpressionError, kindOf } from './expression-tree.ts';
import type { Expression } from './expression-tree.ts';

/** The value of a name, or undefined where there is none. */
export type Lookup = (name: string) => number | undefined;

function arithmetic(tree: Expression, lookup: Lookup): number {
  switch (tree.kind) {
    case 'number':
      return tree.value;
    case 'name': {
      const value = lookup(tree.name);
      if (value === undefined) throw new ExpressionError(`"${tree.name}" is not known.`, tree.column);
      if (!Number.isFinite(value)) throw new ExpressionError(`"${tree.name}" is ${value}, not a number.`, tree.column);
      return value;
    }
    case 'unary': {
      const value = arithmetic(tree.operand, lookup);
      return tree.operator === '-' ? -value : value;
    }
    case 'call': {
      const values = tree.arguments.map((argument) => arithmetic(argument, lookup));
      return tree.name === 'abs' ? Math.abs(values[0] ?? NaN) : Math[tree.name](...values);
    }
    case 'binary':
      return binary(tree, arithmetic(tree.left, lookup), arithmetic(tree.right, lookup));
  }
}

function binary(tree: Expression & { kind: 'binary' }, left: number, right: number): number {
  switch (tree.operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      if (right === 0) throw new ExpressionError('This divides by zero.', tree.right.column);
      return left / right;
    default:
      throw new ExpressionError(`A number was expected, found the comparison "${tree.operator}".`, tree.column);
  }
}

function truth(tree: Expression, lookup: Lookup): boolean {
  if (tree.kind !== 'binary') throw new ExpressionError('A comparison was expected, found a number.', tree.column);
  if (tree.operator === '&&') return truth(tree.left, lookup) && truth(tree.right, lookup);
  if (tree.operator === '||') return truth(tree.left, lookup) || truth(tree.right, lookup);
  const left = tidy(evaluateNumber(tree.left, lookup));
  const right = tidy(evaluateNumber(tree.right, lookup));
  switch (tree.operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    default:
      throw new ExpressionError('A comparison was expected, found a number.', tree.column);
  }
}

/**
 * The value of an expression: a number, or true or false for a comparison.
 * Results and both sides of a comparison are read to 14 significant digits, so that
 * 220 * 0.2875 is 63.25 and no condition turns on the dust of binary arithmetic.
 *
 * @throws ExpressionError for an unknown name, a value that is not finite, or a division by zero, with its column
 */
export function evaluate(tree: Expression, lookup: Lookup): number | boolean {
  return kindOf(tree) === 'truth' ? truth(tree, lookup) : tidy(evaluateNumber(tree, lookup));
}

/**
 * The value of an arithmetic expression in full binary precision, to calculate on with;
 * a comparison is an error.
 */
export function evaluateNumber(tree: Expression, lookup: Lookup): number {
  const value = arithmetic(tree, lookup);
  if (!Number.isFinite(value)) throw new ExpressionError('This gives a number too large to hold.', tree.column);
  return value;
}

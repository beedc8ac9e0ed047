export type UnaryOperator = '-' | '+';
export type BinaryOperator = '+' | '-' | '*' | '/' | '<' | '<=' | '>' | '>=' | '==' | '!=' | '&&' | '||';
export type FunctionName = 'min' | 'max' | 'abs';

/**
 * A parsed expression, as plain JSON: what the browser evaluates, so that it needs no
 * parser. `column` is where the part starts in the text that was parsed, from 1; for a
 * binary part that is its left operand, or the parenthesis before it.
 */
export type Expression =
  | { kind: 'number'; value: number; column: number }
  | { kind: 'name'; name: string; column: number }
  | { kind: 'unary'; operator: UnaryOperator; operand: Expression; column: number }
  | { kind: 'binary'; operator: BinaryOperator; left: Expression; right: Expression; column: number }
  | { kind: 'call'; name: FunctionName; arguments: Expression[]; column: number };

/** Why an expression cannot be read or evaluated, and the column (from 1) of the part at fault. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  readonly column: number;

  constructor(message: string, column: number) {
    super(message);
    this.column = column;
  }
}

/** How tightly an operator binds; a larger number binds tighter. */
export const PRECEDENCE: Readonly<Record<BinaryOperator, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
};

/** Whether an expression yields a number or a truth value. */
export const kindOf = (tree: Expression): 'number' | 'truth' =>
  tree.kind === 'binary' && PRECEDENCE[tree.operator] < PRECEDENCE['+'] ? 'truth' : 'number';

function parts(tree: Expression): Expression[] {
  switch (tree.kind) {
    case 'number':
    case 'name':
      return [];
    case 'unary':
      return [tree.operand];
    case 'binary':
      return [tree.left, tree.right];
    case 'call':
      return tree.arguments;
  }
}

/** Where a name stands first, from 1; undefined where it does not. */
export function columnOfName(tree: Expression, name: string): number | undefined {
  if (tree.kind === 'name') return tree.name === name ? tree.column : undefined;
  return parts(tree)
    .map((part) => columnOfName(part, name))
    .find((column) => column !== undefined);
}

/** The names that an expression refers to, each once, in order of appearance. */
export function names(tree: Expression): string[] {
  const own = tree.kind === 'name' ? [tree.name] : [];
  return [...new Set([...own, ...parts(tree).flatMap(names)])];
}

import jsep from 'jsep';
import { ExpressionError, PRECEDENCE, kindOf } from './expression-tree.ts';
import type { BinaryOperator, Expression, FunctionName } from './expression-tree.ts';

export { ExpressionError, columnOfName, kindOf, names } from './expression-tree.ts';
export type { Expression } from './expression-tree.ts';

/** jsep's parser class, which its type declarations leave out. */
interface Parser {
  index: number;
  gobbleSpaces(): void;
  gobbleToken(): jsep.Expression | false | undefined;
  parse(): jsep.Expression;
}
const { Jsep } = jsep as unknown as { Jsep: new (text: string) => Parser };

const columns = new WeakMap<object, number>();
/** Index behind each operand. */
const ends = new WeakMap<object, number>();

/** jsep keeps no positions: this notes where each operand starts and ends. No global setting of jsep is touched. */
class LocatingParser extends Jsep {
  override gobbleToken() {
    this.gobbleSpaces();
    const column = this.index + 1;
    const node = super.gobbleToken();
    // A name in parentheses passes here twice; the inner place is the better one.
    if (node && !columns.has(node)) {
      columns.set(node, column);
      ends.set(node, this.index);
    }
    return node;
  }
}

type Node = jsep.CoreExpression;

function columnOf(node: Node): number {
  const known = columns.get(node);
  if (known !== undefined) return known;
  return node.type === 'BinaryExpression' ? columnOf(node.left as Node) : 1;
}

const isBinaryOperator = (operator: string): operator is BinaryOperator => Object.hasOwn(PRECEDENCE, operator);
const isFunction = (name: string): name is FunctionName => ['min', 'max', 'abs'].includes(name);

/** `a.b.c` arrives as nested member accesses. */
function dotted(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression' || node.computed || node.optional === true) return undefined;
  const object = dotted(node.object as Node);
  const property = dotted(node.property as Node);
  return object === undefined || property === undefined ? undefined : `${object}.${property}`;
}

function expectKind(tree: Expression, kind: 'number' | 'truth', operator: string): Expression {
  if (kindOf(tree) === kind) return tree;
  const [wanted, found] = kind === 'number' ? ['a number', 'a comparison'] : ['a comparison', 'a number'];
  throw new ExpressionError(`"${operator}" expects ${wanted} on each side, found ${found}.`, tree.column);
}

function convertBinary(node: jsep.BinaryExpression, column: number): Expression {
  const { operator } = node;
  if (!isBinaryOperator(operator)) {
    const hint = operator === '===' ? ' Write "==".' : operator === '!==' ? ' Write "!=".' : '';
    throw new ExpressionError(
      `The operator "${operator}" is not known here; known are ${Object.keys(PRECEDENCE).join(' ')}.${hint}`,
      column,
    );
  }
  const kind = operator === '&&' || operator === '||' ? 'truth' : 'number';
  const left = expectKind(convert(node.left as Node), kind, operator);
  const right = expectKind(convert(node.right as Node), kind, operator);
  return { kind: 'binary', operator, left, right, column };
}

function convertCall(node: jsep.CallExpression, column: number): Expression {
  const name = dotted(node.callee as Node) ?? '';
  if (!isFunction(name)) {
    const hint = name === 'round' ? ' Rounding is declared beside the formula, not inside it.' : '';
    throw new ExpressionError(`The function "${name}" is not known here; known are min, max and abs.${hint}`, column);
  }
  const given = node.arguments.map((argument) => expectKind(convert(argument as Node), 'number', name));
  if (name === 'abs' ? given.length !== 1 : given.length === 0) {
    throw new ExpressionError(
      `${name}() expects ${name === 'abs' ? 'one value' : 'at least one value'}, found ${given.length}.`,
      column,
    );
  }
  return { kind: 'call', name, arguments: given, column };
}

function convert(node: Node): Expression {
  const column = columnOf(node);
  switch (node.type) {
    case 'Literal':
      if (typeof node.value === 'number' && Number.isFinite(node.value))
        return { kind: 'number', value: node.value, column };
      throw new ExpressionError(`A number or a name was expected, found ${node.raw}.`, column);
    case 'Identifier':
    case 'MemberExpression': {
      const name = dotted(node);
      if (name !== undefined) return { kind: 'name', name, column };
      break;
    }
    case 'UnaryExpression': {
      const { operator } = node;
      if (operator === '-' || operator === '+') {
        const operand = expectKind(convert(node.argument as Node), 'number', operator);
        return { kind: 'unary', operator, operand, column };
      }
      throw new ExpressionError(`The operator "${operator}" is not known here.`, column);
    }
    case 'BinaryExpression':
      return convertBinary(node, column);
    case 'CallExpression':
      return convertCall(node, column);
    case 'Compound':
      throw new ExpressionError(
        'One expression was expected, found several: an operator is missing before this part, or a number has a thousands separator.',
        columnOf(node.body[1] as Node),
      );
    default:
      break;
  }
  throw new ExpressionError(
    'Numbers, names, arithmetic, comparisons, min, max and abs were expected, found something else.',
    column,
  );
}

function read(text: string): jsep.Expression {
  try {
    return new LocatingParser(text).parse();
  } catch (error) {
    const { description, index } = error as { description?: string; index?: number };
    if (description === undefined || index === undefined) throw error;
    throw new ExpressionError(`This cannot be read as an expression: ${description.replace(/\.$/, '')}.`, index + 1);
  }
}

/** Characters, and levels of parentheses or signs: what goes beyond is read by nobody, and overflows the stack of a program. */
const LONGEST = 4000;
const DEEPEST = 100;

function refuseEndless(text: string): void {
  if (text.length > LONGEST) {
    throw new ExpressionError(`At most ${LONGEST} characters were expected, found ${text.length}.`, LONGEST + 1);
  }
  let depth = 0;
  for (const { 0: part, index } of text.matchAll(/[()]|(?:[-+]\s*)+/g)) {
    depth += part === '(' ? 1 : part === ')' ? -1 : 0;
    if (Math.max(depth, part.length) > DEEPEST) {
      throw new ExpressionError(`At most ${DEEPEST} parts within each other were expected, found more.`, index + 1);
    }
  }
}

/**
 * Reads an arithmetic expression or a comparison over names: numbers, names with dots
 * (`billing.incomplete.count`), + - * / and parentheses, < <= > >= == !=, && and ||,
 * min(), max(), abs(). Nothing else: there is no way from here to running code.
 *
 * Arithmetic takes numbers, && and || take comparisons; a mixture is refused.
 *
 * @throws ExpressionError with the column (from 1) of the part that was not understood
 */
export function parseExpression(text: string): Expression {
  if (text.trim() === '') throw new ExpressionError('An expression was expected, found nothing.', 1);
  refuseEndless(text);
  return convert(read(text) as Node);
}

const endOf = (node: Node): number =>
  ends.get(node) ?? (node.type === 'BinaryExpression' ? endOf(node.right as Node) : 0);

function operands(node: Node): Node[] {
  switch (node.type) {
    case 'UnaryExpression':
      return [node.argument as Node];
    case 'BinaryExpression':
      return [node.left as Node, node.right as Node];
    case 'CallExpression':
      return node.arguments as Node[];
    default:
      return [];
  }
}

/**
 * How long the longest part is that begins in a column: what to underline for an error found there.
 *
 * @param column from 1
 * @returns characters, at least 1; 1 for a text that cannot be read
 */
export function lengthAt(text: string, column: number): number {
  const furthest = (node: Node): number =>
    Math.max(columnOf(node) === column ? endOf(node) : 0, ...operands(node).map(furthest));
  try {
    parseExpression(text);
    return Math.max(1, text.slice(column - 1, furthest(read(text) as Node)).trimEnd().length);
  } catch (error) {
    if (error instanceof ExpressionError) return 1;
    throw error;
  }
}

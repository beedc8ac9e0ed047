import { PRECEDENCE } from './expression-tree.ts';
import type { BinaryOperator, Expression } from './expression-tree.ts';

const MINUS = '\u2212';

// Words where the sign (≥, ≤, ≠) is missing from the report's fonts.
const SIGNS: Readonly<Record<BinaryOperator, string>> = {
  '+': '+',
  '-': MINUS,
  '*': '×',
  '/': '÷',
  '<': '<',
  '<=': 'at most',
  '>': '>',
  '>=': 'at least',
  '==': '=',
  '!=': 'not',
  '&&': 'and',
  '||': 'or',
};

const UNARY = 7;
const OPERAND = 8;

/** Writes a number or the value of a name, with its unit where it has one. */
export type Writer = (leaf: Expression & { kind: 'number' | 'name' }) => string;

interface Written {
  text: string;
  binds: number;
}

function write(tree: Expression, writer: Writer): Written {
  switch (tree.kind) {
    case 'number':
    case 'name': {
      const text = writer(tree);
      return { text, binds: /^[-\u2212]/.test(text) ? UNARY : OPERAND };
    }
    case 'call':
      return {
        text: `${tree.name}(${tree.arguments.map((argument) => write(argument, writer).text).join(', ')})`,
        binds: OPERAND,
      };
    case 'unary':
      return { text: (tree.operator === '-' ? MINUS : '+') + inner(tree.operand, OPERAND, writer), binds: UNARY };
    case 'binary': {
      const binds = PRECEDENCE[tree.operator];
      const left = inner(tree.left, binds, writer);
      // a − (b − c), a ÷ (b × c) and a − (−b) keep their parentheses; a + (b + c) loses them.
      const right = write(tree.right, writer);
      const associative =
        ['+', '*', '&&', '||'].includes(tree.operator) &&
        tree.right.kind === 'binary' &&
        tree.right.operator === tree.operator;
      const bare = right.binds !== UNARY && (associative ? right.binds >= binds : right.binds > binds);
      return { text: `${left} ${SIGNS[tree.operator]} ${bare ? right.text : `(${right.text})`}`, binds };
    }
  }
}

function inner(tree: Expression, atLeast: number, writer: Writer): string {
  const { text, binds } = write(tree, writer);
  return binds >= atLeast ? text : `(${text})`;
}

/**
 * An expression as a reader writes it, with numbers in place of names:
 * "220 × 28.75%". Parentheses stand where they are needed and nowhere else.
 */
export const fill = (tree: Expression, writer: Writer): string => write(tree, writer).text;

import fc from 'fast-check';
import jsep from 'jsep';
import { describe, expect, test } from 'vitest';
import { evaluate, evaluateNumber } from '../../src/core/evaluate.ts';
import { ExpressionError, kindOf, names, lengthAt, parseExpression } from '../../src/core/expression.ts';
import { fill } from '../../src/core/fill.ts';
import type { Expression } from '../../src/core/expression.ts';

const values: Record<string, number> = {
  accounts: 220,
  share: 0.2875,
  'billing.incomplete.count': 23,
  'billing.median_hours_complete': 31,
  'billing.median_hours_incomplete': 67,
  'handoff.late_24h': 19,
  zero: 0,
};
const lookup = (name: string) => values[name];
const value = (text: string) => evaluate(parseExpression(text), lookup);

function refusal(act: () => unknown): { message: string; column: number } {
  try {
    act();
  } catch (error) {
    if (error instanceof ExpressionError) return { message: error.message, column: error.column };
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('evaluate', () => {
  test.each<[string, number | boolean]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['24 / 4 / 2', 3],
    ['-accounts + 1', -219],
    ['2 * -3', -6],
    ['--3', 3],
    ['1e3 + .5', 1000.5],
    ['accounts * share', 63.25],
    ['billing.incomplete.count / 80', 0.2875],
    ['min(3, 1 + 1, 5) + max(1, 2) + abs(-4)', 8],
    ['handoff.late_24h > 12', true],
    ['billing.median_hours_incomplete > 2 * billing.median_hours_complete', true],
    ['1 <= 1 && 2 != 2', false],
    ['1 == 2 || 3 >= 3', true],
    ['1 > 2 || 1 < 2 && 3 > 4', false],
    ['accounts * share >= 63.25', true],
    ['0.1 + 0.2 == 0.3', true],
  ])('%s is %s', (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  test('binds products before sums, and from the left', () => {
    interface Sample {
      text: string;
      value: number;
    }
    const sums = fc.letrec<{ sum: Sample; factor: Sample }>((tie) => ({
      factor: fc.oneof(
        { maxDepth: 3 },
        fc.integer({ min: 0, max: 20 }).map((value) => ({ text: String(value), value })),
        tie('sum').map(({ text, value }) => ({ text: `(${text})`, value })),
        tie('sum').map(({ text, value }) => ({ text: `-(${text})`, value: -value })),
      ),
      sum: fc
        .array(fc.tuple(fc.constantFrom('+', '-'), fc.array(tie('factor'), { minLength: 1, maxLength: 3 })), {
          minLength: 1,
          maxLength: 4,
        })
        .map((terms) => ({
          text: `0 ${terms.map(([sign, factors]) => `${sign} ${factors.map(({ text }) => text).join(' * ')}`).join(' ')}`,
          value: terms.reduce((sum, [sign, factors]) => {
            const product = factors.reduce((left, { value }) => left * value, 1);
            return sign === '+' ? sum + product : sum - product;
          }, 0),
        })),
    }));
    fc.assert(
      fc.property(sums.sum, ({ text, value }) => {
        expect(evaluateNumber(parseExpression(text), lookup)).toBeCloseTo(value, 6);
      }),
    );
  });

  test.each([
    ['1 + nobody', '"nobody" is not known.', 5],
    ['accounts / zero', 'This divides by zero.', 12],
    ['1 / (2 - 2)', 'This divides by zero.', 5],
    ['1e308 * 10', 'This gives a number too large to hold.', 1],
  ])('%s is refused', (text, message, column) => {
    expect(refusal(() => value(text))).toEqual({ message, column });
  });

  test('an unknown name is not looked up on the prototype, and NaN is no number', () => {
    const tree = parseExpression('constructor');
    expect(refusal(() => evaluate(tree, (name) => ({ constructor: NaN })[name])).message).toBe(
      '"constructor" is NaN, not a number.',
    );
  });

  test('a comparison is not a number', () => {
    expect(refusal(() => evaluateNumber(parseExpression('1 < 2'), lookup)).message).toContain(
      'found the comparison "<"',
    );
  });
});

describe('parseExpression refuses', () => {
  test.each([
    ['', 1],
    ['   ', 1],
    ['1 +', 4],
    ['1 + * 2', 5],
    ['(1 + 2', 7],
    ['1,234 * 2', 3],
    ['accounts share', 10],
    ['a = 1', 3],
    ['a ** 2', 1],
    ['a ^ 2', 1],
    ['a % 2', 1],
    ['a === 1', 1],
    ['1 < 2 < 3', 1],
    ['1 + (2 < 3)', 5],
    ['1 && 2', 1],
    ['!a', 1],
    ['~a', 1],
    ['1 + round(a)', 5],
    ['constructor("x")', 1],
    ['min()', 1],
    ['abs(1, 2)', 1],
    ['a[0]', 1],
    ['a?.b', 1],
    ['1 + "text"', 5],
    ['true', 1],
    ['this', 1],
    ['[1]', 1],
    ['2x', 2],
    ['1 + 28.75%', 11],
  ])('%j', (text, column) => {
    const found = refusal(() => parseExpression(text));
    expect(found.column).toBe(column);
    expect(found.message).toMatchSnapshot();
  });
});

test.each([
  ['('.repeat(101) + 'a' + ')'.repeat(101), 'At most 100 parts within each other were expected, found more.', 101],
  [`${'- '.repeat(200)}a`, 'At most 100 parts within each other were expected, found more.', 1],
  [`a${' + a'.repeat(1000)}`, 'At most 4000 characters were expected, found 4001.', 4001],
])('what has no end is refused before it overflows the stack', (text, message, column) => {
  expect(refusal(() => parseExpression(text))).toEqual({ message, column });
});

test.each([
  ['a + b * c', 1, 'a + b * c'],
  ['a + b * c', 5, 'b * c'],
  ['a + b * c ', 9, 'c'],
  ['(a + b) / min(c, d) ', 11, 'min(c, d)'],
  ['(a + b) / d', 1, '(a + b) / d'],
  ['a + ', 1, 'a'],
])('the part of %j that begins in column %d', (text, column, part) => {
  expect(text.slice(column - 1, column - 1 + lengthAt(text, column))).toBe(part);
});

describe('the tree', () => {
  test('is plain JSON with columns', () => {
    const tree = parseExpression('accounts * (share + 1)');
    expect(JSON.parse(JSON.stringify(tree))).toEqual(tree);
    expect(tree).toEqual({
      kind: 'binary',
      operator: '*',
      column: 1,
      left: { kind: 'name', name: 'accounts', column: 1 },
      right: {
        kind: 'binary',
        operator: '+',
        column: 12,
        left: { kind: 'name', name: 'share', column: 13 },
        right: { kind: 'number', value: 1, column: 21 },
      },
    });
  });

  test('names come once, in order', () => {
    expect(names(parseExpression('b.c * a + min(b.c, d) - -a'))).toEqual(['b.c', 'a', 'd']);
  });

  test('kindOf', () => {
    expect(kindOf(parseExpression('a + 1'))).toBe('number');
    expect(kindOf(parseExpression('a > 1 && b < 2'))).toBe('truth');
  });

  test('jsep itself stays as it was', () => {
    parseExpression('min(a, b.c) > 1');
    expect(jsep('a ** b').type).toBe('BinaryExpression');
    expect(jsep.binary_ops['===']).toBeDefined();
  });
});

describe('fill', () => {
  const filled = (text: string) =>
    fill(parseExpression(text), (leaf) => String(leaf.kind === 'number' ? leaf.value : values[leaf.name]));

  test.each([
    ['accounts * share', '220 × 0.2875'],
    ['accounts * 35 / 60', '220 × 35 ÷ 60'],
    ['(1 + 2) * 3', '(1 + 2) × 3'],
    ['1 + (2 * 3)', '1 + 2 × 3'],
    ['1 - (2 - 3)', '1 − (2 − 3)'],
    ['(1 - 2) - 3', '1 − 2 − 3'],
    ['1 + (2 + 3)', '1 + 2 + 3'],
    ['1 + (2 - 3)', '1 + (2 − 3)'],
    ['24 / (4 * 2)', '24 ÷ (4 × 2)'],
    ['2 * (3 / 4)', '2 × (3 ÷ 4)'],
    ['-(1 + 2)', '−(1 + 2)'],
    ['5 - -3', '5 − (−3)'],
    ['max(0, accounts - 10)', 'max(0, 220 − 10)'],
    ['accounts >= 200 && zero != 1', '220 at least 200 and 0 not 1'],
    ['(1 > 2 || 3 > 4) && 5 > 6', '(1 > 2 or 3 > 4) and 5 > 6'],
  ])('%s is %s', (text, expected) => {
    expect(filled(text)).toBe(expected);
  });

  test('a negative value gets its parentheses', () => {
    expect(fill(parseExpression('5 - a'), (leaf) => (leaf.kind === 'name' ? '\u22123' : '5'))).toBe('5 − (−3)');
    expect(fill(parseExpression('a * 5'), (leaf) => (leaf.kind === 'name' ? '\u22123' : '5'))).toBe('−3 × 5');
  });

  test('reads back to the same value', () => {
    const tree: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.integer({ min: 1, max: 9 }).map((number): Expression => ({ kind: 'number', value: number, column: 1 })),
        fc
          .tuple(fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const), tie('tree'), tie('tree'))
          .map(([operator, left, right]): Expression => ({ kind: 'binary', operator, left, right, column: 1 })),
        tie('tree').map((operand): Expression => ({ kind: 'unary', operator: '-', operand, column: 1 })),
      ),
    })).tree;
    const result = (expression: Expression) => {
      try {
        return evaluateNumber(expression, lookup);
      } catch (error) {
        return (error as ExpressionError).message;
      }
    };
    fc.assert(
      fc.property(tree, (expression) => {
        const text = fill(expression, (leaf) => String(leaf.kind === 'number' ? leaf.value : leaf.name));
        const again = parseExpression(text.replaceAll('−', '-').replaceAll('×', '*').replaceAll('÷', '/'));
        const [before, after] = [result(expression), result(again)];
        if (typeof before === 'number' && typeof after === 'number') expect(after).toBeCloseTo(before, 6);
        else expect(after).toBe(before);
      }),
    );
  });
});

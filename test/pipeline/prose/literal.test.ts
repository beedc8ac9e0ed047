import { describe, expect, it } from 'vitest';
import { NotLiteral, readLiteral } from '../../../src/pipeline/prose/literal.ts';
import type { Literal } from '../../../src/pipeline/prose/literal.ts';

function plain(literal: Literal): unknown {
  switch (literal.kind) {
    case 'string':
    case 'scalar':
      return literal.value;
    case 'list':
      return literal.items.map(plain);
    case 'record':
      return Object.fromEntries([...literal.entries].map(([name, value]) => [name, plain(value)]));
  }
}

describe('readLiteral', () => {
  it.each([
    [
      `{ type: 'waits', 'a-b': [1, -2.5, true, null], note: \`plain\` }`,
      { type: 'waits', 'a-b': [1, -2.5, true, null], note: 'plain' },
    ],
    [`"it's"`, "it's"],
    [`[{ a: { b: 'c' } }]`, [{ a: { b: 'c' } }]],
  ])('reads %s as what it says', (expression, expected) => {
    expect(plain(readLiteral(expression))).toEqual(expected);
  });

  it('knows where a text begins, behind its quote', () => {
    const expression = `{ a: 'é', b: "text" }`;
    const literal = readLiteral(expression);
    const b = literal.kind === 'record' ? literal.entries.get('b') : undefined;
    expect(expression.slice(b?.at).startsWith('text')).toBe(true);
  });

  it.each([
    ['records()', 'records()', 0],
    ['{ a: 1 + 2 }', '1 + 2', 5],
    ['{ a: name }', 'name', 5],
    ['{ ...rest }', '...rest', 2],
    ['{ [key]: 1 }', '[key]: 1', 2],
    ['{ short }', 'short', 2],
    ['[1, , 2]', '[1, , 2]', 0],
    ['`a ${b}`', '`a ${b}`', 0],
    ['/x/', '/x/', 0],
    ['() => 1', '() => 1', 0],
    ['a; b', 'a; b', 0],
    ['', '', 0],
  ])('refuses %s', (expression, found, at) => {
    const attempt = (): unknown => readLiteral(expression);
    expect(attempt).toThrow(NotLiteral);
    expect(attempt).toThrow(expect.objectContaining({ found, at }));
  });
});

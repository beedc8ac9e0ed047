import { expect, it } from 'vitest';
import { ordinalWord } from '../../src/core/ordinal-word.ts';

it.each([
  [1, 'first'],
  [3, 'third'],
  [12, 'twelfth'],
  [15, 'fifteenth'],
  [20, 'twentieth'],
  [21, 'twenty-first'],
  [100, 'one hundredth'],
])('%d is the %s', (value, word) => {
  expect(ordinalWord(value)).toBe(word);
});

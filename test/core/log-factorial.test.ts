import { expect, test } from 'vitest';
import { logChoose, logFactorial } from '../../src/core/log-factorial.ts';

test('the logarithm of a factorial, in any order of asking', () => {
  expect(logFactorial(170)).toBeCloseTo(Math.log(7.257415615307994e306), 10);
  expect(logFactorial(0)).toBe(0);
  expect(Math.exp(logFactorial(10))).toBeCloseTo(3628800, 5);
});

test('the number of ways to choose', () => {
  expect(Math.exp(logChoose(52, 5))).toBeCloseTo(2598960, 3);
  expect(logChoose(5, 6)).toBe(-Infinity);
  expect(logChoose(5, -1)).toBe(-Infinity);
});

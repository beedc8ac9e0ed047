import { expect, test } from 'vitest';
import { formatOperand, formatQuantity } from '../../src/core/quantity.ts';

test.each([
  [0.2875, 'share', '28.75%', '28.75%'],
  [0.02, 'share of accounts', '2%', '2% of accounts'],
  [65, 'USD an hour', '$65', '$65 an hour'],
  [28778.75, 'EUR', '€28,778.75', '€28,778.75'],
  [37, 'h a month', '37\u00A0h', '37\u00A0h a month'],
  [35, 'min', '35\u00A0min', '35\u00A0min'],
  [220, 'a month', '220', '220 a month'],
  [2, 'people', '2', '2 people'],
  [3, 'handoffs', '3', '3 handoffs'],
  [4.4, '', '4.4', '4.4'],
])('%d in "%s" is %s, and %s in full', (value, unit, operand, full) => {
  expect(formatOperand(value, unit)).toBe(operand);
  expect(formatQuantity(value, unit)).toBe(full);
});

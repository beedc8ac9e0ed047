import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tidy, toDecimal, toScale, toText } from '../../src/core/decimal.ts';

describe('toDecimal', () => {
  test.each([
    [63.25, '63.25'],
    [1.005, '1.005'],
    [0.285 * 100, '28.5'],
    [0.1 + 0.2, '0.3'],
    [-0.000125, '-0.000125'],
    [1e-7, '0.0000001'],
    [12345.678901234567, '12345.678901235'],
    [9007199254740991, '9007199254740991'],
    [1e21, '1000000000000000000000'],
    [0, '0'],
    [-0, '0'],
  ])('%d is %s', (value, text) => {
    expect(toText(toDecimal(value))).toBe(text);
  });

  test.each([NaN, Infinity, -Infinity])('refuses %d', (value) => {
    expect(() => toDecimal(value)).toThrow(RangeError);
  });

  test('tidy keeps every decimal of up to 14 digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), fc.integer({ min: 0, max: 9 }), (units, scale) => {
        const value = Number(`${units}e-${scale}`);
        expect(tidy(value)).toBe(value === 0 ? 0 : value);
      }),
    );
    expect(tidy(28778.750000000004)).toBe(28778.75);
  });

  test('toScale fills and cuts', () => {
    expect(toText(toScale(toDecimal(1.5), 3, 'half-up'))).toBe('1.500');
    expect(toText(toScale(toDecimal(-1.25), 1, 'half-up'))).toBe('-1.3');
    expect(toText(toScale(toDecimal(-0.04), 1, 'half-up'))).toBe('0.0');
  });
});

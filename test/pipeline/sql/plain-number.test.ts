import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainNumber } from '../../../src/pipeline/sql/plain-number.ts';

describe('a number from an engine', () => {
  it.each([
    ['1e-07', '0.0000001'],
    ['-1.25e+3', '-1250'],
    ['1.25e1', '12.5'],
    ['1e+30', `1${'0'.repeat(30)}`],
    ['12.50', '12.50'],
    ['00123', '00123'],
    ['NaN', 'NaN'],
    ['0e0', '0'],
  ])('%s is %s', (written, plain) => {
    expect(plainNumber(written)).toBe(plain);
  });

  it('stays the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const plain = plainNumber(String(value));
        expect(plain).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(plain)).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

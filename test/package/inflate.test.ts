import { deflateRawSync, constants } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflate } from '../../src/package/single-file/inflate.ts';

const text = (length: number): Uint8Array =>
  new TextEncoder().encode(Array.from({ length }, (_, index) => `${index % 97} of ${index} rows; `).join(''));

describe('inflate', () => {
  it('gives back what zlib has packed, whatever it is and however it was packed', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 3000 }),
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom(constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_HUFFMAN_ONLY),
        (bytes, level, strategy) => {
          const packed = deflateRawSync(bytes, { level, strategy });
          expect(Buffer.from(inflate(packed, bytes.length)).equals(bytes)).toBe(true);
        },
      ),
      { seed: 20260331, numRuns: 150 },
    );
  });

  it.each([0, 1, 9])('gives back a long text with repeats far apart, packed at level %i', (level) => {
    const bytes = text(20_000);
    expect(Buffer.from(inflate(deflateRawSync(bytes, { level }), bytes.length)).equals(bytes)).toBe(true);
  });

  it('refuses a text that was cut short or is of another size', () => {
    const bytes = text(500);
    const packed = deflateRawSync(bytes);
    expect(() => inflate(packed.subarray(0, packed.length - 9), bytes.length)).toThrow('ends too early');
    expect(() => inflate(packed, bytes.length + 1)).toThrow(`${bytes.length + 1} bytes were packed`);
  });
});

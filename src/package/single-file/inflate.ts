/** Undoes DEFLATE (RFC 1951) at once, in the reader's browser: what the single file has packed is there as it is read. */

const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LONGEST_CODE = 15;
const END_OF_BLOCK = 256;

/** A number of a list; past its end there are noughts. */
const item = (list: ArrayLike<number>, index: number): number => list[index] ?? 0;

/** Symbols by the length of their code and then by value, and how many there are of each length (section 3.2.2). */
interface Codes {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

function codesOf(lengths: readonly number[]): Codes {
  const counts = new Uint16Array(LONGEST_CODE + 1);
  for (const length of lengths) if (length > 0) counts[length] = item(counts, length) + 1;
  const symbols = lengths
    .map((length, symbol) => ({ length, symbol }))
    .filter(({ length }) => length > 0)
    .sort((one, other) => one.length - other.length || one.symbol - other.symbol)
    .map(({ symbol }) => symbol);
  return { counts, symbols: Uint16Array.from(symbols) };
}

const fill = (count: number, length: number): number[] => Array.from({ length: count }, () => length);
const FIXED_LENGTHS = codesOf([...fill(144, 8), ...fill(112, 9), ...fill(24, 7), ...fill(8, 8)]);
const FIXED_DISTANCES = codesOf(fill(30, 5));

/**
 * @param packed raw DEFLATE, without the head and sum of zlib or gzip
 * @param size bytes of the original
 * @throws Error where the bytes are not such a stream of that size
 */
export function inflate(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(size);
  let written = 0;
  let at = 0;
  let held = 0;
  let holds = 0;

  function bits(count: number): number {
    while (holds < count) {
      if (at >= packed.length) throw new Error('The packed text ends too early.');
      held |= item(packed, at++) << holds;
      holds += 8;
    }
    const value = held & ((1 << count) - 1);
    held >>>= count;
    holds -= count;
    return value;
  }

  function symbol({ counts, symbols }: Codes): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= LONGEST_CODE; length++) {
      code |= bits(1);
      const count = item(counts, length);
      if (code - first < count) return item(symbols, index + code - first);
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new Error('The packed text holds a code without a meaning.');
  }

  function storedBlock(): void {
    held = holds = 0;
    const length = item(packed, at) | (item(packed, at + 1) << 8);
    out.set(packed.subarray(at + 4, at + 4 + length), written);
    at += 4 + length;
    written += length;
  }

  function ownCodes(): readonly [Codes, Codes] {
    const lengthCount = bits(5) + 257;
    const distanceCount = bits(5) + 1;
    const order = CODE_LENGTH_ORDER.slice(0, bits(4) + 4);
    const codeLengths = fill(CODE_LENGTH_ORDER.length, 0);
    for (const place of order) codeLengths[place] = bits(3);
    const codes = codesOf(codeLengths);
    const lengths: number[] = [];
    while (lengths.length < lengthCount + distanceCount) {
      const found = symbol(codes);
      if (found < 16) lengths.push(found);
      else if (found === 16) lengths.push(...fill(3 + bits(2), lengths.at(-1) ?? 0));
      else lengths.push(...fill(found === 17 ? 3 + bits(3) : 11 + bits(7), 0));
    }
    return [codesOf(lengths.slice(0, lengthCount)), codesOf(lengths.slice(lengthCount))];
  }

  function block(lengths: Codes, distances: Codes): void {
    for (let found = symbol(lengths); found !== END_OF_BLOCK; found = symbol(lengths)) {
      if (found < END_OF_BLOCK) {
        out[written++] = found;
        continue;
      }
      const length = item(LENGTH_BASE, found - 257) + bits(item(LENGTH_EXTRA, found - 257));
      const code = symbol(distances);
      const extra = Math.max(0, (code >> 1) - 1);
      const distance = 1 + (code < 2 ? code : ((2 + (code & 1)) << extra) + bits(extra));
      for (let copied = 0; copied < length; copied++, written++) out[written] = item(out, written - distance);
    }
  }

  for (let last = 0; last === 0;) {
    last = bits(1);
    const kind = bits(2);
    if (kind === 0) storedBlock();
    else block(...(kind === 1 ? ([FIXED_LENGTHS, FIXED_DISTANCES] as const) : ownCodes()));
  }
  if (written !== size) throw new Error(`${size} bytes were packed and ${written} came out.`);
  return out;
}

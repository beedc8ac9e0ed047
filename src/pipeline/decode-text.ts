/** Bytes to text, strictly: what is not UTF-8 is a problem with its place, never a replacement sign. */
import type { Source } from '../schema/sources.ts';
import type { Problem } from './problem.ts';

const BOM = [0xef, 0xbb, 0xbf];
const UTF16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

const startsWith = (bytes: Uint8Array, prefix: readonly number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte);
const hex = (byte: number): string => `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/** Length of the valid UTF-8 sequence at an offset, or 0. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const length =
    first < 0x80
      ? 1
      : first >= 0xc2 && first < 0xe0
        ? 2
        : first >= 0xe0 && first < 0xf0
          ? 3
          : first >= 0xf0 && first < 0xf5
            ? 4
            : 0;
  if (length < 2) return length;
  const slice = bytes.subarray(at, at + length);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(slice);
    return length;
  } catch {
    return 0;
  }
}

function invalidOffset(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

function wrongEncoding(file: string, bytes: Uint8Array, quote: boolean): Problem {
  if (UTF16.some((mark) => startsWith(bytes, mark))) {
    return {
      code: 'wrong-encoding',
      file,
      line: 1,
      message: 'The file is not UTF-8.',
      expected: 'UTF-8',
      found: `the bytes ${hex(bytes[0] ?? 0)} ${hex(bytes[1] ?? 0)} at its start, the mark of UTF-16`,
      hint: 'Export it again as UTF-8, or convert it: iconv -f UTF-16 -t UTF-8.',
    };
  }
  const offset = invalidOffset(bytes);
  const before = bytes.subarray(0, offset);
  const lineStart = before.lastIndexOf(0x0a) + 1;
  const line = before.reduce((count, byte) => count + (byte === 0x0a ? 1 : 0), 1);
  const column = new TextDecoder().decode(before.subarray(lineStart)).length + 1;
  const context = bytes.subarray(Math.max(lineStart, offset - 12), offset + 12);
  const asWindows = new TextDecoder('windows-1252').decode(context).split(/[\r\n]/, 1)[0] ?? '';
  return {
    code: 'wrong-encoding',
    file,
    line,
    column,
    message: 'The file is not UTF-8.',
    expected: 'UTF-8',
    found: `the byte ${hex(bytes[offset] ?? 0)} at offset ${offset}; it looks like Windows-1252${quote ? `, where it reads "${asWindows}"` : ''}`,
    hint: 'Export it again as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8.',
  };
}

/**
 * The text of a file, without a byte order mark. A problem quotes the text around the fault, unless `quote` is false.
 * Another encoding is read where it is declared: each of its bytes stands for a sign, so that none can be wrong.
 */
export function decodeText(
  file: string,
  bytes: Uint8Array,
  { quote = true, encoding = 'utf-8' }: { quote?: boolean; encoding?: Source['encoding'] } = {},
): { text?: string; problems: Problem[] } {
  if (encoding !== 'utf-8') return { text: new TextDecoder(encoding).decode(bytes), problems: [] };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      startsWith(bytes, BOM) ? bytes.subarray(BOM.length) : bytes,
    );
    return { text, problems: [] };
  } catch {
    return { problems: [wrongEncoding(file, bytes, quote)] };
  }
}

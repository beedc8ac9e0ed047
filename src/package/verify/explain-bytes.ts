/** The last word on two files: where their bytes part. Every difference has one, whatever the file is. */
import { textOf } from '../files.ts';
import { aroundFirstDifference } from './explanation.ts';
import type { Explanation } from './explanation.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const UTF8_MARK = '\uFEFF';

/** Undefined where the bytes are no text. */
function readable(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

export function explainBytes(published: Uint8Array, recomputed: Uint8Array): Explanation[] {
  let at = 0;
  while (at < published.length && at < recomputed.length && published[at] === recomputed[at]) at += 1;
  const size = ({ length }: Uint8Array): string => `${String(length)} bytes`;
  const byte = (bytes: Uint8Array): string => {
    const value = bytes[at];
    return value === undefined ? 'the end of the file' : `0x${value.toString(16).padStart(2, '0')}`;
  };
  return [
    {
      code: 'bytes-differ',
      message: `The bytes differ, first at byte ${String(at + 1)}.`,
      expected: `${byte(recomputed)}, in ${size(recomputed)}`,
      found: `${byte(published)}, in ${size(published)}`,
    },
  ];
}

const withoutEnds = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

/** What mail programs, git and editors do to a text without anybody's will; undefined where it is more than that. */
export function explainTransport(published: Uint8Array, recomputed: Uint8Array): Explanation | undefined {
  const [ours, theirs] = [textOf(published), textOf(recomputed)];
  const hint = 'Send packages as a .zip, or keep git from changing text: "* -text" in .gitattributes.';
  if (withoutEnds(ours) === withoutEnds(theirs) && readable(published) !== undefined) {
    return {
      code: 'line-ends-differ',
      message: 'Only the ends of lines differ, as when mail programs or git rewrite them.',
      expected: theirs.includes('\r\n') ? 'lines that end in CR LF' : 'lines that end in LF',
      found: ours.includes('\r\n')
        ? 'lines that end in CR LF'
        : ours.includes('\r')
          ? 'other ends'
          : 'lines that end in LF',
      hint,
    };
  }
  if (ours.replace(UTF8_MARK, '') === theirs.replace(UTF8_MARK, '') && ours !== theirs) {
    return {
      code: 'byte-order-mark-differs',
      message: 'Only the byte order mark at the beginning differs, as when an editor saves the file.',
      expected: theirs.startsWith(UTF8_MARK) ? 'a byte order mark' : 'none',
      found: ours.startsWith(UTF8_MARK) ? 'a byte order mark' : 'none',
      hint,
    };
  }
  if (ours.trimEnd() === theirs.trimEnd() && readable(published) !== undefined) {
    return {
      code: 'end-differs',
      message: 'Only blanks or line breaks at the end of the file differ.',
      expected: `${String(recomputed.length)} bytes`,
      found: `${String(published.length)} bytes`,
    };
  }
  return undefined;
}

/** Plain text and code: the line, and what stands around the first sign that differs. */
export function explainText(published: Uint8Array, recomputed: Uint8Array): Explanation[] {
  const [ours, theirs] = [readable(published), textOf(recomputed)];
  if (ours === undefined) return explainBytes(published, recomputed);
  const around = aroundFirstDifference(ours, theirs);
  const line = ours.slice(0, around.at).split('\n').length;
  return [
    {
      code: 'text-differs',
      line,
      message: 'The text differs.',
      expected: around.recomputed,
      found: around.published,
    },
  ];
}

/** What a single file carries packed, unpacked on both sides: panels of evidence, data, scripts. */
import { inflateRawSync } from 'node:zlib';
import { explainJsonText } from './explain-json.ts';
import { aroundFirstDifference, atMost } from './explanation.ts';
import { isRecord } from './json-changes.ts';
import type { Packed } from '../single-file/unpack.ts';
import type { Explanation } from './explanation.ts';

/** No report is larger; a file that unpacks to more was not made by us. */
const MOST_BYTES = 256e6;

const isText = (value: unknown): value is string => typeof value === 'string';
const isPanel = (value: unknown): value is [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every(isText);

/** DEFLATE in base64; undefined where it is none. */
export function inflated(base64: string): Uint8Array | undefined {
  try {
    return inflateRawSync(Buffer.from(base64, 'base64'), { maxOutputLength: MOST_BYTES });
  } catch {
    return undefined;
  }
}

/** Undefined where the text is not what the report's own packer writes. */
export function unpackText(text: string): Packed | undefined {
  try {
    const bytes = inflated(text);
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (!isRecord(value)) return undefined;
    const { panels, data, scripts } = value;
    const whole =
      Array.isArray(panels) &&
      panels.every(isPanel) &&
      Array.isArray(data) &&
      data.every(isText) &&
      Array.isArray(scripts) &&
      scripts.every(isText);
    return whole ? { panels, data, scripts } : undefined;
  } catch {
    return undefined;
  }
}

type ExplainMarkup = (published: string, recomputed: string) => Explanation[];

function explainPanels(
  published: Packed['panels'],
  recomputed: Packed['panels'],
  explainMarkup: ExplainMarkup,
): Explanation[] {
  const ours = new Map(published);
  const theirs = new Map(recomputed);
  return [...new Set([...theirs.keys(), ...ours.keys()])].flatMap((page): Explanation[] => {
    const [markup, right] = [ours.get(page) ?? '', theirs.get(page) ?? ''];
    if (markup === right) return [];
    const told = explainMarkup(markup, right);
    return told.map((one) => ({ ...one, message: `In the packed evidence of "${page.slice(1)}": ${one.message}` }));
  });
}

function explainTexts(what: string, published: readonly string[], recomputed: readonly string[]): Explanation[] {
  return Array.from({ length: Math.max(published.length, recomputed.length) }, (_, index) => index).flatMap((index) => {
    const [text, right] = [published[index], recomputed[index]];
    if (text === right) return [];
    const name = `In the packed ${what} ${String(index + 1)} of ${String(recomputed.length)}: `;
    const values = explainJsonText(text ?? '', right ?? '');
    if (values) return values.map((one) => ({ ...one, message: `${name}${one.message}` }));
    const around = aroundFirstDifference(text ?? '', right ?? '');
    return [
      {
        code: 'packed-differs',
        message: `${name}the text differs.`,
        expected: around.recomputed,
        found: around.published,
      },
    ];
  });
}

/**
 * @param published content of the element that holds what is packed
 * @param explainMarkup how a stretch of a page is explained
 */
export function explainPacked(published: string, recomputed: string, explainMarkup: ExplainMarkup): Explanation[] {
  const [ours, theirs] = [unpackText(published), unpackText(recomputed)];
  if (!ours || !theirs) {
    return [
      {
        code: 'packed-unreadable',
        message: 'What the file carries packed (evidence, data, scripts) cannot be unpacked.',
        expected: 'DEFLATE in base64',
        found: 'something else, or a part of it',
      },
    ];
  }
  const told = [
    ...explainPanels(ours.panels, theirs.panels, explainMarkup),
    ...explainTexts('data', ours.data, theirs.data),
    ...explainTexts('script', ours.scripts, theirs.scripts),
  ];
  if (told.length > 0) return atMost(told);
  const around = aroundFirstDifference(published, recomputed);
  return [
    {
      code: 'packed-otherwise',
      message: 'What the file carries packed unpacks to the same, and is packed otherwise.',
      expected: around.recomputed,
      found: around.published,
    },
  ];
}

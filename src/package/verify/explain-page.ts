/** A page by what a reader sees: which text, attribute or data differs, under which heading, at which fact. */
import { bytesOf, textOf } from '../files.ts';
import { changes } from './changes.ts';
import { explainBytes } from './explain-bytes.ts';
import { explainJsonText } from './explain-json.ts';
import { explainPacked } from './explain-packed.ts';
import { aroundFirstDifference, atMost, shortened } from './explanation.ts';
import { isTag, readMarkup, readTag, shownText } from './markup.ts';
import { createPlaces } from './page-place.ts';
import type { Change } from './changes.ts';
import type { Explanation } from './explanation.ts';
import type { Markup } from './markup.ts';
import type { Place } from './page-place.ts';

/** How a file is explained by its kind; passed in, as a page may hold files. */
export type Explain = (path: string, published: Uint8Array, recomputed: Uint8Array) => Explanation[];

interface Recomputed {
  readonly markup: Markup;
  readonly placeAt: (offset: number) => Place;
}

/** Tags that stand within a word or a sentence; all others part what is before from what is behind. */
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'em',
  'i',
  'mark',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'tspan',
  'wbr',
]);

/** Text on both sides of a change that is shown with it. */
const CONTEXT = 40;

const prepared = new WeakMap<Uint8Array, Recomputed>();

function prepare(recomputed: Uint8Array): Recomputed {
  const known = prepared.get(recomputed);
  if (known) return known;
  const text = textOf(recomputed);
  let places: Recomputed['placeAt'] | undefined;
  const made = {
    markup: readMarkup(text),
    placeAt: (offset: number) => (places ??= createPlaces(text))(offset),
  };
  prepared.set(recomputed, made);
  return made;
}

function where({ page, heading, fact }: Place): string {
  const parts = [
    ...(fact === undefined ? [] : [`at \`${fact}\``]),
    ...(page === undefined ? [] : [`on the page "${page}"`]),
    ...(heading === undefined ? [] : [`under "${heading}"`]),
  ];
  return parts.length === 0 ? '' : ` ${parts.join(', ')}`;
}

/** What a reader sees of a stretch, with some text before and behind it. */
function visible(pieces: readonly string[], [from, to]: readonly [number, number]): string {
  const text = (piece: string, index: number): string => {
    if (isTag(piece)) return INLINE.has(readTag(piece).name.replace('/', '')) ? '' : ' ';
    return /^<(script|style)\b/i.test(pieces[index - 1] ?? '') ? '' : shownText(piece);
  };
  let before = '';
  for (let at = from - 1; at >= 0 && before.length < CONTEXT; at -= 1) before = text(pieces[at] ?? '', at) + before;
  let behind = '';
  for (let at = to; at < pieces.length && behind.length < CONTEXT; at += 1) behind += text(pieces[at] ?? '', at);
  const inside = pieces.slice(from, to).map((piece, index) => text(piece, from + index));
  return `${before.slice(-CONTEXT)}${inside.join('')}${behind.slice(0, CONTEXT)}`.replaceAll(/\s+/g, ' ').trim();
}

/** A file inside an address: `data:text/csv;…`. */
function embedded(address: string | undefined): Uint8Array | undefined {
  const base64 = /^data:[^,]*;base64,(.*)$/.exec(address ?? '')?.[1];
  return base64 === undefined ? undefined : Uint8Array.from(Buffer.from(base64, 'base64'));
}

function explainTags(published: string, recomputed: string, place: Place, explain: Explain): Explanation[] {
  const [ours, theirs] = [readTag(published), readTag(recomputed)];
  const names = new Set([...theirs.attributes.keys(), ...ours.attributes.keys()]);
  const said = [...names].filter((name) => ours.attributes.get(name) !== theirs.attributes.get(name));
  const fact = theirs.attributes.get('data-evidence') ?? place.fact;
  return said.flatMap((name): Explanation[] => {
    const [value, right] = [ours.attributes.get(name), theirs.attributes.get(name)];
    const [file, other] = [embedded(value), embedded(right)];
    if (file && other && !Buffer.from(file).equals(Buffer.from(other))) {
      const path = theirs.attributes.get('download') ?? 'file';
      return explain(path, file, other).map((one) => ({
        ...one,
        message: `In the file "${path}" that it carries: ${one.message}`,
      }));
    }
    const around = aroundFirstDifference(value ?? '', right ?? '');
    return [
      {
        code: 'attribute-differs',
        message: `The attribute "${name}" of <${theirs.name}> differs${where({ ...place, fact })}.`,
        expected: right === undefined ? 'no such attribute' : around.recomputed,
        found: value === undefined ? 'no such attribute' : around.published,
      },
    ];
  });
}

function explainCode(opening: string, published: string, recomputed: string, place: Place): Explanation[] {
  const { name, attributes } = readTag(opening);
  if (attributes.has('data-packed')) return explainPacked(published, recomputed, explainFragment);
  const data = attributes.get('type') === 'application/json' ? explainJsonText(published, recomputed) : undefined;
  const which = data ? 'data' : name === 'style' ? 'style sheet' : 'script';
  if (data) return data.map((one) => ({ ...one, message: `In the data of the page${where(place)}: ${one.message}` }));
  const around = aroundFirstDifference(published, recomputed);
  const [, type] = /data:([^;,"')]*)[^"')]*$/.exec(recomputed.slice(0, around.at)) ?? [];
  return [
    {
      code: 'code-differs',
      message:
        type === undefined
          ? `A ${which} of the page differs${where(place)}.`
          : `A file of the kind ${type} that the page carries in its ${which} differs.`,
      expected: around.recomputed,
      found: around.published,
    },
  ];
}

/** Facts whose ledger line or panel is among these pieces. */
const factsIn = (pieces: readonly string[]): string[] =>
  pieces.flatMap((piece) => {
    if (!isTag(piece)) return [];
    const { attributes } = readTag(piece);
    const line = /(?:^|\/)fact-([a-z][\w.]*)$/.exec(attributes.get('id') ?? '')?.[1];
    return [line, attributes.get('data-evidence')].filter((id) => id !== undefined);
  });

function explainChange(
  change: Change,
  published: Markup,
  { markup, placeAt }: Recomputed,
  explain: Explain,
): Explanation[] {
  const ours = published.pieces.slice(...change.published);
  const theirs = markup.pieces.slice(...change.recomputed);
  const [start, end] = change.recomputed;
  const place = placeAt(markup.offsets[start] ?? 0);
  const [piece = '', other = ''] = [ours[0], theirs[0]];
  if (ours.length === 1 && theirs.length === 1) {
    const opening = markup.pieces[start - 1];
    if (isTag(opening) && /^<(script|style)\b/i.test(opening)) return explainCode(opening, piece, other, place);
    if (isTag(piece) && isTag(other) && readTag(piece).name === readTag(other).name) {
      const told = explainTags(piece, other, place, explain);
      if (told.length > 0) return told;
    }
  }
  const gone = factsIn(theirs).filter((id) => !factsIn(ours).includes(id));
  const lines = gone.map((id): Explanation => ({
    code: 'ledger-line-missing',
    field: id,
    message: `The line or panel of \`${id}\` is missing${where({ ...place, fact: undefined })}.`,
    expected: shortened(visible(markup.pieces, [start, end])),
    found: 'no such line',
  }));
  if (lines.length > 0) return lines;
  const [text, right] = [visible(published.pieces, change.published), visible(markup.pieces, [start, end])];
  if (text === right) {
    const around = aroundFirstDifference(ours.join(''), theirs.join(''));
    return [
      {
        code: 'markup-differs',
        message: `The markup differs${where(place)}; what a reader sees does not.`,
        expected: around.recomputed,
        found: around.published,
      },
    ];
  }
  const around = aroundFirstDifference(text, right, 2 * CONTEXT + 40);
  return [
    {
      code: 'page-text-differs',
      message: `The text differs${where(place)}.`,
      expected: around.recomputed,
      found: around.published,
    },
  ];
}

/** Differences between pages whose bytes differ, at least one. */
export function explainPage(published: Uint8Array, recomputed: Uint8Array, explain: Explain): Explanation[] {
  const right = prepare(recomputed);
  const ours = readMarkup(textOf(published));
  const found = changes(ours.pieces, right.markup.pieces);
  // Bytes that are no UTF-8 read as the same replacement sign.
  if (found.length === 0) return explainBytes(published, recomputed);
  return atMost(found.slice(0, 50).flatMap((change) => explainChange(change, ours, right, explain)));
}

/** The same for markup that is no page of its own. */
const explainFragment = (published: string, recomputed: string): Explanation[] =>
  explainPage(bytesOf(published), bytesOf(recomputed), (_path, ours, theirs) => explainBytes(ours, theirs));

/** A page as pieces of markup, each a tag, a text, or the whole content of a script or style. Joined they are the page. */

export interface Markup {
  readonly pieces: readonly string[];
  /** Where each piece begins, in signs of the text; one more at the end. */
  readonly offsets: readonly number[];
}

// In scripts and styles nothing is a tag but their own end.
const PIECE =
  /(<(script|style)\b(?:"[^"]*"|'[^']*'|[^'">])*>)([\s\S]*?)(?=<\/\2)|<(?:"[^"]*"|'[^']*'|[^'"<>])*>|[^<]+|</gi;

export function readMarkup(text: string): Markup {
  const pieces: string[] = [];
  for (const [whole, opening, , content] of text.matchAll(PIECE)) {
    if (opening === undefined) pieces.push(whole);
    else pieces.push(...[opening, content ?? ''].filter((piece) => piece !== ''));
  }
  const offsets = [0];
  for (const piece of pieces) offsets.push((offsets.at(-1) ?? 0) + piece.length);
  return { pieces, offsets };
}

export const isTag = (piece: string | undefined): piece is string => piece !== undefined && /^<[^]*>$/.test(piece);

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

export interface Tag {
  /** `a`, `/a`. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

export function readTag(piece: string): Tag {
  const [, name = '', rest = ''] = /^<(\/?[^\s>/]*)([^]*?)\/?>$/.exec(piece) ?? [];
  const attributes = new Map<string, string>();
  for (const [, key = '', double, single, bare] of rest.matchAll(ATTRIBUTE))
    attributes.set(key, double ?? single ?? bare ?? '');
  return { name: name.toLowerCase(), attributes };
}

const ENTITIES: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a reader sees of a text. */
export const shownText = (text: string): string =>
  text
    .replaceAll(/&(nbsp|amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replaceAll(/[\s\u00A0]+/g, ' ');

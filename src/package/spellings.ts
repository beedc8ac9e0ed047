/** The ways in which a text can stand in a file without looking like itself. */
import { inflateRaw } from 'pako';
import { parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

function textContent(node: Tree.ParentNode): string {
  return node.childNodes
    .map((child) => {
      if ('value' in child) return child.value;
      if (!('childNodes' in child)) return '';
      const attributes = 'attrs' in child ? child.attrs.map(({ value }) => ` ${value} `).join('') : '';
      return `${attributes} ${textContent(child)} `;
    })
    .join('');
}

function unescapeJson(text: string): string {
  return text.replaceAll(
    /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|u\{([0-9a-fA-F]{1,6})\})/g,
    (_, four?: string, two?: string, braces?: string) =>
      String.fromCodePoint(Number.parseInt(four ?? two ?? braces ?? '20', 16)),
  );
}

function decodePercent(text: string): string {
  return text.replaceAll(/(?:%[0-9a-fA-F]{2})+/g, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

/** The text itself, and what it says once HTML entities, JSON escapes and percent signs are undone. */
export function spellings(text: string): string[] {
  const found = [text];
  if (/&(#|[a-z])/i.test(text)) found.push(textContent(parseFragment(text)));
  if (text.includes('\\u') || text.includes('\\x')) found.push(unescapeJson(text));
  if (/%[0-9a-f]{2}/i.test(text)) found.push(decodePercent(text));
  return found;
}

const PACKED = /<script[^>]*\bdata-packed\b[^>]*>([A-Za-z0-9+/=\s]+)<\/script>/g;

/** What the single file carries packed, as text. */
export const unpackedParts = (text: string): string[] =>
  [...text.matchAll(PACKED)].map(([, body = '']) =>
    Buffer.from(inflateRaw(Buffer.from(body, 'base64'))).toString('utf8'),
  );

const DATA_ADDRESS = /data:([\w.+-]+\/[\w.+-]+)((?:;[\w=.+-]+)*),([^"'\s)<>]*)/g;

/** What the textual data: addresses in a file hold, decoded. Fonts and pictures are left out. */
export function decodeDataAddresses(text: string): string[] {
  const found: string[] = [];
  for (const [, type = '', parameters = '', body = ''] of text.matchAll(DATA_ADDRESS)) {
    if (/^(font|image|audio|video)\//.test(type) && type !== 'image/svg+xml') continue;
    const isBase64 = parameters.includes(';base64');
    found.push(isBase64 ? Buffer.from(decodePercent(body), 'base64').toString('utf8') : decodePercent(body));
  }
  return found;
}

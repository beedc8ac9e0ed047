/**
 * Addresses within a report: `#/page/anchor?name=value`, in the folder and in the single file alike.
 * In the folder a plain `#anchor` works too.
 */
export interface Address {
  /** Path after `#/`, page and anchor together; empty for a plain anchor. */
  readonly path: string;
  /** Anchor of a plain `#anchor`. */
  readonly anchor: string;
  /** Names and values after `?`, in their order. */
  readonly pairs: readonly (readonly [name: string, value: string])[];
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Reads the hash of an address, with or without its `#`. Anything can be read; what it means is judged elsewhere. */
export function parseAddress(hash: string): Address {
  const text = hash.replace(/^#/, '');
  if (!text.startsWith('/')) return { path: '', anchor: decode(text), pairs: [] };
  const [path, query] = splitOnce(text.slice(1), '?');
  const pairs = query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair): readonly [string, string] => {
      const [name, value] = splitOnce(pair, '=');
      return [decode(name.replaceAll('+', ' ')), decode(value.replaceAll('+', ' '))];
    });
  return { path: decode(path).replace(/\/$/, ''), anchor: '', pairs };
}

function splitOnce(text: string, mark: string): [string, string] {
  const index = text.indexOf(mark);
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}

// What may stand in a fragment unescaped, "/" among it, keeps the address readable.
const encode = (text: string): string => encodeURIComponent(text).replaceAll('%2F', '/');

/** Writes an address with its `#`; nothing at all for an empty one. */
export function formatAddress({ path, anchor, pairs }: Address): string {
  if (path === '' && pairs.length === 0) return anchor === '' ? '' : `#${encode(anchor)}`;
  const query = pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  return `#/${encode(path)}${query === '' ? '' : `?${query}`}`;
}

/**
 * The anchor within a page that an address names.
 *
 * @returns an empty text for the page itself, undefined where the address names another page
 */
export function anchorOn(page: string, { path, anchor }: Address): string | undefined {
  if (path === '') return anchor;
  if (path === page) return '';
  return path.startsWith(`${page}/`) ? path.slice(page.length + 1) : undefined;
}

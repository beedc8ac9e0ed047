/** Addresses inside a folder of pages: what they mean from a page, and how they read from another one. */
import { posix } from 'node:path';

// Never asked for: it only gives relative addresses something to stand on.
const ORIGIN = 'http://site.invalid';

export type Target =
  | { readonly kind: 'file'; readonly path: string; readonly fragment: string }
  | { readonly kind: 'fragment'; readonly fragment: string }
  | { readonly kind: 'data' }
  | { readonly kind: 'outside' };

/**
 * What an address means on a page.
 * @param page path of the page or style sheet that holds the address
 * @param exists whether a path is a file of the folder
 */
export function resolveAddress(address: string, page: string, exists: (path: string) => boolean): Target {
  const text = address.trim();
  if (text === '' || text.startsWith('#')) return { kind: 'fragment', fragment: text.slice(1) };
  if (/^(data|blob):/i.test(text)) return { kind: 'data' };
  let url: URL;
  try {
    url = new URL(text, `${ORIGIN}/${page.split('/').map(encodeURIComponent).join('/')}`);
  } catch {
    return { kind: 'outside' };
  }
  if (url.origin !== ORIGIN) return { kind: 'outside' };
  const path = decodeURIComponent(url.pathname).slice(1);
  const index = posix.join(path, 'index.html');
  const isFolder = path === '' || path.endsWith('/') || (!exists(path) && exists(index));
  return { kind: 'file', path: isFolder ? index : path, fragment: url.hash.slice(1) };
}

/** The address of a file as it reads on a page: relative, and naming `index.html`. */
export function relativeAddress(page: string, path: string, fragment = ''): string {
  const relative = posix.relative(posix.dirname(page), path).split('/').map(encodeURIComponent).join('/');
  const hash = fragment === '' ? '' : `#${fragment}`;
  if (page === path && hash !== '') return hash;
  return `${relative.replaceAll('%2C', ',')}${hash}`;
}

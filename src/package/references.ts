/** Where a page points to: the attributes that hold addresses, and whether the browser follows them by itself. */
import { attribute, attributeNames, elements, ownText, setAttribute, setText } from './html.ts';
import { cssAddresses, replaceCssAddresses } from './css.ts';
import type { Document, Element } from './html.ts';

export interface Reference {
  readonly address: string;
  /** The browser fetches it without being asked: scripts, styles, images, frames. */
  readonly automatic: boolean;
  /** Element and attribute, for messages: `img src`. */
  readonly place: string;
}

const AUTOMATIC: Readonly<Record<string, readonly string[]>> = {
  script: ['src', 'href', 'xlink:href'],
  link: ['href', 'imagesrcset'],
  img: ['src', 'srcset'],
  source: ['src', 'srcset'],
  image: ['href', 'xlink:href'],
  feImage: ['href', 'xlink:href'],
  use: ['href', 'xlink:href'],
  iframe: ['src', 'srcdoc'],
  frame: ['src'],
  embed: ['src'],
  object: ['data'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  input: ['src'],
  base: ['href'],
};
const ON_REQUEST: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'xlink:href', 'ping'],
  area: ['href', 'ping'],
  form: ['action'],
  // A script that the page loads once its button is pressed.
  button: ['formaction', 'data-script'],
};
// rel values that name an address without loading it.
const PASSIVE_LINKS = new Set(['canonical', 'alternate', 'author', 'license', 'next', 'prev', 'help']);

const isPassiveLink = (element: Element): boolean =>
  element.tagName === 'link' && PASSIVE_LINKS.has((attribute(element, 'rel') ?? '').toLowerCase());

const isList = (name: string): boolean => name.endsWith('srcset');

const splitSet = (value: string): string[] =>
  value
    .split(',')
    .map((candidate) => candidate.trim().split(/\s+/)[0] ?? '')
    .filter((address) => address !== '');

/** Every address in a page, style sheets inside it included. */
export function references(document: Document): Reference[] {
  const found: Reference[] = [];
  for (const element of elements(document)) {
    const tag = element.tagName;
    const present = attributeNames(element);
    for (const [table, automatic] of [
      [AUTOMATIC, !isPassiveLink(element)],
      [ON_REQUEST, false],
    ] as const) {
      for (const name of table[tag] ?? []) {
        if (!present.includes(name)) continue;
        const value = attribute(element, name) ?? '';
        for (const address of isList(name) ? splitSet(value) : [value]) {
          found.push({ address, automatic, place: `${tag} ${name}` });
        }
      }
    }
    const style = attribute(element, 'style');
    if (style?.includes('url(')) {
      for (const address of cssAddresses(style, 'declarationList'))
        found.push({ address, automatic: true, place: `${tag} style` });
    }
    if (tag === 'style') {
      for (const address of cssAddresses(ownText(element))) found.push({ address, automatic: true, place: 'style' });
    }
    if (tag === 'meta' && (attribute(element, 'http-equiv') ?? '').toLowerCase() === 'refresh') {
      found.push({ address: attribute(element, 'content') ?? '', automatic: true, place: 'meta refresh' });
    }
  }
  return found;
}

const replaceInSet = (value: string, replace: (address: string) => string): string =>
  value
    .split(',')
    .map((candidate) => {
      const [address = '', ...size] = candidate.trim().split(/\s+/);
      return [address === '' ? '' : replace(address), ...size].join(' ');
    })
    .join(', ');

/** Replaces the addresses of a page in place, style sheets inside it included. */
export function replaceReferences(document: Document, replace: (address: string, element: Element) => string): void {
  for (const element of elements(document)) {
    const names = [...(AUTOMATIC[element.tagName] ?? []), ...(ON_REQUEST[element.tagName] ?? [])];
    for (const name of names) {
      const value = attribute(element, name);
      if (value === undefined) continue;
      const replaced = isList(name)
        ? replaceInSet(value, (address) => replace(address, element))
        : replace(value, element);
      setAttribute(element, name, replaced);
    }
    const style = attribute(element, 'style');
    if (style?.includes('url(')) {
      setAttribute(
        element,
        'style',
        replaceCssAddresses(style, (address) => replace(address, element), 'declarationList'),
      );
    }
    if (element.tagName === 'style')
      setText(
        element,
        replaceCssAddresses(ownText(element), (address) => replace(address, element)),
      );
  }
}

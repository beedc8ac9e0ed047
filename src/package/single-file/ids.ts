/** Several pages in one document: the ids of each get the page's address in front, and all that names an id follows. */
import { replaceCssAddresses } from '../css.ts';
import { attribute, attributeNames, elements, setAttribute } from '../html.ts';
import type { Element } from '../html.ts';

/** Attributes that hold one id or several, separated by blanks. */
const ID_REFERENCES = new Set([
  'for',
  'form',
  'headers',
  'itemref',
  'list',
  'popovertarget',
  'commandfor',
  'aria-activedescendant',
  'aria-controls',
  'aria-describedby',
  'aria-details',
  'aria-errormessage',
  'aria-flowto',
  'aria-labelledby',
  'aria-owns',
]);

/** The id that an element of a page has in the single file: `/findings/timer/fact-handoff.late_24h`. */
export const prefixedId = (slug: string, id: string): string => `/${slug}/${id}`;

/** Prefixes the ids below an element, and every attribute that refers to one. Links are left to the caller. */
export function prefixIds(root: Element, slug: string): void {
  for (const element of elements(root)) prefixElement(element, slug);
}

/** The same for one element alone. */
export function prefixElement(element: Element, slug: string): void {
  const id = attribute(element, 'id');
  if (id !== undefined && id !== '') setAttribute(element, 'id', prefixedId(slug, id));
  for (const name of attributeNames(element)) {
    const value = attribute(element, name) ?? '';
    if (ID_REFERENCES.has(name)) {
      setAttribute(
        element,
        name,
        value
          .split(/\s+/)
          .filter(Boolean)
          .map((part) => prefixedId(slug, part))
          .join(' '),
      );
    } else if (value.includes('url(#') && name !== 'style') {
      setAttribute(element, name, replaceLocal(value, slug));
    }
  }
  // Radio buttons of one name and <details> of one name exclude each other, but only within their page.
  const name = attribute(element, 'name');
  const grouped =
    element.tagName === 'details' || (element.tagName === 'input' && attribute(element, 'type') === 'radio');
  if (name !== undefined && grouped) setAttribute(element, 'name', prefixedId(slug, name));
}

/** `clip-path="url(#clip-1)"`: the value alone, read as that of a declaration. */
function replaceLocal(value: string, slug: string): string {
  const property = 'clip-path:';
  const declaration = replaceCssAddresses(
    `${property}${value}`,
    (address) => (address.startsWith('#') ? `#${prefixedId(slug, address.slice(1))}` : address),
    'declarationList',
  );
  return declaration.slice(property.length);
}

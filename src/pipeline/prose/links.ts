/** Links: what they may name, and whether it is there. */
import { nearest } from '../../core/nearest.ts';
import { report } from './context.ts';
import type { ProseContext } from './context.ts';
import type { Place } from './place.ts';

/** A page's address below the engagement's folder: "evidence/index.html". */
export const addressOf = (slug: string): string => (slug === 'index' ? 'index.html' : `${slug}/index.html`);

const OUTSIDE = new Set(['http:', 'https:', 'mailto:']);
const HOME = 'https://report.invalid/';

/** Shortest relative path from one address to another. */
function relative(from: string, to: string): string {
  const depth = from.split('/').length - 1;
  return '../'.repeat(depth) + to;
}

/** Checks the target of a link that stands on the page at `base`. */
export function checkLink(context: ProseContext, place: Place, target: string, base: string): void {
  const complain = (code: string, message: string, hint: string, expected?: string): void =>
    report(context, place, { code, message, found: target, hint, ...(expected !== undefined && { expected }) });

  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(target.trim())?.[0].toLowerCase();
  if (scheme !== undefined) {
    if (OUTSIDE.has(scheme)) return;
    complain(
      'link-refused',
      `A link cannot begin with "${scheme}".`,
      'Link to a page of the report, or to an address with https.',
      'a page of the report, http, https or mailto',
    );
    return;
  }
  if (target.startsWith('/')) {
    complain(
      'link-absolute',
      'A link that begins with "/" leads nowhere in a report opened from a folder.',
      `Write it from this page: "${relative(base, target.replace(/^\/+/, ''))}".`,
    );
    return;
  }
  const url = new URL(target, HOME + base);
  const address = decodeURIComponent(url.pathname.slice(1));
  const anchor = decodeURIComponent(url.hash.slice(1));
  const anchors = context.addresses.get(address);
  if (anchors === undefined) {
    const folder = address === '' || address.endsWith('/') ? `${address}index.html` : `${address}/index.html`;
    const near = context.addresses.has(folder) ? folder : nearest(address, context.addresses.keys());
    complain(
      'link-broken',
      `This link names no page of the report: "${address}".`,
      near === undefined
        ? `Pages are: ${[...context.addresses.keys()].filter((known) => known.endsWith('.html')).join(', ')}.`
        : `Did you mean "${relative(base, near)}"?`,
    );
    return;
  }
  if (anchor === '' || anchors.has(anchor)) return;
  const near = nearest(anchor, anchors);
  complain(
    'anchor-broken',
    `The page "${address}" has no place called "${anchor}".`,
    near === undefined
      ? 'Link to the page itself, or to the id of a section, a figure or a fact.'
      : `Did you mean "#${near}"?`,
  );
}

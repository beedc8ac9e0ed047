/** Addresses between the pages of a report: relative, and naming index.html, because file:// serves no directory. */

/** From a page back to the report's own folder: `../../` for `findings/timer`, nothing for `index`. */
const up = (slug: string): string => (slug === 'index' ? '' : '../'.repeat(slug.split('/').length));

/** Address of a file of the report (`data/records.csv`), seen from a page. */
export const fileAddress = (from: string, path: string): string => up(from) + path;

/** Address of a page, or of an anchor on it, seen from a page. */
export function pageAddress(from: string, to: string, anchor?: string): string {
  const hash = anchor === undefined ? '' : `#${anchor}`;
  if (from === to && hash !== '') return hash;
  return fileAddress(from, to === 'index' ? 'index.html' : `${to}/index.html`) + hash;
}

/** What several pages of the folder repeat, or only a folder can hold, stands once or not at all in the single file. */
import { attribute, elements, remove } from '../html.ts';
import type { Document } from '../html.ts';

/**
 * Takes out the panels of evidence that an earlier page has brought, and links to data that the file does not carry.
 *
 * @param seen facts whose panel stands already; those of this page are added
 */
export function keepOnce(document: Document, seen: Set<string>): void {
  for (const element of [...elements(document)]) {
    const fact = attribute(element, 'data-evidence');
    if (attribute(element, 'data-folder-only') !== undefined || (fact !== undefined && seen.has(fact))) remove(element);
    else if (fact !== undefined) seen.add(fact);
  }
}

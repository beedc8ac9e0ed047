/** What only scripts use, packed into the single file: text that no reader without a script would see. */
import { deflateRaw } from 'pako';
import { bytesOf } from '../files.ts';
import { attribute, createElement, elements, outerHtml, ownText, remove, setAttribute, setText } from '../html.ts';
import type { Element } from '../html.ts';
import type { Packed } from './unpack.ts';

/**
 * Takes the panels of evidence and the text of data scripts out of the pages, to go with the report's scripts.
 * All of it stands in the folder as well, where it is scanned and where the digest of a script can be compared.
 *
 * @param pages the sections of the single file
 */
export function takeOut(pages: readonly Element[], scripts: readonly string[]): Packed {
  const panels: [string, string][] = [];
  const data: string[] = [];
  for (const page of pages) {
    const own: string[] = [];
    for (const element of [...elements(page)]) {
      if (attribute(element, 'data-evidence') !== undefined) {
        setAttribute(element, 'data-unpacked', '');
        own.push(outerHtml(element));
        remove(element);
      } else if (element.tagName === 'script' && attribute(element, 'type') === 'application/json') {
        data.push(ownText(element));
        setText(element, '');
      }
    }
    if (own.length > 0) panels.push([attribute(page, 'id') ?? '', own.join('')]);
  }
  return { panels, data, scripts };
}

/**
 * The element that unpack() reads: DEFLATE in base64. The packer is zlib written in JavaScript: its bytes are the same on
 * every processor, as those of the native one are not, and fewer than those of smaller libraries.
 */
export function packedElement(packed: Packed): Element {
  const bytes = deflateRaw(bytesOf(JSON.stringify(packed)), { level: 9 });
  return createElement('script', { type: 'text/plain', 'data-packed': '' }, Buffer.from(bytes).toString('base64'));
}

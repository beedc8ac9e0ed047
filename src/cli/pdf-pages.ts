/** Reads a printed report: how many pages it has, and on which of them the entries of its contents stand. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PrintedPages {
  readonly count: number;
  /** Page of each entry of the contents, 1-based, in their order. */
  readonly contents: readonly number[];
}

/** @param entries how many links the contents have; they are the first of the document */
export async function printedPages(pdf: Uint8Array, entries: number): Promise<PrintedPages> {
  const task = getDocument({ data: pdf.slice(), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  try {
    const contents: number[] = [];
    for (let number = 1; number <= document.numPages && contents.length < entries; number += 1) {
      const page = await document.getPage(number);
      const links = (await page.getAnnotations()) as readonly { subtype?: string; dest?: unknown; rect: number[] }[];
      const ordered = links
        .filter(({ subtype, dest }) => subtype === 'Link' && dest !== undefined && dest !== null)
        .sort((a, b) => (b.rect[1] ?? 0) - (a.rect[1] ?? 0));
      for (const { dest } of ordered.slice(0, entries - contents.length)) {
        const place = (typeof dest === 'string' ? await document.getDestination(dest) : dest) as
          readonly [{ num: number; gen: number }] | null;
        if (place === null) continue;
        contents.push((await document.getPageIndex(place[0])) + 1);
      }
    }
    return { count: document.numPages, contents };
  } finally {
    await task.destroy();
  }
}

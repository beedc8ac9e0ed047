/** Prints a report in one file as one document, in a browser that has no network. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { addFront, FRONT_STYLE, setPages } from './pdf-front.ts';
import { printedPages } from './pdf-pages.ts';

export interface PrintedReport {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** Page numbers in the contents can move what follows; they settle at once or not at all. */
const MOST_PASSES = 4;

/** @throws Error where the contents do not settle, which would be a defect of ours */
export async function printReport(
  file: string,
  { executablePath, args }: { readonly executablePath: string; readonly args: readonly string[] },
): Promise<PrintedReport> {
  // Playwright ends the browser, and removes its profile, when this process is told to stop.
  // What Chromium leaves in the temporary folder when it is stopped goes with a folder of its own.
  const scratch = mkdtempSync(join(tmpdir(), 'workbench-pdf-'));
  process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
  const browser = await chromium.launch({
    executablePath,
    args: [...args],
    env: { ...process.env, TMPDIR: scratch },
  });
  try {
    // The policy of the report forbids styles of ours, which stand in the printed pages alone.
    const context = await browser.newContext({ offline: true, bypassCSP: true, colorScheme: 'light' });
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(async () => {
      await document.fonts.ready;
      // Whatever wakes up, or follows a saved state, has done so after two frames.
      for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    });
    await page.waitForTimeout(500);
    await page.addStyleTag({ content: FRONT_STYLE });
    const headings = await page.evaluate(addFront);
    const print = (): Promise<Buffer> =>
      page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    let before: readonly number[] = [];
    for (let pass = 0; pass < MOST_PASSES; pass += 1) {
      const pdf = new Uint8Array(await print());
      const { count, contents } = await printedPages(pdf, headings.length);
      if (contents.length !== headings.length)
        throw new Error(`The contents have ${headings.length} entries, and ${contents.length} lead to a page.`);
      if (contents.join() === before.join()) return { pdf, pages: count };
      before = contents;
      await page.evaluate(setPages, [...contents]);
    }
    throw new Error('The pages of the printed report do not settle.');
  } finally {
    await browser.close();
  }
}

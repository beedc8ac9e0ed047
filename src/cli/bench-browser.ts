/** What a reader's browser does: slider to figures and chart under a slow processor, and charts before any script. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { browserArguments, requireBrowser } from './browser.ts';
import type { Page } from '@playwright/test';

const THROTTLE = 4;
const MOVES = 60;

export interface Spread {
  readonly median: number;
  readonly p95: number;
}
export interface BrowserMeasure {
  /** Milliseconds from the slider's event until the text of the figures has changed. */
  readonly figures: Spread;
  /** The same until the last visible chart has been redrawn. */
  readonly charts: Spread;
  /** The same until the browser has painted the result; whole frames. */
  readonly painted: Spread;
  /** Charts of the page that are seen while scripts are off. */
  readonly chartsWithoutScript: number;
}

const spread = (values: readonly number[]): Spread => {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95) };
};

interface Move {
  readonly figures: number;
  readonly charts: number;
  readonly painted: number;
}

/** Moves a slider once, in the page: dispatches what a drag dispatches and watches what changes. */
async function move(page: Page, selector: string, value: number): Promise<Move> {
  return page.evaluate(
    async ([target, next]) => {
      const slider = document.querySelector<HTMLInputElement>(target);
      if (slider === null) throw new Error(`There is no slider ${target}.`);
      let figures = 0;
      let charts = 0;
      const observer = new MutationObserver((records) => {
        const now = performance.now();
        for (const { target: node, addedNodes } of records) {
          const element = node instanceof Element ? node : node.parentElement;
          const drawn =
            Boolean(element?.closest('svg')) ||
            // An SVG, or the frame of a figure around one.
            [...addedNodes].some(
              (added) => added instanceof Element && (added.matches('svg') || added.querySelector('svg')),
            );
          if (drawn) charts = now;
          else if (!element?.closest('[data-roi-assumption]')) figures = now;
        }
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      const started = performance.now();
      slider.value = String(next);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      // A message posted in a frame arrives when that frame has been painted.
      const painted = await new Promise<number>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        requestAnimationFrame(() => port2.postMessage(0));
      });
      // Cells are drawn a frame after the figures of the model.
      await new Promise((resolve) => setTimeout(resolve, 120));
      observer.disconnect();
      return { figures: figures - started, charts: charts - started, painted: painted - started };
    },
    [selector, value] as const,
  );
}

/**
 * @param folder an engagement's folder below dist
 * @param page path of a page with sliders
 * @param sliders selects them
 * @throws Error where the page has no slider or a move changes nothing
 */
export async function measureBrowser(folder: string, page: string, sliders: string): Promise<BrowserMeasure> {
  const { executablePath } = requireBrowser((text) => process.stderr.write(`${text}\n`));
  const browser = await chromium.launch({ executablePath, args: browserArguments() });
  try {
    const address = pathToFileURL(join(folder, page)).href;
    const plain = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
    await plain.goto(address);
    const drawings = await plain.locator('main svg:visible').all();
    const boxes = await Promise.all(drawings.map((drawing) => drawing.boundingBox()));
    const chartsWithoutScript = boxes.filter((box) => box !== null && box.width > 100).length;

    const live = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await live.goto(address);
    const session = await live.context().newCDPSession(live);
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    const { low, high } = await live
      .locator(sliders)
      .first()
      .evaluate((input: HTMLInputElement) => ({
        low: Number(input.min),
        high: Number(input.max),
      }));
    const moves: Move[] = [];
    for (let number = 0; number < MOVES; number += 1) {
      moves.push(await move(live, sliders, low + ((high - low) * ((number * 7) % MOVES)) / MOVES));
    }
    const seen = moves.slice(5);
    if (seen.every(({ figures }) => figures <= 0)) throw new Error(`Moving ${sliders} changed no figure.`);
    return {
      figures: spread(seen.map(({ figures }) => figures).filter((time) => time > 0)),
      charts: spread(seen.map(({ charts }) => charts).filter((time) => time > 0)),
      painted: spread(seen.map(({ painted }) => painted)),
      chartsWithoutScript,
    };
  } finally {
    await browser.close();
  }
}

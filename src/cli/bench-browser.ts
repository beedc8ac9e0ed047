/** What a reader's browser does: a dragged slider to figures and charts under a slow processor, and charts before any script. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { browserArguments, requireBrowser } from './browser.ts';
import type { Locator, Page } from '@playwright/test';

const THROTTLE = 4;
const MOVES = 25;
/** The first moves warm up what every later one uses. */
const WARM = 5;
/** Between two moves, in milliseconds: cells are drawn a frame after the figures of the model. */
const PAUSE = 120;

export interface Spread {
  readonly median: number;
  readonly p95: number;
}
export interface BrowserMeasure {
  /** Sliders that change something in sight, each dragged where it lies on the page; figures below are of the slowest. */
  readonly sliders: number;
  /** Milliseconds from the pointer's event until the text of the figures in sight has changed. */
  readonly figures: Spread;
  /** The same until the last chart in sight has been redrawn. */
  readonly charts: Spread;
  /** The same until the browser has painted the first frame after it. */
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

const slowest = (spreads: readonly Spread[]): Spread => ({
  median: Math.max(...spreads.map(({ median }) => median)),
  p95: Math.max(...spreads.map(({ p95 }) => p95)),
});

/** Milliseconds after the pointer's event; 0 for what did not change. */
interface Move {
  readonly figures: number;
  readonly charts: number;
  readonly painted: number;
}

declare global {
  interface Window {
    benchMoves: () => Move[];
  }
}

/** Notes in the page when an input came, what changed after it, and when the frame was painted. */
function watchMoves(): void {
  interface Noted {
    readonly began: number;
    painted: number;
    readonly changes: { readonly at: number; readonly element: Element; readonly drawn: boolean }[];
  }
  const moves: Noted[] = [];
  addEventListener(
    'input',
    ({ timeStamp }) => {
      const move: Noted = { began: timeStamp, painted: 0, changes: [] };
      moves.push(move);
      // A message posted in a frame arrives when that frame has been painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        move.painted = performance.now();
        port1.close();
      };
      requestAnimationFrame(() => port2.postMessage(0));
    },
    true,
  );
  new MutationObserver((records) => {
    const at = performance.now();
    for (const { target, addedNodes } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      const drawn =
        Boolean(element?.closest('svg')) ||
        // An SVG, or the frame of a figure around one.
        [...addedNodes].some(
          (added) => added instanceof Element && (added.matches('svg') || added.querySelector('svg') !== null),
        );
      if (element !== null && (drawn || !element.closest('[data-roi-assumption]')))
        moves.at(-1)?.changes.push({ at, element, drawn });
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
  window.benchMoves = () => {
    const inSight = (element: Element): boolean => {
      const { top, bottom, width } = element.getBoundingClientRect();
      return width > 0 && bottom > 0 && top < innerHeight;
    };
    // What lies out of sight follows when the slider rests. Asked at the end: it costs a layout.
    const found = moves.map(({ began, painted, changes }) => {
      const seen = changes.filter(({ element }) => inSight(element));
      const last = (charts: boolean): number =>
        Math.max(0, ...seen.filter(({ drawn }) => drawn === charts).map(({ at }) => at - began));
      return { figures: last(false), charts: last(true), painted: Math.max(0, painted - began) };
    });
    moves.length = 0;
    return found;
  };
}

/** Drags a slider to and fro with the pointer, as a reader does. */
async function drag(page: Page, slider: Locator): Promise<Move[]> {
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (box === null) throw new Error('A slider cannot be seen.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  await page.waitForTimeout(4 * PAUSE);
  await page.evaluate(() => window.benchMoves());
  for (let number = 0; number < MOVES; number += 1) {
    await page.mouse.move(box.x + (box.width * (((number * 7) % MOVES) + 1)) / (MOVES + 2), y);
    await page.waitForTimeout(PAUSE);
  }
  await page.mouse.up();
  const moves = await page.evaluate(() => window.benchMoves());
  await page.waitForTimeout(8 * PAUSE);
  return moves.slice(WARM);
}

/**
 * @param folder an engagement's folder below dist
 * @param page path of a page with sliders
 * @param sliders selects them
 * @throws Error where no slider of the page changes anything in sight
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
    await live.evaluate(watchMoves);
    const found: Move[][] = [];
    for (const slider of await live.locator(sliders).filter({ visible: true }).all()) {
      const moves = await drag(live, slider);
      // Some change only what lies further down: there is nothing to wait for.
      if (moves.some(({ figures, charts }) => figures + charts > 0)) found.push(moves);
    }
    if (found.length === 0) throw new Error(`No slider ${sliders} on ${page} changes anything in sight.`);
    const measured = (what: keyof Move): Spread =>
      slowest(
        found
          .map((moves) => moves.map((move) => move[what]).filter((time) => time > 0))
          // Where a slider stands beside no chart, or no figure but its own.
          .filter((times) => times.length > 0)
          .map(spread),
      );
    return {
      sliders: found.length,
      figures: measured('figures'),
      charts: measured('charts'),
      painted: measured('painted'),
      chartsWithoutScript,
    };
  } finally {
    await browser.close();
  }
}

/** Wakes the cells of a page: each puts its living output where the build has drawn it. */
import { clear } from '../notebook/runtime/display.ts';
import type { CellHost, LiveCell } from '../notebook/runtime/define.ts';
import { namesOf } from '../notebook/runtime/data.ts';
import { describe } from '../notebook/runtime/describe.ts';
import { runCells } from '../notebook/runtime/run.ts';
import type { NotebookData } from '../schema/notebook.ts';
import { behindCell } from './cell-data.ts';
import { earlyHands } from './early-hands.ts';
import { wakeFigure } from './figures.ts';
import { noticePlace, notebookBar } from './notebook-bar.ts';
import { notebookState } from './notebook-state.ts';
import { openSavedVersion } from './saved-version.ts';
import { pageStage } from './page-stage.ts';
import type { followModel } from './reader-model.ts';
import { setStage } from '../notebook/runtime/stage.ts';

/** What the build wrote into the page. */
export interface NotebookIsland {
  readonly slug: string;
  readonly engagement: string;
  readonly version: string;
  readonly locale: string;
  readonly timeZone: string;
  /** Names of the inputs. */
  readonly inputs: readonly string[];
  readonly data: NotebookData;
}

const DATA = /^data (.+)$/;
const CHART = /^figure (?!.* input$)/;

function explain(root: HTMLElement, error: unknown): void {
  const text = document.createElement('p');
  text.className = 'cell-error';
  text.setAttribute('role', 'alert');
  text.textContent = `This output could not be drawn: ${error instanceof Error ? error.message : String(error)}`;
  clear(root);
  root.append(text);
}

function wake(
  island: NotebookIsland,
  cells: readonly LiveCell[],
  page: Element,
  follow: typeof followModel | undefined,
): void {
  const { slug, data, version, inputs } = island;
  const state = notebookState(slug, version, inputs);
  notebookBar(page, island, state);
  const places = new Map(
    [...document.querySelectorAll<HTMLElement>('[data-cell]')].map((element) => [
      element.dataset['cell'] ?? '',
      element,
    ]),
  );
  const hostOf = ({ key }: LiveCell): CellHost => {
    const [, owner] = DATA.exec(key) ?? [];
    const behind = owner === undefined ? undefined : behindCell(`${slug} ${owner}`, island);
    // A cell that shows nothing has no place, and needs none.
    const root = places.get(`${slug} ${key}`) ?? document.createElement('div');
    const handOver = earlyHands(root);
    let drawn: 'first' | 'again' = 'first';
    const isChart = CHART.test(key);
    if (isChart) wakeFigure(root);
    return {
      root,
      pending: () => undefined,
      gave: () => undefined,
      fulfilled(value) {
        drawn = 'again';
        behind?.(value);
      },
      rejected(error) {
        console.error(error);
        if (behind === undefined) explain(root, error);
      },
      displayed() {
        // A chart describes itself.
        if (!isChart) describe(root, root.dataset['alt'], drawn);
        // Once whoever shows an input also listens to it.
        if (drawn === 'first') queueMicrotask(handOver);
      },
      adopt: (element, name) => {
        if (name !== null) state.adopt(element, name);
      },
    };
  };
  const names = namesOf(data);
  if (data.roi !== undefined && follow !== undefined) {
    names.set('roi', follow(data.roi));
    if (page.querySelector('[data-roi-notice]') === null) page.prepend(noticePlace('roiNotice'));
  }
  runCells(
    cells.map((cell) => [cell, hostOf(cell)] as const),
    names,
  );
}

/** Calls back at once, or when the page comes to be shown: the single file shows one page at a time. */
function whenShown(element: Element, then: () => void): void {
  const page = element.closest<HTMLElement>('[data-page]');
  if (page?.hidden !== true) {
    then();
    return;
  }
  const observer = new MutationObserver(() => {
    if (page.hidden) return;
    observer.disconnect();
    then();
  });
  observer.observe(page, { attributes: true, attributeFilter: ['hidden'] });
}

/**
 * @param pages cells by the address of their page
 * @param follow gives `roi` to cells; handed in where there are such cells, so that others do not carry it
 */
export function wakeNotebooks(pages: Readonly<Record<string, readonly LiveCell[]>>, follow?: typeof followModel): void {
  openSavedVersion();
  addEventListener('beforeprint', () => {
    for (const table of document.querySelectorAll('.table-input')) table.dispatchEvent(new Event('beforeprint'));
  });
  for (const script of document.querySelectorAll('script[data-notebook]')) {
    const island = JSON.parse(script.textContent) as NotebookIsland;
    const cells = pages[island.slug];
    if (cells === undefined) continue;
    whenShown(script, () => {
      setStage(pageStage(island));
      wake(
        island,
        cells,
        script.closest('.body') ?? script.closest('[data-page]') ?? document.querySelector('main') ?? document.body,
        follow,
      );
    });
  }
}

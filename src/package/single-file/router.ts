/**
 * Runs in the reader's browser, in the single file only: shows one page at a time and follows `#/page/anchor?state`.
 * Without it all pages follow one another, and the same addresses lead to the same places.
 */
import { unpack } from './unpack.ts';

interface Place {
  readonly page: HTMLElement;
  /** Id of the element to show, the page's own where the address names none. */
  readonly id: string;
}

const pages = [...document.querySelectorAll<HTMLElement>('[data-page]')];
const reportTitle = document.title;

/** The page and place that a hash means: the longest page address that it starts with. */
function placeOf(hash: string): Place | undefined {
  if (!hash.startsWith('#/')) return undefined;
  const [path = ''] = hash.slice(1).split('?');
  let id: string;
  try {
    id = decodeURIComponent(path).replace(/\/$/, '');
  } catch {
    return undefined;
  }
  const page = pages
    .filter((candidate) => id === candidate.id || id.startsWith(`${candidate.id}/`))
    .sort((one, other) => other.id.length - one.id.length)[0];
  return page && { page, id };
}

function show(page: HTMLElement): void {
  for (const other of pages) other.hidden = other !== page;
  document.title = page.dataset['title'] ?? reportTitle;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="#/"]:not([data-page] *)')) {
    const target = placeOf(link.hash);
    if (target?.id === page.id) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/** Puts the keyboard where the eye is, without making the element a stop of the tab key. */
function focus(element: HTMLElement): void {
  if (!element.matches('a[href], button, input, select, textarea, summary, [tabindex]')) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

function follow(moved: boolean): void {
  const place = placeOf(location.hash);
  // "#content" is a place on the page that is shown; no hash at all is the way back to the first page.
  if (place === undefined && moved && location.hash !== '') return;
  const page = place?.page ?? pages[0];
  if (page === undefined) return;
  const changed = page.hidden || !moved;
  show(page);
  const target = place && place.id !== page.id ? document.getElementById(place.id) : null;
  for (let around = target?.parentElement; around; around = around.parentElement) {
    if (around instanceof HTMLDetailsElement) around.open = true;
  }
  if (target) {
    target.scrollIntoView();
    if (moved) focus(target);
  } else if (changed && moved) {
    scrollTo(0, 0);
    const heading = page.querySelector('h1');
    if (heading) focus(heading);
  }
}

document.documentElement.dataset['router'] = '';
addEventListener('hashchange', () => follow(true));
follow(false);
unpack();

/** Drawings get their text alternative: the same at build and in the browser. */

import { shortenNumbers } from '../../charts/short-numbers.ts';

/** Narrower drawings are swatches and marks beside text that says the same. */
const SWATCH = 60;

const isNamed = (drawing: Element): boolean =>
  drawing.hasAttribute('aria-label') ||
  drawing.hasAttribute('aria-labelledby') ||
  drawing.getAttribute('aria-hidden') === 'true';

/** Drawings in a cell that nothing describes. */
export function undescribed(root: Element): Element[] {
  return [...root.querySelectorAll('svg, canvas')].filter(
    (drawing) => !drawing.parentElement?.closest('svg') && !isNamed(drawing),
  );
}

/**
 * Names the drawings of a cell: the first large one carries the text, the others are hidden from readers' aids,
 * Plot's inner names go, since the drawing is one picture, and its numbers get shorter.
 *
 * @param drawn numbers are shortened where HTML carries them; a drawing that follows a slider has no time for it
 */
export function describe(root: Element, alt: string | undefined, drawn: 'first' | 'again' = 'first'): void {
  for (const drawing of undescribed(root)) {
    const width = Number(drawing.getAttribute('width') ?? '0');
    if (width > 0 && width <= SWATCH) drawing.setAttribute('aria-hidden', 'true');
    else if (alt !== undefined) {
      const first = root.querySelector('[data-described]') === null;
      drawing.setAttribute('data-described', '');
      drawing.setAttribute('role', 'img');
      if (first) drawing.setAttribute('aria-label', alt);
      else drawing.setAttribute('aria-hidden', 'true');
    }
  }
  for (const inner of root.querySelectorAll('svg *')) {
    inner.removeAttribute('aria-label');
    inner.removeAttribute('aria-hidden');
    if (drawn === 'first') shortenNumbers(inner);
  }
}

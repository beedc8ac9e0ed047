/** What the page does for its charts besides drawing them: marks are read, and paper gets drawings of its own. */
import { middle } from '../charts/form.ts';
import { plateOf } from '../notebook/runtime/figure.ts';
import { readMarks } from './figure-reader.ts';

/** Drawings on the screen while others are on paper. */
const away = new Map<Element, Element>();

function toPaper(): void {
  for (const plate of document.querySelectorAll('.cell-output > .plate')) {
    const drawn = plateOf(plate)?.redrawn(middle.width);
    if (drawn === undefined) continue;
    away.set(drawn, plate);
    plate.replaceWith(drawn);
  }
}

function fromPaper(): void {
  for (const [drawn, plate] of away) drawn.replaceWith(plate);
  away.clear();
}

let printing = false;

/** @param output the place of a chart's cell */
export function wakeFigure(output: HTMLElement): void {
  const number = output.closest('.figure')?.querySelector('.figure-number')?.textContent ?? 'Chart';
  readMarks(output, number);
  if (printing) return;
  printing = true;
  addEventListener('beforeprint', toPaper);
  addEventListener('afterprint', fromPaper);
}

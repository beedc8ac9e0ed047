/** What the page does for its charts besides drawing them: marks are read, paper and copies get drawings of their own. */
import { FORMS, middle } from '../charts/form.ts';
import { plateOf } from '../notebook/runtime/figure.ts';
import { readMarks } from './figure-reader.ts';

const LIVING = '.cell-output > .plate';

/** Drawings on the screen while others are on paper. */
const away = new Map<Element, Element>();

function toPaper(): void {
  for (const plate of document.querySelectorAll(LIVING)) {
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

/**
 * Puts the living charts of a copy of the page back into what the build would have drawn of them, one for each width,
 * so that they are read and printed without a script; and takes out what only the script has put beside them.
 */
export function asBuilt(copy: Element): void {
  const living = [...document.querySelectorAll(LIVING)];
  for (const [index, plate] of [...copy.querySelectorAll(LIVING)].entries()) {
    const original = living[index];
    const made = original && plateOf(original);
    if (made === undefined) continue;
    plate.replaceWith(
      ...FORMS.map(({ name, width }) => {
        const drawing = document.createElement('div');
        drawing.className = `drawing ${name}`;
        drawing.append(made.redrawn(width));
        return drawing;
      }),
    );
  }
  for (const keys of copy.querySelectorAll('.chart-keys')) keys.remove();
}

let printing = false;

/** @param output the place of a chart's cell */
export function wakeFigure(output: HTMLElement): void {
  const number = output.closest('.figure')?.querySelector('.figure-number')?.textContent ?? 'Chart';
  const part = output.parentElement?.querySelector('.figure-part')?.textContent.trim();
  readMarks(output, [number, part].filter((words) => words !== undefined).join(', '));
  if (printing) return;
  printing = true;
  addEventListener('beforeprint', toPaper);
  addEventListener('afterprint', fromPaper);
}

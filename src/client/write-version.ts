/** A version written into a copy of the whole report, so that it reads without a script. */
import { roiAnswers } from '../charts/roi-answers.ts';
import { versionColumns } from '../charts/roi-comparison.ts';
import type { RoiIsland } from '../charts/roi-island.ts';
import { drawOutcomes } from '../charts/roi-outcomes.ts';
import { isPublished, roiView } from '../charts/roi-view.ts';
import type { RoiState } from '../charts/roi-view.ts';
import { ExpressionError } from '../core/expression-tree.ts';
import { finish } from '../core/simulation.ts';
import type { Outcomes } from '../core/simulation.ts';
import type { RoiModel } from '../core/roi.ts';
import { reflectInputs } from '../notebook/runtime/reflect.ts';
import { paintComparison } from './roi-compare.ts';
import { drawingsOf, paintBar, paintFigures, paintWords } from './roi-paint.ts';
import { findPlaces } from './roi-places.ts';
import { fillTable } from './roi-tables.ts';
import { otherPages, writeNotes } from './version-note.ts';

/** Some draw may make a formula divide by zero: then the outcomes stay as published, and pale. */
function outcomesOf(model: RoiModel, state: RoiState): Outcomes | undefined {
  try {
    return finish(drawOutcomes(model, state));
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

/** A page of the file that carries the version says so under its title. */
function placeNote(page: Element): HTMLElement {
  const note = document.createElement('div');
  note.className = 'roi-saved wide';
  note.dataset['roiKey'] = '';
  note.dataset['roiSaved'] = '';
  const opening = page.closest('[data-page]')?.querySelector('.opening');
  if (opening) opening.after(note);
  else page.before(note);
  return note;
}

/**
 * Writes every figure, drawing and table of a state, and puts the controls to sleep until a script wakes them.
 *
 * @param root `html` element of the single file, this one's copy or one that was loaded
 */
export function writeVersion(root: HTMLElement, island: RoiIsland, state: RoiState): void {
  const { model, version } = island;
  const places = findPlaces([root]);
  const view = roiView(model, state);
  const outcomes = outcomesOf(model, state);
  const answers = roiAnswers(model, state, view, outcomes);
  paintFigures(places, view, model, state);
  paintWords(places.words, answers);
  const drawings = drawingsOf(view, answers, model.locale);
  for (const place of places.bars) {
    const drawing = drawings(place);
    if (drawing !== undefined) paintBar(place, drawing);
  }
  for (const place of places.waiting) place.classList.toggle('waiting', outcomes === undefined);
  for (const details of root.querySelectorAll<HTMLDetailsElement>('details[data-roi-table]'))
    fillTable(details, model, state);
  for (const table of root.querySelectorAll<HTMLTableElement>('[data-roi-compare]'))
    paintComparison(table, model, versionColumns(model, version, state, []));
  reflectInputs(root);
  const controls = '[data-roi-slider], [data-roi-field], [data-roi-rounding]';
  for (const control of root.querySelectorAll<HTMLInputElement>(controls)) control.disabled = true;
  const awake = '[data-roi-tools], [data-roi-notice], [data-roi-fault], [data-roi-back]';
  for (const place of root.querySelectorAll<HTMLElement>(awake)) place.hidden = true;
  for (const place of root.querySelectorAll('[data-roi-said], [data-roi-status]')) place.textContent = '';
  for (const note of root.querySelectorAll('[data-roi-saved]')) note.remove();
  otherPages(root)(state);
  if (isPublished(state)) return;
  writeNotes([...root.querySelectorAll('[data-roi-page]')].map(placeNote), island, state);
}

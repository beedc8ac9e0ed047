/** Writes a view of the model into the page: numbers, working, tracks, bars. Reads nothing from it but places to write. */
import { fieldText, toShown, trackPlace, valueText } from '../charts/roi-control.ts';
import { roiDrawings } from '../charts/roi-drawings.ts';
import { ROI_FORMS } from '../charts/roi-lines.ts';
import { render } from '../charts/render.ts';
import { isPublished } from '../charts/roi-view.ts';
import type { RoiState, RoiView } from '../charts/roi-view.ts';
import type { RoiIsland } from '../charts/roi-island.ts';
import type { ModelAssumption } from '../core/roi.ts';
import { roiWords } from './roi-words.ts';

const all = <E extends HTMLElement = HTMLElement>(root: ParentNode, name: string): E[] => [
  ...root.querySelectorAll<E>(`[data-${name}]`),
];
const key = (element: HTMLElement, name: string): string => element.dataset[name] ?? '';

/** Text is set only where it differs: a live page is not rewritten for nothing. */
function say(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function paintAssumption(root: ParentNode, assumption: ModelAssumption, state: RoiState, locale: string): void {
  const { id, unit, value: published } = assumption;
  const change = state.changes[id];
  const value = change ?? published;
  const text = valueText(value, unit, locale);
  for (const block of root.querySelectorAll<HTMLElement>(`[data-roi-assumption="${id}"]`)) {
    block.classList.toggle('changed', change !== undefined);
    for (const was of all(block, 'roi-was')) was.hidden = change === undefined;
    for (const slider of all<HTMLInputElement>(block, 'roi-slider')) {
      slider.value = String(toShown(value, unit));
      slider.setAttribute('aria-valuetext', text);
    }
    for (const field of all<HTMLInputElement>(block, 'roi-field')) {
      field.removeAttribute('aria-invalid');
      if (field !== document.activeElement) field.value = fieldText(value, unit, locale);
    }
    for (const track of all(block, 'roi-track')) track.style.setProperty('--value', String(trackPlace(value, assumption)));
  }
}

function paintNumbers(root: ParentNode, view: RoiView, island: RoiIsland, state: RoiState): void {
  const words = roiWords(island.model, view);
  const { published } = island.model;
  for (const number of all(root, 'roi')) {
    // A title says what was published; the bench under it says what the reader made of it.
    if (number.closest('h1') !== null) continue;
    const id = key(number, 'roi');
    const text = words(id, number.dataset['as']);
    if (text !== undefined) say(number, text);
    number.classList.toggle('changed', view.result.values[id] !== published[id]);
  }
  const unrounded = roiWords(island.model, { ...view, result: view.exact });
  for (const element of all(root, 'roi-unrounded')) say(element, unrounded(key(element, 'roiUnrounded'), 'value') ?? '');
  for (const sum of view.sums) {
    for (const element of root.querySelectorAll<HTMLElement>(`[data-roi-money="${sum.id}"]`)) say(element, sum.money);
    for (const element of root.querySelectorAll<HTMLElement>(`[data-roi-hours="${sum.id}"]`)) say(element, sum.hours ?? '');
    for (const element of root.querySelectorAll<HTMLElement>(`[data-roi-difference="${sum.id}"]`)) {
      say(element, sum.difference ?? key(element, 'published'));
      element.classList.toggle('changed', sum.difference !== undefined);
    }
  }
  for (const row of view.working) {
    for (const cell of root.querySelectorAll<HTMLElement>(`[data-roi-filled="${row.id}"]`)) say(cell, row.filled);
    for (const cell of root.querySelectorAll<HTMLElement>(`[data-roi-value="${row.id}"]`)) {
      say(cell, row.value);
      cell.classList.toggle('rounded', row.rounded);
    }
  }
  const changed = Object.keys(state.changes).length;
  const count = changed === 0 ? (state.rounding ? 'as published' : 'rounding off') : `${changed} changed by you`;
  for (const element of all(root, 'roi-count')) say(element, count);
  for (const button of all(root, 'roi-reset')) button.hidden = isPublished(state);
}

/** Draws the bars that can be seen, or all of them for paper. */
export function paintBars(root: ParentNode, view: RoiView, locale: string, everything: boolean): void {
  for (const name of ['wide', 'narrow'] as const) {
    const places = all(root, 'roi-bars').filter(
      (place) => key(place, 'form') === name && (everything || place.offsetParent !== null),
    );
    if (places.length === 0) continue;
    for (const { id, options, alt } of roiDrawings(view, ROI_FORMS[name], locale)) {
      for (const place of places.filter((candidate) => key(candidate, 'roiBars') === id)) {
        place.replaceChildren(render(options, alt, document));
      }
    }
  }
}

/** Writes everything that depends on the state. */
export function paint(roots: readonly ParentNode[], view: RoiView, island: RoiIsland, state: RoiState): void {
  const { model } = island;
  for (const root of roots) {
    for (const assumption of model.assumptions) paintAssumption(root, assumption, state, model.locale);
    for (const box of all<HTMLInputElement>(root, 'roi-rounding')) box.checked = state.rounding;
    for (const row of all(root, 'roi-rounding-row')) row.classList.toggle('changed', !state.rounding);
    paintNumbers(root, view, island, state);
    paintBars(root, view, model.locale, false);
  }
}

/** Writes a view of the model into its places: numbers, working, tracks, bars. */
import { fieldText, toShown, trackPlace, valueText } from '../charts/roi-control.ts';
import { answerDrawing, answerWord } from '../charts/roi-answers.ts';
import type { RoiAnswers } from '../charts/roi-answers.ts';
import { roiDrawings } from '../charts/roi-drawings.ts';
import type { RoiDrawing } from '../charts/roi-drawings.ts';
import { ROI_FORMS } from '../charts/roi-lines.ts';
import { render } from '../charts/render.ts';
import { isPublished } from '../charts/roi-view.ts';
import type { RoiState, RoiView } from '../charts/roi-view.ts';
import type { ModelAssumption, RoiModel } from '../core/roi.ts';
import type { BarsPlace, KeyedPlace, RoiPlaces } from './roi-places.ts';
import { roiWords } from './roi-words.ts';

/** Text is set only where it differs: a live page is not rewritten for nothing. */
function say(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Writes keyed places from what is known of their ids; the others are left alone. */
function each<T>(
  places: readonly KeyedPlace[],
  known: ReadonlyMap<string, T>,
  write: (element: HTMLElement, item: T) => void,
): void {
  for (const { id, element } of places) {
    const item = known.get(id);
    if (item !== undefined) write(element, item);
  }
}

function paintAssumption(places: RoiPlaces, assumption: ModelAssumption, state: RoiState, locale: string): void {
  const { id, unit, value: published } = assumption;
  const change = state.changes[id];
  const value = change ?? published;
  const { blocks, was, sliders, fields, tracks } = places.assumption(id);
  if (blocks.length === 0) return;
  for (const block of blocks) block.classList.toggle('changed', change !== undefined);
  for (const element of was) element.hidden = change === undefined;
  for (const slider of sliders) {
    slider.value = String(toShown(value, unit));
    slider.setAttribute('aria-valuetext', valueText(value, unit, locale));
  }
  for (const field of fields) {
    // What somebody is typing is theirs until they leave the field.
    if (field === document.activeElement) continue;
    field.removeAttribute('aria-invalid');
    field.value = fieldText(value, unit, locale);
  }
  for (const track of tracks) track.style.setProperty('--value', String(trackPlace(value, assumption)));
}

function paintNumbers(places: RoiPlaces, view: RoiView, model: RoiModel): void {
  const words = roiWords(model, view);
  for (const { id, element } of places.numbers) {
    const text = words(id, element.dataset['as']);
    if (text !== undefined) say(element, text);
    element.classList.toggle('changed', view.result.values[id] !== model.published[id]);
  }
  for (const { id, element } of places.unrounded) {
    const text = words(id, 'exact');
    if (text !== undefined) say(element, text);
  }
  const sums = new Map(view.sums.map((sum) => [sum.id, sum]));
  each(places.money, sums, (element, { money }) => say(element, money));
  each(places.hours, sums, (element, { hours }) => say(element, hours ?? ''));
  each(places.differences, sums, (element, { difference }) => {
    say(element, difference ?? element.dataset['published'] ?? '');
    element.classList.toggle('changed', difference !== undefined);
  });
  const working = new Map(view.working.map((row) => [row.id, row]));
  each(places.formulas, working, (element, { filled }) => say(element, filled));
  each(places.results, working, (element, { value, rounded }) => {
    say(element, value);
    element.classList.toggle('rounded', rounded);
  });
}

/**
 * Writes every number, word and track that depends on the state.
 *
 * @param before the state that is on the page: controls that stand as they stood are left alone; everything is written without it
 */
export function paintFigures(
  places: RoiPlaces,
  view: RoiView,
  model: RoiModel,
  state: RoiState,
  before?: RoiState,
): void {
  for (const assumption of model.assumptions) {
    const stands = before !== undefined && before.changes[assumption.id] === state.changes[assumption.id];
    if (!stands) paintAssumption(places, assumption, state, model.locale);
  }
  for (const box of places.rounding) box.checked = state.rounding;
  for (const row of places.roundingRows) row.classList.toggle('changed', !state.rounding);
  paintNumbers(places, view, model);
  const changed = Object.keys(state.changes).length;
  const count = changed > 0 ? `${changed} changed by you` : state.rounding ? 'as published' : 'rounding off';
  for (const element of places.counts) say(element, count);
  for (const button of places.resets) button.hidden = isPublished(state);
  for (const key of places.keys) key.hidden = isPublished(state);
}

/** Writes the words of the answers. */
export function paintWords(places: readonly KeyedPlace[], answers: RoiAnswers): void {
  for (const { id, element } of places) {
    const text = answerWord(answers, id);
    if (text !== undefined) say(element, text);
  }
}

/** The drawing of a place; nothing for what is not worked out yet. */
export type Drawings = (place: BarsPlace) => RoiDrawing | undefined;

/** Drawings of a state, worked out as far as they are asked for. */
export function drawingsOf(view: RoiView, answers: RoiAnswers, locale: string): Drawings {
  const made = new Map<BarsPlace['form'], readonly RoiDrawing[]>();
  return ({ id, form }) => {
    const bars = made.get(form) ?? roiDrawings(view, ROI_FORMS[form], locale);
    made.set(form, bars);
    return bars.find((drawing) => drawing.id === id) ?? answerDrawing(answers, id, ROI_FORMS[form]);
  };
}

/** Draws anew in one place. */
export function paintBar({ element }: BarsPlace, { options, alt }: RoiDrawing): void {
  element.replaceChildren(render(options(), alt, document));
}

/** Fields of the assumptions: what a reader types is taken at once where the model accepts it, and explained beside the field otherwise. */
import { fieldText, fromShown, toShown } from '../charts/roi-control.ts';
import { readField } from '../charts/roi-typed.ts';
import type { RoiState } from '../charts/roi-view.ts';
import type { RoiModel } from '../core/roi.ts';
import { refusal } from './roi-state.ts';

interface FieldsHost {
  readonly model: RoiModel;
  readonly state: () => RoiState;
  /** Takes a value that the model accepts. */
  readonly take: (id: string, value: number) => void;
  /** Writes what stands into controls that may show something else. */
  readonly paintAgain: () => void;
}

const fieldOf = ({ target }: Event): HTMLInputElement | undefined =>
  target instanceof HTMLInputElement && target.matches('[data-roi-field]') ? target : undefined;

const faultOf = (field: Element): HTMLElement | null | undefined =>
  field.closest('[data-roi-assumption]')?.querySelector<HTMLElement>('[data-roi-fault]');

/**
 * Wakes the fields of the page.
 *
 * @returns takes back what was said about them; to be called with every change
 */
export function wakeFields({ model, state, take, paintAgain }: FieldsHost): () => void {
  const assumptionOf = ({ dataset }: HTMLInputElement) =>
    model.assumptions.find(({ id }) => id === dataset['roiField']);

  function clear(): void {
    for (const fault of document.querySelectorAll<HTMLElement>('[data-roi-fault]:not([hidden])')) {
      fault.hidden = true;
      fault.textContent = '';
    }
  }

  /** @param final whether the reader is done with it: then it either stands or is explained */
  function typed(field: HTMLInputElement, final: boolean): void {
    const assumption = assumptionOf(field);
    if (assumption === undefined) return;
    const { id, unit, value: published } = assumption;
    const read = readField(field.value, assumption, model.locale);
    const fault = 'fault' in read ? read.fault : refusal(model, { ...state().changes, [id]: read.value });
    if ('value' in read && fault === undefined) {
      field.removeAttribute('aria-invalid');
      take(id, read.value);
    } else if (final) {
      // What stands in it now is right again; what was typed is in the sentence, which belongs to the field.
      field.removeAttribute('aria-invalid');
      field.value = fieldText(state().changes[id] ?? published, unit, model.locale);
      const place = faultOf(field);
      if (!place) return;
      place.id = `roi-fault-${id}`;
      field.setAttribute('aria-describedby', place.id);
      place.textContent = fault ?? '';
      place.hidden = false;
    } else field.setAttribute('aria-invalid', 'true');
  }

  document.addEventListener('input', (event) => {
    const field = fieldOf(event);
    if (field) typed(field, false);
  });
  document.addEventListener('change', (event) => {
    const field = fieldOf(event);
    if (field) typed(field, true);
  });
  document.addEventListener('focusout', (event) => {
    if (fieldOf(event)) paintAgain();
  });
  document.addEventListener('keydown', (event) => {
    const field = fieldOf(event);
    const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    const assumption = field && assumptionOf(field);
    if (field === undefined || assumption === undefined || way === undefined) return;
    event.preventDefault();
    const { id, min, max, step, unit, value } = assumption;
    const next = fromShown(toShown((state().changes[id] ?? value) + way * step, unit), unit);
    const moved = Math.min(max, Math.max(min, next));
    if (refusal(model, { ...state().changes, [id]: moved }) !== undefined) return;
    field.value = fieldText(moved, unit, model.locale);
    field.removeAttribute('aria-invalid');
    take(id, moved);
  });
  return clear;
}

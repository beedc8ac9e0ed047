/**
 * Observable Inputs, mended: every control has a name, a group is a group, a number its unit,
 * and a table can be sorted and selected with the keyboard. Options are Observable's; `unit` is ours.
 */
import * as inputs from '@observablehq/inputs';

export { bind, button, color, form, input, text, textarea, toggle } from '@observablehq/inputs';
export { table } from './table.ts';

type Options = Readonly<Record<string, unknown>>;
type Control = ReturnType<typeof inputs.range>;

const labelOf = (form: HTMLElement): HTMLLabelElement | null => form.querySelector(':scope > label');

function named(control: Element | null | undefined, name: string): void {
  if (control && name !== '') control.setAttribute('aria-label', name);
}

function withUnit(form: Control, options: Options): Control {
  const { unit } = options;
  const number = form.querySelector('input[type=number]');
  const words = [labelOf(form)?.textContent.trim() ?? '', typeof unit === 'string' ? unit : '']
    .filter((part) => part !== '')
    .join(', ');
  named(form.querySelector('input[type=range]'), words);
  if (labelOf(form) !== null && typeof unit === 'string') named(number, words);
  if (typeof unit === 'string' && number !== null) {
    const mark = document.createElement('span');
    mark.className = 'input-unit';
    mark.textContent = unit;
    number.after(mark);
  }
  return form;
}

/** The value at which a browser would start a slider: its middle, or what was asked, on the nearest step. */
function startOf([min, max]: readonly [number, number], { value, step }: Options): number {
  const asked = typeof value === 'number' ? value : (min + max) / 2;
  if (typeof step !== 'number') return asked;
  const digits = Math.max(0, ...[step, min].map((number) => String(number).split('.')[1]?.length ?? 0));
  return Number((min + Math.round((asked - min) / step) * step).toFixed(digits));
}

/** A slider with its number field; `unit` stands behind the number. */
export const range = (extent: readonly [number, number] = [0, 1], options: Options = {}): Control =>
  withUnit(inputs.range(extent, { ...options, value: startOf(extent, options) }), options);

/** A number field. */
export function number(...given: readonly unknown[]): Control {
  return withUnit(inputs.number(...given), (given.at(-1) ?? {}) as Options);
}

/** The words over several choices name the group, and no single one of them. */
function grouped(form: Control, role: 'group' | 'radiogroup'): Control {
  const label = labelOf(form);
  const choices = form.querySelector(':scope > div');
  choices?.setAttribute('role', role);
  if (label === null) return form;
  const heading = document.createElement('span');
  heading.className = 'input-label';
  heading.append(...label.childNodes);
  named(choices, heading.textContent.trim());
  label.replaceWith(heading);
  return form;
}

export const radio = (data: Iterable<unknown>, options: Options = {}): Control =>
  grouped(inputs.radio(data, options), 'radiogroup');
export const checkbox = (data: Iterable<unknown>, options: Options = {}): Control =>
  grouped(inputs.checkbox(data, options), 'group');
export const select = (data: Iterable<unknown>, options: Options = {}): Control => inputs.select(data, options);
export const date = (options: Options = {}): Control => inputs.date(options);

/** A search field; without a label it is named for what it does. */
export function search(data: Iterable<unknown>, options: Options = {}): ReturnType<typeof inputs.search> {
  const form = inputs.search(data, options);
  if (labelOf(form) === null)
    named(form.querySelector('input'), typeof options['placeholder'] === 'string' ? options['placeholder'] : 'Search');
  return form;
}

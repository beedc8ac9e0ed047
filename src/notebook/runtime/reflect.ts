/** The state of inputs as attributes, so that HTML without a script shows what the input holds. */

const set = (element: Element, name: string, on: boolean): void => {
  if (on) element.setAttribute(name, '');
  else element.removeAttribute(name);
};

/** Writes values, ticks and choices below an element into attributes. */
export function reflectInputs(root: Element): void {
  for (const input of root.querySelectorAll('input')) {
    if (input.type === 'checkbox' || input.type === 'radio') set(input, 'checked', input.checked);
    else if (input.value !== (input.getAttribute('value') ?? '')) input.setAttribute('value', input.value);
  }
  for (const option of root.querySelectorAll('option')) set(option, 'selected', option.selected);
  for (const output of root.querySelectorAll('output')) output.textContent = output.value;
}

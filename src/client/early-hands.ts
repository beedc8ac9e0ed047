/** What a reader does to the controls that stand in the HTML before the page's script has run is not lost. */

const CONTROLS = 'input:not([type=submit], [type=button]), select, textarea';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const controlsOf = (root: Element): Control[] => [...root.querySelectorAll<Control>(CONTROLS)];

function isTouched(control: Control): boolean {
  if (control instanceof HTMLSelectElement)
    return [...control.options].some(({ selected, defaultSelected }) => selected !== defaultSelected);
  const ticks = control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type);
  return ticks ? control.checked !== control.defaultChecked : control.value !== control.defaultValue;
}

function copy(from: Control, to: Control): void {
  if (from instanceof HTMLInputElement && to instanceof HTMLInputElement && /^(checkbox|radio)$/.test(from.type))
    to.checked = from.checked;
  else to.value = from.value;
  for (const type of ['input', 'change']) to.dispatchEvent(new Event(type, { bubbles: true }));
}

/** Browsers fill in what stood in a form before a reload: the address says that better. */
const isFilledIn = (): boolean =>
  performance
    .getEntriesByType('navigation')
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate');

/**
 * Looks at the controls of a cell before it wakes.
 *
 * @returns to be called when living controls stand in their place: hands over what was set, and the keyboard's focus
 */
export function earlyHands(root: Element): () => void {
  const drawn = [...root.children].find((form) => form.matches('.drawing') && form.clientWidth > 0) ?? root;
  const built = controlsOf(drawn);
  const touched = new Map(isFilledIn() ? [] : [...built.entries()].filter(([, control]) => isTouched(control)));
  let focused = built.findIndex((control) => control === document.activeElement);
  return () => {
    const living = controlsOf(root);
    const next = living[focused];
    if (next !== undefined) {
      next.focus({ preventScroll: true });
      focused = -1;
    }
    for (const [index, control] of touched) {
      const heir = living[index];
      if (heir === undefined) continue;
      touched.delete(index);
      copy(control, heir);
    }
  };
}

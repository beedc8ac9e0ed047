/** Controls that nothing names: a reader who does not see the page could not tell what they change. */

const CONTROLS = 'input:not([type=hidden]), select, textarea, button';

function isNamed(control: Element, root: Element): boolean {
  if (['aria-label', 'aria-labelledby', 'title'].some((name) => (control.getAttribute(name) ?? '') !== '')) return true;
  if (control.localName === 'button') return control.textContent.trim() !== '';
  const around = control.closest('label');
  if (around !== null && around.textContent.trim() !== '') return true;
  return [...root.querySelectorAll('label')].some(
    (label) => control.id !== '' && label.htmlFor === control.id && label.textContent.trim() !== '',
  );
}

/** Markup of the controls below an element that have no name. */
export const namelessControls = (root: Element): string[] =>
  [...root.querySelectorAll(CONTROLS)].filter((control) => !isNamed(control, root)).map((control) => control.outerHTML);

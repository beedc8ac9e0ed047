/** A window for one page, with what happy-dom does otherwise than browsers put right. */
import { CSSStyleDeclaration, Window } from 'happy-dom';

const { prototype } = CSSStyleDeclaration;
const { value: setProperty } = Object.getOwnPropertyDescriptor(prototype, 'setProperty') as {
  value: typeof prototype.setProperty;
};

// A browser removes a property that is set to nothing; happy-dom writes "null".
prototype.setProperty = function (name: string, value: string | null, priority?: '' | 'important'): void {
  if (value === null || value === '') this.removeProperty(name);
  else setProperty.call(this, name, value, priority);
};

const TOLERANCE = 1e-9;

/** Steps count from `min`, and 0.3 is three steps of 0.1; happy-dom counts from zero, in binary fractions. */
function stepMismatch(this: { readonly element: HTMLInputElement }): boolean {
  const { element } = this;
  const step = element.getAttribute('step') ?? '1';
  if (!['number', 'range'].includes(element.type) || step === 'any' || element.value === '') return false;
  const steps = (Number(element.value) - Number(element.getAttribute('min') ?? '0')) / Number(step);
  return Math.abs(steps - Math.round(steps)) > TOLERANCE;
}

/** A fresh window; close it when the page is drawn. */
export function createWindow(width: number): Window {
  const window = new Window({
    width,
    height: 900,
    url: 'about:blank',
    settings: { disableJavaScriptFileLoading: true, disableCSSFileLoading: true },
  });
  const validity = Object.getPrototypeOf(window.document.createElement('input').validity) as object;
  Object.defineProperty(validity, 'stepMismatch', { configurable: true, get: stepMismatch });
  return window;
}

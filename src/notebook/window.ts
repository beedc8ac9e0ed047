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

/** A fresh window; close it when the page is drawn. */
export function createWindow(width: number): Window {
  return new Window({
    width,
    height: 900,
    url: 'about:blank',
    settings: { disableJavaScriptFileLoading: true, disableCSSFileLoading: true },
  });
}

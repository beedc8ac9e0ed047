/**
 * Runs in the reader's browser, in the single file only: puts back what the file carries packed.
 * All that it puts in is marked `data-unpacked`, so that a saved version carries it packed again.
 */
import { inflateSync } from 'fflate';

export interface Packed {
  /** Panels of evidence as markup, by the id of their page. */
  readonly panels: readonly (readonly [page: string, markup: string])[];
  /** Text of the data scripts, in the order in which they stand. */
  readonly data: readonly string[];
  /** The policy names the digest of each; the browser runs no other. */
  readonly scripts: readonly string[];
}

export function unpack(): void {
  const packed = document.querySelector<HTMLScriptElement>('script[data-packed]');
  if (packed === null) return;
  const bytes = Uint8Array.from(atob(packed.text), (character) => character.charCodeAt(0));
  const text = new TextDecoder().decode(inflateSync(bytes));
  const { panels, data, scripts } = JSON.parse(text) as Packed;
  for (const [page, markup] of panels) document.getElementById(page)?.insertAdjacentHTML('beforeend', markup);
  for (const [index, element] of document.querySelectorAll('script[type="application/json"]').entries()) {
    element.textContent = data[index] ?? '';
  }
  for (const code of scripts) {
    const script = document.createElement('script');
    script.textContent = code;
    script.dataset['unpacked'] = '';
    document.body.append(script);
  }
}

/** A version that travels as a file: the single file with the reader's state in it. */
import { reflectInputs } from '../notebook/runtime/reflect.ts';
import { formatAddress, parseAddress } from './address.ts';
import { asBuilt } from './figures.ts';
import { saveText } from './save-text.ts';

const META = 'report-state';

/** Only the file that holds the whole report can be saved from within: a page of the folder needs its neighbours. */
export const canSaveVersion = (): boolean => document.querySelector('[data-page]') !== null;

/** Opens a saved version where it was left, unless the address says otherwise. */
export function openSavedVersion(): void {
  const saved = document.querySelector<HTMLMetaElement>(`meta[name=${META}]`)?.content;
  if (saved !== undefined && location.hash === '') location.hash = saved;
}

/** A copy of the single file as it stands, to be changed and saved: as it was before any script ran. */
export function copyOfPage(): HTMLElement {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  asBuilt(copy);
  reflectInputs(copy);
  // What the file unpacked stands in it packed as well, and comes out again when the copy is opened.
  const own = `[data-notebook-bar], [data-notebook-notice], [data-unpacked], meta[name=${META}]`;
  for (const element of copy.querySelectorAll(own)) element.remove();
  // Without a script all pages follow one another, in this copy too.
  delete copy.dataset['router'];
  for (const page of copy.querySelectorAll<HTMLElement>('[data-page]')) page.hidden = false;
  return copy;
}

/**
 * Hands the reader a copy of the single file, to open with a state.
 *
 * @param root its `html` element
 * @param hash of the state, as it stands in the address
 * @param name of the file
 */
export function saveRoot(root: HTMLElement, hash: string, name: string): void {
  root.querySelector(`meta[name=${META}]`)?.remove();
  const meta = document.createElement('meta');
  meta.name = META;
  meta.content = hash;
  root.querySelector('head')?.append(meta);
  saveText(`<!DOCTYPE html>\n${root.outerHTML}\n`, name, document, 'text/html');
}

/** Hands the reader the file with the present state of its cells. What else the address says goes along. */
export function saveVersion(hash: string, name: string): void {
  const own = parseAddress(hash);
  const names = new Set(own.pairs.map(([pair]) => pair));
  const others = parseAddress(location.hash).pairs.filter(([pair]) => !names.has(pair));
  saveRoot(copyOfPage(), formatAddress({ ...own, pairs: [...own.pairs, ...others] }), name);
}

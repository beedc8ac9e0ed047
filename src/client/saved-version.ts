/** A version that travels as a file: the single file with the reader's state in it. */
import { reflectInputs } from '../notebook/runtime/reflect.ts';
import { saveText } from './save-text.ts';

const META = 'report-state';

/** Only the file that holds the whole report can be saved from within: a page of the folder needs its neighbours. */
export const canSaveVersion = (): boolean => document.querySelector('[data-page]') !== null;

/** Opens a saved version where it was left, unless the address says otherwise. */
export function openSavedVersion(): void {
  const saved = document.querySelector<HTMLMetaElement>(`meta[name=${META}]`)?.content;
  if (saved !== undefined && location.hash === '') location.hash = saved;
}

/**
 * Hands the reader the file with the present state.
 *
 * @param hash of the state, as it stands in the address
 * @param name of the file
 */
export function saveVersion(hash: string, name: string): void {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  reflectInputs(copy);
  // What the file unpacked stands in it packed as well, and comes out again when the copy is opened.
  const own = `[data-notebook-bar], [data-notebook-notice], [data-unpacked], meta[name=${META}]`;
  for (const element of copy.querySelectorAll(own)) element.remove();
  // Without a script all pages follow one another, in this copy too.
  delete copy.dataset['router'];
  for (const page of copy.querySelectorAll<HTMLElement>('[data-page]')) page.hidden = false;
  const meta = document.createElement('meta');
  meta.name = META;
  meta.content = hash;
  copy.querySelector('head')?.append(meta);
  saveText(`<!DOCTYPE html>\n${copy.outerHTML}\n`, name, document, 'text/html');
}

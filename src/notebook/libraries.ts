/** Plot, Inputs, d3 and the runtime, compiled once and run anew for every page with a document of its own. */
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import type { Window } from 'happy-dom';
import { rolldown } from 'rolldown';
import { oneHtl } from './htl-plugin.ts';
import type * as Entry from './runtime/entry.ts';

export type Libraries = typeof Entry;

/** Names of the browser that libraries and cells use; in Node they are those of the page's own window. */
export const DOM_NAMES = [
  'window',
  'document',
  'navigator',
  'location',
  'Node',
  'Element',
  'HTMLElement',
  'SVGElement',
  'HTMLInputElement',
  'Text',
  'DocumentFragment',
  'Event',
  'CustomEvent',
  'EventTarget',
  'NodeFilter',
  'DOMParser',
  'XMLSerializer',
  'MutationObserver',
  'getComputedStyle',
  'FileList',
  'NodeList',
  'HTMLCollection',
] as const;

/** The runtime waits for a frame where there are frames; here it takes the next turn. */
const ABSENT = [
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'IntersectionObserver',
  'ResizeObserver',
  'matchMedia',
] as const;

/** Values of the names in the order of `DOM_NAMES`. */
export const domValues = (window: Window): unknown[] =>
  DOM_NAMES.map((name) => (name === 'window' ? window : (window as unknown as Record<string, unknown>)[name]));

let compiled: Promise<(window: Window) => Libraries> | undefined;

async function compile(): Promise<(window: Window) => Libraries> {
  const input = fileURLToPath(new URL('./runtime/entry.ts', import.meta.url));
  const bundle = await rolldown({
    input,
    platform: 'browser',
    logLevel: 'silent',
    plugins: [oneHtl(input)],
    // As in the browser's script: Plot moves lines by half a pixel on coarse screens, and both have to draw the same.
    transform: { define: { 'window.devicePixelRatio': '2' } },
  });
  try {
    const { output } = await bundle.generate({ format: 'iife', name: 'libraries' });
    const script = new Script(
      `(function (${[...DOM_NAMES, ...ABSENT].join(', ')}) {\n${output[0].code}\nreturn libraries;\n})`,
      { filename: 'libraries.js' },
    );
    const make = script.runInThisContext() as (...values: unknown[]) => Libraries;
    return (window) => make(...domValues(window));
  } finally {
    await bundle.close();
  }
}

/** Makes the libraries for a window; nothing that one page leaves behind reaches another. */
export function loadLibraries(): Promise<(window: Window) => Libraries> {
  compiled ??= compile();
  return compiled;
}

/** Charts drawn at build time: Plot under a DOM of its own, serialised into the page. */
import { Window } from 'happy-dom';
import type { PlotOptions } from '@observablehq/plot';
import { render } from '../charts/render.ts';

// Angle brackets may stand in an attribute as they are; in a finished page they only alarm.
const ALTERNATIVE = /(?<=^<svg[^>]*) aria-label="[^"]*"/;

/**
 * Draws options into the text of an SVG element.
 *
 * Every drawing gets a fresh document: nothing that one chart leaves behind reaches the next,
 * so the same options give the same text in any order and in any process.
 *
 * @param label text alternative of the drawing
 */
export function draw(options: PlotOptions, label: string): string {
  const window = new Window();
  try {
    const { outerHTML } = render(options, label, window.document as unknown as Document);
    return outerHTML.replace(ALTERNATIVE, (attribute) => attribute.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
  } finally {
    void window.happyDOM.close();
  }
}

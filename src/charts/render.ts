/** From options to an SVG element. The build and the browser call this same function. */
import { plot } from '@observablehq/plot';
import type { PlotOptions } from '@observablehq/plot';
import { shortenNumbers } from './short-numbers.ts';

/**
 * Draws with the document that is handed in.
 *
 * Plot's inner names ("x-axis tick label") go: the drawing is one picture with one text
 * alternative. Its style element goes too: the page's style sheet has the three rules.
 *
 * @param label text alternative
 * @throws Error when Plot wraps the drawing in a figure, as it does for legends and titles
 */
export function render(options: PlotOptions, label: string, document: Document): SVGSVGElement {
  const svg = plot({ ...options, className: 'chart', document });
  if (svg.localName !== 'svg') throw new Error('A chart is one SVG element: no legend, title or caption of Plot.');
  svg.querySelector('style')?.remove();
  for (const element of svg.querySelectorAll('*')) {
    element.removeAttribute('aria-label');
    element.removeAttribute('aria-hidden');
    shortenNumbers(element);
  }
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  return svg as SVGSVGElement;
}

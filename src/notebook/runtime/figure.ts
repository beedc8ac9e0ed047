/** A ready-made chart as a cell: drawn by the same functions at build and in the browser. */
import type { Aside, Chart, Mark } from '../../charts/drawing.ts';
import { formOf } from '../../charts/form.ts';
import { liveText } from '../../charts/live.ts';
import type { Values } from '../../charts/live.ts';
import { render } from '../../charts/render.ts';
import { locale } from './stage.ts';

/** What the page carries of a chart. */
export interface FigureData<T> {
  readonly drawn: T;
  /** Text alternative; may name values. */
  readonly alt: string;
}

/** What can be asked of a drawing that stands on the page. */
export interface Plate {
  /** In the order in which they are drawn. */
  readonly marks: readonly Mark[];
  /** The same, drawn for another width. */
  readonly redrawn: (width: number) => HTMLElement;
}

const plates = new WeakMap<Element, Plate>();

/** A drawing that this script has made. */
export const plateOf = (element: Element): Plate | undefined => plates.get(element);

const share = (part: number, whole: number): string => `${String(Math.round((part / whole) * 10_000) / 100)}%`;

function element(name: string, className: string, style: string, ...content: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.setAttribute('class', className);
  if (style !== '') made.setAttribute('style', style);
  made.append(...content);
  return made;
}

/** A numeral and its words, set over the empty side of the drawing. */
function asideElement(
  { x, y, numeral, numeralWidth, width, title, detail, tone }: Aside,
  drawing: { readonly width: number; readonly height: number },
): HTMLElement {
  const words = element('span', 'aside-words', `max-width:${String(width)}px`);
  if (title !== undefined) words.append(element('b', '', '', title));
  words.append(detail ?? '');
  return element(
    'p',
    `aside ${tone}`,
    `left:${share(x, drawing.width)};top:${share(y, drawing.height)}`,
    ...(numeral === undefined ? [] : [element('span', 'aside-numeral', `width:${String(numeralWidth)}px`, numeral)]),
    words,
  );
}

/**
 * Draws a chart.
 *
 * @param width that there is for it, in CSS pixels
 * @param values of the cells that it names
 */
export function figure<T>(chart: Chart<T>, data: FigureData<T>, width: number, values: Values = {}): HTMLElement {
  const form = formOf(width);
  const { options, asides, marks = [] } = chart(data.drawn, form, locale(), values);
  const made = element(
    'div',
    `plate ${form.name}`,
    '',
    render(options, liveText(data.alt, values), document),
    ...asides.map((aside) => asideElement(aside, options)),
  );
  plates.set(made, { marks, redrawn: (other) => figure(chart, data, other, values) });
  return made;
}

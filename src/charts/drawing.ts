/** What a chart function returns: the options of one Plot drawing, and the words that HTML sets beside it. */
import type { PlotOptions } from '@observablehq/plot';
import type { Form } from './form.ts';
import type { Values } from './live.ts';
import type { Tone } from './style.ts';

/** A large numeral with its label, set in HTML over the empty side of a drawing. */
export interface Aside {
  /** Left edge and centre line, in pixels of the drawing. */
  readonly x: number;
  readonly y: number;
  readonly numeral?: string;
  /** Room that the numeral takes, in pixels. */
  readonly numeralWidth: number;
  /** Room for the words, in pixels. */
  readonly width: number;
  readonly title?: string;
  readonly detail?: string;
  readonly tone: Tone;
}

/** What a reader is told of one mark: the record or reading that it stands for, and its values. */
export interface Mark {
  readonly name: string;
  readonly text: string;
  /** Place in the order of reading, where that is not the order in which the marks are drawn. */
  readonly turn?: number;
}

/** Class of what stands for records in a drawing: each element below it is one of the drawing's marks. */
export const MARKS = 'marks';

export interface Drawing {
  readonly options: PlotOptions & { readonly width: number; readonly height: number };
  readonly asides: readonly Aside[];
  /** What can be read one by one, in the order in which it is drawn. */
  readonly marks?: readonly Mark[];
}

/**
 * A chart: rows in, Plot options out. The build and the browser call the same function.
 *
 * @param data what `read-chart.ts` has made of rows and facts; plain JSON
 * @param locale numbers are written in it
 * @param values of the cells that the chart names, as the reader has set them
 */
export type Chart<T> = (data: T, form: Form, locale: string, values: Values) => Drawing;

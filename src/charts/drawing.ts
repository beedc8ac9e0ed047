/** What a chart function returns: the options of one Plot drawing, and the words that HTML sets beside it. */
import type { PlotOptions } from '@observablehq/plot';
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

export interface Drawing {
  readonly options: PlotOptions & { readonly width: number; readonly height: number };
  readonly asides: readonly Aside[];
}

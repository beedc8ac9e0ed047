/** What all charts share: colours as CSS variables (light, dark and paper use one drawing), sizes, text with its halo. */
import { text } from '@observablehq/plot';
import type { Data, TextOptions } from '@observablehq/plot';

export const colour = {
  paper: 'var(--paper)',
  rule: 'var(--rule)',
  ink: 'var(--ink)',
  ink2: 'var(--ink2)',
  ink3: 'var(--ink3)',
  red: 'var(--red)',
  blue: 'var(--blue)',
  blueMid: 'var(--blue-mid)',
  rest: 'var(--rest)',
  late: 'var(--late)',
  later: 'var(--later)',
} as const;

/** Colour of a series: the one that the figure speaks of, and the one that it is compared with. */
export type Tone = 'main' | 'context';
export const toneColour: Record<Tone, string> = { main: colour.blue, context: colour.ink3 };

export const AXIS_SIZE = 13.5;
export const LABEL_SIZE = 15;

/** Mean width of a letter of the sans face, in em; figures and capitals included. */
const LETTER = 0.48;

/** Estimated width of a text in pixels. A browser would measure; the build has no fonts. */
export const textWidth = (label: string, size: number): number => label.length * LETTER * size;

/** A value as a reader is told it; the table and the file have it as it is. */
export const toHundredths = (value: number): number => Math.round(value * 100) / 100;

/** A number as text with its unit, where it has one. */
export const withUnit = (text: string, unit: string): string => (unit === '' ? text : `${text}\u00A0${unit}`);

/** A text broken at blanks so that no line is wider than `width` pixels, as far as its words allow. */
export function wrap(label: string, width: number, size: number): string {
  const lines: string[] = [];
  for (const part of label.split('\n')) {
    let line = '';
    for (const word of part.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && textWidth(longer, size) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    lines.push(line);
  }
  return lines.join('\n');
}

/** Text on a halo of paper, so that a line behind it does not cross it. */
export function label(data: Data, options: TextOptions) {
  return text(data, {
    fill: colour.ink2,
    stroke: colour.paper,
    strokeWidth: 5,
    strokeLinejoin: 'round',
    fontSize: LABEL_SIZE,
    lineHeight: 1.35,
    ...options,
  });
}

/** One mark per record, coloured by outcome. */
import { rect } from '@observablehq/plot';
import type { Markish } from '@observablehq/plot';
import { MARKS } from './drawing.ts';
import { colour } from './style.ts';

/** `solid` kept, `late` missed where it matters here, `miss` missed anyway, `hollow` never finished. */
export type OutcomeMark = 'solid' | 'late' | 'miss' | 'hollow';

export interface Outcome {
  readonly label: string;
  readonly mark: OutcomeMark;
}

/** A record with the place of its outcome in the list of outcomes. */
export interface StripRecord {
  readonly key: string;
  readonly outcome: number;
}

export interface StripData {
  readonly outcomes: readonly Outcome[];
  readonly records: readonly StripRecord[];
}

export const markColour: Record<OutcomeMark, string> = {
  solid: colour.blue,
  late: colour.red,
  miss: colour.ink3,
  hollow: colour.ink,
};

export interface PlacedMark {
  readonly x1: number;
  readonly x2: number;
  readonly mark: OutcomeMark;
}

/** Marks of one height; hollow ones are outlines inside the same box. */
export function stripMarks(marks: readonly PlacedMark[], top: number, bottom: number): Markish[] {
  const filled = marks.filter(({ mark }) => mark !== 'hollow');
  const hollow = marks.filter(({ mark }) => mark === 'hollow');
  return [
    rect(filled, {
      className: MARKS,
      x1: 'x1',
      x2: 'x2',
      y1: top,
      y2: bottom,
      fill: ({ mark }: PlacedMark) => markColour[mark],
    }),
    rect(hollow, {
      className: MARKS,
      x1: 'x1',
      x2: 'x2',
      y1: top,
      y2: bottom,
      inset: 0.6,
      fill: 'none',
      stroke: markColour.hollow,
      strokeWidth: 1.2,
    }),
  ];
}

/** How many records each outcome has, in the order of the outcomes. */
export const outcomeCounts = ({ outcomes, records }: StripData): number[] =>
  outcomes.map((_, place) => records.filter(({ outcome }) => outcome === place).length);

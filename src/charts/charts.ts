/** The function that draws each type of chart. */
import { amounts } from './amounts.ts';
import type { Chart } from './drawing.ts';
import { intervals } from './intervals.ts';
import { outcomes } from './outcomes.ts';
import type { ChartData } from './reading.ts';
import { spread } from './spread.ts';
import { timeline } from './timeline.ts';
import { waits } from './waits.ts';

export const CHARTS: { readonly [T in keyof ChartData]: Chart<ChartData[T]> } = {
  intervals,
  outcomes,
  waits,
  spread,
  timeline,
  amounts,
};

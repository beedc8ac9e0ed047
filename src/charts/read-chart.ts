/** From what an author wrote to a chart that can be drawn. */
import { readAmounts } from './read-amounts.ts';
import { readIntervals } from './read-intervals.ts';
import { readOutcomes } from './read-outcomes.ts';
import { readSpread } from './read-spread.ts';
import { readTimeline } from './read-timeline.ts';
import { readWaits } from './read-waits.ts';
import type { Reading } from './reading.ts';
import type { ChartSource } from './source.ts';
import type { ChartSpec } from './spec.ts';

/**
 * Reads the rows and facts of a chart.
 *
 * @param spec as validated, with the references in its text already resolved
 * @throws ChartFault where rows, facts or columns do not fit the chart
 */
export function readChart(spec: ChartSpec, source: ChartSource): Reading {
  switch (spec.type) {
    case 'intervals':
      return readIntervals(spec, source);
    case 'outcomes':
      return readOutcomes(spec, source);
    case 'waits':
      return readWaits(spec, source);
    case 'spread':
      return readSpread(spec, source);
    case 'timeline':
      return readTimeline(spec, source);
    case 'amounts':
      return readAmounts(spec, source);
  }
}

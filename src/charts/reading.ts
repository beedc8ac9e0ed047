/** A chart read from facts and rows: what is drawn, the data behind it, and what it rests on. */
import type { AmountsData } from './amounts.ts';
import type { IntervalsData } from './intervals.ts';
import type { SpreadData } from './spread.ts';
import type { StripData } from './strip.ts';
import type { DataTable } from './table.ts';
import type { TimelineData } from './timeline.ts';
import type { WaitsData } from './waits.ts';

/** What each type of chart is drawn from; plain JSON, which the page carries to its script. */
export interface ChartData {
  readonly intervals: IntervalsData;
  readonly outcomes: StripData;
  readonly waits: WaitsData;
  readonly spread: SpreadData;
  readonly timeline: TimelineData;
  readonly amounts: AmountsData;
}

export interface Reading<T extends keyof ChartData = keyof ChartData> {
  readonly type: T;
  readonly drawn: ChartData[T];
  readonly data: DataTable;
  /** What the rows of the data are, in the plural. */
  readonly noun: string;
  /** Ids of the facts that it shows. */
  readonly facts: readonly string[];
}

import type { Shape } from './distribution.ts';
import type { Rounding } from './rounding.ts';

/** What a value of the model rests on. */
export const BASES = ['measured', 'attested', 'assumed', 'benchmark'] as const;
export type Basis = (typeof BASES)[number];

/** Labour is time given back; revenue protection is a scenario and is never added to it. */
export const LINE_CLASSES = ['labour', 'revenue_protection'] as const;
export type LineClass = (typeof LINE_CLASSES)[number];

/** A payment that falls, or time that is free for something else. */
export const BENEFITS = ['hard_saving', 'capacity'] as const;
export type Benefit = (typeof BENEFITS)[number];

export interface RoiGroup {
  id: string;
  title: string;
  note?: string;
  /** The group feeds scenarios, not savings. */
  scenario?: boolean;
}

/** An input. Shares run from 0 to 1; other values are in their `unit` (see `Unit`). */
export interface RoiAssumption {
  id: string;
  group: string;
  label: string;
  short?: string;
  value?: number;
  fact?: string;
  /** Plausible range. A fact with an interval brings its own. */
  low?: number;
  high?: number;
  /** Range of the slider. */
  min: number;
  max: number;
  step: number;
  unit: string;
  /** How it is drawn over its plausible range; triangular where nothing is said. */
  distribution?: Shape;
  basis: Basis;
  source: string;
  owner: string;
  /** Day from which the value dates; a fact has that of its extract. */
  as_of?: string;
  note?: string;
}

export interface RoiStep {
  id: string;
  label: string;
  formula: string;
  unit: string;
  round?: Rounding;
  note?: string;
}

export interface RoiLine {
  id: string;
  label: string;
  step: string;
  class: LineClass;
  /** Of labour; capacity where nothing is said. */
  benefit?: Benefit;
  /** Finding and executable control that bring it, or what it hangs on instead. */
  finding?: string;
  control?: string;
  hangs_on?: string;
  /** Assumption in months until its full effect, where that is another than the case's. */
  ramp?: string;
  /** Lines of one overlap give the same money back: only the largest counts. */
  overlap?: string;
  unit: string;
}

/** Lines that must not be counted twice. */
export interface RoiOverlap {
  id: string;
  label: string;
  why: string;
}

export interface RoiTotal {
  id: string;
  label: string;
  class: LineClass;
  lines: string[];
  hours_step?: string;
}

/** An outside amount to hold a total against; never part of one. */
export interface RoiComparison {
  id: string;
  label: string;
  low: number;
  high: number;
  unit: string;
  source: string;
}

/** What turns a yearly total into a case for spending: ids of assumptions, and of a step for effort of one's own. */
export interface RoiCase {
  total: string;
  /** Zero while nobody has named one. */
  price: string;
  effort?: string;
  /** Step that gives what it costs a year to keep going. */
  upkeep?: string;
  ramp: string;
  horizon: string;
  discount: string;
}

/** Something else that could be done, or nothing. */
export interface RoiAlternative {
  id: string;
  label: string;
  /** Comparison that says what it costs. */
  amount?: string;
  effect: string;
  justified?: string;
}

/** The model as its author wrote it (`roi.yaml`). */
export interface RoiDefinition {
  title?: string;
  groups: RoiGroup[];
  assumptions: RoiAssumption[];
  steps: RoiStep[];
  lines: RoiLine[];
  overlaps?: RoiOverlap[];
  totals: RoiTotal[];
  comparisons?: RoiComparison[];
  case?: RoiCase;
  alternatives?: RoiAlternative[];
}

/** Something wrong with a definition: where (keys and indexes from the top) and what. */
export interface RoiIssue {
  path: (string | number)[];
  message: string;
  /** Where in the text at `path` the part at fault begins, from 0. */
  index?: number;
  /** How many characters of it are at fault. */
  length?: number;
}

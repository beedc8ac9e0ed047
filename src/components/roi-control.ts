/** One assumption as a slider with its field, published. */
import { fieldText, toShown, trackPlace, unitText, valueText } from '../charts/roi-control.ts';
import { capitalised, formatDate, formatPercent } from '../core/format.ts';
import type { SampleMethod } from '../core/measured.ts';
import type { ModelAssumption } from '../core/roi.ts';
import type { Report } from './report.ts';

export interface AssumptionControl {
  readonly id: string;
  readonly label: string;
  /** Of the slider, in the numbers that people say. */
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  /** Text of the field, and of the value with its unit. */
  readonly field: string;
  readonly text: string;
  readonly unit: string;
  readonly basis: string;
  readonly source: string;
  readonly owner: string;
  readonly note: string | undefined;
  /** Fact that the value is taken from. */
  readonly fact: { readonly text: string; readonly href: string | undefined } | undefined;
  /** "Plausible from 20 min to 50 min.", or whose interval it is. */
  readonly range: string | undefined;
  /** "4 May 2026" */
  readonly asOf: string | undefined;
  /** Places on the track as custom properties. */
  readonly style: string;
}

const INTERVAL_METHODS: Readonly<Record<SampleMethod, string>> = {
  wilson: 'Wilson',
  'clopper-pearson': 'Clopper and Pearson',
  bootstrap: 'bootstrap',
};

/** The range in a sentence: plausible, or the interval of the fact. A range of one value claims nothing. */
function rangeText({ low, high, unit, interval, sample }: ModelAssumption, locale: string): string | undefined {
  if (low === high) return undefined;
  const ends = `${valueText(low, unit, locale)} to ${valueText(high, unit, locale)}`;
  if (interval === undefined) return `Plausible from ${ends}.`;
  const level = formatPercent(interval.level, undefined, locale);
  const counted = sample === undefined ? '' : `, ${String(sample.count)} of ${String(sample.of)} counted`;
  return `Sampling error: ${level} interval (${INTERVAL_METHODS[interval.method]}) ${ends}${counted}.`;
}

export function assumptionControl(assumption: ModelAssumption, report: Report): AssumptionControl {
  const { id, label, value, min, max, low, high, step, unit, basis, source, owner, note, fact } = assumption;
  const { as_of: asOf } = assumption;
  const { locale } = report.bundle.engagement;
  const place = (at: number): number => trackPlace(at, assumption);
  return {
    id,
    label,
    min: toShown(min, unit),
    max: toShown(max, unit),
    step: toShown(step, unit),
    value: toShown(value, unit),
    field: fieldText(value, unit, locale),
    text: valueText(value, unit, locale),
    unit: unitText(unit, locale),
    basis: capitalised(basis),
    source,
    owner,
    note,
    fact:
      fact === undefined
        ? undefined
        : {
            text: report.resolve('fact', fact).text,
            href: report.has('evidence') ? report.href('evidence', `fact-${fact}`) : undefined,
          },
    range: rangeText(assumption, locale),
    asOf: asOf === undefined ? undefined : formatDate(asOf),
    style: `--low:${place(low)};--high:${place(high)};--published:${place(value)};--value:${place(value)}`,
  };
}

import { formatPercent } from '../core/format.ts';
import type { Fact } from '../schema/fact.ts';
import type { Comparison, IntervalRow } from './intervals.ts';
import type { Reading } from './reading.ts';
import { ChartFault, factOf, factText } from './source.ts';
import type { ChartSource } from './source.ts';
import type { SpecOf } from './spec.ts';
import type { DataTable } from './table.ts';

type Spec = SpecOf<'intervals'>;

function row(fact: Fact, spec: Spec['facts'][number], source: ChartSource): IntervalRow {
  if (fact.kind !== 'proportion') {
    throw new ChartFault(
      `The fact "${fact.id}" is a ${fact.kind}; an interval chart shows shares.`,
      'Name proportions only.',
    );
  }
  const bound = (share: number | undefined) =>
    share === undefined ? undefined : formatPercent(share, 0, source.locale);
  return {
    label: spec.label,
    detail: spec.detail === '' ? factText(source, fact.id, 'of') : spec.detail,
    numeral: factText(source, fact.id, 'percent'),
    value: fact.value,
    low: fact.interval?.low,
    high: fact.interval?.high,
    lowText: bound(fact.interval?.low),
    highText: bound(fact.interval?.high),
    open: spec.open,
    tone: spec.tone,
  };
}

function comparison(spec: Spec): Comparison | undefined {
  if (spec.compare === undefined) return undefined;
  const place = (id: string): number => {
    const index = spec.facts.findIndex((fact) => fact.id === id);
    if (index >= 0) return index;
    throw new ChartFault(
      `The bracket names "${id}", which is not one of the facts of the chart.`,
      'Name two facts of the list.',
    );
  };
  return { from: place(spec.compare.from), to: place(spec.compare.to), text: spec.compare.text };
}

function table(spec: Spec, source: ChartSource): DataTable {
  return {
    columns: [
      { name: 'reading', label: 'Reading', type: 'text' },
      { name: 'fact', label: 'Fact', type: 'text' },
      { name: 'count', label: 'Count', type: 'number' },
      { name: 'of', label: 'Of', type: 'number' },
      { name: 'share', label: 'Share', type: 'number' },
      { name: 'low', label: 'Interval from', type: 'number' },
      { name: 'high', label: 'Interval to', type: 'number' },
      { name: 'method', label: 'Method', type: 'text' },
    ],
    rows: spec.facts.map(({ id, label }) => {
      const fact = factOf(source, id);
      const { interval } = fact;
      return {
        reading: label,
        fact: id,
        count: fact.count ?? null,
        of: fact.of ?? null,
        share: fact.value,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
        method:
          interval === undefined
            ? null
            : `${interval.method}, ${formatPercent(interval.level, undefined, source.locale)}`,
      };
    }),
  };
}

export function readIntervals(spec: Spec, source: ChartSource): Reading<'intervals'> {
  const rows = spec.facts.map((entry) => row(factOf(source, entry.id), entry, source));
  const compare = comparison(spec);
  const compared = spec.compare?.fact === undefined ? [] : [factOf(source, spec.compare.fact).id];
  return {
    type: 'intervals',
    drawn: { rows, compare },
    data: table(spec, source),
    noun: 'readings',
    facts: [...spec.facts.map(({ id }) => id), ...compared],
  };
}

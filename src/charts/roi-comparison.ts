/** Versions of the model beside each other: what each comes to, and where its assumptions differ. */
import { preset } from '../core/scenarios.ts';
import { formatNumber } from '../core/format.ts';
import { formatOperand } from '../core/quantity.ts';
import type { RoiCase } from '../core/roi-definition.ts';
import { totalFormula } from '../core/roi-total.ts';
import { evaluateRoi } from '../core/roi.ts';
import type { RoiModel } from '../core/roi.ts';
import { caseOf, monthsText } from './roi-case.ts';
import { about, aboutAtMost, mainFormula } from './roi-main.ts';
import { PUBLISHED, isPublished, moneyText, plainAmount } from './roi-view.ts';
import type { RoiState } from './roi-view.ts';

export interface VersionColumn {
  readonly title: string;
  readonly detail: string;
  readonly state: RoiState;
  /** The reader's own, as it stands on the page. */
  readonly yours?: boolean;
  /** Name under which the reader kept it. */
  readonly kept?: string;
}

export interface ComparisonCell {
  readonly text: string;
  /** From what is published. */
  readonly differs: boolean;
}

export interface ComparisonRow {
  readonly label: string;
  readonly kind: 'total' | 'line' | 'scenario' | 'assumption';
  readonly cells: readonly ComparisonCell[];
}

export interface ComparisonView {
  readonly results: readonly ComparisonRow[];
  /** Assumptions that differ anywhere. */
  readonly assumptions: readonly ComparisonRow[];
}

/** Every assumption at its cautious or generous end, judged by the main total first and by the others for what it does not use. */
export function presetState(model: RoiModel, side: 'conservative' | 'upside'): RoiState {
  const main = mainFormula(model, false);
  const others = model.totals
    .filter(({ id }) => id !== main.id)
    .map(({ id }) => totalFormula(model, id, { rounding: false }));
  return {
    changes: Object.assign({}, ...[...others, main].map((total) => preset(total, side))) as Record<string, number>,
    rounding: true,
  };
}

/** "same as published", "3 changed". */
export function changesText(state: RoiState): string {
  if (isPublished(state)) return 'same as published';
  const count = Object.keys(state.changes).length;
  return [...(count > 0 ? [`${count} changed`] : []), ...(state.rounding ? [] : ['not rounded'])].join(', ');
}

/** Published, the reader's own, the presets, and what the reader kept. */
export function versionColumns(
  model: RoiModel,
  version: string,
  yours: RoiState,
  kept: readonly { name: string; state: RoiState }[],
): VersionColumn[] {
  return [
    { title: 'Published', detail: `version ${version}`, state: PUBLISHED },
    { title: 'Your version', detail: changesText(yours), state: yours, yours: true },
    { title: 'Conservative', detail: 'cautious ends', state: presetState(model, 'conservative') },
    { title: 'Upside', detail: 'generous ends', state: presetState(model, 'upside') },
    ...kept.map(({ name, state }) => ({ title: name, detail: changesText(state), state, kept: name })),
  ];
}

export function comparisonView(model: RoiModel, columns: readonly VersionColumn[]): ComparisonView {
  const { locale } = model;
  const main = mainFormula(model, true).id;
  const results = columns.map(({ state }) => evaluateRoi(model, state.changes, { rounding: state.rounding }));
  const row = (
    label: string,
    kind: ComparisonRow['kind'],
    values: readonly number[],
    write: (value: number, version: number) => string,
  ): ComparisonRow => ({
    label,
    kind,
    cells: values.map((value, version) => ({ text: write(value, version), differs: !Object.is(value, values[0]) })),
  });
  const of = (id: string): number[] => results.map(({ values }) => values[id] ?? NaN);
  /** Whole amounts: what stands side by side is compared, not booked. */
  const plain = (value: number): string => plainAmount(Math.round(value), locale);
  const leftOut = (total: string, line: string, version: number): boolean =>
    results[version]?.totals.find(({ id }) => id === total)?.left.some(({ id }) => id === line) === true;
  /** What the case comes to; payback only where somebody names a price. */
  const caseRows = (parts: RoiCase, unit: string): ComparisonRow[] => {
    const cases = results.map((result) => caseOf(parts, result));
    const money = (value: number): string => moneyText(value, unit, locale);
    const priced = cases.some(({ price }) => price !== undefined);
    return [
      row(
        priced ? 'Present value, less the price' : 'Present value, before any price',
        'line',
        cases.map(({ npv }) => npv),
        (value) => money(about(value, 3)),
      ),
      row(
        'Highest price paid back in a year',
        'line',
        cases.map(({ highestPrice }) => highestPrice),
        (value) => (value > 0 ? money(aboutAtMost(value, 3)) : 'none'),
      ),
      ...(priced
        ? [
            row(
              'Paid back after',
              'line',
              cases.map(({ price, payback }) => (price === undefined ? NaN : (payback ?? Infinity))),
              (value) =>
                Number.isNaN(value) ? 'no price' : value === Infinity ? 'not paid back' : monthsText(value, locale),
            ),
          ]
        : []),
    ];
  };
  const totals = [...model.totals].sort((a, b) => Number(b.id === main) - Number(a.id === main));
  return {
    results: totals.flatMap((total) => {
      const lines = model.lines.filter(({ id }) => total.lines.includes(id));
      const unit = lines[0]?.unit ?? '';
      const apart = total.class === 'revenue_protection';
      const hours = total.hours_step;
      return [
        row(total.label, apart ? 'scenario' : 'total', of(total.id), (value) =>
          apart ? plain(value) : moneyText(Math.round(value), unit, locale),
        ),
        ...(apart
          ? []
          : lines.map(({ id, label }) =>
              row(label, 'line', of(id), (value, version) =>
                leftOut(total.id, id, version) ? `${plain(value)}, not added` : plain(value),
              ),
            )),
        ...(hours === undefined
          ? []
          : [
              row('Hours given back', 'line', of(hours), (value) => formatNumber(Math.round(value), undefined, locale)),
            ]),
        ...(total.id === model.case?.total ? caseRows(model.case, unit) : []),
      ];
    }),
    assumptions: model.assumptions
      .map(({ id, short, label, unit, value }) =>
        row(
          short ?? label,
          'assumption',
          columns.map(({ state }) => state.changes[id] ?? value),
          (at) => formatOperand(at, unit, locale),
        ),
      )
      .filter(({ cells }) => cells.some(({ differs }) => differs)),
  };
}

/** One assumption and one result of the model, for the summary. */
import { trackPlace } from '../charts/roi-control.ts';
import { PUBLISHED, roiView } from '../charts/roi-view.ts';
import { nearest } from '../core/nearest.ts';
import { formatQuantity } from '../core/quantity.ts';
import type { Report } from './report.ts';
import { modelOf } from './roi-bench.ts';
import { assumptionControl } from './roi-control.ts';
import type { AssumptionControl } from './roi-control.ts';

export interface RoiTeaserProps {
  /** Id of a total or a line. */
  readonly line: string;
  readonly assumption: string;
}

export interface RoiTeaserView {
  readonly control: AssumptionControl;
  readonly lineLabel: string;
  /** Words under the track, with their places in per cent. */
  readonly marks: readonly { readonly place: number; readonly text: string }[];
  /** Scenarios that the result leaves out. */
  readonly apart: readonly { readonly id: string; readonly label: string; readonly money: string }[];
}

function known<T extends { id: string }>(items: readonly T[], id: string, what: string, file: string): T {
  const item = items.find((candidate) => candidate.id === id);
  if (item !== undefined) return item;
  const near = nearest(
    id,
    items.map((candidate) => candidate.id),
  );
  throw new Error(
    `${file}: <RoiTeaser> names the ${what} "${id}", which roi.yaml does not have.${near === undefined ? '' : ` Did you mean "${near}"?`}`,
  );
}

export function roiTeaser(report: Report, { line, assumption: id }: RoiTeaserProps): RoiTeaserView {
  const model = modelOf(report);
  const { file } = report.page;
  const assumption = known(model.assumptions, id, 'assumption', file);
  const named = known([...model.totals, ...model.lines], line, 'line or total', file);
  const { growth, locale } = report.bundle.engagement;
  const place = (value: number): number => 100 * trackPlace(value, assumption);
  const write = (value: number): string => formatQuantity(value, assumption.unit, locale);
  return {
    control: assumptionControl(assumption, report),
    lineLabel: named.label,
    marks:
      growth?.to === assumption.value && growth.from >= assumption.min
        ? [
            { place: place(growth.from), text: `${write(growth.from).split(' ')[0] ?? ''} today` },
            { place: place(growth.to), text: `${write(growth.to).split(' ')[0] ?? ''} planned` },
          ]
        : [{ place: place(assumption.value), text: `${write(assumption.value)}, as published` }],
    apart: roiView(model, PUBLISHED)
      .sums.filter(({ scenario }) => scenario)
      .map(({ id: sum, total, money }) => ({ id: sum, label: total.label, money })),
  };
}

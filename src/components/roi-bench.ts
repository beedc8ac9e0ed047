/** The ROI bench as published: groups of assumptions, sums with their drawings, the working. */
import { assumptionControl } from './roi-control.ts';
import type { AssumptionControl } from './roi-control.ts';
import { roiDrawings } from '../charts/roi-drawings.ts';
import { ROI_FORMS } from '../charts/roi-lines.ts';
import { PUBLISHED, roiView } from '../charts/roi-view.ts';
import type { RoiSumView, WorkingView } from '../charts/roi-view.ts';
import { numberWord } from '../core/number-word.ts';
import type { RoiModel } from '../core/roi.ts';
import type { RoiComparison, RoiGroup } from '../core/roi-definition.ts';
import { draw } from '../notebook/draw.ts';
import type { Report } from './report.ts';

export interface DrawnRoiForm {
  readonly name: 'wide' | 'narrow';
  readonly svg: string;
}

export interface DrawnSum extends RoiSumView {
  /** "Labour, a year" */
  readonly heading: string;
  /** "the four lines added up" */
  readonly added: string;
  readonly forms: readonly DrawnRoiForm[];
}

export interface WorkingRow extends WorkingView {
  /** Lines that this step becomes; links to a line lead here. */
  readonly lines: readonly string[];
}

export interface RoiBenchView {
  readonly groups: readonly (RoiGroup & { readonly controls: readonly AssumptionControl[] })[];
  readonly sums: readonly DrawnSum[];
  readonly scale: readonly DrawnRoiForm[];
  readonly comparisons: readonly RoiComparison[];
  readonly working: readonly WorkingRow[];
  /** Whether any step declares a rounding, so that there is something to switch off. */
  readonly rounds: boolean;
  /** What the first total is with rounding switched off. */
  readonly unrounded: string | undefined;
}

/** The model of a report. @throws Error where the engagement declares none */
export function modelOf({ bundle, page }: Pick<Report, 'bundle' | 'page'>): RoiModel {
  if (bundle.roi !== undefined) return bundle.roi;
  throw new Error(
    `${page.file}: this page shows the ROI model, and content/${bundle.id}/roi.yaml does not exist. Write the model, or take the element out.`,
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function addedText(count: number, overlaps: boolean): string {
  if (count === 1) return 'one line';
  const lines = `the ${count <= 12 ? numberWord(count) : String(count)} lines`;
  return overlaps ? `${lines} added up, what overlaps counted once` : `${lines} added up`;
}

/** "a year" of "USD a year". */
const period = (unit: string): string => unit.split(' ').slice(1).join(' ');

export function roiBench(report: Report): RoiBenchView {
  const model = modelOf(report);
  const view = roiView(model, PUBLISHED);
  const drawings = (['wide', 'narrow'] as const).flatMap((name) =>
    roiDrawings(view, ROI_FORMS[name], model.locale).map((drawing) => ({
      ...drawing,
      name,
      svg: draw(drawing.options(), drawing.alt),
    })),
  );
  const forms = (id: string): DrawnRoiForm[] => drawings.filter((drawing) => drawing.id === id);
  const totals = new Map(view.exact.totals.map((total) => [total.id, total]));
  const first = view.sums[0];
  const unroundedSum = roiView(model, { changes: {}, rounding: false }).sums[0];
  return {
    groups: model.groups.map((group) => ({
      ...group,
      controls: model.assumptions
        .filter((assumption) => assumption.group === group.id)
        .map((assumption) => assumptionControl(assumption, report)),
    })),
    sums: view.sums.map((sum) => {
      const after = period(totals.get(sum.id)?.unit ?? '');
      const count = sum.lines.length;
      const overlaps = model.lines.some(
        ({ id, overlap }) => overlap !== undefined && model.totals.find((one) => one.id === sum.id)?.lines.includes(id),
      );
      return {
        ...sum,
        heading: capital(after === '' ? sum.total.label : `${sum.total.label}, ${after}`),
        added: addedText(count, overlaps),
        forms: forms(sum.id),
      };
    }),
    scale: forms('scale'),
    comparisons: model.comparisons,
    working: view.working.map((row) => ({
      ...row,
      lines: model.lines.filter(({ step }) => step === row.id).map(({ id }) => id),
    })),
    rounds: model.steps.some(({ round }) => round !== undefined),
    unrounded: first === undefined || unroundedSum?.money === first.money ? undefined : unroundedSum?.money,
  };
}

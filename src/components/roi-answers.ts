/** The answers of the ROI page as published: range of outcomes, swings, business case, versions side by side. */
import {
  CASH_DRAWING,
  OUTCOMES_DRAWING,
  TORNADO_DRAWING,
  answerDrawing,
  answerWord,
  roiAnswers,
} from '../charts/roi-answers.ts';
import { comparisonView, versionColumns } from '../charts/roi-comparison.ts';
import type { ComparisonView, VersionColumn } from '../charts/roi-comparison.ts';
import { ROI_FORMS } from '../charts/roi-lines.ts';
import { drawOutcomes } from '../charts/roi-outcomes.ts';
import { PUBLISHED, roiView } from '../charts/roi-view.ts';
import type { RoiAlternative, RoiComparison } from '../core/roi-definition.ts';
import { formatQuantity } from '../core/quantity.ts';
import { finish } from '../core/simulation.ts';
import { draw } from '../notebook/draw.ts';
import { modelOf } from './roi-bench.ts';
import type { DrawnRoiForm } from './roi-bench.ts';
import type { Report } from './report.ts';

export interface RoiAnswersView {
  /** Words by place, as the browser will write them. */
  readonly say: (place: string) => string;
  readonly outcomes: { readonly id: string; readonly forms: readonly DrawnRoiForm[] };
  readonly tornado: { readonly id: string; readonly forms: readonly DrawnRoiForm[] };
  readonly cash: { readonly id: string; readonly forms: readonly DrawnRoiForm[] };
  /** Whether the model declares a business case. */
  readonly hasCase: boolean;
  readonly turning: readonly { readonly id: string; readonly label: string }[];
  readonly alternatives: readonly (RoiAlternative & { readonly costs: string | undefined })[];
  readonly columns: readonly VersionColumn[];
  readonly comparison: ComparisonView;
}

function costsOf(
  { amount }: RoiAlternative,
  comparisons: readonly RoiComparison[],
  locale: string,
): string | undefined {
  const found = comparisons.find(({ id }) => id === amount);
  return (
    found &&
    `${formatQuantity(found.low, found.unit.split(' ')[0] ?? '', locale)} to ${formatQuantity(found.high, found.unit, locale)}`
  );
}

export function roiAnswersView(report: Report): RoiAnswersView {
  const model = modelOf(report);
  const view = roiView(model, PUBLISHED);
  const answers = roiAnswers(model, PUBLISHED, view, finish(drawOutcomes(model, PUBLISHED)));
  const drawn = (id: string) => ({
    id,
    forms: (['wide', 'narrow'] as const).flatMap((name) => {
      const drawing = answerDrawing(answers, id, ROI_FORMS[name]);
      return drawing === undefined ? [] : [{ id, name, svg: draw(drawing.options(), drawing.alt) }];
    }),
  });
  const columns = versionColumns(model, report.bundle.engagement.version, PUBLISHED, []);
  return {
    say: (place) => answerWord(answers, place) ?? '',
    outcomes: drawn(OUTCOMES_DRAWING),
    tornado: drawn(TORNADO_DRAWING),
    cash: drawn(CASH_DRAWING),
    hasCase: model.case !== undefined,
    turning: answers.rest?.turning?.needs ?? [],
    alternatives: model.alternatives.map((one) => ({ ...one, costs: costsOf(one, model.comparisons, model.locale) })),
    columns,
    comparison: comparisonView(model, columns),
  };
}

/** The answers of the page as figures, for whoever goes on calculating with them. */
import { tidy } from '../core/decimal.ts';
import { evaluateRoi } from '../core/roi.ts';
import { finish, percentile } from '../core/simulation.ts';
import type { RoiModel } from '../core/roi.ts';
import { caseOf } from './roi-case.ts';
import { mainFormula } from './roi-main.ts';
import { drawOutcomes } from './roi-outcomes.ts';
import type { RoiState } from './roi-view.ts';

export interface AnswerFigure {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Nothing where the model as it stands has none: payback without a price, a rate of return that nothing fits. */
  readonly value: number | undefined;
}

/** What the outcomes and the case come to. Ten thousand draws: not for every frame. */
export function answerFigures(model: RoiModel, { changes, rounding }: RoiState): AnswerFigure[] {
  const { label, unit } = mainFormula(model, rounding);
  const outcomes = finish(drawOutcomes(model, { changes, rounding }));
  const money = unit.split(' ')[0] ?? '';
  const figure = (id: string, words: string, measure: string, value: number | undefined): AnswerFigure => ({
    id,
    label: words,
    unit: measure,
    value: value === undefined ? undefined : tidy(value),
  });
  const range = [10, 50, 90].map((share) =>
    figure(
      `p${share}`,
      `${label}, P${share} of ${outcomes.sorted.length} draws`,
      unit,
      percentile(outcomes, share / 100),
    ),
  );
  if (model.case === undefined) return range;
  const found = caseOf(model.case, evaluateRoi(model, changes, { rounding }));
  return [
    ...range,
    figure('price', 'Price', money, found.price),
    figure('effort', 'Own effort at the start', money, found.effort),
    figure('upkeep', 'Upkeep', `${money} a year`, found.upkeep),
    figure('first_year', 'First year, ramp included', money, found.firstYear),
    figure('highest_price', 'Highest price paid back in a year', money, found.highestPrice),
    figure(
      'payback',
      'Price and costs paid back after',
      'months',
      found.price === undefined ? undefined : found.payback,
    ),
    figure('chance', 'Share of draws that pay all costs back in a year', 'share', outcomes.held),
    figure('horizon', 'Horizon', 'years', found.horizon),
    figure('present_value', 'Present value over the horizon', money, found.npv),
    figure('roi', 'Return on what is spent over the horizon', 'share', found.roi),
    figure('irr', 'Internal rate of return', 'share a year', found.irr),
    figure('delay', 'Forgone by a month of waiting', money, found.delay),
  ];
}

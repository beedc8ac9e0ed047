/** All answers of the page beyond the sums, and their drawings. Build and browser make them with these functions. */
import type { Outcomes } from '../core/simulation.ts';
import type { RoiModel } from '../core/roi.ts';
import { benefitText } from './roi-benefit.ts';
import { caseView, turningView } from './roi-case.ts';
import type { CaseView, TurningView } from './roi-case.ts';
import { roiCash } from './roi-cash.ts';
import { roiDots } from './roi-dots.ts';
import type { RoiDrawing } from './roi-drawings.ts';
import type { RoiForm } from './roi-lines.ts';
import { outcomesView } from './roi-outcomes.ts';
import type { OutcomesView } from './roi-outcomes.ts';
import { swingsView } from './roi-swings.ts';
import type { SwingsView } from './roi-swings.ts';
import { roiTornado } from './roi-tornado.ts';
import type { RoiState, RoiView } from './roi-view.ts';

/** No id of a total holds a colon. */
export const OUTCOMES_DRAWING = 'figure:outcomes';
export const TORNADO_DRAWING = 'figure:tornado';
export const CASH_DRAWING = 'figure:cash';

/** What follows the thumb, and what comes once it rests. */
export interface RoiAnswers {
  readonly swings: SwingsView;
  readonly benefit: string;
  readonly case: CaseView | undefined;
  readonly rest: { readonly outcomes: OutcomesView; readonly turning: TurningView | undefined } | undefined;
}

/** @param outcomes drawn for the same state; without them only what follows the thumb is worked out */
export function roiAnswers(model: RoiModel, state: RoiState, view: RoiView, outcomes?: Outcomes): RoiAnswers {
  return {
    swings: swingsView(model, state),
    benefit: benefitText(model, view),
    case: caseView(model, state, view, outcomes),
    rest: outcomes && { outcomes: outcomesView(model, state, outcomes), turning: turningView(model, state, view) },
  };
}

export function answerDrawings({ swings, case: one, rest }: RoiAnswers, form: RoiForm): RoiDrawing[] {
  return [
    { id: TORNADO_DRAWING, options: roiTornado(swings.tornado, form).options, alt: swings.alt },
    ...(one === undefined ? [] : [{ id: CASH_DRAWING, options: roiCash(one.cash, form).options, alt: one.cashAlt }]),
    ...(rest === undefined
      ? []
      : [{ id: OUTCOMES_DRAWING, options: roiDots(rest.outcomes.dots, form).options, alt: rest.outcomes.alt }]),
  ];
}

/** Words by the place they stand in; places of what is not worked out yet keep theirs. */
export function answerWords({ swings, benefit, case: one, rest }: RoiAnswers): ReadonlyMap<string, string> {
  const words = new Map([
    ['swings.title', swings.title],
    ['swings.deck', swings.deck],
    ['swings.first', swings.first],
    ['benefit', benefit],
  ]);
  if (one !== undefined) {
    words.set('case.numeral', one.numeral).set('case.words', one.words);
    words.set('cash.title', one.cashTitle).set('cash.deck', one.cashDeck);
    words.set('case.sentences', one.sentences.join(' '));
  }
  if (rest !== undefined) {
    const { outcomes, turning } = rest;
    words.set('outcomes.title', outcomes.title).set('outcomes.deck', outcomes.deck).set('outcomes.note', outcomes.note);
    if (turning !== undefined) words.set('turning.target', turning.target);
    for (const { id, text } of turning?.points ?? []) words.set(`turning.${id}`, text);
  }
  return words;
}

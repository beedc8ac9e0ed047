/** All answers of the page beyond the sums, and their drawings. Build and browser make them with these functions. */
import type { Outcomes } from '../core/simulation.ts';
import type { RoiModel } from '../core/roi.ts';
import { benefitText } from './roi-benefit.ts';
import { caseView, turningView } from './roi-case.ts';
import type { CaseView, TurningView } from './roi-case.ts';
import { roiCash } from './roi-cash.ts';
import { roiDots } from './roi-dots.ts';
import type { Drawing } from './drawing.ts';
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

/** What follows the thumb, and what comes once it rests; each part is worked out when it is asked for. */
export interface RoiAnswers {
  readonly swings: SwingsView;
  readonly benefit: string;
  readonly case: CaseView | undefined;
  readonly rest: { readonly outcomes: OutcomesView; readonly turning: TurningView | undefined } | undefined;
}

function once<T>(work: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: work() }).value;
}

/** @param outcomes drawn for the same state; without them there is only what follows the thumb */
export function roiAnswers(model: RoiModel, state: RoiState, view: RoiView, outcomes?: Outcomes): RoiAnswers {
  const swings = once(() => swingsView(model, state));
  const benefit = once(() => benefitText(model, view));
  const one = once(() => caseView(model, state, view, outcomes));
  const rest = once(
    () => outcomes && { outcomes: outcomesView(model, state, outcomes), turning: turningView(model, state) },
  );
  return {
    get swings() {
      return swings();
    },
    get benefit() {
      return benefit();
    },
    get case() {
      return one();
    },
    get rest() {
      return rest();
    },
  };
}

function drawing<T>(id: string, data: T, draw: (data: T, form: RoiForm) => Drawing, form: RoiForm, alt: string) {
  return { id, data: JSON.stringify(data), options: () => draw(data, form).options, alt };
}

const DRAWINGS: Readonly<Record<string, (answers: RoiAnswers, form: RoiForm) => RoiDrawing | undefined>> = {
  [TORNADO_DRAWING]: ({ swings }, form) => drawing(TORNADO_DRAWING, swings.tornado, roiTornado, form, swings.alt),
  [CASH_DRAWING]: ({ case: one }, form) => one && drawing(CASH_DRAWING, one.cash.data, roiCash, form, one.cash.alt),
  [OUTCOMES_DRAWING]: ({ rest }, form) =>
    rest && drawing(OUTCOMES_DRAWING, rest.outcomes.dots, roiDots, form, rest.outcomes.alt),
};

/** The drawing of an answer; nothing for an answer that is not worked out yet or that the model does not give. */
export const answerDrawing = (answers: RoiAnswers, id: string, form: RoiForm): RoiDrawing | undefined =>
  DRAWINGS[id]?.(answers, form);

/** Parts of the answers by the first half of a place: `swings.title` is the title of the swings. */
const PARTS: Readonly<Record<string, (answers: RoiAnswers) => object | undefined>> = {
  swings: ({ swings }) => swings,
  benefit: ({ benefit }) => ({ benefit }),
  case: ({ case: one }) => one,
  cash: ({ case: one }) => one?.cash,
  outcomes: ({ rest }) => rest?.outcomes,
  turning: ({ rest }) => rest?.turning,
  point: ({ rest }) => rest?.turning?.points,
};

/** Words by the place they stand in; nothing for what is not worked out yet. */
export function answerWord(answers: RoiAnswers, place: string): string | undefined {
  const [part = '', name = part] = place.split('.');
  const words = Object.entries(PARTS[part]?.(answers) ?? {}).find(([own]) => own === name)?.[1] as unknown;
  return typeof words === 'string' ? words : undefined;
}

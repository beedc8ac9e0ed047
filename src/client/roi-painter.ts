/** Paints the state as it stands: figures within the frame, then the drawings in one task after it. */
import { OUTCOMES_DRAWING, roiAnswers } from '../charts/roi-answers.ts';
import type { RoiAnswers } from '../charts/roi-answers.ts';
import { PUBLISHED, roiView } from '../charts/roi-view.ts';
import type { RoiState, RoiView } from '../charts/roi-view.ts';
import type { RoiModel } from '../core/roi.ts';
import type { Outcomes } from '../core/simulation.ts';
import { tellModel } from './reader-model.ts';
import { drawingsOf, paintBar, paintFigures, paintWords } from './roi-paint.ts';
import type { Drawings } from './roi-paint.ts';
import { inView, visibleBars } from './roi-places.ts';
import type { BarsPlace, RoiPlaces } from './roi-places.ts';

export interface Painter {
  /** The state that was last painted, worked out. */
  readonly view: RoiView;
  /** Soon, at most once a frame. */
  paint(): void;
  /** The same, with what should not have changed: a slider moved where the model does not follow, a half-typed number. */
  paintAgain(): void;
  /** What lay out of sight, and the outcomes, once the state rests. */
  paintRest(): void;
  /** Every drawing at once, seen or not: for paper. */
  paintAll(): void;
}

/** Calls back in a task of its own: after the frame that is being painted, and without the pause that timers make. */
function nextTask(run: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    run();
  };
  port2.postMessage(0);
}

/** @param now the state, and its outcomes once they are drawn */
export function painter(
  model: RoiModel,
  places: RoiPlaces,
  now: () => { state: RoiState; outcomes: Outcomes | undefined },
): Painter {
  let view = roiView(model, PUBLISHED);
  let answers: RoiAnswers | undefined;
  let drawings: Drawings | undefined;
  /** What stands in words and controls; nothing where all has to be written. */
  let onPage: RoiState | undefined;
  let frame = 0;
  /** Drawings that wait for the task. */
  const waiting = new Set<BarsPlace>();
  /** Drawings of the state as it stands. */
  let painted = new Set<BarsPlace>();
  let drawing = false;

  function work(): void {
    const { state, outcomes } = now();
    answers = roiAnswers(model, state, view, outcomes);
    drawings = undefined;
    paintWords(places, answers);
  }

  /** All in one task: with a task for each, the browser lays out and paints the page between them. */
  function draw(): void {
    drawing = false;
    if (answers === undefined) return;
    drawings ??= drawingsOf(view, answers, model.locale);
    for (const place of waiting) paintBar(place, drawings);
    waiting.clear();
  }

  function queue(bars: readonly BarsPlace[]): void {
    for (const place of bars) waiting.add(place);
    if (drawing || waiting.size === 0) return;
    drawing = true;
    nextTask(draw);
  }

  function repaint(): void {
    frame = 0;
    // What lies further down is drawn once the slider rests. Asks for the layout, so before anything is written.
    const bars = visibleBars(places).filter((place) => places.waiting.length === 0 || inView(place));
    painted = new Set(bars);
    const { state } = now();
    view = roiView(model, state);
    paintFigures(places, view, model, state, onPage);
    onPage = state;
    work();
    queue(bars);
    tellModel(view.result.values);
  }

  function paint(): void {
    if (frame === 0) frame = requestAnimationFrame(repaint);
  }

  return {
    get view() {
      return view;
    },
    paint,
    paintAgain() {
      onPage = undefined;
      paint();
    },
    paintRest() {
      const late = visibleBars(places).filter((place) => place.id === OUTCOMES_DRAWING || !painted.has(place));
      painted = new Set();
      work();
      queue(late);
    },
    paintAll() {
      work();
      if (answers === undefined) return;
      const all = drawingsOf(view, answers, model.locale);
      for (const place of places.bars) paintBar(place, all);
    },
  };
}

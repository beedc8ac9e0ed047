/** Paints the state as it stands: figures at once, drawings in sight with the frame, and the rest once the slider rests. */
import { roiAnswers } from '../charts/roi-answers.ts';
import type { RoiAnswers } from '../charts/roi-answers.ts';
import { PUBLISHED, isPublished, roiView } from '../charts/roi-view.ts';
import type { RoiState } from '../charts/roi-view.ts';
import type { RoiModel } from '../core/roi.ts';
import type { Outcomes } from '../core/simulation.ts';
import { tellModel } from './reader-model.ts';
import { drawingsOf, paintBar, paintFigures, paintWords } from './roi-paint.ts';
import type { Drawings } from './roi-paint.ts';
import { displayedBars } from './roi-places.ts';
import type { BarsPlace, KeyedPlace, RoiPlaces } from './roi-places.ts';
import { watchSight } from './sight.ts';

/** How long a slider rests, in milliseconds, before what is out of sight follows. */
const REST = 150;

/** "Labour", "$55,350", "up $7,380 on the published version". */
export interface Result {
  readonly label: string;
  readonly text: string;
  readonly difference?: string;
}

export interface Painter {
  /** Results of the state that was last painted, in words: sums, then present value and payback. */
  results(): readonly Result[];
  /** Figures and words in sight at once, or with the next frame where they have been painted in this one. */
  paint(): void;
  /** The same, with what should not have changed: a slider moved where the model does not follow, a half-typed number. */
  paintAgain(): void;
  /** What lay out of sight, and the outcomes, once the state rests. */
  paintRest(): void;
  /** Every drawing, displayed or not: for paper. */
  paintAll(): void;
}

/** A state worked out; its answers and drawings as far as they are asked for. */
interface Worked {
  readonly answers: RoiAnswers;
  readonly drawings: Drawings;
}

/** @param now the state, and its outcomes once they are drawn */
export function painter(
  model: RoiModel,
  places: RoiPlaces,
  now: () => { state: RoiState; outcomes: Outcomes | undefined },
): Painter {
  const { words, bars } = places;
  let view = roiView(model, PUBLISHED);
  let worked = workOut(PUBLISHED, undefined);
  /** The build has painted the published version. */
  let painted: RoiState = PUBLISHED;
  /** Answers in words and drawings that stand as the state does. */
  let fresh = new Set<KeyedPlace>([...words, ...bars]);
  /** Data of what is drawn: where they stay, so does the drawing. */
  const drawn = new Map<BarsPlace, string>();
  /** Whether controls that stand as they stood are written all the same. */
  let everything = true;
  let frame = 0;
  let late = false;
  let timer = 0;
  const sight = watchSight(
    [...words, ...bars].map(({ element }) => element),
    () => paintAnswers(inSight),
  );
  const inSight = (place: KeyedPlace): boolean => sight.has(place.element) && !fresh.has(place);

  /** Until the outcomes are drawn, what stands as the state does may know more than is worked out here. */
  const behind = (place: KeyedPlace): boolean => now().outcomes !== undefined || !fresh.has(place);

  function workOut(state: RoiState, outcomes: Outcomes | undefined): Worked {
    const answers = roiAnswers(model, state, view, outcomes);
    return { answers, drawings: drawingsOf(view, answers, model.locale) };
  }

  function paintState(): void {
    const { state, outcomes } = now();
    view = roiView(model, state);
    worked = workOut(state, outcomes);
    paintFigures(places, view, model, state, everything ? undefined : painted);
    if (!isPublished(state) || !isPublished(painted)) fresh = new Set();
    painted = state;
    everything = false;
    say(inSight);
  }

  function draw(place: BarsPlace): void {
    const drawing = worked.drawings(place);
    fresh.add(place);
    // What is not worked out yet keeps its drawing.
    if (drawing === undefined) return;
    const data = `${drawing.alt} ${drawing.data}`;
    if (drawn.get(place) === data) return;
    paintBar(place, drawing);
    drawn.set(place, data);
  }

  function say(wanted: (place: KeyedPlace) => boolean): void {
    const said = words.filter(wanted);
    if (said.length > 0) paintWords(said, worked.answers);
    for (const place of said) fresh.add(place);
  }

  function paintAnswers(wanted: (place: KeyedPlace) => boolean): void {
    say(wanted);
    for (const place of bars.filter(wanted)) draw(place);
  }

  /** Paints what came after this frame's figures. */
  function catchUp(): void {
    if (late) paintState();
    late = false;
  }

  function onFrame(): void {
    frame = 0;
    catchUp();
    paintAnswers(inSight);
    tellModel(view.result.values);
  }

  function paint(): void {
    clearTimeout(timer);
    timer = window.setTimeout(paintRest, REST);
    if (frame !== 0) {
      late = true;
      return;
    }
    paintState();
    frame = requestAnimationFrame(onFrame);
  }

  function paintRest(): void {
    catchUp();
    // Asks for the layout, so before anything is written.
    const shown = new Set<KeyedPlace>([...displayedBars(places), ...words]);
    const { state, outcomes } = now();
    worked = workOut(state, outcomes);
    paintAnswers((place) => shown.has(place) && behind(place));
  }

  return {
    results() {
      const { case: one } = worked.answers;
      return [
        ...view.sums.map(({ total, money, difference = 'as published' }) => ({
          label: total.label,
          text: money,
          difference,
        })),
        ...(one === undefined
          ? []
          : [
              { label: one.worthLabel, text: one.worth },
              { label: one.backLabel, text: one.back },
            ]),
      ];
    },
    paint,
    paintAgain() {
      everything = true;
      paint();
    },
    paintRest,
    paintAll() {
      catchUp();
      paintAnswers(behind);
    },
  };
}

/** What is worked out once a slider rests: ten thousand draws, a few milliseconds at a time, so that nothing ever waits for them. */
import { drawOutcomes } from '../charts/roi-outcomes.ts';
import type { RoiState } from '../charts/roi-view.ts';
import { ExpressionError } from '../core/expression-tree.ts';
import type { RoiModel } from '../core/roi.ts';
import type { Outcomes } from '../core/simulation.ts';

/** How long a slider has to rest. */
const REST = 150;
/** Longest piece of work between two events of the page. */
const SLICE = 6;

export interface Resting {
  /** Begins anew; whatever was under way for an earlier state is dropped. */
  start(state: RoiState): void;
}

/**
 * @param done called with the outcomes of the last state handed in; undefined where some draw makes
 *   a formula divide by zero
 */
export function resting(model: RoiModel, done: (outcomes: Outcomes | undefined) => void): Resting {
  let timer = 0;

  function work(steps: Generator<number, Outcomes, void>): void {
    const until = performance.now() + SLICE;
    try {
      do {
        const { done: finished, value } = steps.next();
        if (finished === true) {
          done(value);
          return;
        }
      } while (performance.now() < until);
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      done(undefined);
      return;
    }
    timer = window.setTimeout(() => work(steps), 0);
  }

  return {
    start(state) {
      clearTimeout(timer);
      timer = window.setTimeout(() => work(drawOutcomes(model, state)), REST);
    },
  };
}

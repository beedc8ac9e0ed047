/** Presets as a reader begins from them: they set what the results rest on and leave the rest as it is. */
import { presetState } from '../charts/roi-comparison.ts';
import type { RoiState } from '../charts/roi-view.ts';
import type { RoiModel } from '../core/roi.ts';
import { totalFormula } from '../core/roi-total.ts';

export interface Begun {
  readonly state: RoiState;
  /** What was done, in sentences for the reader. */
  readonly text: string;
}

const ENDS = { conservative: 'cautious', upside: 'generous' } as const;

/** The reader's version with every assumption of a total at one end; price, time, rounding and the like stay theirs. */
export function begun(model: RoiModel, { changes, rounding }: RoiState, side: keyof typeof ENDS): Begun {
  const set = presetState(model, side).changes;
  const results = new Set(
    model.totals.flatMap(({ id }) => totalFormula(model, id, { rounding: false }).needs.map((one) => one.id)),
  );
  const others = model.assumptions.filter(({ id }) => Object.hasOwn(changes, id) && !results.has(id));
  const kept = [...others.map(({ short, label }) => short ?? label), ...(rounding ? [] : ['Rounding'])];
  const own = Object.fromEntries(others.map(({ id }) => [id, changes[id] ?? NaN]));
  return {
    state: { changes: { ...own, ...set }, rounding },
    text: `Every assumption of the results stands at its ${ENDS[side]} end.${
      kept.length === 0 ? '' : ` As you had set it: ${kept.join(', ')}.`
    }`,
  };
}

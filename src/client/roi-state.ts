/** A reader's version of the model as names and values of an address, and back. */
import { PUBLISHED, isPublished } from '../charts/roi-view.ts';
import type { RoiState } from '../charts/roi-view.ts';
import { ExpressionError } from '../core/expression-tree.ts';
import { nearest } from '../core/nearest.ts';
import { formatQuantity } from '../core/quantity.ts';
import { RoiChangeError, evaluateRoi } from '../core/roi.ts';
import type { RoiModel } from '../core/roi.ts';

type Pairs = readonly (readonly [name: string, value: string])[];

/** Names that are no assumptions. */
export const VERSION = 'v';
const ROUNDING = 'rounding';
const OFF = 'off';

/** As numbers are written here; what a language of programs takes besides, such as 0x40, nobody meant. */
const NUMBER = /^-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/;

export interface ReadState {
  readonly state: RoiState;
  /** What was not understood or not accepted, each in a sentence for the reader. */
  readonly notices: readonly string[];
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** The case adds up whole years; a horizon between two of them would be worked out as another one. */
function partOfYear(
  { assumptions, case: parts, locale }: RoiModel,
  changes: Readonly<Record<string, number>>,
): string | undefined {
  const horizon = assumptions.find(({ id }) => id === parts?.horizon);
  const change = horizon && changes[horizon.id];
  if (horizon === undefined || change === undefined || Number.isInteger(change)) return undefined;
  return `"${horizon.label}" counts whole years, found ${formatQuantity(change, horizon.unit, locale)}.`;
}

/**
 * What the model does not accept, as a sentence; undefined where it accepts the change.
 * One change alone is judged: others cannot make it right or wrong, unless a formula fails on all of them.
 */
export function refusal(model: RoiModel, changes: Readonly<Record<string, number>>): string | undefined {
  try {
    evaluateRoi(model, changes, { rounding: true });
    return partOfYear(model, changes);
  } catch (error) {
    if (error instanceof RoiChangeError) return error.message;
    if (error instanceof ExpressionError) return 'With these values a formula of the model has no result.';
    throw error;
  }
}

/**
 * Reads a state. Whatever is unknown or absurd is left out and explained; the rest is taken.
 *
 * @param version of the report that reads it
 */
export function readState(pairs: Pairs, model: RoiModel, version: string): ReadState {
  const known = new Map(model.assumptions.map((assumption) => [assumption.id, assumption]));
  const notices: string[] = [];
  const taken = new Map<string, number>();
  let rounding = true;
  for (const [name, value] of pairs) {
    const assumption = known.get(name);
    if (assumption !== undefined) {
      const number = NUMBER.test(value.trim()) ? Number(value) : Number.NaN;
      const fault = Number.isNaN(number)
        ? `"${assumption.label}" needs a number, found "${shortened(value)}".`
        : refusal(model, { [name]: number });
      if (fault !== undefined) notices.push(fault);
      else if (number === assumption.value) taken.delete(name);
      else taken.set(name, number);
    } else if (name === ROUNDING) {
      if (value === OFF) rounding = false;
      else notices.push(`Rounding is either as declared or "${OFF}", found "${shortened(value)}".`);
    } else if (name === VERSION) {
      if (value !== version) {
        notices.push(
          `The address was made with version ${shortened(value)} of this report; this is version ${version}. Its assumptions are applied to this version.`,
        );
      }
    } else {
      const near = nearest(name, known.keys());
      const hint = near === undefined ? '' : ` Was "${near}" meant?`;
      notices.push(`The model has no assumption "${shortened(name)}".${hint}`);
    }
  }
  const changes = Object.fromEntries(taken);
  const fault = refusal(model, changes);
  if (fault !== undefined) return { state: PUBLISHED, notices: [...notices, fault] };
  return { state: { changes, rounding }, notices };
}

/** Names and values of a state, in the order of the model; none where everything stands as published. */
export function writeState(state: RoiState, model: RoiModel, version: string): Pairs {
  if (isPublished(state)) return [];
  const changes = model.assumptions.flatMap(({ id }): Pairs => {
    const value = state.changes[id];
    return value === undefined ? [] : [[id, String(value)]];
  });
  return [[VERSION, version], ...changes, ...(state.rounding ? [] : ([[ROUNDING, OFF]] as const))];
}

/** The state with one assumption changed, or back at its published value. */
export function withChange(state: RoiState, model: RoiModel, id: string, value: number): RoiState {
  const { [id]: _, ...others } = state.changes;
  const published = model.assumptions.find((assumption) => assumption.id === id)?.value;
  return { ...state, changes: value === published ? others : { ...others, [id]: value } };
}

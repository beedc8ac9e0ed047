/** What the range of outcomes says: title, percentiles, and why the middle is not where the model stands. */
import { momentsOf } from '../core/distribution.ts';
import { distributionsOf } from '../core/roi-distributions.ts';
import { formatQuantity } from '../core/quantity.ts';
import { namedPrice, paybackMargin } from '../core/payback-margin.ts';
import { equallyLikely, percentile, simulate } from '../core/simulation.ts';
import type { Outcomes } from '../core/simulation.ts';
import type { RoiModel } from '../core/roi.ts';
import type { DotsData } from './roi-dots.ts';
import { aboutMoney, amountWriter, mainFormula, subjectOf } from './roi-main.ts';
import { moneyText } from './roi-view.ts';
import type { RoiState } from './roi-view.ts';

export const DOTS = 50;

export interface OutcomesView {
  readonly title: string;
  readonly deck: string;
  readonly note: string;
  readonly alt: string;
  readonly dots: DotsData;
}

/** The draws for a state, to be run in one go or a little at a time. The seed is the report's: everybody sees the same ones. */
export function drawOutcomes(model: RoiModel, { changes }: RoiState): Generator<number, Outcomes, void> {
  const formula = mainFormula(model, false);
  const price = namedPrice(model, changes);
  const margin = price === undefined ? undefined : paybackMargin(model, { rounding: false });
  // A price is named, not drawn; costs and ramps are drawn with the rest.
  const costs = (margin?.needs ?? []).filter(({ id }) => id !== model.case?.price);
  return simulate(formula.value, distributionsOf([...formula.needs, ...costs], changes), {
    seed: formula.id,
    fixed: changes,
    ...(margin && { holds: (inputs) => margin.value(inputs) >= 0 }),
  });
}

/** The assumption whose range leans most: how far the total moves from its value to its mean, and the words for it. */
function leaning(model: RoiModel, { changes }: RoiState): { shift: number; text: string } | undefined {
  const { needs, value } = mainFormula(model, false);
  const now = value(changes);
  const { locale } = model;
  const [most] = needs
    .map((one) => {
      const distribution = distributionsOf([one], changes).get(one.id);
      const mean = distribution === undefined ? NaN : momentsOf(distribution).mean;
      return { one, distribution, shift: value({ ...changes, [one.id]: mean }) - now };
    })
    .sort((a, b) => Math.abs(b.shift) - Math.abs(a.shift));
  if (most?.distribution === undefined || most.distribution.kind === 'sample') return undefined;
  const { low, likely, high } = most.distribution;
  const say = (at: number): string => formatQuantity(at, most.one.unit, locale);
  return {
    shift: most.shift,
    text: `${most.one.short ?? most.one.label}, at ${say(likely)}, can ${reach(low < likely && say(low), high > likely && say(high))}`,
  };
}

/** "fall to 120 a month and rise to 240 a month". @param low false where it is at that end already; so is `high` */
function reach(low: string | false, high: string | false): string {
  if (low === false) return `only rise to ${String(high)}`;
  return high === false ? `only fall to ${low}` : `fall to ${low} and rise to ${high}`;
}

function noteOf(model: RoiModel, state: RoiState, middle: number): string {
  const { needs, unit, value } = mainFormula(model, false);
  const now = value(state.changes);
  const gap = middle - now;
  const set = needs.some(({ id }) => state.changes[id] !== undefined);
  const drawn = `Drawn without rounding, each assumption for itself${set ? ', yours as the likeliest of its range' : ''}.`;
  const lean = leaning(model, state);
  if (Math.abs(gap) <= Math.abs(now) / 50) return `The middle outcome is about where the model stands. ${drawn}`;
  const side = gap < 0 ? 'lower' : 'higher';
  const cause = lean !== undefined && Math.sign(lean.shift) === Math.sign(gap) ? `, mostly because ${lean.text}` : '';
  return `The middle outcome is ${aboutMoney(Math.abs(gap), unit, model.locale, 2)} ${side} than the unrounded model as it stands${cause}. ${drawn}`;
}

/** @param outcomes from `drawOutcomes` for the same state */
export function outcomesView(model: RoiModel, state: RoiState, outcomes: Outcomes): OutcomesView {
  const { locale } = model;
  const formula = mainFormula(model, state.rounding);
  const { unit, value } = formula;
  const [low = NaN, middle = NaN, high = NaN] = [0.1, 0.5, 0.9].map((probability) => percentile(outcomes, probability));
  const money = (amount: number, digits?: number): string => aboutMoney(amount, unit, locale, digits);
  const now = value(state.changes);
  return {
    title:
      low === high
        ? `Four outcomes in five come to ${money(middle)}`
        : `Four outcomes in five fall between ${money(low, 2)} and ${money(high, 2)}`,
    deck: `Fifty equally likely outcomes for ${subjectOf(formula)}; all its assumptions drawn across their ranges`,
    note: noteOf(model, state, middle),
    alt: `Fifty equally likely outcomes from ${money(outcomes.sorted[0] ?? NaN)} to ${money(outcomes.sorted.at(-1) ?? NaN)}: one in ten below ${money(low)}, half below ${money(middle)}, one in ten above ${money(high)}.`,
    dots: {
      dots: equallyLikely(outcomes, DOTS),
      low: { value: low, text: money(low), name: 'P10, one in ten below', short: 'P10' },
      middle: { value: middle, text: money(middle), name: 'P50', short: 'P50' },
      high: { value: high, text: money(high), name: 'P90, one in ten above', short: 'P90' },
      now: { value: now, text: moneyText(now, unit, locale), words: 'with every assumption where it stands' },
      write: amountWriter(unit, locale),
    },
  };
}

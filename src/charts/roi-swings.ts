/** What the swings say: which assumption moves the result most, which to pin down first, and where each would turn it. */
import { capitalised } from '../core/format.ts';
import { formatOperand, formatQuantity } from '../core/quantity.ts';
import { isShare } from '../core/roi-references.ts';
import { breakEven, pinDownFirst, tornado } from '../core/sensitivity.ts';
import type { ModelAssumption, RoiModel } from '../core/roi.ts';
import type { TotalFormula } from '../core/roi-total.ts';
import { about, aboutMoney, amountWriter, mainFormula, subjectOf } from './roi-main.ts';
import type { TornadoData } from './roi-tornado.ts';
import type { RoiState } from './roi-view.ts';

export interface SwingsView {
  readonly title: string;
  readonly deck: string;
  /** Which to pin down first, and who could. */
  readonly first: string;
  readonly alt: string;
  readonly tornado: TornadoData;
}

const named = ({ short, label }: ModelAssumption): string => short ?? label;

export function swingsView(model: RoiModel, state: RoiState): SwingsView {
  const { locale } = model;
  const formula = mainFormula(model, state.rounding);
  const swings = tornado(formula, state.changes).filter(({ width }) => width > 0);
  const [widest] = swings;
  const first = pinDownFirst(swings);
  const money = (amount: number): string => aboutMoney(amount, formula.unit, locale);
  return {
    title:
      widest === undefined ? 'No assumption moves the result' : `“${named(widest.assumption)}” moves the result most`,
    deck: `${capitalised(subjectOf(formula))} when one assumption moves across its range and the rest stay put`,
    first:
      first === undefined
        ? ''
        : `Pin down first: ${first.assumption.label.toLowerCase()}. It is ${first.assumption.basis}, and its range alone moves the result by ${money(first.width)}. ${first.assumption.owner} can confirm or correct it.`,
    alt: `${swings.map(({ assumption, atLow, atHigh }) => `${named(assumption)} from ${money(atLow)} to ${money(atHigh)}`).join('; ')}.`,
    tornado: {
      rows: swings.map(({ assumption, atLow, atHigh }) => ({
        label: named(assumption),
        atLow,
        atHigh,
        low: formatOperand(assumption.low, assumption.unit, locale),
        high: formatOperand(assumption.high, assumption.unit, locale),
        changed: state.changes[assumption.id] !== undefined,
      })),
      now: formula.value(state.changes),
      write: amountWriter(formula.unit, locale),
    },
  };
}

/** A break-even to as many digits as anybody could act on. */
function turningPoint(value: number, { unit }: ModelAssumption, locale: string): string {
  return formatQuantity(isShare(unit) ? about(value, 2) : about(value, 3), unit, locale);
}

/**
 * How far one assumption may go, the rest as it is, before `measure` falls below a target: "down to 9.1%". Where it lies
 * below as things stand, how far the assumption has to go for it to get there: "up to 40%".
 *
 * @param measure from values by assumption id, without rounding
 */
export function breakEvenText(
  measure: TotalFormula['value'],
  assumption: ModelAssumption,
  { changes }: RoiState,
  { target, locale }: { readonly target: number; readonly locale: string },
): string {
  const found = breakEven({ value: measure }, changes, assumption, target);
  const { id, min, max, unit, value } = assumption;
  const range = `from ${formatOperand(min, unit, locale)} to ${formatQuantity(max, unit, locale)}`;
  switch (found.kind) {
    case 'at':
      return `${found.value > (changes[id] ?? value) ? 'up' : 'down'} to ${turningPoint(found.value, assumption, locale)}`;
    case 'always':
      return `anywhere ${range}`;
    case 'never':
      return `nowhere ${range}`;
  }
}

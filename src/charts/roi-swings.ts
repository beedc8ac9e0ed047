/** What the swings say: which assumption moves the result most, which to pin down first, and where each would turn it. */
import { capitalised, uncapitalised } from '../core/format.ts';
import { formatOperand, formatQuantity } from '../core/quantity.ts';
import { isShare } from '../core/roi-references.ts';
import { breakEven, pinDownFirst, tornado } from '../core/sensitivity.ts';
import type { TotalFormula } from '../core/roi-total.ts';
import type { ModelAssumption, RoiModel } from '../core/roi.ts';
import { aboutAtLeast, aboutAtMost, aboutMoney, amountWriter, mainFormula, subjectOf } from './roi-main.ts';
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
        : `Pin down first: ${uncapitalised(first.assumption.label)}. It is ${first.assumption.basis}, and its range alone moves the result by ${money(first.width)}. ${first.assumption.owner} can confirm or correct it.`,
    alt: `${swings.map(({ assumption, atLow, atHigh }) => `${named(assumption)} from ${money(atLow)} to ${money(atHigh)}`).join('; ')}.`,
    tornado: {
      rows: swings.map(({ assumption, low, high, atLow, atHigh }) => ({
        label: named(assumption),
        atLow,
        atHigh,
        low: formatOperand(low, assumption.unit, locale),
        high: formatOperand(high, assumption.unit, locale),
        changed: state.changes[assumption.id] !== undefined,
      })),
      now: formula.value(state.changes),
      write: amountWriter(formula.unit, locale),
    },
  };
}

/**
 * How far one assumption may go, the rest as it is, before a formula falls below a target: "down to 9.1%"; where it is
 * below already, from where it would reach it: "from 12% up". Said to as many digits as anybody could act on, and so
 * that what is said holds.
 */
export function breakEvenText(
  formula: Pick<TotalFormula, 'value'>,
  { changes }: RoiState,
  assumption: ModelAssumption,
  target: number,
  locale: string,
): string {
  const { min, max, unit } = assumption;
  const found = breakEven(formula, changes, assumption, target);
  if (found.kind !== 'at') {
    const range = `from ${formatOperand(min, unit, locale)} to ${formatQuantity(max, unit, locale)}`;
    return `${found.kind === 'always' ? 'anywhere' : 'nowhere'} ${range}`;
  }
  const digits = isShare(unit) ? 2 : 3;
  const say = (value: number): string => formatQuantity(Math.min(max, Math.max(min, value)), unit, locale);
  const holds = formula.value(changes) >= target;
  if (found.keeps === 'above') {
    const bound = say(aboutAtLeast(found.value, digits));
    return holds ? `down to ${bound}` : `from ${bound} up`;
  }
  const bound = say(aboutAtMost(found.value, digits));
  return holds ? `up to ${bound}` : `${bound} or less`;
}

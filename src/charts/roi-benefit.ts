/** What kind of benefit a total is: payments that fall, or time that is free for something else. Never one silent sum. */
import { tidy } from '../core/decimal.ts';
import type { RoiModel } from '../core/roi.ts';
import { mainFormula } from './roi-main.ts';
import { moneyText } from './roi-view.ts';
import type { RoiView } from './roi-view.ts';

export function benefitText(model: RoiModel, { result }: RoiView): string {
  const { id, unit } = mainFormula(model, true);
  const total = result.totals.find((one) => one.id === id);
  const lines = result.lines.filter(
    (line) =>
      total?.lines.includes(line.id) === true &&
      !total.left.some((left) => left.id === line.id) &&
      line.class === 'labour',
  );
  if (lines.length === 0) return '';
  const hard = lines.filter(({ benefit }) => benefit === 'hard_saving');
  if (hard.length === 0)
    return 'All of it is capacity released: time that is free for something else. No payment falls by itself.';
  if (hard.length === lines.length) return 'All of it is a hard saving: payments that fall.';
  const sum = (some: typeof lines): string =>
    moneyText(tidy(some.reduce((total, { value }) => total + value, 0)), unit, model.locale);
  const rest = lines.filter(({ benefit }) => benefit !== 'hard_saving');
  return `Of this, ${sum(hard)} is a hard saving, payments that fall; ${sum(rest)} is capacity released, time that is free for something else.`;
}

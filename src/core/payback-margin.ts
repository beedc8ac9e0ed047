/** What the first year leaves once everything is paid: the case is paid back within the year where it is not below nothing. */
import { fullMonths } from './cash-flow.ts';
import { partOf } from './roi-part.ts';
import { countedLines } from './roi-total.ts';
import type { ModelAssumption, RoiFormulas } from './roi.ts';

export interface PaybackMargin {
  /** Assumptions on which it depends: those of the total, of the costs, and of each line's ramp. */
  readonly needs: readonly ModelAssumption[];
  /**
   * In the unit of the total's lines, less the period: what the first twelve months bring, less upkeep, effort and price.
   *
   * @param inputs by assumption id, in the assumption's unit; published values stand for those left out
   * @throws ExpressionError where a step divides by zero
   */
  readonly value: (inputs: Readonly<Record<string, number>>) => number;
}

/** The price in force; nothing while nobody has named one. @param inputs by assumption id */
export function namedPrice(model: RoiFormulas, inputs: Readonly<Record<string, number>>): number | undefined {
  const id = model.case?.price;
  if (id === undefined) return undefined;
  const price = partOf(model, [id], { rounding: true }).values(inputs)[id] ?? 0;
  return price > 0 ? price : undefined;
}

/**
 * @param options.rounding whether the declared roundings are applied
 * @returns undefined where the model declares no case
 */
export function paybackMargin(model: RoiFormulas, options: { rounding: boolean }): PaybackMargin | undefined {
  const { case: parts } = model;
  const total = model.totals.find(({ id }) => id === parts?.total);
  if (parts === undefined || total === undefined) return undefined;
  const lines = model.lines.filter(({ id }) => total.lines.includes(id));
  const costs = [parts.price, parts.effort, parts.upkeep].filter((id) => id !== undefined);
  const rampOf = ({ ramp = parts.ramp }: { readonly ramp?: string }): string => ramp;
  const part = partOf(model, [...lines.flatMap((line) => [line.step, rampOf(line)]), ...costs], options);
  return {
    needs: part.needs,
    value: (inputs) => {
      const values = part.values(inputs);
      const of = (id: string): number => values[id] ?? NaN;
      const brought = countedLines(lines, values).map(
        (line) => (of(line.step) / 12) * fullMonths(12, of(rampOf(line))),
      );
      return [...brought, ...costs.map((id) => -of(id))].reduce((sum, amount) => sum + amount, 0);
    },
  };
}

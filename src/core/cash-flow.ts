/** Money over time: present value, internal rate of return, payback. */

/**
 * Net present value as spreadsheets define it: Σ flow_i ÷ (1 + rate)^i with i from 1, so the
 * first flow lies one period ahead. An amount due today is added outside.
 *
 * @param rate per period, 0.1 for 10 %; greater than -1
 * @param flows one for each period, in money
 * @throws RangeError for a rate of -100 % or less
 */
export function npv(rate: number, flows: readonly number[]): number {
  if (!(rate > -1)) throw new RangeError(`A rate above -100 % was expected, found ${rate}.`);
  return flows.reduce((sum, flow, index) => sum + flow / (1 + rate) ** (index + 1), 0);
}

/**
 * Internal rate of return: the rate at which Σ flow_i ÷ (1 + rate)^i, with i from 0, is zero.
 *
 * The root is bracketed first (from -99.9 % up to a hundred thousand per cent) and then
 * halved, so no start value can lead it astray.
 *
 * @param flows the first one today, then one for each period
 * @returns undefined where no rate fits: flows that are all of one sign, or none in the bracket
 */
export function irr(flows: readonly number[]): number | undefined {
  const value = (rate: number): number => (flows[0] ?? 0) + npv(rate, flows.slice(1));
  const grid = [-0.999, -0.9, -0.5, -0.2, 0, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 100, 300, 1000];
  const upper = grid.findIndex((rate, index) => index > 0 && value(rate) * value(grid[index - 1] ?? 0) <= 0);
  if (upper < 0 || flows.every((flow) => flow === 0)) return undefined;
  let [low, high] = [grid[upper - 1] ?? 0, grid[upper] ?? 0];
  const rising = value(low) <= value(high);
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (value(middle) <= 0 === rising) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The share of its full effect that a benefit has in a month, while it rises evenly from
 * nothing: the mean of the line over the month.
 *
 * @param month from 1
 * @param ramp months until the full effect; 0 for none
 */
export const rampShare = (month: number, ramp: number): number => fullMonths(month, ramp) - fullMonths(month - 1, ramp);

/**
 * How many months of its full effect a benefit has brought, while it rises evenly from nothing.
 *
 * @param months since the start
 * @param ramp months until the full effect; 0 for none
 */
export const fullMonths = (months: number, ramp: number): number =>
  ramp <= 0 || months >= ramp ? months - Math.max(0, ramp) / 2 : (months * months) / (2 * ramp);

/**
 * What a yearly benefit comes to, month by month.
 *
 * @param yearly full effect, in money a year
 * @param ramp months until the full effect
 * @param months how many, from the first
 */
export const monthlyBenefits = (yearly: number, ramp: number, months: number): number[] =>
  Array.from({ length: months }, (_, index) => (yearly / 12) * rampShare(index + 1, ramp));

/**
 * Months until benefits have paid back an amount, parts of a month included: within the month
 * in which the sum is reached, the benefit is taken to come evenly. Nothing is discounted.
 *
 * @param outlay paid at the start
 * @param benefits month by month
 * @returns 0 for an outlay of nothing, undefined where it is not paid back by the end
 */
export function payback(outlay: number, benefits: readonly number[]): number | undefined {
  if (outlay <= 0) return 0;
  let rest = outlay;
  for (const [index, benefit] of benefits.entries()) {
    if (benefit >= rest) return index + rest / benefit;
    rest -= benefit;
  }
  return undefined;
}

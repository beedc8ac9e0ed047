/** Dimensions of units, and of expressions over them: minutes times accounts a month are not yet hours a year. */
import { ExpressionError } from './expression-tree.ts';
import { nearest } from './nearest.ts';
import type { Expression } from './expression-tree.ts';
import type { Unit } from './quantity.ts';

/** Powers of base units: "USD an hour" is { USD: 1, h: -1 }. Counted things (people, accounts) have none. */
export type Dimension = Readonly<Record<string, number>>;

/** A unit that cannot be read, said for its author. */
export class UnitError extends Error {
  override readonly name = 'UnitError';
}

/**
 * Hours and minutes are time that somebody works; days and longer are the calendar.
 * No factor leads from one to the other: a month has no fixed number of working hours.
 */
const PERIODS: Readonly<Record<string, string>> = {
  minute: 'min',
  hour: 'h',
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
};
const PLURALS: Readonly<Record<string, string>> = {
  days: 'day',
  weeks: 'week',
  months: 'month',
  quarters: 'quarter',
  years: 'year',
};

/** What a bare number may also mean in a formula: 60 is sixty, or sixty minutes to the hour. */
const CONVERSIONS: ReadonlyMap<number, readonly Dimension[]> = new Map([
  [3, [{ month: 1, quarter: -1 }]],
  [4, [{ quarter: 1, year: -1 }]],
  [7, [{ day: 1, week: -1 }]],
  [12, [{ month: 1, year: -1 }]],
  [13, [{ week: 1, quarter: -1 }]],
  [52, [{ week: 1, year: -1 }]],
  [60, [{ min: 1, h: -1 }]],
  [365, [{ day: 1, year: -1 }]],
]);

const NONE: Dimension = {};

function times(left: Dimension, right: Dimension, power: 1 | -1 = 1): Dimension {
  const product: Record<string, number> = { ...left };
  for (const [base, exponent] of Object.entries(right)) {
    const sum = (product[base] ?? 0) + power * exponent;
    if (sum === 0) Reflect.deleteProperty(product, base);
    else product[base] = sum;
  }
  return product;
}

const keyOf = (dimension: Dimension): string =>
  Object.entries(dimension)
    .map(([base, power]) => `${base}^${power}`)
    .sort()
    .join(' ');

export const sameDimension = (left: Dimension, right: Dimension): boolean => keyOf(left) === keyOf(right);

/** A dimension in words: "USD a year", "h × people"; "a plain number" for none. */
export function dimensionText(dimension: Dimension): string {
  const power = (base: string, exponent: number) =>
    exponent === 1 ? base : `${base}${exponent === 2 ? '²' : `^${exponent}`}`;
  const entries = Object.entries(dimension).sort(([a], [b]) => (a < b ? -1 : 1));
  const above = entries.filter(([, exponent]) => exponent > 0).map(([base, exponent]) => power(base, exponent));
  const below = entries.filter(([, exponent]) => exponent < 0).map(([base, exponent]) => power(base, -exponent));
  if (above.length + below.length === 0) return 'a plain number';
  const per = below.map((base) => ({ h: 'an hour', min: 'a minute' })[base] ?? `a ${base}`);
  return [above.join(' × '), ...per].filter((text) => text !== '').join(' ');
}

function period(word: string, unit: Unit): Dimension {
  const base = Object.hasOwn(PERIODS, word) ? PERIODS[word] : undefined;
  if (base !== undefined) return { [base]: -1 };
  const meant = nearest(word, Object.keys(PERIODS));
  // "USD an account" is money: what is counted has no dimension. A slip of the finger is not counted.
  if (meant !== undefined && word.length >= meant.length - 1) {
    throw new UnitError(`"${unit}" names no period "${word}": did you mean "${meant}"?`);
  }
  return NONE;
}

/**
 * The dimension of a unit as authors write it (quantity.ts): the first word is money (an ISO
 * code), "h", "min", "days" … "years", "share", or a counted thing; each "a …", "an …", "per …"
 * or "/ …" after it divides by a period, or by a counted thing.
 *
 * "USD an hour", "h a month", "min a week", "accounts a month", "people", "share of accounts".
 *
 * @throws UnitError for a period that is nearly one, and for hours that are not written "h"
 */
export function dimensionOf(unit: Unit): Dimension {
  const words = unit.replaceAll('/', ' / ').trim().split(/\s+/);
  const [first = ''] = words;
  let dimension: Dimension = NONE;
  if (first === 'h' || first === 'min' || /^[A-Z]{3}$/.test(first)) dimension = { [first]: 1 };
  else if (Object.hasOwn(PLURALS, first)) dimension = { [PLURALS[first] ?? first]: 1 };
  else if (/^(hours?|hrs?|minutes?|mins)$/i.test(first)) {
    throw new UnitError(`"${unit}": hours are written "h" and minutes "min"`);
  }
  words.forEach((word, index) => {
    const next = words[index + 1];
    if (['a', 'an', 'per', '/'].includes(word) && next !== undefined) dimension = times(dimension, period(next, unit));
  });
  return dimension;
}

/** What an expression may be measured in: one dimension, or several where a number may be a conversion. */
type Candidates = ReadonlyMap<string, Dimension>;
type Lookup = (name: string) => Dimension | undefined;

const candidates = (dimensions: readonly Dimension[]): Candidates =>
  new Map(dimensions.map((dimension) => [keyOf(dimension), dimension]));

/** Zero is zero in any unit: it may be added to everything. */
const isZero = (tree: Expression): boolean => tree.kind === 'number' && tree.value === 0;

const listed = (found: Candidates): string => dimensionText([...found.values()][0] ?? NONE);

function common(parts: readonly Expression[], lookup: Lookup, what: string): Candidates {
  const measured = parts.filter((part) => !isZero(part)).map((part) => ({ part, found: infer(part, lookup) }));
  const [first, ...others] = measured;
  if (first === undefined) return candidates([NONE]);
  return others.reduce<Candidates>((shared, { part, found }) => {
    const both = new Map([...shared].filter(([key]) => found.has(key)));
    if (both.size > 0) return both;
    throw new ExpressionError(
      `${what} needs one unit throughout, found ${listed(shared)} and ${listed(found)}.`,
      part.column,
    );
  }, first.found);
}

function infer(tree: Expression, lookup: Lookup): Candidates {
  switch (tree.kind) {
    case 'number':
      return candidates([NONE, ...(CONVERSIONS.get(tree.value) ?? [])]);
    case 'name': {
      const dimension = lookup(tree.name);
      if (dimension === undefined) throw new ExpressionError(`"${tree.name}" is not known.`, tree.column);
      return candidates([dimension]);
    }
    case 'unary':
      return infer(tree.operand, lookup);
    case 'call':
      return tree.name === 'abs'
        ? common(tree.arguments.slice(0, 1), lookup, 'abs()')
        : common(tree.arguments, lookup, `${tree.name}()`);
    case 'binary': {
      if (tree.operator === '*' || tree.operator === '/') {
        const right = [...infer(tree.right, lookup).values()];
        const power = tree.operator === '*' ? 1 : -1;
        return candidates(
          [...infer(tree.left, lookup).values()].flatMap((one) => right.map((other) => times(one, other, power))),
        );
      }
      return common([tree.left, tree.right], lookup, `"${tree.operator}"`);
    }
  }
}

/** The one factor that would turn what is found into what is declared, as advice. */
function advice(found: Candidates, declared: Dimension): string {
  for (const [factor, [conversion = NONE]] of CONVERSIONS) {
    for (const one of found.values()) {
      if (sameDimension(times(one, conversion), declared)) return ` Multiply by ${factor}, or declare the other unit.`;
      if (sameDimension(times(one, conversion, -1), declared))
        return ` Divide by ${factor}, or declare the other unit.`;
    }
  }
  return '';
}

/**
 * Holds an expression against the unit that is declared for it. A bare 3, 4, 7, 12, 13, 52, 60
 * or 365 may stand for itself or for the conversion between periods that it is.
 *
 * @param lookup dimension of each name
 * @throws ExpressionError with the column of the part whose unit does not fit
 */
export function checkUnit(tree: Expression, declared: Unit, lookup: Lookup): void {
  const wanted = dimensionOf(declared);
  const found = infer(tree, lookup);
  if (found.has(keyOf(wanted))) return;
  const meaning = dimensionText(wanted) === declared ? '' : ` (${dimensionText(wanted)})`;
  throw new ExpressionError(
    `this gives ${listed(found)}, and "${declared}"${meaning} is declared.${advice(found, wanted)}`,
    1,
  );
}

/** The same; nothing for a unit that cannot be read: it is reported where it is written. */
export function readDimension(unit: string): Dimension | undefined {
  try {
    return dimensionOf(unit);
  } catch (error) {
    if (error instanceof UnitError) return undefined;
    throw error;
  }
}

/** Conditions over facts: whether they hold, and how they read with the numbers filled in. */
import { evaluate } from '../../core/evaluate.ts';
import { ExpressionError, kindOf, names, parseExpression } from '../../core/expression.ts';
import type { Expression } from '../../core/expression.ts';
import { fill } from '../../core/fill.ts';
import { formatNumber, formatPercent } from '../../core/format.ts';
import { nearest } from '../../core/nearest.ts';
import { isShare } from '../../core/roi-references.ts';
import type { GivenValue, ReferableFact, ReferableRoi } from '../../core/reference.ts';

export interface Verdict {
  readonly holds: boolean;
  /** The condition with its numbers: "67 > 2 × 31". */
  readonly filled: string;
}

/** A condition that cannot be judged; `column` is the part at fault, from 1. */
export class ConditionFault extends Error {
  readonly column: number;
  readonly expected: string;
  readonly found: string;
  readonly hint: string;
  constructor(message: string, details: { column: number; expected: string; found: string; hint: string }) {
    super(message);
    this.name = 'ConditionFault';
    this.column = details.column;
    this.expected = details.expected;
    this.found = details.found;
    this.hint = details.hint;
  }
}

/** @throws ConditionFault for a condition that cannot be read, or that names what is not there */
export type Judge = (condition: string) => Verdict;

interface Quantity {
  readonly value: number;
  readonly share: boolean;
}

function ofFact(fact: ReferableFact): [string, Quantity][] {
  const share = fact.kind === 'proportion';
  const { id, value, count, of, interval, parameters } = fact;
  const known: [string, number | undefined, boolean][] = [
    [id, value, share],
    [`${id}.count`, count, false],
    [`${id}.of`, of, false],
    [`${id}.low`, interval?.low, share],
    [`${id}.high`, interval?.high, share],
    ...Object.entries(parameters).map(([name, limit]): [string, number, boolean] => [
      `${id}.parameter.${name}`,
      limit,
      false,
    ]),
  ];
  return known.flatMap(([name, number, isShare]) =>
    number === undefined ? [] : [[name, { value: number, share: isShare }]],
  );
}

function quantities(
  facts: Iterable<ReferableFact>,
  given: ReadonlyMap<string, GivenValue>,
  roi: Iterable<ReferableRoi>,
): Map<string, Quantity> {
  const known = new Map([...facts].flatMap(ofFact));
  for (const [path, value] of given) {
    if ('value' in value) known.set(`given.${path}`, { value: value.value, share: value.kind === 'share' });
  }
  for (const { id, value, exact, unit } of roi) {
    if (value !== undefined) known.set(`roi.${id}`, { value, share: isShare(unit) });
    if (exact !== undefined) known.set(`roi.${id}.exact`, { value: exact, share: isShare(unit) });
  }
  return known;
}

const SHAPE = 'a comparison over facts, such as "billing.median_incomplete > 2 * billing.median_complete"';

function read(condition: string): Expression {
  try {
    const tree = parseExpression(condition);
    if (kindOf(tree) === 'truth') return tree;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new ConditionFault('This condition cannot be read.', {
      column: error.column,
      expected: SHAPE,
      found: condition,
      hint: error.message,
    });
  }
  throw new ConditionFault('This condition compares nothing.', {
    column: 1,
    expected: SHAPE,
    found: condition,
    hint: 'Add a comparison: <, >, <=, >=, == or !=.',
  });
}

/** A judge over the facts of one engagement, its given values (`given.…`) and its ROI values (`roi.…`). */
export function createJudge(
  facts: Iterable<ReferableFact>,
  given: ReadonlyMap<string, GivenValue>,
  roi: Iterable<ReferableRoi>,
  locale: string,
): Judge {
  const known = quantities(facts, given, roi);
  return (condition) => {
    const tree = read(condition);
    const named = names(tree);
    const stranger = named.find((name) => !known.has(name));
    if (stranger !== undefined) {
      const near = nearest(stranger, known.keys());
      throw new ConditionFault(`The condition names "${stranger}", which is no fact.`, {
        column: condition.indexOf(stranger) + 1,
        expected:
          'the id of a fact, or <id>.count, .of, .low, .high, .parameter.<name>; given.<path>; roi.<id>, roi.<id>.exact',
        found: stranger,
        hint: near === undefined ? 'Name a fact that a check states.' : `Did you mean "${near}"?`,
      });
    }
    if (named.length === 0) {
      throw new ConditionFault('This condition names no fact, so it guards nothing.', {
        column: 1,
        expected: SHAPE,
        found: condition,
        hint: 'Name the facts that the sentence rests on.',
      });
    }
    // Among shares alone, 0.2 reads as 20%.
    const shares = named.every((name) => known.get(name)?.share) && !/[*/]/.test(condition);
    const filled = fill(tree, (leaf) => {
      const { value, share } =
        leaf.kind === 'number'
          ? { value: leaf.value, share: shares }
          : (known.get(leaf.name) ?? { value: NaN, share: false });
      return share ? formatPercent(value, undefined, locale) : formatNumber(value, undefined, locale);
    });
    try {
      return { holds: evaluate(tree, (name) => known.get(name)?.value) === true, filled };
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      throw new ConditionFault('This condition cannot be computed.', {
        column: error.column,
        expected: SHAPE,
        found: filled,
        hint: error.message,
      });
    }
  };
}

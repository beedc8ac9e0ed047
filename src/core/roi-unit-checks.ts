/** Units of an ROI definition: each can be read, and every formula gives the one that is declared for it. */
import { ExpressionError, parseExpression } from './expression.ts';
import { isShare } from './roi-references.ts';
import { UnitError, checkUnit, dimensionOf, dimensionText, sameDimension } from './units.ts';
import type { Dimension } from './units.ts';
import type { RoiAssumption, RoiDefinition, RoiIssue } from './roi-definition.ts';

const LISTS = ['assumptions', 'steps', 'lines', 'comparisons'] as const;

function spelling(unit: string): string | undefined {
  if (unit.startsWith('%')) {
    return `"${unit}" is ambiguous: write "share", with values from 0 to 1; it is shown as a percentage`;
  }
  if (/^[$€£¥]/.test(unit)) {
    return `"${unit}" starts with a sign: write the currency's ISO code, such as "USD an hour"`;
  }
  try {
    dimensionOf(unit);
    return undefined;
  } catch (error) {
    if (error instanceof UnitError) return error.message;
    throw error;
  }
}

/** Units that cannot be read. */
export const unitIssues = (definition: RoiDefinition): RoiIssue[] =>
  LISTS.flatMap((list) =>
    (definition[list] ?? []).flatMap(({ unit }, index) => {
      const message = spelling(unit);
      return message === undefined ? [] : [{ path: [list, index, 'unit'], message }];
    }),
  );

/**
 * Formulas that give another unit than their step declares, and lines that declare another
 * than their step. For a definition whose units, names and formulas can be read.
 */
export function dimensionIssues({ assumptions, steps, lines }: RoiDefinition): RoiIssue[] {
  const dimensions = new Map<string, Dimension>(
    [...assumptions, ...steps].map(({ id, unit }) => [id, dimensionOf(unit)]),
  );
  const formulas = steps.flatMap(({ formula, unit }, index): RoiIssue[] => {
    try {
      checkUnit(parseExpression(formula), unit, (name) => dimensions.get(name));
      return [];
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      return [{ path: ['steps', index, 'formula'], message: error.message, index: error.column - 1 }];
    }
  });
  const mismatched = lines.flatMap(({ step, unit }, index): RoiIssue[] => {
    const given = dimensions.get(step);
    if (given === undefined || sameDimension(given, dimensionOf(unit))) return [];
    return [{ path: ['lines', index, 'unit'], message: `"${step}" is in ${dimensionText(given)}, found "${unit}"` }];
  });
  return [...formulas, ...mismatched];
}

function fits(unit: string, ofFact: string): boolean {
  try {
    return isShare(unit) === isShare(ofFact) && sameDimension(dimensionOf(unit), dimensionOf(ofFact));
  } catch (error) {
    if (error instanceof UnitError) return false;
    throw error;
  }
}

/**
 * A measured assumption takes the value of its fact as it is, so it has the unit of its fact: 31 hours are not 31 minutes,
 * a count is no rate, and a share no count. Where another is needed, a step converts and is checked as every formula is.
 *
 * @param ofFact unit of the fact
 */
export const factUnitIssues = ({ fact = '', unit }: RoiAssumption, index: number, ofFact: string): RoiIssue[] =>
  fits(unit, ofFact)
    ? []
    : [
        {
          path: ['assumptions', index, 'unit'],
          message: `the fact "${fact}" is in "${ofFact}", and its value is taken over as it is: declare "${ofFact}", and convert in a step; found "${unit}"`,
        },
      ];

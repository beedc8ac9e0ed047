/** The business case of an ROI definition: its parts exist, and each is measured in what its place needs. */
import { nearest } from './nearest.ts';
import { dimensionText, readDimension, sameDimension } from './units.ts';
import type { Dimension } from './units.ts';
import type { RoiCase, RoiDefinition, RoiIssue } from './roi-definition.ts';

function missing(path: RoiIssue['path'], noun: string, id: string, known: readonly string[]): RoiIssue {
  const meant = nearest(id, known);
  return { path, message: `there is no ${noun} "${id}"${meant === undefined ? '' : `: did you mean "${meant}"?`}` };
}

function measureIssues(key: keyof RoiCase, unit: string, wanted: Dimension): RoiIssue[] {
  const found = readDimension(unit);
  if (found === undefined || sameDimension(found, wanted)) return [];
  return [{ path: ['case', key], message: `${dimensionText(wanted)} was expected, found "${unit}"` }];
}

/** Money without "a year". */
function moneyOf(unit: string): Dimension {
  const currency = /^[A-Z]{3}(?=\s|$)/.exec(unit)?.[0];
  return currency === undefined ? {} : { [currency]: 1 };
}

/** What a price, a span of time and a rate cannot be, wherever a reader moves the slider. */
function sliderIssues({ assumptions }: RoiDefinition, businessCase: RoiCase): RoiIssue[] {
  return (['price', 'ramp', 'horizon', 'discount'] as const).flatMap((key): RoiIssue[] => {
    const index = assumptions.findIndex(({ id }) => id === businessCase[key]);
    const { min = 0, step = 1 } = assumptions[index] ?? {};
    if (index < 0) return [];
    const at = (field: string, message: string): RoiIssue => ({ path: ['assumptions', index, field], message });
    if (key !== 'horizon')
      return min >= 0 ? [] : [at('min', `the ${key} of the case begins at 0 or above, found ${min}`)];
    return [
      ...(min >= 1 && Number.isInteger(min)
        ? []
        : [at('min', `the horizon counts whole years from 1 on, found ${min}`)]),
      ...(Number.isInteger(step) ? [] : [at('step', `the horizon counts whole years, found steps of ${step}`)]),
    ];
  });
}

function partIssues(definition: RoiDefinition, businessCase: RoiCase): RoiIssue[] {
  const { assumptions, steps, lines, totals } = definition;
  const total = totals.find(({ id }) => id === businessCase.total);
  if (total === undefined) {
    return [
      missing(
        ['case', 'total'],
        'total',
        businessCase.total,
        totals.map(({ id }) => id),
      ),
    ];
  }
  const unit = lines.find(({ id }) => id === total.lines[0])?.unit ?? '';
  const money = moneyOf(unit);
  if (Object.keys(money).length === 0) {
    return [{ path: ['case', 'total'], message: `money a year was expected, found "${unit}"` }];
  }
  const scenario: RoiIssue[] =
    total.class === 'labour'
      ? []
      : [{ path: ['case', 'total'], message: `"${total.id}" is ${total.class}: a scenario carries no business case` }];
  const parts = [
    { key: 'price', list: assumptions, noun: 'assumption', wanted: money },
    { key: 'effort', list: steps, noun: 'step', wanted: money },
    { key: 'upkeep', list: steps, noun: 'step', wanted: { ...money, year: -1 } },
    { key: 'ramp', list: assumptions, noun: 'assumption', wanted: { month: 1 } },
    { key: 'horizon', list: assumptions, noun: 'assumption', wanted: { year: 1 } },
    { key: 'discount', list: assumptions, noun: 'assumption', wanted: { year: -1 } },
  ] as const;
  return [
    ...scenario,
    ...measureIssues('total', unit, { ...money, year: -1 }),
    ...sliderIssues(definition, businessCase),
    ...parts.flatMap(({ key, list, noun, wanted }): RoiIssue[] => {
      const id = businessCase[key];
      if (id === undefined) return [];
      const part = list.find((candidate) => candidate.id === id);
      if (part === undefined)
        return [
          missing(
            ['case', key],
            noun,
            id,
            list.map((candidate) => candidate.id),
          ),
        ];
      return measureIssues(key, part.unit, wanted);
    }),
  ];
}

/** What is wrong with the business case and with the alternatives to it. */
export function caseIssues(definition: RoiDefinition): RoiIssue[] {
  const { case: businessCase, alternatives = [], comparisons = [] } = definition;
  const known = comparisons.map(({ id }) => id);
  return [
    ...(businessCase === undefined ? [] : partIssues(definition, businessCase)),
    ...alternatives.flatMap(({ amount }, index) =>
      amount === undefined || known.includes(amount)
        ? []
        : [missing(['alternatives', index, 'amount'], 'comparison', amount, known)],
    ),
  ];
}

import { ExpressionError, columnOfName, kindOf, lengthAt, names, parseExpression } from './expression.ts';
import { nearest } from './nearest.ts';
import { caseIssues } from './roi-case-checks.ts';
import { stepOrder } from './roi-order.ts';
import { reachIssues } from './roi-reach-checks.ts';
import { dimensionIssues, factUnitIssues, unitIssues } from './roi-unit-checks.ts';
import { basisIssues, factRangeIssues, rangeIssues } from './roi-range-checks.ts';
import { lineIssues, overlapIssues } from './roi-line-checks.ts';
import { scaleIssues } from './roi-scale-checks.ts';
import type { Measured } from './measured.ts';
import type { RoiDefinition, RoiIssue, RoiTotal } from './roi-definition.ts';

/** ": did you mean …?", where something known is close. */
function hint(word: string, known: Iterable<string>): string {
  const meant = nearest(word, known);
  return meant === undefined ? '' : `: did you mean "${meant}"?`;
}

function repeatedIds(definition: RoiDefinition): RoiIssue[] {
  const issues: RoiIssue[] = [];
  const visit = (
    lists: readonly (
      'groups' | 'assumptions' | 'steps' | 'lines' | 'overlaps' | 'totals' | 'comparisons' | 'alternatives'
    )[],
  ) => {
    const seen = new Map<string, string>();
    for (const list of lists) {
      const entries: readonly { id: string }[] = definition[list] ?? [];
      entries.forEach(({ id }, index) => {
        const first = seen.get(id);
        if (first !== undefined) {
          issues.push({ path: [list, index, 'id'], message: `"${id}" is taken already, by ${first}` });
        } else seen.set(id, `${list}[${index}]`);
      });
    }
  };
  visit(['groups']);
  // One name, one number: formulas and prose refer to all of these by id alone.
  visit(['assumptions', 'steps', 'lines', 'overlaps', 'totals', 'comparisons', 'alternatives']);
  return issues;
}

function assumptionIssues({ groups, assumptions }: RoiDefinition): RoiIssue[] {
  const known = new Set(groups.map(({ id }) => id));
  const used = new Set(assumptions.map(({ group }) => group));
  const issues = assumptions.flatMap((assumption, index) => [
    ...(known.has(assumption.group)
      ? []
      : [
          {
            path: ['assumptions', index, 'group'],
            message: `there is no group "${assumption.group}"; there are ${[...known].join(', ')}`,
          },
        ]),
    ...basisIssues(assumption, index),
    ...rangeIssues(assumption, index),
  ]);
  const empty = groups.flatMap(({ id }, index) =>
    used.has(id) ? [] : [{ path: ['groups', index], message: `no assumption belongs to the group "${id}"` }],
  );
  return [...issues, ...empty];
}

function formulaIssues({ assumptions, steps, lines, case: businessCase }: RoiDefinition): RoiIssue[] {
  const known = new Set([...assumptions, ...steps].map(({ id }) => id));
  const used = new Set<string>([
    ...Object.values<string>({ ...businessCase }),
    ...lines.flatMap(({ ramp }) => (ramp === undefined ? [] : [ramp])),
  ]);
  let unreadable = false;
  const issues: RoiIssue[] = [];
  for (const [index, { formula }] of steps.entries()) {
    const path = ['steps', index, 'formula'];
    try {
      const tree = parseExpression(formula);
      if (kindOf(tree) === 'truth')
        issues.push({ path, message: 'a number was expected, found a comparison', index: 0 });
      for (const name of names(tree)) {
        used.add(name);
        if (!known.has(name)) {
          const message = `"${name}" is neither an assumption nor a step${hint(name, known)}`;
          issues.push({ path, message, index: (columnOfName(tree, name) ?? 1) - 1, length: name.length });
        }
      }
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      unreadable = true;
      issues.push({ path, message: error.message, index: error.column - 1 });
    }
  }
  // A formula that cannot be read hides what it uses.
  if (unreadable) return issues;
  const { cycle } = stepOrder(steps);
  if (cycle.length > 0) {
    const path = ['steps', steps.findIndex(({ id }) => id === cycle[0]), 'formula'];
    issues.push({ path, message: `these steps need each other in a circle: ${cycle.join(' needs ')}`, index: 0 });
  }
  // A misspelt name is not missed twice.
  if (issues.length > 0) return issues;
  assumptions.forEach(({ id }, index) => {
    if (!used.has(id)) issues.push({ path: ['assumptions', index], message: `no step uses the assumption "${id}"` });
  });
  return issues;
}

function totalIssues({ steps, lines }: RoiDefinition, total: RoiTotal, index: number): RoiIssue[] {
  const issues: RoiIssue[] = [];
  const members = total.lines.flatMap((id, place) => {
    const path = ['totals', index, 'lines', place];
    const line = lines.find((candidate) => candidate.id === id);
    if (line === undefined)
      issues.push({
        path,
        message: `there is no line "${id}"${hint(
          id,
          lines.map((known) => known.id),
        )}`,
      });
    else if (total.lines.indexOf(id) !== place) issues.push({ path, message: `the line "${id}" is added twice` });
    else if (line.class !== total.class) {
      issues.push({
        path,
        message: `"${id}" is ${line.class} and "${total.id}" a total of ${total.class}: the two are never added; give ${line.class} a total of its own`,
      });
    }
    return line === undefined ? [] : [line];
  });
  const units = new Set(members.map(({ unit }) => unit));
  if (units.size > 1) {
    issues.push({
      path: ['totals', index, 'lines'],
      message: `lines of one unit can be added, found ${[...units].join(' and ')}`,
    });
  }
  if (total.hours_step !== undefined) {
    const hours = steps.find(({ id }) => id === total.hours_step);
    const path = ['totals', index, 'hours_step'];
    if (hours === undefined)
      issues.push({
        path,
        message: `there is no step "${total.hours_step}"${hint(
          total.hours_step,
          steps.map(({ id }) => id),
        )}`,
      });
    else if (!/^h(?:\s|$)/.test(hours.unit)) {
      issues.push({ path, message: `a step in hours (unit "h …") was expected, found "${hours.unit}"` });
    }
  }
  return issues;
}

/** The issue with the whole part of the formula at whose beginning it was found. */
function underlined({ steps }: RoiDefinition, issue: RoiIssue): RoiIssue {
  const [list, step, field] = issue.path;
  if (list !== 'steps' || field !== 'formula' || issue.index === undefined || issue.length !== undefined) return issue;
  return { ...issue, length: lengthAt(steps[Number(step)]?.formula ?? '', issue.index + 1) };
}

/** Everything that is wrong with a definition by itself; empty where nothing is. */
export function checkRoi(definition: RoiDefinition): RoiIssue[] {
  const steps = new Set(definition.steps.map(({ id }) => id));
  const units = unitIssues(definition);
  const formulas = formulaIssues(definition);
  const issues = [
    ...repeatedIds(definition),
    ...units,
    ...assumptionIssues(definition),
    ...formulas,
    // A formula that does not hold together by itself has no unit to speak of.
    ...(units.length + formulas.length === 0 ? [...dimensionIssues(definition), ...reachIssues(definition)] : []),
    ...definition.lines.flatMap(({ step }, index) =>
      steps.has(step)
        ? []
        : [{ path: ['lines', index, 'step'], message: `there is no step "${step}"${hint(step, steps)}` }],
    ),
    ...definition.totals.flatMap((total, index) => totalIssues(definition, total, index)),
    ...lineIssues(definition),
    ...overlapIssues(definition),
    ...caseIssues(definition),
    ...scaleIssues(definition),
    ...(definition.comparisons ?? []).flatMap(({ low, high }, index) =>
      low <= high ? [] : [{ path: ['comparisons', index, 'low'], message: `low (${low}) is above high (${high})` }],
    ),
  ];
  return issues.map((issue) => underlined(definition, issue));
}

/**
 * What is wrong with a definition in the light of the facts: a fact that does not exist or has another unit, one that
 * lies outside the range its assumption calls plausible, and a range that is typed although the fact brings one.
 *
 * @param facts value of each fact by id; proportions 0 to 1, durations in hours
 * @param measured what facts bring along
 */
export function checkRoiFacts(
  definition: RoiDefinition,
  facts: Readonly<Record<string, number>>,
  measured: Readonly<Record<string, Measured>> = {},
): RoiIssue[] {
  return definition.assumptions.flatMap((assumption, index) => {
    const { fact } = assumption;
    if (fact === undefined) return [];
    const value = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
    if (value === undefined) {
      const message = `there is no fact "${fact}"${hint(fact, Object.keys(facts))}`;
      return [{ path: ['assumptions', index, 'fact'], message }];
    }
    const known = measured[fact] ?? {};
    const units = known.unit === undefined ? [] : factUnitIssues(assumption, index, known.unit);
    // A range in another unit would only say the same again.
    return units.length > 0 ? units : factRangeIssues(assumption, index, value, known);
  });
}

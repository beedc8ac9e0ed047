/** Tries a control on its history: replays, planted defects, the run over the sample. Pure; the sandbox calls it with the author's functions. */
import { z } from 'zod';
import type { MutationResult, ReplayResult } from '../schema/control.ts';
import type { LoaderContext, StatedFact } from './define.ts';
import type { ControlOptions, Published, Replay, ReplayCase, RunOver } from './define-control.ts';
import { canonical } from './digest.ts';
import { FactError } from './facts.ts';
import type { FactBuilder } from './facts.ts';
import type { Problem } from './problem.ts';

/** Defects that the author plants at least; fewer prove little. */
export const FEWEST_MUTATIONS = 3;

/** A control as the runner sees it: what it decides is nobody's business but its own. */
export type AnyControl = Pick<
  ControlOptions<never, unknown, unknown>,
  'rule' | 'says' | 'publishes' | 'mutations' | 'replays' | 'counterfactual'
>;

export interface ControlSetting {
  readonly name: string;
  readonly file: string;
  readonly tables: never;
  readonly context: LoaderContext<never>;
  /** Line of the control that is running, for the places of cases. */
  readonly line: () => number;
  /** States what was caught. */
  readonly describe: FactBuilder;
  /** States deviations, with the exact bound of a test of a control. */
  readonly deviation: FactBuilder;
}

export interface ControlRun {
  readonly replays: readonly ReplayResult[];
  readonly facts: readonly StatedFact[];
  readonly mutations: readonly MutationResult[];
  readonly publishes?: { readonly name: string; readonly schema: z.core.JSONSchema.BaseSchema };
  readonly problems: readonly Problem[];
}

/** A decision as the plain data that it is: times as text, nothing undefined. */
const plain = (decision: unknown): z.core.util.JSONType =>
  JSON.parse(JSON.stringify(decision ?? null)) as z.core.util.JSONType;
const data = (decision: unknown): string => canonical(plain(decision));

function replayer(made: Set<ReplayCase>, line: () => number): Replay<unknown, unknown> {
  return (from, key, { tries, input, expected, show = [] }) => {
    const row = from.rows.find((known) => String((known as Record<string, unknown>)[from.key]) === key);
    if (row === undefined) {
      throw new FactError(
        `The case "${key}" is no row of the table "${from.id}".`,
        'Name a row by its key; a case without one would be made up.',
      );
    }
    const one = { table: from.id, key, tries, show: [...show], input: input(row), expected, line: line() };
    made.add(one);
    return one;
  };
}

/** What is wrong with the records that a decision publishes; nothing where they fit. */
function unfitRecord(publishes: Published | undefined, decision: unknown): string | undefined {
  for (const record of publishes?.records(decision) ?? []) {
    const read = publishes?.schema.safeParse(record);
    const [issue] = read?.error?.issues ?? [];
    if (issue) return `${issue.path.join('.') || 'the record'}: ${issue.message}`;
  }
  return undefined;
}

interface Tried {
  readonly decision: unknown;
  readonly fits: boolean;
  readonly unfit: string | undefined;
}

function attempt(control: AnyControl, rule: AnyControl['rule'], { input, expected }: ReplayCase): Tried {
  const decision = rule(input);
  const unfit = unfitRecord(control.publishes, decision);
  return { decision, unfit, fits: unfit === undefined && data(decision) === data(expected) };
}

function replayAll(
  control: AnyControl,
  cases: readonly ReplayCase[],
  file: string,
): { replays: ReplayResult[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const replays = cases.map((one): ReplayResult => {
    const { decision, fits, unfit } = attempt(control, control.rule, one);
    const at = { file, line: one.line };
    if (!fits) {
      problems.push({
        ...at,
        code: 'replay-fails',
        message: `The rule does not do what is expected of it in the case "${one.key}" (${one.tries}).`,
        expected: data(one.expected),
        found: unfit === undefined ? data(decision) : `a record that does not fit its schema: ${unfit}`,
        hint: 'Correct the rule, or the expectation if the acceptance criteria say otherwise.',
      });
    } else if (data(control.rule(one.input)) !== data(decision)) {
      problems.push({
        ...at,
        code: 'control-impure',
        message: `The rule decides the case "${one.key}" differently the second time.`,
        hint: 'Let it depend on its input alone, and change nothing.',
      });
    }
    const { table, key, tries, show, line } = one;
    return {
      ...{ table, key, tries, show: [...show], line, pass: fits },
      expected: control.says(one.expected),
      actual: control.says(decision),
      decision: plain(decision),
    };
  });
  return { replays, problems };
}

/** A defect that makes the rule throw is found as well as one that makes it decide otherwise. */
function finds(control: AnyControl, rule: AnyControl['rule'], one: ReplayCase): boolean {
  try {
    return !attempt(control, rule, one).fits;
  } catch {
    return true;
  }
}

function mutate(
  control: AnyControl,
  cases: readonly ReplayCase[],
  file: string,
): { mutations: MutationResult[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const mutations = control.mutations.map(({ id, defect, rule, survives }): MutationResult => {
    const caught = [...new Set(cases.filter((one) => finds(control, rule, one)).map(({ key }) => key))];
    if (caught.length === 0 && survives === undefined) {
      problems.push({
        code: 'mutation-survives',
        file,
        field: id,
        message: `No replay finds the planted defect "${id}" (${defect}).`,
        hint: 'Add a historical case that it fails, or say under "survives" why history has none.',
      });
    }
    if (caught.length > 0 && survives !== undefined) {
      problems.push({
        code: 'mutation-does-not-survive',
        file,
        field: id,
        message: `The planted defect "${id}" is said to survive, and the case "${caught.join('", "')}" finds it.`,
        hint: 'Remove "survives".',
      });
    }
    return { id, defect, caught_by: caught, ...(survives !== undefined && { survives }) };
  });
  if (mutations.length < FEWEST_MUTATIONS) {
    problems.push({
      code: 'control-few-mutations',
      file,
      field: 'mutations',
      message: 'This control plants too few defects to prove that its replays can fail.',
      expected: `at least ${String(FEWEST_MUTATIONS)} mutations`,
      found: String(mutations.length),
      hint: 'Plant more: another limit, a condition left out, an order turned round.',
    });
  }
  return { mutations, problems };
}

function runOver({ name, describe, deviation }: ControlSetting, rule: AnyControl['rule']): RunOver<unknown, unknown> {
  return ({ of, input, should, flags, definition, labels, show = [] }) => {
    const flagged = new Set(of.rows.filter((row) => flags(rule(input(row)))));
    const [due, rest] = [of.where(should), of.where((row) => !should(row))];
    if (due.rows.length === 0 || rest.rows.length === 0) {
      throw new FactError(
        `Over the table "${of.id}" the control "${name}" has nothing to ${due.rows.length === 0 ? 'catch' : 'stop wrongly'}: "should" says ${due.rows.length === 0 ? 'no' : 'yes'} to every row.`,
        'Run it over rows of both kinds, and judge them by something else than the rule.',
      );
    }
    const id = (part: string): string => `control.${name}.${part}`;
    return [
      describe.proportion(id('caught'), {
        label: labels.caught,
        definition: `${definition} Of these, the ones that the rule flags.`,
        of: due,
        where: (row) => flagged.has(row),
        show,
      }),
      deviation.proportion(id('missed'), {
        label: labels.missed,
        definition: `${definition} Of these, the ones that the rule does not flag.`,
        of: due,
        where: (row) => !flagged.has(row),
        show,
      }),
      deviation.proportion(id('wrongly'), {
        label: labels.wrongly,
        definition: `${definition} Of all others, the ones that the rule flags.`,
        of: rest,
        where: (row) => flagged.has(row),
        show,
      }),
    ];
  };
}

/** @throws FactError for a case that no table has, or a run that has nothing to catch */
export function runControl(control: AnyControl, setting: ControlSetting): ControlRun {
  const { file, tables, context, line } = setting;
  const made = new Set<ReplayCase>();
  const cases = control.replays(replayer(made, line), tables, context);
  const problems: Problem[] = [];
  if (cases.length === 0) {
    problems.push({
      code: 'control-without-cases',
      file,
      field: 'replays',
      message: 'This control has not been tried on a single case.',
      expected: 'at least one historical case under "replays"',
      found: 'none',
      hint: 'Take cases from the rows of its tables: replay(tables.records, "acct_1", { … }).',
    });
  }
  if (cases.some((one) => !made.has(one))) {
    problems.push({
      code: 'control-foreign-case',
      file,
      field: 'replays',
      message: 'This control returns a case that "replay" did not make, so nobody knows its row.',
      hint: 'Return what replay(…) gave, as it is.',
    });
  }
  if (problems.length > 0) return { replays: [], facts: [], mutations: [], problems };
  const replayed = replayAll(control, cases, file);
  const mutated = mutate(control, cases, file);
  const facts = control.counterfactual(runOver(setting, control.rule), tables, context);
  const { publishes } = control;
  return {
    replays: replayed.replays,
    mutations: mutated.mutations,
    facts,
    ...(publishes && { publishes: { name: publishes.name, schema: z.toJSONSchema(publishes.schema) } }),
    problems: [...replayed.problems, ...mutated.problems],
  };
}

/** What a control's file declares: a rule, the historical cases that it is tried on, and defects that the cases have to find. */
import type { z } from 'zod';
import type { Handed, LoaderContext, ReadTable } from './define.ts';
import type { StatedFact } from './facts.ts';

/** One historical case, bound to the row that it was taken from. */
export interface ReplayCase<Input = unknown, Decision = unknown> {
  readonly table: string;
  readonly key: string;
  readonly tries: string;
  readonly show: readonly string[];
  readonly input: Input;
  readonly expected: Decision;
  readonly line: number;
}

/** Takes a case from a row of a table: replays know no input that history does not. */
export type Replay<Input, Decision> = <Row>(
  from: ReadTable<Row>,
  /** Key of the row. */
  key: string,
  options: {
    /** What the case tries, such as "just over the limit". */
    readonly tries: string;
    readonly input: (row: Row) => Input;
    /** What the acceptance criteria ask for, written down and not computed. */
    readonly expected: Decision;
    /** Public columns that are printed beside the case. */
    readonly show?: readonly (keyof Row & string)[];
  },
) => ReplayCase<Input, Decision>;

/** Runs the rule over every row, and states what it would have caught, missed, and stopped wrongly. */
export type RunOver<Input, Decision> = <Row>(options: {
  /** All rows that are looked at; the whole sample. */
  readonly of: ReadTable<Row>;
  readonly input: (row: Row) => Input;
  /** Whether the rule ought to flag the row, judged by something else than the rule. */
  readonly should: (row: Row) => boolean;
  /** Whether a decision flags the row. */
  readonly flags: (decision: Decision) => boolean;
  /** How it is judged which rows ought to be flagged, in plain words. */
  readonly definition: string;
  /** Noun phrases of the three facts `control.<name>.caught`, `.missed` and `.wrongly`. */
  readonly labels: { readonly caught: string; readonly missed: string; readonly wrongly: string };
  readonly show?: readonly (keyof Row & string)[];
}) => readonly StatedFact[];

/** The rule with a defect planted in it. At least one replay has to find it. */
export interface Mutation<Input = unknown, Decision = unknown> {
  /** `limit_of_a_day`: unique in the control. */
  readonly id: string;
  /** What is wrong with it, in plain words. */
  readonly defect: string;
  readonly rule: (input: Input) => Decision;
  /** Why no case of history can find it, where none does. */
  readonly survives?: string;
}

/** Records that the rule writes, and the schema that is published for those who build it. */
export interface Published<Decision = unknown> {
  /** Name of the record, such as "provisioning.exception". */
  readonly name: string;
  readonly schema: z.ZodType;
  readonly records: (decision: Decision) => readonly unknown[];
}

export interface ControlOptions<N, Input, Decision> {
  /** The control as a noun phrase. */
  readonly title: string;
  /** What has to be true of it, in plain words. */
  readonly acceptance: readonly string[];
  /** Names of the tables that its history comes from. */
  readonly needs: readonly (keyof N & string)[];
  /** The rule: the same input gives the same decision, and nothing else happens. Decisions are plain data. */
  readonly rule: (input: Input) => Decision;
  /** A decision in a word or a few, as the table of replays prints it. */
  readonly says: (decision: Decision) => string;
  readonly publishes?: Published<Decision>;
  /** Historical cases, one by one; at least one. */
  replays(
    replay: Replay<Input, Decision>,
    tables: Handed<N>,
    context: LoaderContext<Handed<N>>,
  ): readonly ReplayCase<Input, Decision>[];
  /** The rule over the whole sample: return what `run` gives. */
  counterfactual(
    run: RunOver<Input, Decision>,
    tables: Handed<N>,
    context: LoaderContext<Handed<N>>,
  ): readonly StatedFact[];
  /** At least three. */
  readonly mutations: readonly Mutation<Input, Decision>[];
}

export interface ControlDefinition {
  readonly kind: 'control';
  readonly title: string;
  readonly acceptance: readonly string[];
  readonly needs: readonly string[];
  readonly publishes?: Published<never>;
  readonly mutations: readonly Mutation<never>[];
  rule(input: never): unknown;
  says(decision: never): string;
  replays(replay: never, tables: never, context: LoaderContext<never>): readonly ReplayCase[];
  counterfactual(run: never, tables: never, context: LoaderContext<never>): readonly StatedFact[];
}

/**
 * Declares a control; its name is the file's: `late_handoff.control.ts` declares `late_handoff`.
 * `defineControl<{ records: typeof records }>()({ needs: ['records'], … })`.
 */
export function defineControl<N>() {
  return <Input, Decision>(options: ControlOptions<N, Input, Decision>): ControlDefinition => ({
    ...(options as unknown as ControlDefinition),
    kind: 'control',
  });
}

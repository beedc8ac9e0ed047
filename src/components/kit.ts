/** What the report says of the checks as SQL. */
import { checkFile, countedFacts, KIT_FOLDER } from '../kit/compose.ts';
import type { Bundle } from '../schema/bundle.ts';

export interface KitView {
  /** Facts that the SQL counts, of all that the checks state. */
  readonly counted: number;
  readonly stated: number;
  /** Facts that it leaves out, one reason after the other. */
  readonly leftOut: readonly { readonly reason: string; readonly facts: readonly string[] }[];
}

/** @returns nothing where no check was written as SQL */
export function kitView({ kit, facts, checks }: Pick<Bundle, 'kit' | 'facts' | 'checks'>): KitView | undefined {
  if (kit === undefined) return undefined;
  const byReason = Map.groupBy(
    kit.checks.flatMap(({ left_out }) => left_out),
    ({ reason }) => reason,
  );
  return {
    counted: countedFacts({ facts, kit }).length,
    stated: checks.reduce((sum, check) => sum + check.facts.length, 0),
    leftOut: [...byReason].map(([reason, left]) => ({ reason, facts: left.map(({ fact }) => fact) })),
  };
}

/** Where the SQL of a check lies, below the report; nothing where there is none. */
export function sqlPath({ kit }: Pick<Bundle, 'kit'>, check: string): string | undefined {
  const written = kit?.checks.some((one) => one.check === check && one.query !== undefined) ?? false;
  return written ? `${KIT_FOLDER}/${checkFile(check)}` : undefined;
}

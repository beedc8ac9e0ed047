/** The end of a command that failed, as text for a terminal. */
import { BuildProblems } from '../pipeline/problem.ts';
import { renderProblems } from '../pipeline/render-problem.ts';

/** Problems are for people; anything else is a defect of the workbench and shows its stack. */
export function reportFailure(error: unknown, { debug }: { debug: boolean }): string {
  if (error instanceof BuildProblems) {
    return `\n${renderProblems(error.problems, { colors: process.stderr.isTTY, debug })}`;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `\nThe workbench itself failed; this should not happen.\n${text}\n`;
}

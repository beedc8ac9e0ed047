/** What became of each hypothesis: its threshold, written before the result, held against the facts. */
import type { Cause, Finding, SettledCause, Standing } from '../schema/finding.ts';
import type { AuthoredFile } from './engagement-files.ts';
import type { Problem } from './problem.ts';
import type { Judge } from './prose/condition.ts';

/** @returns nothing where both ways hold at once, so that the threshold decides nothing */
function standingOf({ test }: Cause, judge: Judge): Standing | undefined {
  if (test?.supported_if === undefined || test.refuted_if === undefined) return { status: 'open' };
  const [supported, refuted] = [judge(test.supported_if), judge(test.refuted_if)];
  if (supported.holds && refuted.holds) return undefined;
  return {
    status: supported.holds ? 'supported' : refuted.holds ? 'refuted' : 'open',
    supported_if: supported.filled,
    refuted_if: refuted.filled,
  };
}

/**
 * Findings with their hypotheses settled.
 *
 * @param judge over facts that the prose check has found every criterion to name
 */
export function settleHypotheses<F extends Pick<Finding, 'causes'> & { readonly file: string }>(
  findings: readonly F[],
  files: ReadonlyMap<string, AuthoredFile>,
  judge: Judge,
): { findings: (Omit<F, 'causes'> & { causes: SettledCause[] })[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const settled = findings.map((finding) => ({
    ...finding,
    causes: finding.causes.map((cause, index): SettledCause => {
      if (cause.status !== 'hypothesis') return cause;
      const standing = standingOf(cause, judge);
      if (standing !== undefined) return { ...cause, standing };
      const place = files.get(finding.file);
      if (place !== undefined) {
        problems.push(
          place.problemAt(['causes', index, 'test', 'refuted_if'], {
            code: 'hypothesis-undecided',
            message: 'The threshold of this hypothesis supports and refutes it at once.',
            expected: 'two conditions that cannot hold together',
            found: `${cause.test?.supported_if ?? ''}; ${cause.test?.refuted_if ?? ''}`,
            hint: 'Move one of them; what lies between stays open.',
          }),
        );
      }
      return cause;
    }),
  }));
  return { findings: settled, problems };
}

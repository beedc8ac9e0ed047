/** A verdict on a published percentage agrees with what arithmetic says of its denominator. */
import { auditPercentage, auditSentences } from '../core/denominator-audit.ts';
import type { Engagement } from '../schema/engagement.ts';
import type { AuthoredFile } from './engagement-files.ts';
import type { Problem } from './problem.ts';

/** Claims whose verdict is `not_reachable` although a count gives the figure, or something else although none does. */
export function claimProblems(
  place: AuthoredFile,
  { claims, locale }: Pick<Engagement, 'claims' | 'locale'>,
): Problem[] {
  return claims.flatMap(({ id, percent, of, published, verdict, holds }, index): Problem[] => {
    const says = verdict === 'not_reachable';
    if (percent === undefined || of === undefined) {
      // A figure that is no percentage is out of reach by a condition over facts or the model, which the prose check tests.
      if (!says || (holds !== undefined && !published.includes('%'))) return [];
      return [
        place.problemAt(['claims', index, 'verdict'], {
          code: 'claim-not-auditable',
          message: `The claim "${id}" is said to be out of reach, and nothing says why.`,
          expected: 'percent and of as they were published, or holds where the figure is no percentage',
          hint: 'Add them, or choose another verdict.',
        }),
      ];
    }
    const claim = { percent, of, published };
    if (auditPercentage(claim).reachable !== says) return [];
    return [
      place.problemAt(['claims', index, 'verdict'], {
        code: 'claim-verdict',
        message: `The verdict on the claim "${id}" contradicts its arithmetic. ${auditSentences(claim, locale).join(' ')}`,
        expected: says ? 'agrees, differs or not_tested' : 'not_reachable',
        found: verdict,
        hint: 'Correct the verdict, or the percentage and the denominator as they were published.',
      }),
    ];
  });
}

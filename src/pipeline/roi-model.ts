/** Compiles an engagement's ROI model over its facts; what is wrong with it becomes problems at places of roi.yaml. */
import { ExpressionError } from '../core/expression.ts';
import { compileRoi, RoiDefinitionError } from '../core/roi-compile.ts';
import type { RoiModel } from '../core/roi.ts';
import type { Fact } from '../schema/fact.ts';
import type { Authored } from './engagement-files.ts';
import type { Problem } from './problem.ts';

/** @returns no model where there is no roi.yaml, or where it has a problem */
export function compileModel(authored: Authored, facts: readonly Fact[]): { model?: RoiModel; problems: Problem[] } {
  if (authored.roi === undefined) return { problems: [] };
  const file = `content/${authored.id}/roi.yaml`;
  try {
    const values = Object.fromEntries(facts.map(({ id, value }) => [id, value]));
    // A count of a whole population has no sampling error to bring along.
    const samples = Object.fromEntries(
      facts.flatMap(({ id, kind, scope, count, of }) =>
        kind === 'proportion' && scope === 'sample' && count !== undefined && of !== undefined
          ? [[id, { count, of }]]
          : [],
      ),
    );
    return { model: compileRoi(authored.roi, values, authored.engagement.locale, samples), problems: [] };
  } catch (error) {
    if (error instanceof RoiDefinitionError) {
      const place = authored.files.get(file);
      const problems = error.issues.map(({ path, message }): Problem => {
        const said = { code: 'roi-model', message: `The ROI model does not hold together: ${message}.` };
        return place ? place.problemAt(path, said) : { ...said, file, field: path.join('.') };
      });
      return { problems };
    }
    if (error instanceof ExpressionError) {
      const message = `The ROI model cannot be worked out with its published values: ${error.message}.`;
      return {
        problems: [
          { code: 'roi-model', file, message, hint: 'Look for a division by an assumption or step that is zero.' },
        ],
      };
    }
    throw error;
  }
}

/** Compiles an engagement's ROI model over its facts; what is wrong with it becomes problems at places of roi.yaml. */
import { compileRoi, RoiDefinitionError } from '../core/roi-compile.ts';
import type { Measured } from '../core/measured.ts';
import type { RoiModel } from '../core/roi.ts';
import type { Fact } from '../schema/fact.ts';
import type { Table } from '../schema/table.ts';
import type { Authored } from './engagement-files.ts';
import type { Problem } from './problem.ts';

/** What each fact brings to an assumption: its sampling error, and the day of the latest extract behind its table. */
function measuredBy(
  facts: readonly Fact[],
  tables: readonly Pick<Table, 'id' | 'sources'>[],
  { sources: { sources } }: Pick<Authored, 'sources'>,
): Record<string, Measured> {
  const sourcesOf = new Map(tables.map((table) => [table.id, table.sources]));
  return Object.fromEntries(
    facts.map(({ id, table, kind, scope, unit, count, of, interval }): [string, Measured] => {
      const behind = sources.filter((source) => sourcesOf.get(table)?.includes(source.id));
      const as_of = behind.map(({ extracted_at }) => extracted_at.slice(0, 'YYYY-MM-DD'.length)).sort();
      // A count of a whole population has no sampling error to bring along.
      const sampled = kind === 'proportion' && scope === 'sample' && count !== undefined && of !== undefined;
      return [id, { unit, ...(sampled && { sample: { count, of } }), interval, as_of: as_of.at(-1) }];
    }),
  );
}

/** @returns no model where there is no roi.yaml, or where it has a problem */
export function compileModel(
  authored: Authored,
  facts: readonly Fact[],
  tables: readonly Pick<Table, 'id' | 'sources'>[],
): { model?: RoiModel; problems: Problem[] } {
  if (authored.roi === undefined) return { problems: [] };
  const file = `content/${authored.id}/roi.yaml`;
  try {
    const values = Object.fromEntries(facts.map(({ id, value }) => [id, value]));
    const measured = measuredBy(facts, tables, authored);
    return { model: compileRoi(authored.roi, values, authored.engagement.locale, measured), problems: [] };
  } catch (error) {
    if (error instanceof RoiDefinitionError) {
      const place = authored.files.get(file);
      const problems = error.issues.map(({ path, message }): Problem => {
        const said = { code: 'roi-model', message: `The ROI model does not hold together: ${message}.` };
        return place ? place.problemAt(path, said) : { ...said, file, field: path.join('.') };
      });
      return { problems };
    }
    throw error;
  }
}

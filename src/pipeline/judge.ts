/** What can be said of an engagement once every loader has given its result: its bundle, or what is wrong. */
import { givenValues } from '../core/given.ts';
import { roiReferences } from '../core/roi-references.ts';
import type { Bundle } from '../schema/bundle.ts';
import { assembleBundle } from './bundle.ts';
import type { Cache, Parts } from './cache.ts';
import { checkFacts, checkTables } from './cross-check.ts';
import type { Authored } from './engagement-files.ts';
import { settleHypotheses } from './hypotheses.ts';
import { checkKit } from './kit/check-kit.ts';
import { kitSources } from './kit/read-kit.ts';
import { materialiseControls } from './materialise-control.ts';
import { gatherRefused, materialiseFacts, materialiseTables } from './materialise.ts';
import { drawNotebooks } from './notebooks.ts';
import { leakProblems } from './privacy.ts';
import type { PersonalValues } from './privacy.ts';
import type { Problem } from './problem.ts';
import { checkProse } from './prose/check.ts';
import { createJudge } from './prose/condition.ts';
import type { Reporter } from './reporter.ts';
import { compileModel } from './roi-model.ts';
import { runbookMapProblems } from './runbook-check.ts';
import type { Finished } from './run.ts';
import { suppressFacts } from './suppress.ts';
import { explainSuppressed, kitWithout } from './suppressed-use.ts';
import { publishedQueries } from './sql/published-queries.ts';

export interface Case {
  readonly root: string;
  readonly authored: Authored;
  readonly finished: Finished;
  readonly personal: PersonalValues;
  /** Faults of cells stand in their places, for a preview. */
  readonly inPlace: boolean;
  readonly cache: Cache;
  /** What every result of ours depends on. */
  readonly common: Parts;
  readonly reporter: Reporter;
}

export async function judge({
  root,
  authored,
  finished,
  personal,
  inPlace,
  cache,
  common,
  reporter,
}: Case): Promise<{ bundle?: Bundle; problems: readonly Problem[]; shown?: readonly Problem[] }> {
  const tables = materialiseTables(finished.tables);
  const everything = materialiseTables(finished.tables, { whole: true });
  const { refused, problems } = gatherRefused(finished.tables, authored.sources);
  const { facts: counted, checks, problems: ofFacts } = materialiseFacts(root, finished);
  const { controls, problems: ofControls } = materialiseControls(root, finished.controls, finished.tables);
  const ofKit = [...kitSources(root, authored.id)].map(([file, text]) => [file, { text }] as const);
  const texts = new Map<string, { readonly text: string }>([...authored.files, ...ofKit]);
  problems.push(
    ...ofFacts,
    ...ofControls,
    ...leakProblems(personal, { tables: everything, facts: counted, refused, controls, authored: texts }),
  );
  // A fact that does not stand would be missed by every sentence that refers to it.
  const stated = [...finished.checks, ...finished.controls].reduce((count, one) => count + one.facts.length, 0);
  if (counted.length < stated) return { problems };

  const {
    facts,
    suppressed,
    problems: ofFew,
  } = suppressFacts(
    counted,
    { tables, ofControls: new Set(controls.flatMap((control) => control.facts)) },
    authored.engagement.suppress_below,
  );
  problems.push(...ofFew);
  const explained = (): Problem[] => explainSuppressed(problems, suppressed);

  const { model, problems: ofModel } = compileModel(authored, facts, tables);
  problems.push(
    ...ofModel,
    ...checkTables(authored, tables),
    ...checkFacts(authored, { facts, checks, controls }),
    ...runbookMapProblems(authored, facts),
  );
  // Sentences refer to the model's values, which are not there.
  if (ofModel.length > 0) return { problems: explained() };

  const { engagement, sources, findings, backlog } = authored;
  const given = givenValues({ engagement, sources: sources.sources, findings, facts, refused, backlog });
  const prose = checkProse({ authored, tables, facts, suppressed, checks, given, roi: model });
  const [drawn, again] = await Promise.all([
    drawNotebooks({ root, authored, tables, facts, suppressed, given, roi: model, inPlace }),
    checkKit({ root, id: authored.id, engagement, tables, checks, facts, cache, common, reporter }),
  ]);
  problems.push(...prose.problems, ...drawn.problems, ...again.problems);
  if (problems.length > 0) return { problems: explained() };
  const judged = createJudge(facts, given, model ? roiReferences(model) : [], engagement.locale);
  const settled = settleHypotheses(findings, authored.files, judged);
  problems.push(...settled.problems);
  if (problems.length > 0) return { problems };
  const bundle = assembleBundle({
    authored,
    findings: settled.findings,
    queries: publishedQueries(root, authored, finished.tables),
    tables,
    refused,
    checks,
    facts,
    suppressed,
    controls,
    model,
    stated: prose.stated,
    notebooks: drawn.notebooks,
    kit: again.kit && kitWithout(again.kit, suppressed),
  });
  return { bundle, problems, shown: drawn.shown };
}

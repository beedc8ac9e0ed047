/** From the folders of a root to bundles on disk: read, run, check, write; or every problem that was found on the way. */
import { realpathSync } from 'node:fs';
import { givenValues } from '../core/given.ts';
import type { Bundle } from '../schema/bundle.ts';
import type { SourcesFile } from '../schema/sources.ts';
import { assembleBundle, writeBundles } from './bundle.ts';
import { openCache } from './cache.ts';
import type { Parts } from './cache.ts';
import { checkFacts, checkTables, crossCheck } from './cross-check.ts';
import { workbenchParts } from './dependencies.ts';
import { describeEngagement, homeOf } from './describe.ts';
import type { Described, Home } from './describe.ts';
import { discover } from './discover.ts';
import { readEngagement } from './engagement-files.ts';
import type { Authored } from './engagement-files.ts';
import { graphProblems } from './graph.ts';
import { gatherRefused, materialiseFacts, materialiseTables } from './materialise.ts';
import { leakProblems, personalValues } from './privacy.ts';
import type { PersonalValues } from './privacy.ts';
import { BuildProblems } from './problem.ts';
import type { Problem } from './problem.ts';
import { checkProse } from './prose/check.ts';
import { readInputs } from './read-inputs.ts';
import type { Reporter } from './reporter.ts';
import { compileModel } from './roi-model.ts';
import { runLoaders } from './run.ts';
import type { Finished, LoaderRun } from './run.ts';
import type { SourceInput } from './sandbox/messages.ts';

export type { LoaderRun } from './run.ts';

export interface LoadOptions {
  readonly root: string;
  /** Ids; all where none is named. */
  readonly engagements?: readonly string[];
  readonly reporter: Reporter;
  /** Milliseconds after which a loader is stopped; a minute unless said otherwise. */
  readonly timeLimit?: number;
}

export interface LoadResult {
  readonly bundles: Bundle[];
  readonly runs: LoaderRun[];
  /** Values of personal columns by engagement, for the scan of what is published; never written anywhere. */
  readonly privateValues: Map<string, string[]>;
}

interface Loaded {
  readonly bundle?: Bundle;
  readonly runs: readonly LoaderRun[];
  readonly personal: PersonalValues;
  readonly problems: readonly Problem[];
}

const MINUTE = 60_000;

interface Setting {
  readonly home: Home;
  readonly common: Parts;
  readonly reporter: Reporter;
  readonly timeLimit: number;
}

async function run(
  { home, common, reporter, timeLimit }: Setting,
  authored: Authored,
  described: Described,
  inputs: ReadonlyMap<string, SourceInput>,
): Promise<Finished> {
  const { calendar, promise, period, population, sample, report_date, queues } = authored.engagement;
  return runLoaders({
    home,
    cache: openCache(home.root, home.engagement),
    common,
    described,
    inputs,
    engagement: { calendar, parameters: { promise, period, population, sample, report_date, queues } },
    reporter,
    host: { timeLimit },
  });
}

/** What can be said once every loader has given its result. */
function judge(
  root: string,
  authored: Authored,
  finished: Finished,
  personal: PersonalValues,
): { bundle?: Bundle; problems: Problem[] } {
  const tables = materialiseTables(finished.tables);
  const { refused, problems } = gatherRefused(finished.tables, authored.sources);
  const { facts, checks, problems: ofFacts } = materialiseFacts(root, finished.checks, finished.tables);
  const { model, problems: ofModel } = compileModel(authored, facts);
  problems.push(...ofFacts, ...ofModel, ...leakProblems(personal, { tables, facts, refused }));
  problems.push(...checkTables(authored, tables), ...checkFacts(authored, { facts, checks }));
  const { engagement, sources, findings, backlog } = authored;
  const given = givenValues({ engagement, sources: sources.sources, findings, facts, refused, backlog });
  const prose = checkProse({ authored, tables, facts, checks, given, roi: model });
  problems.push(...prose.problems);
  if (problems.length > 0) return { problems };
  return {
    bundle: assembleBundle({ authored, tables, refused, checks, facts, model, stated: prose.stated }),
    problems,
  };
}

function describeProblems(described: Described, sources: SourcesFile | undefined): Problem[] {
  return [...described.problems, ...(sources ? graphProblems(described.loaders, sources) : [])];
}

/** Everything about one engagement; goes as far as what is wrong allows. */
async function loadEngagement(setting: Setting): Promise<Loaded> {
  const { home, common, reporter, timeLimit } = setting;
  const { root, engagement: id } = home;
  const reading = reporter.step(`${id}: read files`);
  const { authored, sources, problems: ofFiles } = readEngagement(root, id);
  const read = sources ? readInputs(root, id, sources) : { inputs: new Map<string, SourceInput>(), problems: [] };
  const problems = [...ofFiles, ...read.problems];
  if (authored) problems.push(...crossCheck(authored));
  reading.done();

  const describing = reporter.step(`${id}: read loaders`);
  const described = await describeEngagement(home, openCache(root, id), common, { timeLimit });
  describing.done(described.reason);
  const ofLoaders = describeProblems(described, sources);
  problems.push(...ofLoaders);
  const personal = personalValues(read.inputs.values());
  if (authored === undefined || ofLoaders.length > 0) return { runs: [], personal, problems };

  const finished = await run(setting, authored, described, read.inputs);
  problems.push(...finished.problems);
  const whole = finished.tables.length + finished.checks.length === described.loaders.length;
  // Without every fact, sentences would be blamed for what a loader did.
  if (!whole)
    return {
      runs: finished.runs,
      personal,
      problems: [...problems, ...gatherRefused(finished.tables, authored.sources).problems],
    };

  const checking = reporter.step(`${id}: check`);
  const { bundle, problems: found } = judge(root, authored, finished, personal);
  checking.done();
  problems.push(...found);
  return { ...(bundle && problems.length === 0 && { bundle }), runs: finished.runs, personal, problems };
}

/**
 * Loads the engagements of a root and writes their bundles to `.workbench/bundle`, all or none.
 *
 * @throws BuildProblems with every problem of every engagement; what was on disk stays as it was
 */
export async function load({ root, engagements = [], reporter, timeLimit = MINUTE }: LoadOptions): Promise<LoadResult> {
  const real = realpathSync(root);
  const { engagements: ids, problems: ofFolders } = discover(real, engagements);
  const problems = [...ofFolders];
  const common = workbenchParts();
  const bundles: Bundle[] = [];
  const runs: LoaderRun[] = [];
  const privateValues = new Map<string, string[]>();
  for (const id of ids) {
    // A folder that lacks a part has been told above; its engagement is not read.
    if (ofFolders.some(({ file }) => file?.split('/')[1] === id)) continue;
    const loaded = await loadEngagement({ home: homeOf(real, id), common, reporter, timeLimit });
    problems.push(...loaded.problems);
    runs.push(...loaded.runs);
    if (loaded.bundle) bundles.push(loaded.bundle);
    privateValues.set(id, [...loaded.personal.keys()]);
  }
  if (problems.length > 0) throw new BuildProblems(problems);
  writeBundles(real, bundles, engagements.length === 0);
  return { bundles, runs, privateValues };
}

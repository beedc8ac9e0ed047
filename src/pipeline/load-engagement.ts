/** Everything about one engagement, as far as what is wrong with it allows. */
import type { Bundle } from '../schema/bundle.ts';
import type { Engagement } from '../schema/engagement.ts';
import { openCache } from './cache.ts';
import type { Parts } from './cache.ts';
import { crossCheck } from './cross-check.ts';
import { describeEngagement } from './describe.ts';
import type { Home } from './describe.ts';
import { readEngagement } from './engagement-files.ts';
import { graphProblems } from './graph.ts';
import { judge } from './judge.ts';
import { placeInLoader } from './loader-place.ts';
import { pseudonymise, readSalt } from './pseudonyms.ts';
import { namesNobody, personalValues } from './privacy.ts';
import type { PersonalValues } from './privacy.ts';
import type { Problem } from './problem.ts';
import { readInputs } from './read-inputs.ts';
import type { Reporter } from './reporter.ts';
import { runLoaders } from './run.ts';
import type { LoaderRun } from './run.ts';
import type { EngagementInput, SourceInput } from './sandbox/messages.ts';
import { queryFileProblems } from './sql/query-files.ts';
import { snapshotProblems } from './sql/snapshot.ts';

export interface Loaded {
  /** There when nothing is wrong. */
  readonly bundle?: Bundle;
  readonly runs: readonly LoaderRun[];
  readonly personal: PersonalValues;
  readonly problems: readonly Problem[];
  /** Faults of cells that stand in the pages, in a preview. */
  readonly shown?: readonly Problem[];
}

export interface Setting {
  readonly home: Home;
  /** What every loader depends on. */
  readonly common: Parts;
  readonly reporter: Reporter;
  /** Milliseconds after which a loader is stopped. */
  readonly timeLimit: number;
  /** Faults of cells go into the pages and stop nothing. */
  readonly inPlace: boolean;
}

/** What a loader may know of its engagement, and so what its result depends on. */
function loaderInput(engagement: Engagement): EngagementInput {
  const { calendar, promise, period, population, sample, report_date, queues } = engagement;
  return { calendar, parameters: { promise, period, population, sample, report_date, queues } };
}

export async function loadEngagement({ home, common, reporter, timeLimit, inPlace }: Setting): Promise<Loaded> {
  const { root, engagement: id } = home;
  const cache = openCache(root, id);
  const problems: Problem[] = [];
  const add = (found: readonly Problem[]): void => {
    problems.push(...found.map((problem) => placeInLoader(root, problem)));
  };

  const reading = reporter.step(`${id}: read files`);
  const { authored, engagement, sources, problems: ofFiles } = readEngagement(root, id);
  add(ofFiles);
  const read = sources ? readInputs(root, id, sources) : undefined;
  // Ids that get other names are personal as they stand: the scan of what goes out looks for them.
  const personal = personalValues(read?.inputs.values() ?? []);
  const { salt, problems: ofSalt } = sources ? readSalt(root, id, sources) : { problems: [] };
  add(ofSalt);
  const named = read && salt !== undefined ? pseudonymise(read.inputs, salt) : undefined;
  const inputs = read && {
    inputs: ofSalt.length > 0 ? new Map<string, SourceInput>() : (named?.inputs ?? read.inputs),
    problems: [...read.problems, ...(named?.problems ?? [])],
  };
  add(inputs?.problems ?? []);
  if (authored) add([...crossCheck(authored), ...snapshotProblems(root, authored)]);
  reading.done();

  const describing = reporter.step(`${id}: read loaders`);
  const described = await describeEngagement(home, cache, common, { timeLimit });
  describing.done(described.reason);
  const ofLoaders = [
    ...described.problems,
    ...(sources ? graphProblems(described.loaders, described.files, sources) : []),
    ...(sources
      ? queryFileProblems(root, id, described.loaders, sources, described.loaders.length === described.files.length)
      : []),
  ];
  add(ofLoaders);
  if (engagement === undefined || inputs === undefined) return { runs: [], personal, problems };

  // A loader with a fault does not run, nor do those that need it; the others do, so that all is told at once.
  const faulty = new Set(ofLoaders.map(({ file }) => file));
  const finished = await runLoaders({
    home,
    cache,
    common,
    described: { ...described, loaders: described.loaders.filter(({ file }) => !faulty.has(file)) },
    inputs: inputs.inputs,
    engagement: loaderInput(engagement),
    mayKeep: namesNobody(personal),
    reporter,
    host: { timeLimit },
  });
  add(finished.problems);
  const { runs } = finished;
  const results = [finished.tables, finished.checks, finished.controls];
  const whole = results.reduce((sum, { length }) => sum + length, 0) === described.files.length;
  // Without every fact, sentences would be blamed for what a loader did.
  if (!whole || authored === undefined) return { runs, personal, problems };

  const checking = reporter.step(`${id}: check`);
  const {
    bundle,
    problems: found,
    shown,
  } = await judge({ root, authored, finished, personal, inPlace, cache, common, reporter });
  checking.done();
  add(found);
  return { ...(problems.length === 0 && { bundle }), runs, personal, problems, shown };
}

/** Runs the engagement's loaders as a build does, in their sandbox, without a cache. */
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Cache } from '../../../src/pipeline/cache.ts';
import { describeEngagement, homeOf } from '../../../src/pipeline/describe.ts';
import { leakProblems, personalValues } from '../../../src/pipeline/privacy.ts';
import type { Problem } from '../../../src/pipeline/problem.ts';
import { readInputs } from '../../../src/pipeline/read-inputs.ts';
import { silentReporter } from '../../../src/pipeline/reporter.ts';
import { runLoaders, type Finished } from '../../../src/pipeline/run.ts';
import type { EngagementInput } from '../../../src/pipeline/sandbox/messages.ts';
import { sourcesFile } from '../../../src/schema/sources.ts';
import { readText } from './inspected.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const ID = 'onboarding';
const host = { timeLimit: 60_000 };

const nothingKept: Cache = { find: () => ({ reason: 'first run' }), keep: () => undefined };

/** What the loaders may know of the engagement, as far as they ask for it. */
const engagement: EngagementInput = {
  calendar: {
    time_zone: 'America/New_York',
    working_days: ['mon', 'tue', 'wed', 'thu', 'fri'],
    hours: { from: '09:00', to: '17:00' },
    holidays: [{ date: '2026-04-03', name: 'Spring company day' }],
  },
  parameters: {
    promise: { text: 'Set up within three business days.', business_days: 3, starts: 'signature', ends: 'completion' },
    period: { from: '2026-03-01', to: '2026-03-31' },
    population: { size: 120, unit: 'accounts', table: 'accounts' },
    sample: { size: 80, method: 'drawn by seed', table: 'records', seed: 'onboarding-2026-03' },
    report_date: '2026-05-04',
    queues: [],
  },
};

export interface Ran {
  readonly finished: Finished;
  /** What reading and running met. */
  readonly problems: readonly Problem[];
  /** Personal values that a table or a refused row would publish. */
  readonly leaks: readonly Problem[];
}

export async function runAll(): Promise<Ran> {
  const home = homeOf(ROOT, ID);
  const read = readInputs(ROOT, ID, sourcesFile.parse(parse(readText('sources.yaml'))));
  const described = await describeEngagement(home, nothingKept, {}, host);
  const finished = await runLoaders({
    home,
    cache: nothingKept,
    common: {},
    described,
    inputs: read.inputs,
    mayKeep: () => false,
    engagement,
    reporter: silentReporter,
    host,
  });
  const problems = [...read.problems, ...described.problems, ...finished.problems];
  const tables = finished.tables.map(({ description, rows }) => ({
    id: description.name,
    title: description.title,
    scope: description.scope,
    key: description.key,
    sources: [...description.sources],
    loader: description.file,
    columns: description.columns.map(({ name, label, type }) => ({ name, label, type, class: 'public' as const })),
    rows: [...rows],
  }));
  const refused = finished.tables.flatMap((table) => table.refused);
  const leaks = leakProblems(personalValues(read.inputs.values()), { tables, facts: [], refused });
  return { finished, problems, leaks };
}

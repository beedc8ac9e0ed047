/** Runs the loaders of one engagement, or takes what they gave when nothing that they depend on has changed. */
import type { RefusedRow, TableRow } from '../schema/table.ts';
import type { Cache, Parts } from './cache.ts';
import type { StatedFact } from './define.ts';
import { fileParts, withImports } from './dependencies.ts';
import type { Described, Home } from './describe.ts';
import { digestOf, sha256 } from './digest.ts';
import { ask } from './host.ts';
import type { HostOptions } from './host.ts';
import type { Problem } from './problem.ts';
import type { Reporter } from './reporter.ts';
import type { ControlRun } from './control-run.ts';
import type {
  CheckDescription,
  ControlDescription,
  EngagementInput,
  HandedTable,
  LoaderDescription,
  SourceInput,
  TableDescription,
  TableRequest,
} from './sandbox/messages.ts';
import { schedule } from './schedule.ts';
import { queryTable } from './sql/query-table.ts';

/** What became of one loader, and why. */
export interface LoaderRun {
  readonly engagement: string;
  /** File below the engagement's loaders: `records.table.ts`. */
  readonly loader: string;
  /** "first run", "input changed: records.csv", "unchanged", … */
  readonly reason: string;
  readonly cached: boolean;
  readonly milliseconds: number;
}

export interface FinishedTable {
  readonly description: TableDescription;
  readonly rows: readonly TableRow[];
  readonly refused: readonly RefusedRow[];
  /** Of all that dependants receive. */
  readonly digest: string;
}

export interface FinishedCheck {
  readonly description: CheckDescription;
  readonly facts: readonly StatedFact[];
}

export interface FinishedControl extends Omit<ControlRun, 'problems'> {
  readonly description: ControlDescription;
}

export interface Finished {
  readonly tables: readonly FinishedTable[];
  readonly checks: readonly FinishedCheck[];
  readonly controls: readonly FinishedControl[];
  readonly runs: readonly LoaderRun[];
  readonly problems: readonly Problem[];
}

export interface RunOptions {
  readonly home: Home;
  readonly cache: Cache;
  /** Parts that every loader depends on. */
  readonly common: Parts;
  readonly described: Described;
  /** By id; a source that could not be read is missing, and so its loaders do not run. */
  readonly inputs: ReadonlyMap<string, SourceInput>;
  readonly engagement: EngagementInput;
  /** Whether a result may lie on disk: one that names people may not. */
  readonly mayKeep: (value: unknown) => boolean;
  readonly reporter: Reporter;
  readonly host: HostOptions;
}

const byName = (a: { description: LoaderDescription }, b: { description: LoaderDescription }): number =>
  a.description.name < b.description.name ? -1 : 1;

const handed = ({
  description: { name, scope, key, columns },
  rows,
}: Pick<FinishedTable, 'description' | 'rows'>): HandedTable => ({
  id: name,
  scope,
  key,
  columns,
  rows,
});

function engagementParts({ calendar, parameters }: EngagementInput): Parts {
  return Object.fromEntries(
    Object.entries({ calendar, ...parameters }).map(([name, value]) => [`parameters ${name}`, digestOf(value)]),
  );
}

function inputParts(inputs: readonly SourceInput[]): Parts {
  return Object.fromEntries(
    inputs.flatMap((input) => {
      const { sha256, ...declaration } = input.source;
      const salted = 'records' in input ? input.salted : undefined;
      return [
        [`input ${input.file}`, sha256],
        [`declaration ${declaration.id}`, digestOf(salted === undefined ? declaration : { declaration, salted })],
      ];
    }),
  );
}

export async function runLoaders(options: RunOptions): Promise<Finished> {
  const { home, cache, described, engagement } = options;
  const tables = new Map<string, FinishedTable>();
  const checks: FinishedCheck[] = [];
  const controls: FinishedControl[] = [];
  const runs: LoaderRun[] = [];
  const problems: Problem[] = [];
  const common = { ...options.common, ...engagementParts(engagement) };

  /** Finds or makes the result of one loader; undefined when it failed. */
  async function obtain<T>(
    loader: LoaderDescription,
    inputs: readonly SourceInput[],
    needed: readonly FinishedTable[],
    make: () => Promise<T | undefined>,
  ): Promise<T | undefined> {
    const parts: Parts = {
      ...common,
      ...fileParts(home.root, withImports(loader.file, described.imports)),
      ...(loader.kind === 'table' && loader.sql && fileParts(home.root, [loader.sql.file])),
      ...inputParts(inputs),
      ...Object.fromEntries(needed.map(({ description: { name }, digest }) => [`table ${name}`, digest])),
    };
    const name = `${loader.name}.${loader.kind}`;
    const began = performance.now();
    const found = cache.find<T>(name, parts);
    const step = found.value === undefined ? options.reporter.step(loader.file) : undefined;
    const value = found.value ?? (await make());
    if (found.value === undefined && value !== undefined && options.mayKeep(value)) cache.keep(name, parts, value);
    step?.done(value === undefined ? 'failed' : found.reason);
    runs.push({
      engagement: home.engagement,
      loader: loader.file.slice(`loaders/${home.engagement}/`.length),
      reason: found.reason,
      cached: found.value !== undefined,
      milliseconds: performance.now() - began,
    });
    return value;
  }

  /** Rows of the files, or of the query over them, through the loader. */
  async function makeTable(
    loader: TableDescription,
    inputs: readonly SourceInput[],
    common: Pick<TableRequest, 'place' | 'loader' | 'tables' | 'engagement'>,
  ): Promise<Pick<FinishedTable, 'rows' | 'refused'> | undefined> {
    const queried = loader.sql && (await queryTable(home.root, loader, inputs, common.tables, options.host.timeLimit));
    if (queried) problems.push(...queried.problems);
    if (queried && queried.input === undefined) return undefined;
    const read = queried?.input ? [queried.input] : inputs;
    const { answer, problems: found } = await ask(
      { task: 'table', inputs: read, ...common },
      home.folder,
      options.host,
    );
    problems.push(...found);
    return answer && { rows: answer.rows, refused: [...(queried?.refused ?? []), ...answer.refused] };
  }

  async function runOne(loader: LoaderDescription): Promise<boolean> {
    const needed = loader.needs.flatMap((name) => tables.get(name) ?? []);
    const sources = loader.kind === 'table' ? loader.sources : [];
    const inputs = sources.flatMap((id) => options.inputs.get(id) ?? []);
    if (inputs.length < sources.length || needed.length < loader.needs.length) return false;
    const common = { place: home.place, loader, tables: needed.map(handed), engagement };
    if (loader.kind === 'table') {
      const value = await obtain(loader, inputs, needed, () => makeTable(loader, inputs, common));
      if (value === undefined) return false;
      // Rows have their columns in the declared order, so plain JSON is as good as the canonical form, and much faster.
      const digest = sha256(JSON.stringify(handed({ description: loader, rows: value.rows })));
      tables.set(loader.name, { description: loader, ...value, digest });
      return true;
    }
    if (loader.kind === 'control') {
      const run = await obtain(loader, inputs, needed, async () => {
        const { answer, problems: found } = await ask({ task: 'control', ...common }, home.folder, options.host);
        problems.push(...found);
        if (answer === undefined) return undefined;
        const { problems: _none, ...kept } = answer;
        return kept;
      });
      if (run !== undefined) controls.push({ description: loader, ...run });
      return run !== undefined;
    }
    const facts = await obtain(loader, inputs, needed, async () => {
      const { answer, problems: found } = await ask({ task: 'check', ...common }, home.folder, options.host);
      problems.push(...found);
      return answer?.facts;
    });
    if (facts !== undefined) checks.push({ description: loader, facts });
    return facts !== undefined;
  }

  await schedule(
    described.loaders.map((loader) => ({
      name: `${loader.kind} ${loader.name}`,
      after: loader.needs.map((name) => `table ${name}`),
      run: () => runOne(loader),
    })),
  );
  // Which loader ended first depends on the machine; what is handed on does not.
  return {
    tables: [...tables.values()].sort(byName),
    checks: checks.sort(byName),
    controls: controls.sort(byName),
    runs: runs.sort((a, b) => (a.loader < b.loader ? -1 : 1)),
    problems: problems.sort((a, b) => ((a.file ?? '') < (b.file ?? '') ? -1 : 1)),
  };
}

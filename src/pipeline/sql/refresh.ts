/** Asks the databases that an engagement names, and keeps what they answer as its sources. */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { engagement as engagementSchema } from '../../schema/engagement.ts';
import { source, sourceQuery } from '../../schema/sources.ts';
import { decodeText } from '../decode-text.ts';
import { sha256 } from '../digest.ts';
import { discover } from '../discover.ts';
import { engagementFileOf, sourcesFileOf } from '../engagement-files.ts';
import { BuildProblems } from '../problem.ts';
import type { Problem } from '../problem.ts';
import type { Reporter } from '../reporter.ts';
import { columnProblems } from '../source-columns.ts';
import { validate } from '../validate.ts';
import { writeAtomically } from '../write-atomically.ts';
import { parseYaml } from '../yaml.ts';
import { DEFAULT_LIMITS } from './duckdb.ts';
import { faultProblem } from './fault-problem.ts';
import { instantIn } from './instant-in.ts';
import type { SqlResult } from './messages.ts';
import { parameterProblems } from './parameters.ts';
import { askPostgres } from './postgres.ts';
import { setInYaml } from './edit-yaml.ts';
import { ageInDays, answeredDigest, askedDigest, queryFileOf } from './snapshot.ts';
import { snapshotCsv } from './snapshot-csv.ts';
import { unreachedProblem } from './unreached-problem.ts';

/** An entry of sources.yaml before or after it was first asked: what the answer brings may be missing. */
const entry = z.looseObject({
  id: source.shape.id,
  file: source.shape.file,
  columns: z.record(z.string(), z.unknown()).default({}),
  extracted_at: source.shape.extracted_at.optional(),
  rows: source.shape.rows,
  sha256: source.shape.sha256.optional(),
  query: sourceQuery.partial({ asked: true, answered: true }).optional(),
});
type Entry = z.output<typeof entry>;
type Queried = Entry & { readonly query: NonNullable<Entry['query']> };
const entries = z.looseObject({ sources: z.array(entry) });
const dated = z.looseObject({
  report_date: engagementSchema.shape.report_date,
  calendar: z.looseObject({ time_zone: engagementSchema.shape.calendar.shape.time_zone }),
});

export interface RefreshOptions {
  readonly root: string;
  /** Ids; all where none is named. */
  readonly engagements?: readonly string[];
  /** Ask also where the answer is fresh. */
  readonly force: boolean;
  /** Holds the addresses of the databases. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly reporter: Reporter;
}

export interface Refreshed {
  readonly engagement: string;
  readonly source: string;
  readonly file: string;
  readonly rows: number;
  /** False where the answer that is there was fresh. */
  readonly asked: boolean;
  readonly extracted_at: string;
}

function read<S extends z.ZodType>(
  root: string,
  file: string,
  schema: S,
): { value?: z.output<S>; problems: Problem[] } {
  if (!existsSync(join(root, file)))
    return { problems: [{ code: 'refresh-missing', file, message: 'This file is missing.', hint: 'Write it first.' }] };
  const { document, problems } = parseYaml(file, readFileSync(join(root, file), 'utf8'));
  return document ? validate(document, schema) : { problems };
}

/** The columns of an answer have to be those that are declared, before any of it is written down. */
function answerProblems(file: string, declared: readonly string[], { columns }: SqlResult): Problem[] {
  const found = columns.map(({ name }) => name);
  const repeated = found.filter((name, index) => found.indexOf(name) !== index);
  if (repeated.length > 0) {
    return repeated.map((name) => ({
      code: 'column-repeated',
      file,
      field: name,
      message: `The answer has two columns that are called "${name}".`,
      hint: 'Name one of them otherwise, with AS.',
    }));
  }
  const problems = columnProblems(file, declared, found);
  if (problems.length > 0 || found.every((name, index) => name === declared[index])) return problems;
  return [
    {
      code: 'column-order',
      file,
      message: 'The columns stand in another order than sources.yaml declares.',
      expected: declared.join(', '),
      found: found.join(', '),
      hint: 'Select them in the order of sources.yaml, or list them there in that of the query.',
    },
  ];
}

/** Rows of a query that orders none stand in the order of their cells, so that an answer that is the same has the same bytes. */
function inOrder(sql: string, result: SqlResult): SqlResult {
  if (/\border\s+by\b/i.test(sql)) return result;
  const keys = new Map(result.rows.map((row) => [row, JSON.stringify(row)]));
  const key = (row: SqlResult['rows'][number]): string => keys.get(row) ?? '';
  return { ...result, rows: [...result.rows].sort((a, b) => (key(a) < key(b) ? -1 : 1)) };
}

class Refresh {
  readonly problems: Problem[] = [];
  readonly done: Refreshed[] = [];
  readonly #root: string;
  readonly #options: RefreshOptions;
  constructor(root: string, options: RefreshOptions) {
    this.#root = root;
    this.#options = options;
  }

  async engagement(id: string): Promise<void> {
    const list = read(this.#root, sourcesFileOf(id), entries);
    const when = read(this.#root, engagementFileOf(id), dated);
    this.problems.push(...list.problems, ...when.problems);
    if (list.value === undefined || when.value === undefined) return;
    for (const [index, { query, ...named }] of list.value.sources.entries())
      if (query !== undefined) await this.#source(id, index, { ...named, query }, when.value);
  }

  async #source(id: string, index: number, entry: Queried, when: z.output<typeof dated>): Promise<void> {
    const file = queryFileOf(id, entry.query);
    const list = sourcesFileOf(id);
    const path = join(this.#root, 'data', id, entry.file);
    const { database, parameters, fresh_days: days, seconds } = entry.query;
    if (!existsSync(join(this.#root, file))) {
      const missing = { code: 'query-missing', file: list, field: `sources[${entry.id}].query.sql` };
      this.problems.push({
        ...missing,
        message: `There is no ${file}.`,
        hint: 'Write the query, or correct its name.',
      });
      return;
    }
    if (!/^[\w-]+(\/[\w-]+)*\.csv$/.test(entry.file)) {
      const misplaced = { code: 'source-outside', file: list, field: `sources[${entry.id}].file`, found: entry.file };
      const message = 'An answer is kept as a CSV file in the folder of sources.yaml.';
      this.problems.push({ ...misplaced, message, hint: 'Name such a file: "accounts.csv".' });
      return;
    }
    const { text: sql, problems } = decodeText(file, readFileSync(join(this.#root, file)));
    this.problems.push(...problems);
    if (sql === undefined) return;
    const wrong = parameterProblems({ file, sql }, parameters, list);
    this.problems.push(...wrong);
    if (wrong.length > 0) return;

    const asked = askedDigest(sql, parameters);
    const told = { engagement: id, source: entry.id, file: `data/${id}/${entry.file}` };
    const { extracted_at: takenAt, rows = 0 } = entry;
    if (!this.#options.force && takenAt !== undefined && asked === entry.query.asked) {
      const intact = existsSync(path) && sha256(readFileSync(path)) === entry.sha256;
      if (intact && ageInDays(takenAt, when.report_date) <= days) {
        this.done.push({ ...told, rows, asked: false, extracted_at: takenAt });
        return;
      }
    }
    const address = this.#options.environment[database];
    if (address === undefined || address === '') {
      this.problems.push(unreachedProblem('variable', { list, id: entry.id, database }));
      return;
    }
    const limits = { ...DEFAULT_LIMITS, milliseconds: seconds * 1000 };
    const step = this.#options.reporter.step(`${id}: ask for ${entry.id}`);
    const { results, fault, unreached, takenAt: now } = await askPostgres(address, { sql, parameters }, limits);
    const [result] = results;
    if (result === undefined || now === undefined) {
      step.done('failed');
      const asking = { file, sql, engine: 'PostgreSQL' as const, limits, open: false };
      this.problems.push(
        unreached
          ? unreachedProblem(unreached, { list, id: entry.id, database })
          : faultProblem(fault ?? { kind: 'other', query: 0, message: '' }, asking),
      );
      return;
    }
    step.done(`${String(result.rows.length)} rows`);
    const odd = answerProblems(file, Object.keys(entry.columns), result);
    this.problems.push(...odd);
    if (odd.length > 0) return;
    const began = instantIn(now, when.calendar.time_zone);
    const csv = snapshotCsv(inOrder(sql, result));
    const answer = { extracted_at: began, rows: result.rows.length, sha256: sha256(csv) };
    writeAtomically(path, csv);
    this.#note(list, index, answer, asked);
    this.done.push({ ...told, rows: answer.rows, asked: true, extracted_at: began });
  }

  /** The file of the answer comes first: an entry that does not fit it stops the build, the other way round too. */
  #note(
    list: string,
    index: number,
    answer: { readonly extracted_at: string; readonly rows: number; readonly sha256: string },
    asked: string,
  ): void {
    const path = join(this.#root, list);
    const entry = ['sources', index];
    let text = readFileSync(path, 'utf8');
    text = setInYaml(text, entry, 'sha256', answer.sha256, 'file');
    text = setInYaml(text, entry, 'rows', answer.rows, 'file');
    text = setInYaml(text, entry, 'extracted_at', answer.extracted_at, 'file');
    text = setInYaml(text, [...entry, 'query'], 'answered', answeredDigest(asked, answer), 'sql');
    text = setInYaml(text, [...entry, 'query'], 'asked', asked, 'sql');
    writeAtomically(path, text);
  }
}

/**
 * Asks the query of every source that has one, and writes the answers below `data/<engagement>`.
 *
 * @returns what was asked and what was fresh
 * @throws BuildProblems with all that went wrong; answers that did come are kept
 */
export async function refresh(options: RefreshOptions): Promise<readonly Refreshed[]> {
  const root = realpathSync(options.root);
  const { engagements, problems } = discover(root, options.engagements);
  if (problems.length > 0) throw new BuildProblems(problems);
  const work = new Refresh(root, options);
  for (const id of engagements) await work.engagement(id);
  if (work.problems.length > 0) throw new BuildProblems(work.problems);
  return work.done;
}

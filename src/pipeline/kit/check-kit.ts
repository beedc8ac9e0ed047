/** Counts every fact again, in SQL on DuckDB, before the kit goes out; nothing runs where nothing has changed. */
import { CALENDAR, settings } from '../../kit/calendar.ts';
import { kitTables } from '../../kit/data.ts';
import type { Check, Fact } from '../../schema/fact.ts';
import type { Engagement } from '../../schema/engagement.ts';
import type { Kit } from '../../schema/kit.ts';
import type { Table } from '../../schema/table.ts';
import type { Cache, Parts } from '../cache.ts';
import { codeDigest } from '../dependencies.ts';
import { digestOf } from '../digest.ts';
import type { Problem } from '../problem.ts';
import type { Reporter } from '../reporter.ts';
import { askDuckdb } from '../sql/duckdb.ts';
import type { SqlFault, SqlTable } from '../sql/messages.ts';
import { compareFacts } from './compare-facts.ts';
import { readKit } from './read-kit.ts';
import type { ReadKit } from './read-kit.ts';

export interface KitSetting {
  readonly root: string;
  readonly id: string;
  readonly engagement: Engagement;
  readonly tables: readonly Table[];
  readonly checks: readonly Check[];
  readonly facts: readonly Fact[];
  readonly cache: Cache;
  readonly common: Parts;
  readonly reporter: Reporter;
}

interface Step {
  /** As its author wrote it; none for what the kit itself brings. */
  readonly file?: string;
  readonly sql: string;
  /** Of the check whose query it is. */
  readonly check?: string;
}

function steps({ kit, sources, mappingFile, sharedFile }: ReadKit, engagement: Engagement): Step[] {
  const shared = sources.get(sharedFile);
  return [
    { sql: settings(engagement) },
    { sql: kit.mapping, file: mappingFile },
    { sql: CALENDAR },
    ...(shared === undefined ? [] : [{ sql: shared, file: sharedFile }]),
    ...kit.checks.flatMap(({ check, file, query }) =>
      query === undefined || file === undefined ? [] : [{ sql: sources.get(file) ?? query, file, check }],
    ),
  ];
}

function sqlTables(tables: readonly Table[], kit: Kit): SqlTable[] {
  return kitTables(tables, kit.mapping).map(({ name, columns, rows }) => ({
    name,
    columns,
    rows: rows.map((row) => columns.map((column) => row[column.name] ?? null)),
  }));
}

const ENDED: Partial<Record<SqlFault['kind'], string>> = {
  time: 'All SQL of the kit together may run for a minute: let it read less, or once.',
  memory: 'DuckDB may take a gibibyte: let the query keep fewer rows at a time.',
};

/** @param mapping whether the SQL stands where the public columns of the sample are named */
function faultProblem({ file, sql }: Step, { kind, message, offset, candidates }: SqlFault, mapping: boolean): Problem {
  const before = sql.slice(0, offset ?? 0).split('\n');
  const line = before.length;
  const excerpt = sql.split('\n')[line - 1];
  const meant = kind === 'name' ? candidates?.[0] : undefined;
  const hints = [
    ...(meant === undefined ? [] : [`Did you mean "${meant}"?`]),
    ...(kind === 'name' && mapping ? ['The sample holds the public columns of the report, and no others.'] : []),
  ];
  return {
    code: `sql-${kind}`,
    ...(file !== undefined && { file }),
    ...(offset !== undefined && excerpt !== undefined && { line, column: (before.at(-1)?.length ?? 0) + 1, excerpt }),
    message:
      ENDED[kind] === undefined
        ? `DuckDB does not run this: ${message}`
        : 'DuckDB was stopped while it ran the SQL of the kit.',
    expected: 'SQL that DuckDB and PostgreSQL both run, over the public columns of the report',
    hint: ENDED[kind] ?? (hints.join(' ') || 'Correct the SQL; it has no files, no network and no settings to change.'),
  };
}

/** Runs everything once more without the check that failed, so that the faults of all are told together. */
async function count(read: ReadKit, { engagement, tables, facts }: KitSetting): Promise<Problem[]> {
  const problems: Problem[] = [];
  const given = sqlTables(tables, read.kit);
  let todo = steps(read, engagement);
  for (;;) {
    const { results, fault } = await askDuckdb({ tables: given, queries: todo.map(({ sql }) => ({ sql })) });
    if (fault === undefined) {
      const compared = todo.flatMap(({ check, sql }, index) => {
        const written = read.kit.checks.find((one) => one.check === check);
        const result = results[index];
        if (written === undefined || result === undefined) return [];
        return compareFacts({ source: sql, written, facts: facts.filter((fact) => fact.check === check), result });
      });
      return [...problems, ...compared];
    }
    const failed = todo[fault.query];
    if (failed) problems.push(faultProblem(failed, fault, failed.file === read.mappingFile));
    // What every check reads through is not there.
    if (failed?.check === undefined) return problems;
    todo = todo.filter((step) => step !== failed);
  }
}

/** What makes a result of ours. */
const MAKERS = ['kit/check-kit.ts'];

function parts(read: ReadKit, { engagement, tables, facts, common }: KitSetting): Parts {
  return {
    ...common,
    'workbench kit': codeDigest(MAKERS),
    ...Object.fromEntries([...read.sources].map(([file, text]) => [`sql ${file}`, digestOf(text)])),
    ...Object.fromEntries(sqlTables(tables, read.kit).map((table) => [`table ${table.name}`, digestOf(table)])),
    'parameters promise': digestOf([engagement.promise.business_days, engagement.calendar]),
    facts: digestOf(
      facts.map(({ id, check, file, line, count, of, value, unit }) => [id, check, file, line, count, of, value, unit]),
    ),
  };
}

/** @returns the kit whose every fact agrees, or what is wrong with it; neither where no SQL was written */
export async function checkKit(setting: KitSetting): Promise<{ kit?: Kit; problems: readonly Problem[] }> {
  const { root, id, checks, cache, reporter } = setting;
  const { read, problems } = readKit(root, id, checks);
  if (read === undefined) return { problems };
  const depends = parts(read, setting);
  const found = cache.find<true>('kit', depends);
  if (found.value === undefined) {
    const step = reporter.step(`${id}: count again in SQL`);
    const wrong = await count(read, setting);
    step.done(wrong.length > 0 ? 'failed' : found.reason);
    if (wrong.length > 0) return { problems: wrong };
    cache.keep('kit', depends, true);
  }
  return { kit: read.kit, problems: [] };
}

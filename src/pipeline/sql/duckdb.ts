/**
 * DuckDB, locked in: a query sees the tables that it is given and nothing else. It runs in a process of its own that
 * may read our code alone, on one thread (so that the order of equal rows is the same everywhere), in UTC, without
 * files, network, extensions to fetch or settings to change, and not for ever.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { text as readAll } from 'node:stream/consumers';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment, home } from '../permissions.ts';
import type { SqlAnswer, SqlFault, SqlLimits, SqlRequest } from './messages.ts';

const ENTRY = fileURLToPath(new URL('./duckdb-process.ts', import.meta.url));
/** The process stops a query itself; it is stopped when it cannot. */
const GRACE = 5000;

export const DEFAULT_LIMITS: SqlLimits = { milliseconds: 60_000, mebibytes: 1024, rows: 500_000 };

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

const flags = [
  '--permission',
  '--allow-addons',
  ...[join(home, 'src', '*'), join(home, 'node_modules', '*'), join(home, 'package.json')].map(
    (path) => `--allow-fs-read=${path}`,
  ),
];

function ended(stopped: boolean, signal: NodeJS.Signals | null, code: number | null): Omit<SqlFault, 'query'> {
  if (stopped) return { kind: 'time', message: 'stopped' };
  // Node aborts, and Linux kills, what has no memory left.
  if (signal === 'SIGKILL' || signal === 'SIGABRT' || code === 134) return { kind: 'memory', message: 'ended' };
  return { kind: 'other', message: `the process ended with ${signal ?? `exit code ${String(code)}`}` };
}

/**
 * Runs statements one after another in one DuckDB that holds the given tables.
 *
 * @param request limits that are left out are those of DEFAULT_LIMITS
 * @returns a result for each statement that ran, and the fault of the one that did not; it never throws for a query
 */
export async function askDuckdb(
  request: Omit<SqlRequest, 'limits'> & { readonly limits?: Partial<SqlLimits> },
): Promise<SqlAnswer> {
  const limits = { ...DEFAULT_LIMITS, ...request.limits };
  const child = spawn(process.execPath, [...flags, ENTRY], {
    env: environment,
    cwd: home,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  running.add(child);
  child.stdin.on('error', () => undefined).end(JSON.stringify({ ...request, limits } satisfies SqlRequest));
  let stopped = false;
  const limit = setTimeout(() => {
    stopped = true;
    child.kill('SIGKILL');
  }, limits.milliseconds + GRACE);
  const [said, complained, [code, signal]] = await Promise.all([
    readAll(child.stdout),
    readAll(child.stderr),
    new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (...ending) => {
        resolve(ending);
      });
    }),
  ]).finally(() => {
    clearTimeout(limit);
    running.delete(child);
  });
  if (code === 0) return JSON.parse(said) as SqlAnswer;
  const { message, ...fault } = ended(stopped, signal, code);
  return { results: [], fault: { ...fault, query: 0, message: `${message}\n${complained}`.trim() } };
}

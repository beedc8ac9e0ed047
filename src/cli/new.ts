/** `npm run new -- <name> --data FILE.csv …`: a first engagement from files, written and built at once. */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { Temporal } from 'temporal-polyfill';
import { draftEngagement } from '../draft/draft.ts';
import type { GivenFile } from '../draft/draft.ts';
import { BuildProblems } from '../pipeline/problem.ts';
import type { Problem } from '../pipeline/problem.ts';
import { createReporter } from '../pipeline/reporter.ts';
import { projectRoot } from './astro-site.ts';
import { abandonBuild, buildReport } from './build-report.ts';
import { reportFailure } from './failure.ts';
import { draftSummary } from './new-summary.ts';
import { stopCleanly } from './stop.ts';
import { summaryText } from './summary.ts';

const USAGE = `npm run new -- <name> --data FILE.csv [--data FILE.csv …] [--zone ZONE] [--root DIR]

  <name>        what the engagement is called in addresses: lower case, words joined by "-"
  --data FILE   a CSV file; comma, semicolon, tab or bar, UTF-8, UTF-16 or Windows-1252
  --zone ZONE   the time zone in which times without an offset were written, "Europe/Berlin"; UTC unless said
  --root DIR    another folder to hold content/, data/ and loaders/
`;

interface Asked {
  readonly name: string;
  readonly data: readonly string[];
  readonly zone: string | undefined;
  readonly root: string;
}

const problem = (problem: Problem): never => {
  throw new BuildProblems([problem]);
};

function readAsked(args: readonly string[]): Asked | undefined {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string', multiple: true, default: [] },
        zone: { type: 'string' },
        root: { type: 'string' },
        debug: { type: 'boolean' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return problem({
      code: 'unknown-option',
      message: error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error),
      expected: '<name> --data FILE.csv [--zone ZONE] [--root DIR]',
      found: args.join(' '),
      hint: 'With npm, options follow "--": npm run new -- returns --data parcels.csv',
    });
  }
  const { values, positionals } = parsed;
  if (values.help) return undefined;
  const [name = '', ...more] = positionals;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || more.length > 0)
    return problem({
      code: 'engagement-name',
      message: name === '' ? 'The engagement needs a name.' : 'This cannot be the name of an engagement.',
      expected: 'one name: lower-case letters and digits, words joined by "-"',
      found: positionals.join(' ') || 'none',
      hint: 'npm run new -- returns --data parcels.csv',
    });
  if (values.data.length === 0)
    return problem({
      code: 'data-missing',
      message: 'There is no file to begin with.',
      expected: '--data FILE.csv, once for each file',
      found: 'none',
      hint: `npm run new -- ${name} --data FILE.csv`,
    });
  const { zone } = values;
  if (zone !== undefined && !isZone(zone))
    return problem({
      code: 'zone-unknown',
      message: `There is no time zone "${zone}".`,
      expected: 'a name such as Europe/Berlin',
      found: zone,
      hint: 'Name the zone in which the export was written.',
    });
  return { name, data: values.data, zone, root: resolve(values.root ?? projectRoot) };
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function readData(data: readonly string[]): GivenFile[] {
  const missing = data.filter((path) => !existsSync(path) || !statSync(path).isFile());
  if (missing.length > 0)
    throw new BuildProblems(
      missing.map((path) => ({
        code: 'data-missing',
        file: path,
        message: 'There is no such file.',
        expected: 'a CSV file',
        found: existsSync(path) ? 'a folder' : 'nothing',
        hint: 'Check the spelling of --data; paths begin where the command is run.',
      })),
    );
  return data.map((path) => ({
    path,
    name: basename(path),
    bytes: readFileSync(path),
    written: Temporal.Instant.fromEpochMilliseconds(Math.floor(statSync(path).mtimeMs / 1000) * 1000).toString(),
  }));
}

/** Folders of the engagement; one that is there already is somebody's work. */
function freeFolders(root: string, name: string): string[] {
  const folders = ['content', 'data', 'loaders'].map((part) => `${part}/${name}`);
  const taken = folders.filter((folder) => existsSync(join(root, folder)));
  if (taken.length > 0)
    problem({
      code: 'engagement-exists',
      message: `There is an engagement "${name}" already; nothing was written.`,
      expected: 'a name that no folder has yet',
      found: taken.join(', '),
      hint: 'Choose another name, or move these folders away.',
    });
  return folders.map((folder) => join(root, folder));
}

/** As the house writes: the repository's own settings, whatever root is written to. */
async function formatted(path: string, text: string): Promise<string> {
  if (path.endsWith('.mdx')) return text;
  const settings = await resolveConfig(join(projectRoot, path));
  return format(text, { ...settings, plugins: [], filepath: path });
}

async function main({ name, data, zone, root }: Asked): Promise<void> {
  const cwd = process.cwd();
  const folders = freeFolders(root, name);
  const files = readData(data.map((path) => resolve(process.env['INIT_CWD'] ?? cwd, path)));
  const today = Temporal.Now.plainDateISO(zone ?? 'UTC').toString();
  const lastWritten = files.map(({ written }) => written.slice(0, 10)).reduce((a, b) => (a > b ? a : b));
  const reportDate = today > lastWritten ? today : lastWritten;
  const { draft, problems } = draftEngagement({ name, files, zone, reportDate });
  if (draft === undefined) throw new BuildProblems(problems);
  const texts = await Promise.all(
    [...draft.texts].map(async ([path, text]) => [path, await formatted(path, text)] as const),
  );
  let written = false;
  const withdraw = (): void => {
    if (!written) for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  };
  stopCleanly(withdraw, 'Nothing was written.');
  try {
    for (const [path, content] of [...texts, ...draft.exports]) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    written = true;
  } finally {
    withdraw();
  }
  process.stdout.write(
    draftSummary(
      draft,
      texts.map(([path]) => path),
      relative(cwd, root),
    ),
  );
  stopCleanly(abandonBuild, 'The engagement is written; its report is not built yet.');
  const started = performance.now();
  const result = await buildReport({ root, engagements: [name], reporter: createReporter(process.stdout) });
  process.stdout.write(`${summaryText(result, cwd, (performance.now() - started) / 1000)}\n`);
}

try {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const asked = readAsked(process.argv.slice(2));
  if (asked === undefined) process.stdout.write(USAGE);
  else await main(asked);
} catch (error) {
  process.stderr.write(reportFailure(error, { debug: process.argv.includes('--debug') }));
  process.exitCode = 1;
}

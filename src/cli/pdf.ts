/** `npm run pdf -- [engagement|FILE]`: the whole report as one document, with contents and page numbers. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, extname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BuildProblems } from '../pipeline/problem.ts';
import type { Problem } from '../pipeline/problem.ts';
import { writeAtomically } from '../pipeline/write-atomically.ts';
import { projectRoot } from './astro-site.ts';
import { browserArguments, requireBrowser } from './browser.ts';
import { reportFailure } from './failure.ts';
import { SIGNALS } from './stop.ts';
import { printReport } from './print-report.ts';

const USAGE = `npm run pdf -- [engagement|FILE …] [--to FILE] [--root DIR]

  engagement   its report in one file, as the last build left it in dist; all where none is named
  FILE         a report in one file, from any place; a saved version prints with its own assumptions
  --to FILE    where to write; <name>.pdf beside the report where left out
  --root DIR   another folder that holds dist
`;

const fail = (problem: Problem): BuildProblems => new BuildProblems([problem]);

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        to: { type: 'string' },
        root: { type: 'string', default: projectRoot },
        debug: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.to === undefined || positionals.length === 1) return { ...values, names: positionals };
  } catch {
    // What is wrong is told below.
  }
  throw fail({
    code: 'pdf-arguments',
    message: 'This is not how a report is printed.',
    expected: 'npm run pdf -- [engagement|FILE …] [--to FILE] [--root DIR]',
    found: args.join(' '),
    hint: 'Name engagements or reports in one file; --to goes with one of them.',
  });
}

/** Files to print, absolute. */
function filesOf(names: readonly string[], root: string): string[] {
  const dist = join(resolve(root), 'dist');
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const asked =
    names.length > 0
      ? names.map((name) => (extname(name) === '.html' ? resolve(from, name) : join(dist, `${name}.html`)))
      : (existsSync(dist) ? readdirSync(dist) : [])
          .filter((name) => name.endsWith('.html') && name !== 'index.html' && !name.endsWith('.locked.html'))
          .map((name) => join(dist, name));
  const missing = asked.filter((file) => !existsSync(file));
  if (asked.length > 0 && missing.length === 0) return asked;
  throw new BuildProblems(
    (missing.length > 0 ? missing : [join(dist, '<engagement>.html')]).map((file) => ({
      code: 'pdf-no-report',
      message: `There is no report ${relative(process.cwd(), file)}.`,
      expected: 'the name of an engagement that was built, or a report in one file',
      found: 'nothing',
      hint: 'Run "npm run build" first, or check the name.',
    })),
  );
}

function requireReport(file: string): void {
  if (/<section[^>]*\bdata-page=/.test(readFileSync(file, 'utf8'))) return;
  throw fail({
    code: 'pdf-not-a-report',
    file: relative(process.cwd(), file),
    message: 'This is not a report in one file.',
    expected: 'what a build writes as dist/<engagement>.html, or a version saved from it',
    found: 'a file without pages',
    hint: 'Name the report in one file; a locked one is opened and saved first.',
  });
}

async function main(args: readonly string[]): Promise<void> {
  const { names, to, root, help } = readArguments(args);
  if (help) {
    process.stdout.write(USAGE);
    return;
  }
  const files = filesOf(names, root);
  for (const file of files) requireReport(file);
  const { executablePath } = requireBrowser((text) => process.stderr.write(`${text}\n`));
  for (const file of files) {
    const { pdf, pages } = await printReport(file, { executablePath, args: browserArguments() });
    const out = to === undefined ? file.replace(/\.html$/, '.pdf') : resolve(process.env['INIT_CWD'] ?? '.', to);
    writeAtomically(out, pdf);
    process.stdout.write(
      `${basename(file)}: ${String(pages)} pages, ${(pdf.length / 1_000_000).toFixed(1)} MB, ${relative(process.cwd(), out)}\n`,
    );
  }
}

// Playwright ends its browser at the same signal; what it was asked then fails, and that is no defect.
let stopped: number | undefined;
for (const [signal, code] of SIGNALS) {
  process.once(signal, () => {
    stopped = code;
    process.exitCode = code;
    process.stderr.write('\nStopped. The document was not written; one from before stands as it was.\n');
  });
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (stopped !== undefined) process.exit(stopped);
  process.stderr.write(reportFailure(error, { debug: process.argv.includes('--debug') }));
  process.exitCode = 1;
}

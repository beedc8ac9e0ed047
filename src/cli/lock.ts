/** `npm run lock -- <engagement|FILE>`: the report in one file, locked with a password, for sending by mail. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { attribute, elements, firstElement, ownText, parseDocument } from '../package/html.ts';
import { lockedPage, unlockScript } from '../package/locked/locked-page.ts';
import { BuildProblems } from '../pipeline/problem.ts';
import type { Problem } from '../pipeline/problem.ts';
import { writeAtomically } from '../pipeline/write-atomically.ts';
import { home } from '../pipeline/permissions.ts';
import { reportFailure } from './failure.ts';
import { VARIABLE, processHost, readPassword } from './read-password.ts';

const USAGE = `<engagement|FILE> [--to FILE] [--root DIR] [--generate | --password-stdin]

  engagement        its report in one file, as the last build left it in dist
  FILE              a report in one file, from any place
  --to FILE         where to write; <name>.locked.html beside the report where left out
  --root DIR        another folder that holds dist
  --generate        makes a password of six words and shows it once
  --password-stdin  reads the password from standard input

  Without either the command asks for the password, or takes it from ${VARIABLE}.`;

const fail = (problem: Problem): BuildProblems => new BuildProblems([problem]);

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        to: { type: 'string' },
        root: { type: 'string', default: home },
        generate: { type: 'boolean', default: false },
        'password-stdin': { type: 'boolean', default: false },
        debug: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help || positionals.length === 1) return { ...values, name: positionals[0] ?? '' };
  } catch {
    // What was given is not repeated: it may be a password.
  }
  throw fail({
    code: 'lock-arguments',
    message: 'This is not how a report is locked.',
    expected: 'npm run lock -- <engagement|FILE> [--to FILE] [--root DIR] [--generate | --password-stdin]',
    hint: 'Name one report. A password does not go on the command line, where others can read it: the command asks for it.',
  });
}

/** The report, its title, and where it lies. */
function readReport(name: string, root: string): { file: string; text: string; title: string } {
  const file = extname(name) === '.html' ? resolve(name) : join(resolve(root), 'dist', `${name}.html`);
  if (!existsSync(file)) {
    throw fail({
      code: 'lock-no-report',
      message: `There is no report ${relative(process.cwd(), file)}.`,
      expected: 'the name of an engagement that was built, or a report in one file',
      found: 'nothing',
      hint: extname(name) === '.html' ? 'Check the path.' : `Run npm run build -- ${name} first.`,
    });
  }
  const text = statSync(file).isFile() ? readFileSync(file, 'utf8') : '';
  const document = parseDocument(text);
  const title = firstElement(document, 'title');
  if (![...elements(document)].some((element) => attribute(element, 'data-page') !== undefined)) {
    throw fail({
      code: 'lock-not-a-report',
      file: relative(process.cwd(), file),
      message: 'This is not a report in one file.',
      expected: 'what a build writes as dist/<engagement>.html, or a version saved from it',
      found: title ? `a page called "${ownText(title).trim()}"` : 'a file without a title',
      hint: 'Name the report in one file; the pages of a folder need their neighbours.',
    });
  }
  return { file, text, title: title ? ownText(title) : '' };
}

async function main(args: readonly string[]): Promise<void> {
  const { help, name, root, to, generate, 'password-stdin': fromInput } = readArguments(args);
  if (help) {
    process.stdout.write(`npm run lock -- ${USAGE}\n`);
    return;
  }
  const { file, text, title } = readReport(name, root);
  const stem = basename(file, '.html');
  const target = to === undefined ? join(dirname(file), `${stem}.locked.html`) : resolve(to);
  if (target === file) {
    throw fail({
      code: 'lock-over-report',
      message: 'The locked file would take the place of the report.',
      hint: 'Choose another name for --to.',
    });
  }
  const known = [stem, ...title.split(/[^\p{L}\p{N}]+/u)].filter((word) => word !== '');
  const password = await readPassword({ generate, fromInput, known }, processHost(process));
  const page = lockedPage(text, password, await unlockScript());
  writeAtomically(target, page);
  const size = (Buffer.byteLength(page) / 1e6).toFixed(1);
  process.stdout.write(
    `${relative(process.cwd(), target)}  ${size} MB\nIts name and its size are all that it tells. The next build removes it from dist.\n`,
  );
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(reportFailure(error, { debug: process.argv.includes('--debug') }));
  process.exitCode = 1;
}

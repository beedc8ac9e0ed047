/** `npm run verify -- <path>`: whether a published report is what its data gives. */
import { resolve } from 'node:path';
import { renderProblems } from '../pipeline/render-problem.ts';
import { createReporter } from '../pipeline/reporter.ts';
import { projectRoot } from './astro-site.ts';
import { readArguments } from './arguments.ts';
import { reportFailure } from './failure.ts';
import { abandonRecomputation } from './recompute.ts';
import { agreement, disagreement } from './verify-summary.ts';
import { verifyReport } from './verify-report.ts';

const USAGE = `npm run verify -- [path] [engagement …] [--root DIR] [--debug]

  path         dist, the folder of a report, its single file, or a copy of these; dist where none is named
  engagement   the one whose report it is, where that cannot be told
  --root DIR   another folder that holds content/, data/ and loaders/
  --debug      print stacks as well`;

// npm runs in the folder of the project, wherever it was called.
const cwd = process.env['INIT_CWD'] ?? process.cwd();
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => {
    abandonRecomputation();
    process.stderr.write('\nStopped; nothing was verified.\n');
    process.exit(code);
  });
}

try {
  const { root, engagements: words, help, debug } = readArguments(process.argv.slice(2), projectRoot);
  if (help) {
    process.stdout.write(`${USAGE}\n`);
  } else {
    const [shownAs = 'dist', ...engagements] = words;
    const path = words.length === 0 ? resolve(root, 'dist') : resolve(cwd, shownAs);
    const reporter = createReporter(process.stdout);
    const verdict = await verifyReport({ root, path, shownAs, engagements, reporter });
    if (verdict.problems.length === 0) {
      process.stdout.write(`${agreement(verdict, shownAs)}\n`);
    } else {
      const problems = renderProblems(verdict.problems, { colors: process.stderr.isTTY, debug });
      process.stderr.write(`${disagreement(verdict, shownAs)}\n\n${problems}`);
      process.exitCode = 1;
    }
  }
} catch (error) {
  process.stderr.write(reportFailure(error, { debug: process.argv.includes('--debug') }));
  process.exitCode = 1;
}

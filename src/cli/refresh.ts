/** `node src/cli/refresh.ts [engagement …]`: asks the databases that sources.yaml names, and keeps the answers as files. */
import { home } from '../pipeline/permissions.ts';
import { createReporter } from '../pipeline/reporter.ts';
import { refresh } from '../pipeline/sql/refresh.ts';
import type { Refreshed } from '../pipeline/sql/refresh.ts';
import { readArguments } from './arguments.ts';
import { reportFailure } from './failure.ts';

const USAGE = `[engagement …] [--root DIR] [--force]

  engagement   folders of content/ to take; all where none is named
  --root DIR   another folder that holds content/, data/ and loaders/
  --force      ask also where the answer is still fresh

The address of each database stands in the variable of the environment that sources.yaml names.`;

function line({ file, rows, asked, extracted_at: takenAt }: Refreshed): string {
  return asked ? `${file}: ${String(rows)} rows, taken ${takenAt}` : `${file}: fresh, taken ${takenAt}; not asked`;
}

async function main(args: readonly string[]): Promise<void> {
  const force = args.includes('--force');
  const { root, engagements, help } = readArguments(
    args.filter((word) => word !== '--force'),
    home,
  );
  const { stdout, env: environment } = process;
  if (help) {
    stdout.write(`node src/cli/refresh.ts ${USAGE}\n`);
    return;
  }
  const done = await refresh({ root, engagements, force, environment, reporter: createReporter(stdout) });
  stdout.write(`${done.length === 0 ? 'No source has a query.' : done.map(line).join('\n')}\n`);
  if (done.some(({ asked }) => asked)) stdout.write('Commit the files together with their sources.yaml.\n');
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(reportFailure(error, { debug: process.argv.includes('--debug') }));
  process.exitCode = 1;
}

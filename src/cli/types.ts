/** The first part of `npm run types`: cells, values in sentences, and the modules that cells import. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkTypes } from '../notebook/types/check-types.ts';
import { engagementTypes } from '../notebook/types/declarations.ts';
import { load } from '../pipeline/load.ts';
import { BuildProblems } from '../pipeline/problem.ts';
import { Lines, problemAt } from '../pipeline/prose/place.ts';
import { createReporter } from '../pipeline/reporter.ts';
import { readArguments, USAGE } from './arguments.ts';
import { projectRoot } from './astro-site.ts';
import { reportFailure } from './failure.ts';
import type { Problem } from '../pipeline/problem.ts';

async function main(args: readonly string[]): Promise<void> {
  const { root, engagements, help } = readArguments(args, projectRoot);
  if (help) {
    process.stdout.write(`node src/cli/types.ts ${USAGE}\n`);
    return;
  }
  // What is wrong with a cell when it runs is the build's to tell.
  const { bundles } = await load({ root, engagements, reporter: createReporter(process.stdout), inPlace: true });
  const problems = bundles.flatMap((bundle): Problem[] => {
    const faults = checkTypes({
      root,
      home: projectRoot,
      id: bundle.id,
      pages: bundle.pages.map(({ file }) => ({ file, text: readFileSync(join(root, file), 'utf8') })),
      tables: new Set(bundle.tables.map(({ id }) => id)),
      declarations: engagementTypes(bundle),
    });
    return faults.map(({ file, text, line, column, ...said }) =>
      problemAt(new Lines(file, text).place(line, column), { code: 'cell-type', ...said }),
    );
  });
  if (problems.length > 0) throw new BuildProblems(problems);
  process.stdout.write('The types of all cells hold.\n');
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(reportFailure(error, { debug: process.argv.includes('--debug') }));
  process.exitCode = 1;
}

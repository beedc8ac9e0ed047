/** `node src/cli/load.ts [engagement …]`: the pipeline alone, from files to bundles in `<root>/.workbench/bundle`. */
import { load } from '../pipeline/load.ts';
import { home } from '../pipeline/permissions.ts';
import { createReporter } from '../pipeline/reporter.ts';
import { readArguments, USAGE } from './arguments.ts';
import { reportFailure } from './failure.ts';
import { explanation } from './summary.ts';

async function main(args: readonly string[]): Promise<void> {
  const { root, engagements, explain, help } = readArguments(args, home);
  const { stdout } = process;
  if (help) {
    stdout.write(`node src/cli/load.ts ${USAGE}\n`);
    return;
  }
  const { bundles, runs } = await load({ root, engagements, reporter: createReporter(stdout) });
  if (explain) stdout.write(`${explanation(runs)}\n`);
  for (const { id, tables, facts, findings, refused } of bundles) {
    const counted = [
      `tables ${tables.length}`,
      `facts ${facts.length}`,
      `findings ${findings.length}`,
      `refused rows ${refused.length}`,
    ];
    stdout.write(`.workbench/bundle/${id}.json: ${counted.join(', ')}\n`);
  }
  stdout.write(`${runs.filter(({ cached }) => !cached).length} of ${runs.length} loaders ran\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(reportFailure(error, { debug: process.argv.includes('--debug') }));
  process.exitCode = 1;
}

/** `npm run build`: from inspected files to a published proof package. */
import { createReporter } from '../pipeline/reporter.ts';
import { projectRoot } from './astro-site.ts';
import { readArguments, USAGE } from './arguments.ts';
import { abandonBuild, buildReport } from './build-report.ts';
import { reportFailure } from './failure.ts';
import { stopCleanly } from './stop.ts';
import { explanation, summaryText } from './summary.ts';

const cwd = process.cwd();
const started = performance.now();
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

stopCleanly(abandonBuild, 'The previous output stands as it was.');

try {
  const { root, engagements, explain, help } = readArguments(process.argv.slice(2), projectRoot);
  if (help) {
    process.stdout.write(`npm run build -- ${USAGE}\n`);
  } else {
    const result = await buildReport({ root, engagements, reporter: createReporter(process.stdout) });
    if (explain) process.stdout.write(`\nLoaders\n${explanation(result.runs)}\n`);
    process.stdout.write(`${summaryText(result, cwd, (performance.now() - started) / 1000)}\n`);
  }
} catch (error) {
  process.stderr.write(reportFailure(error, { debug: process.argv.includes('--debug') }));
  process.exitCode = 1;
}

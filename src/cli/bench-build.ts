/** One build, measured from inside: run by bench.ts in a process of its own, so that its memory is its own. */
import { silentReporter } from '../pipeline/reporter.ts';
import { buildReport } from './build-report.ts';

/** What a measured build tells its parent, as one line of JSON. */
export interface BuildMeasure {
  readonly milliseconds: number;
  /** Largest resident memory of the process, in bytes. */
  readonly peakBytes: number;
  readonly pages: number;
  readonly loaders: number;
  readonly ran: number;
}

const [root = ''] = process.argv.slice(2);
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const started = performance.now();
const { built, runs } = await buildReport({ root, engagements: [], reporter: silentReporter });
const measure: BuildMeasure = {
  milliseconds: performance.now() - started,
  peakBytes: process.resourceUsage().maxRSS * 1024,
  pages: built.reduce((sum, { sizes }) => sum + sizes.pages.length, 0),
  loaders: runs.length,
  ran: runs.filter(({ cached }) => !cached).length,
};
process.stdout.write(`${JSON.stringify(measure)}\n`);

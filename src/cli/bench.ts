/** `npm run bench [-- --hundred]`: the budgets of a report beside what was measured. Nothing here fails a build. */
import { cpus, totalmem } from 'node:os';
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pc from 'picocolors';
import { textOf } from '../package/files.ts';
import { attribute, elements, ownText, parseDocument } from '../package/html.ts';
import { isInlineCode } from '../package/policy.ts';
import { sizeOf } from '../package/sizes.ts';
import { BuildProblems } from '../pipeline/problem.ts';
import { projectRoot } from './astro-site.ts';
import { measureBrowser } from './bench-browser.ts';
import { measureCells } from './bench-cells.ts';
import { copyEngagement, measureBuild, measureGrowth, scratchRoot } from './bench-growth.ts';
import { reportFailure } from './failure.ts';

const SAMPLE = 'onboarding';

interface Row {
  readonly what: string;
  readonly budget: string;
  readonly measured: string;
  readonly kept: boolean;
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

interface PageLoad {
  readonly path: string;
  /** Code of the page, inline and loaded, gzipped. */
  readonly script: number;
  readonly loaded: number;
  readonly alive: boolean;
}

const gzipped = (file: string): number => sizeOf(readFileSync(file)).gzipped;

function pageLoad(folder: string, path: string): PageLoad {
  const document = parseDocument(textOf(readFileSync(join(folder, path))));
  const all = [...elements(document)];
  const resolve = (address: string): string => join(folder, path, '..', address);
  const scripts = all.flatMap((element) => (element.tagName === 'script' ? (attribute(element, 'src') ?? []) : []));
  const styles = all.flatMap((element) =>
    element.tagName === 'link' && attribute(element, 'rel') === 'stylesheet' ? (attribute(element, 'href') ?? []) : [],
  );
  const inline = all.filter(isInlineCode).map(ownText).join('\n');
  const external = scripts.reduce((sum, address) => sum + gzipped(resolve(address)), 0);
  return {
    path,
    script: external + (inline === '' ? 0 : sizeOf(Buffer.from(inline)).gzipped),
    loaded:
      gzipped(join(folder, path)) + external + styles.reduce((sum, address) => sum + gzipped(resolve(address)), 0),
    alive: all.some(
      (element) => attribute(element, 'type') === 'range' || attribute(element, 'data-cell') !== undefined,
    ),
  };
}

function sizeRows(dist: string): Row[] {
  const folder = join(dist, SAMPLE);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const pages = files.filter((path) => path.endsWith('index.html')).map((path) => pageLoad(folder, path));
  const quiet = pages.filter(({ alive }) => !alive).toSorted((one, other) => other.script - one.script)[0];
  const richest = pages.toSorted((one, other) => other.loaded - one.loaded)[0];
  const fonts = files
    .filter((path) => path.endsWith('.woff2'))
    .reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
  const single = statSync(join(dist, `${SAMPLE}.html`)).size;
  if (quiet === undefined || richest === undefined) throw new Error('The sample report has no pages.');
  return [
    {
      what: 'script without cells and sliders',
      budget: 'none, or 5 KB gz',
      measured: `${kilobytes(quiet.script)} gz (${quiet.path})`,
      kept: quiet.script <= 5000,
    },
    {
      what: 'richest page, fonts apart',
      budget: '180 KB gz',
      measured: `${kilobytes(richest.loaded)} gz (${richest.path})`,
      kept: richest.loaded <= 180_000,
    },
    { what: 'fonts', budget: '100 KB', measured: kilobytes(fonts), kept: fonts <= 100_000 },
    { what: 'single file', budget: '1.5 MB', measured: `${(single / 1e6).toFixed(2)} MB`, kept: single <= 1_500_000 },
  ];
}

async function browserRows(dist: string): Promise<Row[]> {
  const { sliders, figures, charts, painted, chartsWithoutScript } = await measureBrowser(
    join(dist, SAMPLE),
    'roi/index.html',
    'main [data-roi-slider]',
  );
  return [
    {
      what: `slider to figures, slowest of ${sliders}, 4x`,
      budget: 'median 16 ms',
      measured: `median ${milliseconds(figures.median)}, 95th percentile ${milliseconds(figures.p95)}`,
      kept: figures.median <= 16,
    },
    {
      what: 'the same to charts redrawn',
      budget: 'median 50 ms, 95th percentile 100 ms',
      measured: `median ${milliseconds(charts.median)}, 95th percentile ${milliseconds(charts.p95)}`,
      kept: charts.median <= 50 && charts.p95 <= 100,
    },
    {
      what: 'the same to all of it painted',
      budget: '(no budget)',
      measured: `median ${milliseconds(painted.median)}, 95th percentile ${milliseconds(painted.p95)}`,
      kept: true,
    },
    {
      what: 'first chart',
      budget: 'with the HTML, before any script',
      measured: `${String(chartsWithoutScript)} charts with scripts off`,
      kept: chartsWithoutScript > 0,
    },
  ];
}

async function cellRows(dist: string): Promise<Row[]> {
  const folder = join(dist, SAMPLE);
  const { charts } = await measureBrowser(folder, 'explore/index.html', '.cell input[type=range]');
  const { charts: figure } = await measureBrowser(
    folder,
    'findings/timer/index.html',
    '.figure-input input[type=range]',
  );
  const { cells, milliseconds: time } = await measureCells(projectRoot, SAMPLE);
  return [
    {
      what: 'slider of a cell to charts, 4x slower',
      budget: 'median 50 ms, 95th percentile 100 ms',
      measured: `median ${milliseconds(charts.median)}, 95th percentile ${milliseconds(charts.p95)}`,
      kept: charts.median <= 50 && charts.p95 <= 100,
    },
    {
      what: 'slider of a figure to charts, 4x slower',
      budget: 'median 50 ms, 95th percentile 100 ms',
      measured: `median ${milliseconds(figure.median)}, 95th percentile ${milliseconds(figure.p95)}`,
      kept: figure.median <= 50 && figure.p95 <= 100,
    },
    {
      what: 'cells drawn at build',
      budget: '(no budget)',
      measured: `${String(cells)} in ${milliseconds(time)}, ${milliseconds(time / cells)} a cell`,
      kept: true,
    },
  ];
}

function buildRows(): Row[] {
  const root = scratchRoot();
  try {
    copyEngagement(projectRoot, root, SAMPLE);
    const cold = measureBuild(root);
    const warm = measureBuild(root);
    return [
      {
        what: 'first build of the sample',
        budget: '(no budget)',
        measured: `${seconds(cold.milliseconds)}, ${String(cold.ran)} loaders, ${megabytes(cold.peakBytes)} at most`,
        kept: cold.ran === cold.loaders,
      },
      {
        what: 'build with nothing changed',
        budget: 'no loader runs',
        measured: `${String(warm.ran)} of ${String(warm.loaders)} loaders ran, ${seconds(warm.milliseconds)}`,
        kept: warm.ran === 0,
      },
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function growthRows(counts: readonly number[]): Row[] {
  return counts.map(measureGrowth).map(({ engagements, cold }): Row => ({
    what: `${String(engagements)} ${engagements === 1 ? 'engagement' : 'engagements'}, ${String(cold.pages)} pages`,
    budget: 'time and memory per page flat',
    measured: `${seconds(cold.milliseconds)}, ${milliseconds(cold.milliseconds / cold.pages)} a page; ${megabytes(cold.peakBytes)} at most, ${megabytes(cold.peakBytes / cold.pages)} a page`,
    kept: true,
  }));
}

function print(rows: readonly Row[]): void {
  for (const { what, budget, measured, kept } of rows) {
    process.stdout.write(`${kept ? '  ' : pc.red('! ')}${what.padEnd(40)}${budget.padEnd(38)}${measured}\n`);
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { hundred: { type: 'boolean', default: false } } });
  const dist = join(projectRoot, 'dist');
  if (!existsSync(join(dist, SAMPLE))) {
    throw new BuildProblems([
      { code: 'no-output', message: `There is no dist/${SAMPLE} to measure.`, hint: 'Run "npm run build" first.' },
    ]);
  }
  process.stdout.write(
    `Node ${process.versions.node}, ${String(cpus().length)} processors, ${(totalmem() / 1e9).toFixed(0)} GB\n\n`,
  );
  process.stdout.write(`  ${pc.bold('what'.padEnd(40))}${pc.bold('at most'.padEnd(38))}${pc.bold('measured')}\n`);
  print(sizeRows(dist));
  print(await browserRows(dist));
  print(await cellRows(dist));
  print(buildRows());
  print(growthRows(values.hundred ? [1, 10, 100] : [1, 10]));
}

try {
  await main();
} catch (error) {
  process.stderr.write(reportFailure(error, { debug: false }));
  process.exitCode = 1;
}

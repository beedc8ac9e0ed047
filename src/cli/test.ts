/** `npm test`: types, lint, unit tests, the build, and the browser tests on what was built. One line at the end sums up. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './astro-site.ts';
import { browserArguments, requireBrowser } from './browser.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

interface Step {
  readonly name: string;
  /** Package and program, as its package.json names them. */
  readonly run: readonly [library: string, bin: string, ...args: string[]] | readonly [script: string];
  readonly environment?: Readonly<Record<string, string>>;
  /** File in which the step leaves its counts, and how to read it. */
  readonly counts?: { readonly file: string; read(report: unknown): Counts };
}

const work = join(projectRoot, '.workbench');
const unitReport = join(work, 'unit-tests.json');
const browserReport = join(work, 'browser-tests.json');

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const count = (report: unknown, field: string): number => {
  const value = isRecord(report) ? report[field] : undefined;
  return typeof value === 'number' ? value : 0;
};

const steps: readonly Step[] = [
  // First, because it writes the types of the content collections that the next step reads.
  { name: 'Types (Astro)', run: ['astro', 'astro', 'check', '--minimumSeverity', 'warning'] },
  { name: 'Types (cells)', run: ['src/cli/types.ts'] },
  { name: 'Types (TypeScript)', run: ['typescript', 'tsc'] },
  { name: 'Lint', run: ['eslint', 'eslint', '--config', '.eslint.config.mjs', '--max-warnings', '0', '.'] },
  { name: 'Format', run: ['prettier', 'prettier', '--check', '--log-level', 'warn', '.'] },
  {
    name: 'Unit tests',
    run: [
      'vitest',
      'vitest',
      'run',
      '--config',
      'test/vitest.config.mjs',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
    ],
    environment: { TZ: 'Pacific/Chatham' },
    counts: {
      file: unitReport,
      read: (report) => ({ passed: count(report, 'numPassedTests'), failed: count(report, 'numFailedTests') }),
    },
  },
  { name: 'Build', run: ['src/cli/build.ts'] },
  {
    name: 'Browser tests',
    run: ['@playwright/test', 'playwright', 'test', '--config', 'test/playwright.config.ts', '--reporter=list,json'],
    environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
    counts: {
      file: browserReport,
      read(report) {
        const stats = isRecord(report) ? report['stats'] : undefined;
        return { passed: count(stats, 'expected'), failed: count(stats, 'unexpected') + count(stats, 'flaky') };
      },
    },
  },
];

/** The script behind a program of a package: no shell, no npx, the same Node. */
function scriptOf([name, bin]: Step['run']): string {
  if (bin === undefined) return join(projectRoot, name);
  const manifest = join(projectRoot, 'node_modules', name, 'package.json');
  const { bin: bins } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: string | Record<string, string> };
  const path = typeof bins === 'string' ? bins : bins[bin];
  if (path === undefined) throw new Error(`The package ${name} has no program ${bin}.`);
  return join(dirname(manifest), path);
}

function run(step: Step): { ok: boolean; counts: Counts } {
  if (step.counts) rmSync(step.counts.file, { force: true });
  const { status } = spawnSync(process.execPath, [scriptOf(step.run), ...step.run.slice(2)], {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...step.environment },
  });
  const ok = status === 0;
  const counts =
    step.counts && existsSync(step.counts.file)
      ? step.counts.read(JSON.parse(readFileSync(step.counts.file, 'utf8')))
      : { passed: 0, failed: 0 };
  // A step that failed without a failed test (a type error, a crash) still counts as one.
  return { ok, counts: ok || counts.failed > 0 ? counts : { ...counts, failed: 1 } };
}

function main(): boolean {
  mkdirSync(work, { recursive: true });
  const started = performance.now();
  const browser = requireBrowser((text) => process.stdout.write(`${text}\n`));
  process.env['WORKBENCH_BROWSER'] = browser.executablePath;
  process.stdout.write(`Chromium: ${browser.executablePath} (${browser.origin}) ${browserArguments().join(' ')}\n`);

  const results = steps.map((step) => {
    process.stdout.write(`\n── ${step.name}\n`);
    const before = performance.now();
    const result = run(step);
    const seconds = ((performance.now() - before) / 1000).toFixed(1);
    process.stdout.write(`── ${step.name}: ${result.ok ? 'ok' : 'FAILED'} in ${seconds} s\n`);
    return { ...result, name: step.name, seconds };
  });

  process.stdout.write('\n');
  for (const { name, ok, seconds } of results)
    process.stdout.write(`${ok ? 'ok    ' : 'FAILED'}  ${name} (${seconds} s)\n`);
  const passed = results.reduce((sum, { counts }) => sum + counts.passed, 0);
  const failed = results.reduce((sum, { counts }) => sum + counts.failed, 0);
  process.stdout.write(
    `Total ${((performance.now() - started) / 1000).toFixed(0)} s\n${passed} passed, ${failed} failed\n`,
  );
  return results.every(({ ok }) => ok);
}

try {
  process.exitCode = main() ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n0 passed, 1 failed\n`);
  process.exitCode = 1;
}

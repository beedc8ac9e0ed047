/** `npm run dev`: the report in the browser, new with every file that is saved. */
import { dev } from 'astro';
import { createReporter, silentReporter } from '../pipeline/reporter.ts';
import { astroSettings, pointSiteAt, projectRoot } from './astro-site.ts';
import { readArguments, USAGE } from './arguments.ts';
import { reportFailure } from './failure.ts';
import { createPreview } from './preview.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

async function main(): Promise<void> {
  const { root, engagements, explain, help } = readArguments(process.argv.slice(2), projectRoot);
  if (help) {
    process.stdout.write(`npm run dev -- ${USAGE}\n`);
    return;
  }
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  const reporter = explain ? createReporter(process.stdout) : silentReporter;
  const preview = createPreview({ root, engagements, reporter, say });
  await preview.reload();
  pointSiteAt(root, engagements);
  process.chdir(projectRoot);
  const settings = astroSettings(root);
  const server = await dev({ ...settings, logLevel: 'error', vite: { plugins: [preview.plugin] } });
  const base = `http://localhost:${String(server.address.port)}/`;
  const [first] = preview.engagements();
  process.stdout.write(`Preview: ${base}${first === undefined ? '' : `${first}/index.html`}\nCtrl+C ends it.\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void server.stop().finally(() => process.exit(0));
    });
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(reportFailure(error, { debug: process.argv.includes('--debug') }));
  process.exitCode = 1;
}

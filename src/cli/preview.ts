/**
 * The preview's part inside Astro's server: loads again when an author saves a file, shows problems in place of the
 * pages (those of cells stand in the pages), and answers addresses that name index.html.
 */
import { join, sep } from 'node:path';
import { load } from '../pipeline/load.ts';
import { BuildProblems } from '../pipeline/problem.ts';
import { renderProblems } from '../pipeline/render-problem.ts';
import { problemPage } from './problem-page.ts';
import type { AstroInlineConfig } from 'astro';
import type { Bundle } from '../schema/bundle.ts';
import type { Reporter } from '../pipeline/reporter.ts';

type Plugin = NonNullable<NonNullable<AstroInlineConfig['vite']>['plugins']>[number];

export interface PreviewOptions {
  readonly root: string;
  readonly engagements: readonly string[];
  readonly reporter: Reporter;
  /** Told each time whether the report stands. */
  readonly say: (text: string) => void;
}

export interface Preview {
  /** To be given to Astro. */
  readonly plugin: Plugin;
  /** Loads once more; problems are kept for the pages, not thrown. */
  reload(): Promise<void>;
  /** Ids of the engagements that stand. */
  engagements(): readonly string[];
}

const SETTLE = 80;

export function createPreview({ root, engagements, reporter, say }: PreviewOptions): Preview {
  let problems: string | undefined;
  /** Problems of cells, which the pages show themselves. */
  let inPlace = '';
  let bundles: readonly Bundle[] = [];
  let seen = '';
  let running: Promise<void> | undefined;
  let asked = 0;
  let refresh: () => void = () => undefined;
  /** Settled once what was saved last is loaded: pages wait for it, since their text is already new. */
  let upToDate: Promise<void> = Promise.resolve();

  async function loadOnce(): Promise<void> {
    try {
      const { bundles: found, shown } = await load({ root, engagements: [...engagements], reporter, inPlace: true });
      bundles = found;
      const before = inPlace;
      inPlace = shown.length === 0 ? '' : renderProblems(shown);
      if (inPlace !== '' && (inPlace !== before || problems !== undefined))
        say(`\n${renderProblems(shown, { colors: process.stderr.isTTY })}`);
      if (inPlace === '' && (problems !== undefined || before !== '')) say('Mended.');
      problems = undefined;
    } catch (error) {
      if (!(error instanceof BuildProblems)) throw error;
      problems = renderProblems(error.problems);
      say(`\n${renderProblems(error.problems, { colors: process.stderr.isTTY })}`);
    }
    const state = problems ?? JSON.stringify(bundles);
    if (state !== seen) refresh();
    seen = state;
  }

  /** One load at a time; what changes meanwhile is loaded after it. */
  async function reload(): Promise<void> {
    asked += 1;
    if (running) return running;
    running = (async () => {
      for (let answered = 0; answered < asked;) {
        answered = asked;
        await loadOnce();
      }
    })();
    try {
      await running;
    } finally {
      running = undefined;
    }
  }

  const watched = ['content', 'data', 'loaders'].map((name) => join(root, name));
  const plugin: Plugin = {
    name: 'workbench-preview',
    configureServer(server) {
      refresh = () => {
        // Astro keeps a page's paths and props until it hears that content has changed.
        for (const environment of Object.values(server.environments)) {
          environment.moduleGraph.invalidateAll();
          environment.hot.send('astro:content-changed', {});
        }
        server.environments.client.hot.send({ type: 'full-reload' });
      };
      server.watcher.add(watched);
      let timer: NodeJS.Timeout | undefined;
      let saved = 0;
      let loaded: (() => void) | undefined;
      server.watcher.on('all', (_event, path) => {
        if (!watched.some((folder) => path.startsWith(`${folder}${sep}`))) return;
        clearTimeout(timer);
        saved += 1;
        const own = saved;
        if (loaded === undefined) upToDate = new Promise((resolve) => (loaded = resolve));
        timer = setTimeout(() => {
          reload()
            .catch((error: unknown) => say(error instanceof Error ? (error.stack ?? error.message) : String(error)))
            .finally(() => {
              if (own !== saved) return;
              loaded?.();
              loaded = undefined;
            });
        }, SETTLE);
      });
      server.middlewares.use((request, response, next) => {
        const [path = '/'] = (request.url ?? '/').split('?');
        const isPage = path.endsWith('/') || path.endsWith('/index.html');
        void (isPage || path.endsWith('/report.js') ? upToDate : Promise.resolve()).then(() => {
          if (isPage && problems !== undefined) {
            response.statusCode = 500;
            response.setHeader('content-type', 'text/html; charset=utf-8');
            response.end(problemPage(problems));
            return;
          }
          const [first] = bundles;
          if ((path === '/' || path === '/index.html') && first) {
            response.statusCode = 302;
            response.setHeader('location', `/${first.id}/index.html`);
            response.end();
            return;
          }
          if (path.endsWith('/index.html')) request.url = request.url?.replace('/index.html', '/');
          next();
        });
      });
    },
  };
  return { plugin, reload, engagements: () => bundles.map(({ id }) => id) };
}

/**
 * Vite plugin: the MDX bodies of the pages as one module, `virtual:report-bodies`.
 *
 * Astro's content collections would do it too, but they keep a store between builds, under node_modules,
 * in which the pages of another root linger.
 */
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { bundleFolder, listBundles, readBundle } from '../pipeline/read-bundle.ts';
import { siteRoot, wantedEngagements } from './root.ts';

const NAME = 'virtual:report-bodies';
const RESOLVED = `\0${NAME}`;

function bodiesModule(root: string, wanted: readonly string[]): string {
  const entries = listBundles(root)
    .filter((id) => wanted.length === 0 || wanted.includes(id))
    .flatMap((id) => readBundle(root, id).pages.map(({ slug, file }) => [`${id}/${slug}`, join(root, file)] as const));
  const lines = entries.map(([key, file]) => `  [${JSON.stringify(key)}, () => import(${JSON.stringify(file)})],`);
  return `export const bodies = new Map([\n${lines.join('\n')}\n]);\n`;
}

export function reportBodies(): Plugin {
  const root = siteRoot();
  return {
    name: 'report-bodies',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? bodiesModule(root, wantedEngagements()) : undefined),
    // The preview shows what the pipeline has written last.
    configureServer(server) {
      const folder = bundleFolder(root);
      server.watcher.add(folder);
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(folder)) return;
        for (const environment of Object.values(server.environments)) {
          const module = environment.moduleGraph.getModuleById(RESOLVED);
          if (module !== undefined) environment.moduleGraph.invalidateModule(module);
        }
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}

/** Modules of the engagement, bundled for the build: run anew for every page, with the page's own document. */
import { resolve } from 'node:path';
import { Script } from 'node:vm';
import type { Window } from 'happy-dom';
import { rolldown } from 'rolldown';
import { DOM_NAMES, domValues } from './libraries.ts';

export type Modules = Readonly<Record<string, unknown>>;

/** What the modules export, by path, for a window. */
export type MakeModules = (window: Window) => Modules;

/**
 * Bundles modules.
 *
 * @param root absolute folder that the paths start from
 * @throws Error with the bundler's words where one is missing or cannot be read
 */
export async function loadModules(root: string, paths: readonly string[]): Promise<MakeModules> {
  if (paths.length === 0) return () => ({});
  const entry = resolve(root, 'content/notebook-modules.js');
  const bundle = await rolldown({
    input: entry,
    platform: 'browser',
    logLevel: 'silent',
    plugins: [
      {
        name: 'notebook-modules',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) =>
          id === entry
            ? paths
                .map((path, index) => `export * as m${index} from ${JSON.stringify(resolve(root, path))};`)
                .join('\n')
            : null,
      },
    ],
  });
  try {
    const { output } = await bundle.generate({ format: 'iife', name: 'modules' });
    const script = new Script(`(function (${DOM_NAMES.join(', ')}) {\n${output[0].code}\nreturn modules;\n})`, {
      filename: 'modules.js',
    });
    const make = script.runInThisContext() as (...values: unknown[]) => Record<string, unknown>;
    return (window) => {
      const made = make(...domValues(window));
      return Object.fromEntries(paths.map((path, index) => [path, made[`m${index}`]]));
    };
  } finally {
    await bundle.close();
  }
}

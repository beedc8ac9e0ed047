/** Modules of the engagement, bundled for the build: run anew for every page, with the page's own document. */
import { relative, resolve, sep } from 'node:path';
import { Script } from 'node:vm';
import type { Window } from 'happy-dom';
import { rolldown } from 'rolldown';
import type { NotebookFault } from './fault.ts';
import { DOM_NAMES, domValues } from './libraries.ts';
import { isOwnModule, moduleFaults } from './module-faults.ts';
import { FORBIDDEN } from './names.ts';

export type Modules = Readonly<Record<string, unknown>>;

/** What the modules export, by path, for a window. */
export type MakeModules = (window: Window) => Modules;

export interface LoadedModules {
  readonly make: MakeModules;
  /** Of all that were read, those included that modules import in turn. */
  readonly faults: readonly NotebookFault[];
}

/**
 * Bundles modules.
 *
 * @param root absolute folder that the paths start from
 * @throws Error with the bundler's words where one is missing
 */
export async function loadModules(root: string, paths: readonly string[]): Promise<LoadedModules> {
  const none = (): Modules => ({});
  if (paths.length === 0) return { make: none, faults: [] };
  const entry = resolve(root, 'content/notebook-modules.js');
  const faults: NotebookFault[] = [];
  const fileOf = (id: string): string => relative(root, id).split(sep).join('/');
  const bundle = await rolldown({
    input: entry,
    platform: 'browser',
    logLevel: 'silent',
    plugins: [
      {
        name: 'notebook-modules',
        resolveId(id, importer) {
          if (id === entry) return id;
          // What is refused is not followed.
          const followed = importer === undefined || importer === entry || isOwnModule(fileOf(importer), id);
          return followed ? null : { id, external: true };
        },
        transform(text, id) {
          if (id !== entry) faults.push(...moduleFaults({ file: fileOf(id), text }));
        },
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
    if (faults.length > 0) return { make: none, faults };
    const script = new Script(
      `(function (${[...DOM_NAMES, ...FORBIDDEN].join(', ')}) {\n${output[0].code}\nreturn modules;\n})`,
      {
        filename: 'modules.js',
      },
    );
    const make = script.runInThisContext() as (...values: unknown[]) => Record<string, unknown>;
    return {
      make: (window) => {
        const made = make(...domValues(window));
        return Object.fromEntries(paths.map((path, index) => [path, made[`m${index}`]]));
      },
      faults,
    };
  } catch (error) {
    if (faults.length > 0) return { make: none, faults };
    throw error;
  } finally {
    await bundle.close();
  }
}

/** What a loader may import, and the record of what it did import. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as realFiles from 'node:fs';
import { isBuiltin, registerHooks } from 'node:module';
import { nearest } from '../../core/nearest.ts';
import { fileAt, isAuthored, realAddress, refuse } from './author.ts';
import type { Position } from './author.ts';

const ALLOWED = "'workbench', 'arquero', 'zod' and files of their own folder";
const FILES = 'workbench:files';
const NETWORK = /^(node:)?(http|https|http2|net|tls|dgram|dns|quic)(\/|$)/;
const WRITES =
  /^(write|append|mk|rm|unlink|rename|copy|cp|truncate|ftruncate|ch|fch|lch|symlink|link|utimes|createWrite)/;

const imports = new Map<string, Set<string>>();

/** Which of the author's files imports which, relative to the root, in a stable order. */
export function importsOfAuthor(): Record<string, string[]> {
  const sorted = [...imports].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([file, found]) => [file, [...found].sort()]));
}

/** The place where a file imports a module; imports are resolved before anything runs, so no stack shows it. */
function importPosition(importer: string, specifier: string): Position {
  const lines = readFileSync(realAddress(fileAt(importer)), 'utf8').split(/\r?\n/);
  const found = lines.findIndex((line) => line.includes(`'${specifier}'`) || line.includes(`"${specifier}"`));
  const line = Math.max(found, 0);
  const column = Math.max((lines[line] ?? '').indexOf(specifier) - 1, 0);
  return { file: fileAt(importer), line: line + 1, column: column + 1 };
}

function refuseImport(specifier: string, importer: string): never {
  const at = importPosition(importer, specifier);
  if (NETWORK.test(specifier)) {
    return refuse(
      {
        code: 'loader-network',
        message: `This loader reaches for the network (${specifier}); a report is built from files alone.`,
        hint: 'Export what it would fetch into the data folder and declare it in sources.yaml.',
      },
      at,
    );
  }
  return refuse(
    {
      code: 'loader-import',
      message: `This loader imports "${specifier}", which loaders may not.`,
      expected: ALLOWED,
      found: specifier,
      hint: 'Use what those offer, or move the code into a file beside the loader.',
    },
    at,
  );
}

function refuseMissing(specifier: string, importer: string, url: string): never {
  const beside = readdirSync(realAddress(fileAt(new URL('.', url).href))).filter((name) => name.endsWith('.ts'));
  const close = nearest(specifier.split('/').at(-1) ?? '', beside);
  return refuse(
    {
      code: 'loader-import',
      message: `This loader imports "${specifier}", which is no TypeScript file beside it.`,
      expected: 'the name of a file of the same folder, with its ending .ts',
      found: specifier,
      hint:
        close === undefined
          ? 'Data is no import: it belongs into the data folder, declared in sources.yaml.'
          : `Did you mean "${close}"?`,
    },
    importPosition(importer, specifier),
  );
}

/** Called by the module that stands in for node:fs. */
function refuseFile(operation: string, path: unknown): never {
  const named = path instanceof URL ? decodeURIComponent(path.pathname) : typeof path === 'string' ? path : 'a file';
  if (WRITES.test(operation)) {
    return refuse({
      code: 'loader-writes',
      message: `This loader writes ${named}; loaders only return rows or facts.`,
      hint: 'Return the rows as a table; the report offers each table as CSV.',
    });
  }
  return refuse({
    code: 'loader-reads-undeclared',
    message: `This loader reads ${named}, which it does not declare.`,
    hint: 'Declare the file in sources.yaml, name it as `source` of the table, and take its rows from there.',
  });
}

/** A module with the names of node:fs, each of which refuses and says which file was meant. */
function filesModule(): string {
  const names = Object.keys(realFiles).filter((name) => /^[a-zA-Z]\w*$/.test(name) && name !== 'default');
  return [
    'const refuse = globalThis[Symbol.for("workbench.refuseFile")];',
    ...names.map((name) => `export const ${name} = (path) => refuse(${JSON.stringify(name)}, path);`),
    `export default { ${names.join(', ')} };`,
  ].join('\n');
}

/** To be called once, before the author's first file is loaded. */
export function installModuleRules(ours: { define: string; home: string }): void {
  Object.defineProperty(globalThis, Symbol.for('workbench.refuseFile'), { value: refuseFile });
  process.getBuiltinModule = (name: string) =>
    refuse({
      code: 'loader-import',
      message: `This loader takes "${name}" from Node, which loaders may not.`,
      expected: ALLOWED,
    });

  registerHooks({
    resolve(specifier, context, next) {
      const importer = context.parentURL;
      if (importer === undefined || !isAuthored(importer)) {
        return isAuthored(specifier) ? { url: specifier, shortCircuit: true } : next(specifier, context);
      }
      if (specifier === 'workbench') return { url: ours.define, shortCircuit: true };
      if (specifier === 'arquero' || specifier === 'zod') return next(specifier, { ...context, parentURL: ours.home });
      if (/^(node:)?fs(\/promises)?$/.test(specifier)) return { url: FILES, shortCircuit: true };
      if (!/^\.\.?\//.test(specifier) || isBuiltin(specifier)) return refuseImport(specifier, importer);
      const url = new URL(specifier, importer).href;
      // A hidden file would escape the list of files that the cache watches.
      if (!isAuthored(url) || fileAt(url).includes('/.')) return refuseImport(specifier, importer);
      if (!url.endsWith('.ts') || !existsSync(realAddress(fileAt(url)))) return refuseMissing(specifier, importer, url);
      const found = imports.get(fileAt(importer)) ?? new Set();
      imports.set(fileAt(importer), found.add(fileAt(url)));
      return { url, shortCircuit: true };
    },
    load(url, context, next) {
      if (url === FILES) return { format: 'module', source: filesModule(), shortCircuit: true };
      if (!isAuthored(url)) return next(url, context);
      // The format is given: it would else depend on a package.json above the engagement.
      return { format: 'module-typescript', source: readFileSync(realAddress(fileAt(url))), shortCircuit: true };
    },
  });
}

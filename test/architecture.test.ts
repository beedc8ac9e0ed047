/** The house keeps its shape: imports go one way, the top level stays small, and nothing is waved through. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

interface Import {
  readonly file: string;
  readonly target: string;
}

/** What each part may import of ours; `part/file.ts` names a single file, `part/folder/` a folder. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  schema: ['core'],
  // The buyer's kit as text: the pipeline runs it, the package carries it, a page speaks of it.
  kit: ['core', 'schema'],
  pipeline: ['core', 'schema', 'kit', 'notebook'],
  charts: ['core', 'schema'],
  notebook: ['core', 'charts', 'schema'],
  // Of the notebook only what runs in a browser.
  client: ['core', 'charts', 'schema', 'notebook/runtime/'],
  // Problems are plain data; the package reports its own.
  package: ['core', 'schema', 'kit', 'pipeline/problem.ts'],
  styles: ['package/fonts.ts'],
  site: ['schema', 'components', 'pipeline/read-bundle.ts', 'pipeline/problem.ts'],
  components: ['core', 'schema', 'charts', 'kit', 'notebook', 'styles', 'pipeline'],
  layouts: ['core', 'schema', 'components', 'styles'],
  pages: [
    'core',
    'schema',
    'components',
    'layouts',
    'styles',
    'site',
    'charts',
    'client',
    'package/fonts.ts',
    'package/classic-script.ts',
    'pipeline/prose/page-elements.ts',
    'notebook',
  ],
  draft: ['core', 'schema', 'pipeline'],
  cli: ['core', 'schema', 'pipeline', 'package', 'notebook', 'draft'],
};

/** Modules of Node, or libraries, that a part does without. */
const NO_NODE = new Set(['core', 'schema', 'charts', 'client', 'kit']);
/** The disk belongs to the pipeline; these few write what goes out, or find what they are made of. */
const FILE_SYSTEM = ['src/pipeline/', 'src/cli/', 'src/package/publish.ts', 'src/package/fonts.ts', 'src/site/'];
const LOADERS_MAY_IMPORT = new Set(['workbench', 'arquero', 'zod']);

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

function sourceFiles(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => posix.join(folder, entry.parentPath.slice(join(root, folder).length), entry.name))
    .sort();
}

/** The script part of an Astro file is between its fences. */
const codeOf = (file: string): string => (file.endsWith('.astro') ? (read(file).split(/^---$/m)[1] ?? '') : read(file));

function importsOf(file: string): Import[] {
  return ts.preProcessFile(codeOf(file), true, true).importedFiles.map(({ fileName }) => ({
    file,
    target: fileName.startsWith('.') ? posix.join(posix.dirname(file), fileName).replace(/\?.*$/, '') : fileName,
  }));
}

// Declarations at the top of src belong to no part.
const sources = sourceFiles('src', /\.(ts|mjs|astro)$/).filter((file) => !/^src\/[^/]*\.d\.ts$/.test(file));
const imports = sources.flatMap(importsOf);
const partOf = (file: string): string => file.split('/')[1] ?? '';

describe('imports', () => {
  it('are found at all', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(sources.length);
  });

  it('go one way between the parts', () => {
    const wrong = imports.filter(({ file, target }) => {
      if (!target.startsWith('src/')) return false;
      const [part, other] = [partOf(file), partOf(target)];
      if (part === other) return false;
      const allowed = MAY_IMPORT[part] ?? [];
      return !allowed.some((entry) =>
        entry.endsWith('/')
          ? target.startsWith(`src/${entry}`)
          : entry.includes('/')
            ? target === `src/${entry}`
            : entry === other,
      );
    });
    expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });

  it('know every part', () => {
    expect([...new Set(sources.map(partOf))].filter((part) => !(part in MAY_IMPORT))).toEqual([]);
  });

  it('leave Node out of what also runs in a browser', () => {
    const wrong = imports.filter(
      ({ file, target }) =>
        NO_NODE.has(partOf(file)) && (target.startsWith('node:') || builtinModules.includes(target)),
    );
    expect(wrong).toEqual([]);
  });

  it('leave the file system to the pipeline and the doors', () => {
    const wrong = imports.filter(
      ({ file, target }) => /^(node:)?fs(\/|$)/.test(target) && !FILE_SYSTEM.some((place) => file.startsWith(place)),
    );
    expect(wrong).toEqual([]);
  });

  it('of loaders are the workbench, Arquero, Zod and files beside them', () => {
    const wrong = sourceFiles('loaders', /\.ts$/)
      .flatMap(importsOf)
      .filter(({ file, target }) => !LOADERS_MAY_IMPORT.has(target) && !target.startsWith(`${posix.dirname(file)}/`));
    expect(wrong).toEqual([]);
  });

  it('leave Arquero, and the reading of rows, to build time', () => {
    const wrong = imports.filter(
      ({ file, target }) => ['charts', 'client', 'core'].includes(partOf(file)) && target === 'arquero',
    );
    expect(wrong).toEqual([]);
  });
});

describe('the tree', () => {
  const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(root, path)));

  it('has a small top level', () => {
    const top = [...new Set(tracked.map((path) => path.split('/')[0] ?? ''))]
      .filter((name) => !name.startsWith('.'))
      .sort();
    const expected = [
      'README.md',
      'astro.config.mjs',
      'content',
      'data',
      'loaders',
      'package-lock.json',
      'package.json',
      'src',
      'test',
      'tsconfig.json',
    ];
    expect(top.filter((name) => !expected.includes(name) && name !== 'LICENSE')).toEqual([]);
  });

  it('waves nothing through', () => {
    const waved =
      /@ts-(ignore|nocheck|expect-error)|eslint-disable|prettier-ignore|\b(TO[D]O|FIX[M]E)\b|\b(it|test|describe)\.(skip|todo|only)\b/;
    const own = 'test/architecture.test.ts';
    const code = tracked.filter((path) => /\.(ts|mjs|astro|css|mdx)$/.test(path) && path !== own);
    expect(code.filter((path) => waved.test(read(path)))).toEqual([]);
  });

  it('keeps files small enough to read at a sitting', () => {
    expect(sources.filter((path) => read(path).split('\n').length > 300)).toEqual([]);
  });
});

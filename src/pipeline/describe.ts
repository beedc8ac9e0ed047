/** What the loaders of an engagement declare, kept until one of their files changes. */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Cache, Parts } from './cache.ts';
import { fileParts, loaderFolderFiles, withImports } from './dependencies.ts';
import { ask } from './host.ts';
import type { HostOptions } from './host.ts';
import type { Problem } from './problem.ts';
import type { DescribeRequest, DescribeResult, LoaderFile, Place } from './sandbox/messages.ts';

/** Where the loaders of one engagement stand. */
export interface Home {
  readonly root: string;
  readonly engagement: string;
  readonly place: Place;
  /** Absolute, links resolved: permissions are granted on real paths. */
  readonly folder: string;
}

export function homeOf(root: string, engagement: string): Home {
  const real = realpathSync(root);
  const folder = join(real, 'loaders', engagement);
  return {
    root: real,
    engagement,
    folder,
    place: { root: `${pathToFileURL(real).href}/`, loaders: `loaders/${engagement}/` },
  };
}

function loaderOf(file: string): LoaderFile | undefined {
  const [, name = '', kind] = /([^/]+)\.(table|check|control)\.ts$/.exec(file) ?? [];
  return kind === 'table' || kind === 'check' || kind === 'control' ? { kind, name, file } : undefined;
}

/** Two files with one name, also where only a file system that ignores case would mix them up. */
function clashes(loaders: readonly LoaderFile[]): Problem[] {
  const seen = new Map<string, LoaderFile>();
  return loaders.flatMap((loader) => {
    const id = `${loader.kind} ${loader.name.toLowerCase()}`;
    const other = seen.get(id);
    seen.set(id, loader);
    if (other === undefined) return [];
    return [
      {
        code: 'loader-name-clash',
        file: loader.file,
        message: `Two loaders are called "${loader.name}": ${other.file} and ${loader.file}.`,
        hint: 'Rename one; tables and checks are known by the names of their files.',
      },
    ];
  });
}

function unusedFiles(
  files: readonly string[],
  loaders: readonly LoaderFile[],
  imports: DescribeResult['imports'],
): Problem[] {
  const used = new Set(loaders.flatMap(({ file }) => withImports(file, imports)));
  return files
    .filter((file) => !used.has(file))
    .map((file) => ({
      code: 'loader-unused-file',
      file,
      message: 'This file is neither a loader nor imported by one.',
      expected: 'a name that ends in .table.ts, .check.ts or .control.ts, or a loader that imports it',
      hint: 'Rename it, import it, or remove it.',
    }));
}

export interface Described extends DescribeResult {
  /** Every loader by its file, also those that could not be read. */
  readonly files: readonly LoaderFile[];
  readonly cached: boolean;
  readonly reason: string;
}

/** Imports every loader in one process, unless no file of theirs has changed. */
export async function describeEngagement(
  place: Home,
  cache: Cache,
  common: Parts,
  options: HostOptions,
): Promise<Described> {
  const files = loaderFolderFiles(place.root, place.engagement);
  const parts = { ...common, ...fileParts(place.root, files) };
  const found = cache.find<DescribeResult>('describe', parts);
  const loaders = files.flatMap((file) => loaderOf(file) ?? []);
  if (found.value) return { ...found.value, files: loaders, cached: true, reason: found.reason };

  const named = clashes(loaders);
  const nothing = { files: loaders, loaders: [], imports: {}, cached: false, reason: found.reason };
  if (named.length > 0 || loaders.length === 0) return { ...nothing, problems: named };
  const request: DescribeRequest = { task: 'describe', place: place.place, loaders };
  const { answer, problems } = await ask(request, place.folder, options);
  if (answer === undefined) return { ...nothing, problems };
  // A loader that could not be read tells of no imports; its helpers are not to blame.
  const unused = problems.length > 0 ? [] : unusedFiles(files, loaders, answer.imports);
  const result: DescribeResult = { ...answer, problems: [...problems, ...unused] };
  if (result.problems.length === 0) cache.keep('describe', parts, result);
  return { ...result, files: loaders, cached: false, reason: found.reason };
}

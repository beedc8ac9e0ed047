/** Which engagements a root holds, and whether each has its three folders. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../core/nearest.ts';
import { byCodePoint, filesBelow } from './paths.ts';
import type { Problem } from './problem.ts';

const ID = /^[a-z0-9]+([-_][a-z0-9]+)*$/;
const LOADER = /\.(table|check|control)\.ts$/;
const KIT = /^(mapping|shared)\.sql$|\.check\.sql$/;

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** The problem of an engagement without engagement.yaml; none where it has one. */
export function missingEngagement(root: string, id: string): Problem[] {
  if (existsSync(join(root, 'content', id, 'engagement.yaml'))) return [];
  return [
    {
      code: 'engagement-yaml-missing',
      file: `content/${id}/engagement.yaml`,
      message: `The engagement "${id}" has no engagement.yaml.`,
      expected: 'a file that says who promised what to whom, and what was inspected',
      found:
        filesBelow(join(root, 'content', id))
          .slice(0, 5)
          .join(', ') || 'an empty folder',
      hint: `Write content/${id}/engagement.yaml, or remove the folder.`,
    },
  ];
}

function folderProblems(root: string, id: string): Problem[] {
  const problems = missingEngagement(root, id);
  if (!ID.test(id)) {
    problems.push({
      code: 'engagement-name',
      file: `content/${id}`,
      message: `"${id}" cannot be the name of an engagement, because it becomes part of addresses.`,
      expected: 'lower-case letters and digits, words joined by "-" or "_"',
      found: id,
      hint: 'Rename the folder in content, data and loaders alike.',
    });
  }
  for (const [folder, holds, first] of [
    ['data', 'the inspected files', 'sources.yaml'],
    ['loaders', 'what reads and checks them', '<name>.table.ts'],
  ] as const) {
    if (isFolder(join(root, folder, id))) continue;
    problems.push({
      code: `${folder}-folder-missing`,
      file: `${folder}/${id}`,
      message: `The engagement "${id}" has no folder ${folder}/${id}.`,
      expected: `a folder for ${holds}`,
      found: 'nothing there',
      hint: `Create it; its first file is ${folder}/${id}/${first}.`,
    });
  }
  return problems;
}

/**
 * The engagements below `content`, sorted by code point; only those that are wanted, where some are named.
 * A folder that lacks a part, and a name that is not there, is a problem.
 */
export function discover(root: string, wanted: readonly string[] = []): { engagements: string[]; problems: Problem[] } {
  const content = join(root, 'content');
  const folders = isFolder(content)
    ? readdirSync(content, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
        .map((entry) => entry.name)
        .sort(byCodePoint)
    : [];
  if (folders.length === 0) {
    return {
      engagements: [],
      problems: [
        {
          code: 'no-engagement',
          file: 'content',
          message: 'There is no engagement to build.',
          expected: 'a folder content/<engagement> with an engagement.yaml',
          found: isFolder(content) ? 'an empty folder content' : 'no folder content',
          hint: 'Build from the root of the project, or name it with --root.',
        },
      ],
    };
  }
  const problems: Problem[] = [];
  for (const id of wanted) {
    if (folders.includes(id)) continue;
    const meant = nearest(id, folders);
    problems.push({
      code: 'unknown-engagement',
      message: `There is no engagement "${id}".`,
      expected: `${folders.length > 1 ? 'one of ' : ''}${folders.join(', ')}`,
      found: id,
      hint: meant === undefined ? 'Name one of the folders below content.' : `Did you mean "${meant}"?`,
    });
  }
  const engagements = wanted.length === 0 ? folders : folders.filter((id) => wanted.includes(id));
  problems.push(...engagements.flatMap((id) => folderProblems(root, id)));
  return { engagements, problems };
}

/** Loaders of an engagement, `*.table.ts`, `*.check.ts` and `*.control.ts`, relative to the root, sorted. */
export function loaderFiles(root: string, id: string): string[] {
  return filesBelow(join(root, 'loaders', id))
    .filter((name) => LOADER.test(name))
    .map((name) => `loaders/${id}/${name}`);
}

/** SQL of the buyer's kit: `*.check.sql` beside the checks, and what they read through, relative to the root, sorted. */
export function kitFiles(root: string, id: string): string[] {
  return filesBelow(join(root, 'loaders', id))
    .filter((name) => KIT.test(name))
    .map((name) => `loaders/${id}/${name}`);
}

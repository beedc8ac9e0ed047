/** What the site reads: the bundles of a root, validated. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle as bundleSchema } from '../schema/bundle.ts';
import type { Bundle } from '../schema/bundle.ts';
import { filesBelow } from './paths.ts';
import { BuildProblems } from './problem.ts';

export const bundleFolder = (root: string): string => join(root, '.workbench', 'bundle');

/** Ids of the engagements that have a bundle, sorted. */
export function listBundles(root: string): string[] {
  return filesBelow(bundleFolder(root))
    .filter((name) => /^[^/]+\.json$/.test(name))
    .map((name) => name.slice(0, -'.json'.length));
}

/**
 * @param id of the engagement
 * @throws BuildProblems when there is no bundle, or none that fits this version of the workbench
 */
export function readBundle(root: string, id: string): Bundle {
  const path = join(bundleFolder(root), `${id}.json`);
  const file = `.workbench/bundle/${id}.json`;
  const hint = 'Run the build, or `node src/cli/load.ts`, to write it anew.';
  if (!existsSync(path)) {
    throw new BuildProblems([
      { code: 'no-bundle', file, message: `The engagement "${id}" has not been loaded.`, hint },
    ]);
  }
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new BuildProblems([
      { code: 'bundle-unreadable', file, message: 'This bundle is not JSON.', hint, detail: String(error) },
    ]);
  }
  const read = bundleSchema.safeParse(value);
  if (read.success) return read.data;
  throw new BuildProblems([
    {
      code: 'bundle-unreadable',
      file,
      message: 'This bundle does not have the form that this version reads.',
      hint,
      detail: read.error.message,
    },
  ]);
}

/** Astro's part of a build: pages from the bundles, into a scratch folder; its errors as problems. */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { build } from 'astro';
import { BuildProblems } from '../pipeline/problem.ts';
import type { AstroInlineConfig } from 'astro';
import type { Site } from '../package/gather.ts';
import type { Problem } from '../pipeline/problem.ts';

/** The repository: where Astro's pages, layouts and settings are, whatever root is built. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url)).replace(/[/\\]$/, '');

/** Tells the site where its bundles lie; it reads these two variables and no other. */
export function pointSiteAt(root: string, engagements: readonly string[]): void {
  process.env['WORKBENCH_ROOT'] = root;
  process.env['WORKBENCH_ENGAGEMENTS'] = engagements.join(',');
}

/** Settings that the build and the preview share. */
export function astroSettings(root: string): AstroInlineConfig {
  return {
    root: projectRoot,
    // One store of content per root, so that two roots never meet in it.
    cacheDir: join(root, '.workbench', 'astro'),
  };
}

/** A scratch folder for one run. Inside the repository, because Astro runs modules from there that import ours. */
export function scratchFolder(): string {
  const folder = join(projectRoot, '.workbench', `site-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** @throws BuildProblems with what Astro, Vite or a page reported */
export async function renderSite(root: string, engagements: readonly string[], outDir: string): Promise<Site> {
  pointSiteAt(root, engagements);
  // Astro keeps its modules below the working directory when it can.
  process.chdir(projectRoot);
  try {
    // What goes wrong is thrown, and shown once, as a problem.
    await build({ ...astroSettings(root), outDir, logLevel: 'silent' });
  } catch (error) {
    throw new BuildProblems(siteProblems(error, root));
  }
  return readSite(outDir);
}

function readSite(folder: string): Site {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  return { paths: new Set(paths), read: (path) => readFileSync(join(folder, path)) };
}

interface LocatedError extends Error {
  readonly loc?: { readonly file?: string; readonly line?: number; readonly column?: number };
  readonly hint?: string;
  readonly title?: string;
  /** Module that Vite was at. */
  readonly id?: string;
  /** Rolldown gathers several. */
  readonly errors?: readonly unknown[];
}

/** What Astro, Vite or Rolldown threw, as problems that name file and line where they do. */
export function siteProblems(error: unknown, root: string): Problem[] {
  if (error instanceof BuildProblems) return [...error.problems];
  if (!(error instanceof Error)) return [{ code: 'site-failed', message: String(error) }];
  const { loc, hint, title, id, message, stack, errors, cause } = error as LocatedError;
  if (errors !== undefined && errors.length > 0) return errors.flatMap((inner) => siteProblems(inner, root));
  if (cause instanceof BuildProblems) return [...cause.problems];
  const file = loc?.file ?? id?.replace(/\?.*$/, '');
  const [first = '', ...rest] = stripVTControlCharacters(message).split('\n');
  return [
    {
      code: 'site-failed',
      ...(file !== undefined && { file: shown(file, root) }),
      ...(loc?.line !== undefined && { line: loc.line }),
      ...(loc?.column !== undefined && { column: loc.column }),
      message: title !== undefined && !first.startsWith(title) ? `${title}: ${first}` : first,
      ...(hint !== undefined && { hint }),
      detail: [...rest, stripVTControlCharacters(stack ?? '')].join('\n').trim(),
    },
  ];
}

function shown(file: string, root: string): string {
  const path = file.startsWith('file:') ? fileURLToPath(file) : file;
  for (const base of [root, projectRoot]) {
    const inside = relative(base, path);
    if (inside !== '' && !inside.startsWith('..') && !isAbsolute(inside)) return inside.split(sep).join('/');
  }
  return path;
}

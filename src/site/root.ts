/** Where the site finds its bundles: set by the command line, the repository itself otherwise. */
import { resolve } from 'node:path';

/** Absolute path of the folder that holds content/ and .workbench/. */
export const siteRoot = (): string => resolve(process.env['WORKBENCH_ROOT'] ?? process.cwd());

/** Ids of the engagements asked for; none where all are. */
export const wantedEngagements = (): string[] =>
  (process.env['WORKBENCH_ENGAGEMENTS'] ?? '').split(',').filter((id) => id !== '');

/** The bundles of this build, and the text of the pages that they name. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { numberFigures } from '../components/figures.ts';
import { listBundles, readBundle } from '../pipeline/read-bundle.ts';
import type { Bundle, Page } from '../schema/bundle.ts';
import { siteRoot, wantedEngagements } from './root.ts';

const read = new Map<string, Bundle>();

/** The bundle of an engagement. Read once in a build; the preview reads it each time, since the pipeline may have run again. */
export function siteBundle(id: string): Bundle {
  const known = import.meta.env.PROD ? read.get(id) : undefined;
  if (known !== undefined) return known;
  const bundle = readBundle(siteRoot(), id);
  read.set(id, bundle);
  return bundle;
}

/** Bundles of the engagements to build, in the order of their ids. */
export function siteBundles(): Bundle[] {
  const wanted = wantedEngagements();
  return listBundles(siteRoot())
    .filter((id) => wanted.length === 0 || wanted.includes(id))
    .map(siteBundle);
}

/** A page as its author wrote it. */
export const pageSource = ({ file }: Page): string => readFileSync(join(siteRoot(), file), 'utf8');

const numbered = new WeakMap<Bundle, ReadonlyMap<string, number>>();

/** Number of each figure of a report. */
export function figureNumbers(bundle: Bundle): ReadonlyMap<string, number> {
  const known = numbered.get(bundle) ?? numberFigures(bundle.pages.map(pageSource));
  numbered.set(bundle, known);
  return known;
}

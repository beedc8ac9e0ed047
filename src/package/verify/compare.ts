/** A published package against the recomputed one: byte by byte, and every difference by file. Pure: both are in memory. */
import { sha256Hex } from '../digest.ts';
import { sortedPaths } from '../files.ts';
import { explainDigestList, isDigestList, listedAs } from './digest-lists.ts';
import { explain } from './explain.ts';
import { explainSavedVersion, isSavedVersion } from './saved-version.ts';
import type { Files } from '../files.ts';
import type { Problem } from '../../pipeline/problem.ts';
import type { Explanation } from './explanation.ts';

export interface Comparison {
  /** What was published, by paths as in Files. */
  readonly published: Files;
  readonly recomputed: Files;
  /** What lies among the published files and is no file, such as a link; by path, with its kind in words. */
  readonly strange?: ReadonlyMap<string, string>;
  /** How a path is shown, such as with the folder in front. */
  readonly shown?: (path: string) => string;
}

const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/** Left behind by systems that a folder was opened on; no reader ever opens them. */
const LEFT_BY_SYSTEMS = /(^|\/)(\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini)$/;

const sizeText = ({ length }: Uint8Array = new Uint8Array()): string =>
  `a file of ${String(length)} ${length === 1 ? 'byte' : 'bytes'}`;

function explainFile(path: string, published: Files, recomputed: Uint8Array): Explanation[] {
  const bytes = published.get(path) ?? new Uint8Array();
  if (isDigestList(path)) {
    const told = explainDigestList(path, published, recomputed);
    if (told.length > 0) return told;
  }
  if (path.endsWith('.html') && isSavedVersion(bytes)) return explainSavedVersion(bytes, recomputed);
  const told = explain(path, bytes, recomputed);
  const listed = listedAs(path, published);
  // One hint a file: it concerns them all.
  return told.map((one, index) => (index === 0 && listed !== undefined ? { hint: listed, ...one } : one));
}

/** Files that stand elsewhere with the same content: where they were, and where they are. */
function moves(
  missing: readonly string[],
  extra: readonly string[],
  { published, recomputed }: Comparison,
): Map<string, string> {
  const places = new Map<string, string>();
  for (const path of extra) places.set(sha256Hex(published.get(path) ?? new Uint8Array()), path);
  const found = new Map<string, string>();
  for (const path of missing) {
    const digest = sha256Hex(recomputed.get(path) ?? new Uint8Array());
    const place = places.get(digest);
    if (place === undefined) continue;
    found.set(path, place);
    places.delete(digest);
  }
  return found;
}

/** Every difference; none where all bytes of all files agree and nothing else is there. */
export function compare(comparison: Comparison): Problem[] {
  const { published, recomputed } = comparison;
  const strange: ReadonlyMap<string, string> = comparison.strange ?? new Map<string, string>();
  const shown = comparison.shown ?? ((path: string): string => path);
  const problems: Problem[] = [];
  for (const [path, kind] of strange) {
    problems.push({
      code: 'not-a-file',
      file: shown(path),
      message: `This is ${kind}; a package consists of files alone.`,
      expected: recomputed.has(path) ? 'the file itself' : 'nothing at this place',
      found: kind,
    });
  }
  const missing = sortedPaths(recomputed).filter((path) => !published.has(path) && !strange.has(path));
  const extra = sortedPaths(published).filter((path) => !recomputed.has(path));
  const moved = moves(missing, extra, comparison);
  const places = new Set(moved.values());
  for (const path of missing) {
    const place = moved.get(path);
    problems.push({
      code: place === undefined ? 'file-missing' : 'file-moved',
      file: shown(path),
      message: place === undefined ? 'This file is missing.' : 'This file stands in another place.',
      expected: sizeText(recomputed.get(path)),
      found: place === undefined ? 'nothing' : `the same bytes at ${shown(place)}`,
    });
  }
  for (const path of extra) {
    if (places.has(path)) continue;
    const bySystem = LEFT_BY_SYSTEMS.test(path);
    problems.push({
      code: 'file-extra',
      file: shown(path),
      message: bySystem
        ? 'This file is no part of the package; the system that the folder was opened on left it there.'
        : 'This file is no part of the package.',
      expected: 'nothing at this place',
      found: sizeText(published.get(path)),
      ...(bySystem && { hint: 'Remove it and verify again.' }),
    });
  }
  for (const path of sortedPaths(recomputed)) {
    const [ours, theirs] = [published.get(path), recomputed.get(path)];
    if (ours === undefined || theirs === undefined || same(ours, theirs)) continue;
    problems.push(...explainFile(path, published, theirs).map((one) => ({ ...one, file: shown(path) })));
  }
  return problems;
}

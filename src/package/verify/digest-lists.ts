/** Lists of digests (`manifest-sha256.txt`, `.sha256`): whether they match what was altered. */
import { posix } from 'node:path';
import { sha256Hex } from '../digest.ts';
import { textOf } from '../files.ts';
import { MANIFEST } from '../manifest.ts';
import { atMost } from './explanation.ts';
import type { Files } from '../files.ts';
import type { Explanation } from './explanation.ts';

export const isDigestList = (path: string): boolean => posix.basename(path) === MANIFEST || path.endsWith('.sha256');

/** Digest by path as the list writes it; lines of another form are left out. */
export function readDigestList(bytes: Uint8Array): Map<string, string> {
  const lines = textOf(bytes).matchAll(/^([0-9a-f]{64}) [ *](.+?)\r?$/gm);
  return new Map([...lines].map(([, digest = '', path = '']) => [path, digest]));
}

/** The list that is to vouch for a file: the manifest of the nearest folder above, or the `.sha256` beside it. */
function listFor(path: string, files: ReadonlyMap<string, unknown>): string | undefined {
  if (files.has(`${path}.sha256`)) return `${path}.sha256`;
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    const list = posix.join(folder, MANIFEST);
    if (files.has(list)) return list;
    if (folder === '.' || folder === '/') return undefined;
  }
}

/** What the package's own list says of an altered file: whether sha256sum finds it too. */
export function listedAs(path: string, published: Files): string | undefined {
  const list = listFor(path, published);
  const bytes = published.get(path);
  if (list === undefined || list === path || bytes === undefined) return undefined;
  const listed = readDigestList(published.get(list) ?? new Uint8Array()).get(posix.relative(posix.dirname(list), path));
  if (listed === undefined) return `${posix.basename(list)} does not list it.`;
  return listed === sha256Hex(bytes)
    ? `${posix.basename(list)} matches it, so that sha256sum does not find the difference.`
    : `${posix.basename(list)} does not match it; sha256sum finds it too.`;
}

/** Line by line: other digests, lines that are missing, lines that are new. Empty where the lists say the same. */
export function explainDigestList(list: string, published: Files, recomputed: Uint8Array): Explanation[] {
  const bytes = published.get(list) ?? new Uint8Array();
  const [ours, theirs] = [readDigestList(bytes), readDigestList(recomputed)];
  const told: Explanation[] = [];
  const rewritten: string[] = [];
  for (const [path, digest] of theirs) {
    const listed = ours.get(path);
    if (listed === digest) continue;
    const file = published.get(posix.join(posix.dirname(list), path));
    if (listed !== undefined && file !== undefined && sha256Hex(file) === listed) {
      rewritten.push(path);
      continue;
    }
    told.push({
      code: listed === undefined ? 'digest-missing' : 'digest-differs',
      message:
        listed === undefined
          ? `The line of ${path} is missing.`
          : `The digest of ${path} belongs to no file that is here.`,
      expected: digest,
      found: listed ?? 'no line',
    });
  }
  for (const [path, digest] of ours) {
    if (theirs.has(path)) continue;
    told.push({
      code: 'digest-added',
      message: `It lists ${path}, which is no part of the package.`,
      expected: 'no such line',
      found: digest,
    });
  }
  if (rewritten.length === 0) return atMost(told);
  const names = rewritten.length > 3 ? `${rewritten.slice(0, 3).join(', ')} and others` : rewritten.join(', ');
  const counted = rewritten.length === 1 ? '1 file that differs' : `${String(rewritten.length)} files that differ`;
  return [
    { code: 'digests-rewritten', message: `It matches ${counted} from what was recomputed: ${names}.` },
    ...atMost(told),
  ];
}

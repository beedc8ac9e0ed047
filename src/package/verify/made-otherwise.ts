/** A package of another state of the workbench is not an altered one: what it says of its making, beside what is here. */
import { isRecord } from './json-changes.ts';
import type { MadeFrom } from '../../schema/proof.ts';
import type { Problem } from '../../pipeline/problem.ts';

const short = (digest: string): string => digest.slice(0, 16);

const PARTS: Readonly<Record<keyof MadeFrom, (id: string) => string>> = {
  workbench: () => 'the workbench (src/)',
  packages: () => 'its packages (package-lock.json)',
  content: (id) => `the texts (content/${id})`,
  loaders: (id) => `the loaders (loaders/${id})`,
};
const isPart = (name: string): name is keyof MadeFrom => name in PARTS;

/** `made_from` of a proof, or the workbench of a single file's origin. */
function partsOf(said: unknown): Partial<Record<keyof MadeFrom, string>> {
  if (!isRecord(said)) return {};
  const parts = said['made_from'] ?? said;
  if (!isRecord(parts)) return {};
  return Object.fromEntries(Object.entries(parts).filter(([name, value]) => isPart(name) && typeof value === 'string'));
}

/**
 * Told before everything else where the package says that it was made from something else than is here.
 *
 * @param published its proof, or the origin that a single file names
 * @param recomputed the proof made here
 */
export function otherState(id: string, published: unknown, recomputed: unknown): Problem[] {
  const [ours, theirs] = [partsOf(published), partsOf(recomputed)];
  const names = Object.keys(PARTS).filter(isPart);
  const other = names.filter((name) => ours[name] !== undefined && ours[name] !== theirs[name]);
  if (other.length === 0) return [];
  const list = (parts: typeof ours): string =>
    other.map((name) => `${PARTS[name](id)} ${short(parts[name] ?? 'unknown')}`).join(', ');
  return [
    {
      code: 'made-otherwise',
      message: `The report of "${id}" says that it was made by another state: ${other.map((name) => PARTS[name](id)).join(', ')}.`,
      expected: list(theirs),
      found: list(ours),
      hint: 'Check out the state that it was built from and verify again. Until then it cannot be told which of the differences come from that state and which from an alteration.',
    },
  ];
}

/**
 * Where nothing can be recomputed, the digests of the inspected files still can be compared.
 *
 * @param digestHere of a file below data/<id>; undefined where there is none
 */
export function sourcesHere(
  id: string,
  published: unknown,
  digestHere: (file: string) => string | undefined,
): Problem[] {
  const sources: unknown = isRecord(published) ? published['sources'] : undefined;
  if (!Array.isArray(sources)) return [];
  return sources.flatMap((source: unknown): Problem[] => {
    if (!isRecord(source)) return [];
    const { id: name, file, sha256 } = source;
    if (typeof name !== 'string' || typeof file !== 'string' || typeof sha256 !== 'string') return [];
    if (!/^[\w.-]+(\/[\w.-]+)*$/.test(file) || file.split('/').includes('..')) return [];
    const here = digestHere(file);
    if (here === sha256) return [];
    return [
      {
        code: 'source-differs',
        file: `data/${id}/${file}`,
        message: `The source \`${name}\` of the package is not the file that is here.`,
        expected: `the digest in the package, ${sha256}`,
        found: here ?? 'no such file',
      },
    ];
  });
}

/** What lies at a path that is to be verified: the output folder, one report's folder, or its single file. */
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { MANIFEST } from '../package/manifest.ts';
import { signatureOf } from '../package/signature/judge.ts';
import { originOf } from '../package/verify/saved-version.ts';
import { BuildProblems } from '../pipeline/problem.ts';
import type { Files } from '../package/files.ts';
import type { Problem } from '../pipeline/problem.ts';
import type { Origin } from '../package/single-file/origin.ts';

export interface Published {
  /** Of the engagements whose output is here. */
  readonly ids: readonly string[];
  /** Contents, by the paths that they have below the build's `dist`. */
  readonly files: Files;
  /** What is there and is no file of a package; by path, in words. */
  readonly strange: ReadonlyMap<string, string>;
  /** Whether a path below `dist` belongs to what was asked for. */
  readonly covers: (path: string) => boolean;
  /** Where a path below `dist` lies here. */
  readonly shown: (path: string) => string;
  /** What whoever asked should know of what is verified. */
  readonly notes: readonly string[];
  /** What a single file says of itself. */
  readonly origin?: Origin;
}

interface Known {
  /** Engagements of the root. */
  readonly ids: readonly string[];
  /** Those that were named on the command line. */
  readonly named: readonly string[];
}

function entryKind(path: string): string | undefined {
  const entry = lstatSync(path);
  if (entry.isFile()) return undefined;
  if (entry.isSymbolicLink()) return 'a symbolic link';
  if (entry.isDirectory()) return 'an empty folder';
  return 'neither a file nor a folder';
}

/** Every file below a folder, hidden ones too; links are told and not followed. */
function readTree(folder: string, prefix: string, files: Files, strange: Map<string, string>): void {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.length === 0) strange.set(prefix.slice(0, -1), 'an empty folder');
  for (const entry of entries) {
    const [path, name] = [join(folder, entry.name), `${prefix}${entry.name}`];
    if (entry.isDirectory()) readTree(path, `${name}/`, files, strange);
    else readEntry(path, name, files, strange);
  }
}

function readEntry(path: string, name: string, files: Files, strange: Map<string, string>): void {
  const kind = entryKind(path);
  if (kind !== undefined) {
    strange.set(name, kind);
    return;
  }
  try {
    files.set(name, readFileSync(path));
  } catch (error) {
    strange.set(name, `a file that cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
}

function problem(code: string, path: string, message: string, expected: string, found: string, hint: string): Problem {
  return { code, file: path, message, expected, found, hint };
}

function unknown(path: string, said: string | undefined, { ids }: Known): BuildProblems {
  return new BuildProblems([
    problem(
      'verify-engagement-unknown',
      path,
      'Which engagement this is the report of cannot be told, or it is none of this root.',
      `one of ${ids.join(', ')}`,
      said ?? 'nothing that names one',
      'Name the folder that holds its content/, data/ and loaders/ with --root, or the engagement behind the path.',
    ),
  ]);
}

/**
 * The engagement that a report is of: what it says of itself, else what its place is called.
 * One that says nothing can only be of the one engagement there is, where there is one.
 */
function choose(said: string | undefined, place: string, known: Known): string | undefined {
  const candidates = known.named.length > 0 ? known.named : known.ids;
  for (const name of [said, place]) if (name !== undefined && candidates.includes(name)) return name;
  const alone = candidates.length === 1 && (said === undefined || known.named.length > 0);
  return alone ? candidates[0] : undefined;
}

function proofId(folder: string): string | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, 'proof.json'), 'utf8'));
    const { engagement } = value as { engagement?: { id?: unknown } };
    return typeof engagement?.id === 'string' ? engagement.id : undefined;
  } catch {
    return undefined;
  }
}

function readFolder(folder: string, shownAs: string, known: Known, notes: readonly string[]): Published {
  const said = proofId(folder);
  const id = choose(said, basename(folder), known);
  if (id === undefined) throw unknown(shownAs, said, known);
  const files: Files = new Map();
  const strange = new Map<string, string>();
  readTree(folder, `${id}/`, files, strange);
  return {
    ids: [id],
    files,
    strange,
    covers: (path) => path.startsWith(`${id}/`),
    shown: (path) => join(shownAs, path.slice(id.length + 1)),
    notes,
  };
}

function readSingleFile(path: string, shownAs: string, known: Known): Published {
  const bytes = readFileSync(path);
  const origin = originOf(bytes);
  const id = choose(origin?.id, basename(path, '.html'), known);
  if (id === undefined) throw unknown(shownAs, origin?.id, known);
  const files: Files = new Map([[`${id}.html`, bytes]]);
  const strange = new Map<string, string>();
  // Under another name its digest file would name a file that is not there.
  const digest = `${id}.html.sha256`;
  const beside = basename(path) === `${id}.html` && existsSync(`${path}.sha256`);
  if (beside) readEntry(`${path}.sha256`, digest, files, strange);
  const signature = signatureOf(`${id}.html`);
  if (existsSync(signatureOf(path))) readEntry(signatureOf(path), signature, files, strange);
  return {
    ids: [id],
    files,
    strange,
    covers: (name) => name === `${id}.html` || (beside && name === digest),
    shown: (name) => (name === digest ? `${shownAs}.sha256` : name === signature ? signatureOf(shownAs) : shownAs),
    notes: [],
    ...(origin && { origin }),
  };
}

/** A folder that holds reports: `dist`, or a copy of it. */
function readShelf(folder: string, shownAs: string, known: Known): Published {
  const names = readdirSync(folder).sort();
  const wanted = known.named.length > 0 ? known.named : known.ids;
  const partsOf = (id: string): string[] => [id, `${id}.html`].filter((name) => names.includes(name));
  const ids = wanted.filter((id) => partsOf(id).length > 0);
  const files: Files = new Map();
  const strange = new Map<string, string>();
  const covered = new Set<string>();
  for (const id of ids) {
    for (const part of partsOf(id)) {
      covered.add(part);
      const path = join(folder, part);
      if (lstatSync(path).isDirectory()) readTree(path, `${part}/`, files, strange);
      else readEntry(path, part, files, strange);
      if (part === id) continue;
      for (const beside of [`${part}.sha256`, signatureOf(part)]) {
        covered.add(beside);
        if (names.includes(beside)) readEntry(join(folder, beside), beside, files, strange);
      }
    }
  }
  const isShelf = names.includes('index.html') && known.named.length === 0;
  if (isShelf) {
    covered.add('index.html');
    readEntry(join(folder, 'index.html'), 'index.html', files, strange);
  }
  // Made from a report by other commands, and no part of it.
  const byproducts = new Map([
    ['.locked.html', 'is locked and was not verified; open it, and verify what it holds.'],
    ['.pdf', 'was printed from the report and was not verified.'],
  ]);
  const apart = names.flatMap((name) =>
    [...byproducts].filter(([end]) => wanted.some((id) => name === `${id}${end}`)).map(([, said]) => ({ name, said })),
  );
  for (const name of names) {
    if (covered.has(name) || apart.some((one) => one.name === name) || known.named.length > 0) continue;
    strange.set(name, 'nothing that this root could have built');
  }
  const notes = ids.flatMap((id) => {
    const here = partsOf(id);
    if (here.length === 2) return [];
    return [
      here[0] === id
        ? `${join(shownAs, `${id}.html`)} is not here and was not verified.`
        : `${join(shownAs, id)} is not here and was not verified.`,
    ];
  });
  return {
    ids,
    files,
    strange,
    covers: (path) => covered.has(path.split('/')[0] ?? ''),
    shown: (path) => join(shownAs, path),
    notes: [...notes, ...apart.map(({ name, said }) => `${join(shownAs, name)} ${said}`)],
  };
}

const locked = (path: string): BuildProblems =>
  new BuildProblems([
    problem(
      'verify-locked',
      path,
      'This report is locked: what it holds cannot be read without its password.',
      'the report that was locked',
      'a locked file, other bytes each time that it is made',
      'Open it with the password; its page of evidence counts the facts again. To compare bytes, ask for the file that was locked.',
    ),
  ]);

/** The folder of the report that a path lies in. */
function packageAround(path: string): string | undefined {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(join(folder, MANIFEST))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/**
 * @param path absolute; `shownAs` is how it was given
 * @throws BuildProblems where there is nothing, or nothing that could be a report of this root
 */
export function readPublished(path: string, shownAs: string, known: Known): Published {
  if (!existsSync(path)) {
    throw new BuildProblems([
      problem(
        'verify-path-missing',
        shownAs,
        'There is nothing at this path.',
        'a report: dist, its folder, or its single file',
        'nothing',
        'Check the spelling, or run npm run build first.',
      ),
    ]);
  }
  const real = realpathSync(path);
  const isFolder = statSync(real).isDirectory();
  const file = real.endsWith('.html.sha256') ? real.slice(0, -'.sha256'.length) : real;
  if (!isFolder && /<script\b[^>]*\bdata-locked\b/.test(readFileSync(real, 'utf8'))) throw locked(shownAs);
  if (
    !isFolder &&
    file.endsWith('.html') &&
    existsSync(file) &&
    /data-packed|report-origin/.test(readFileSync(file, 'utf8'))
  )
    return readSingleFile(file, shownAs.replace(/\.sha256$/, ''), known);

  const around = packageAround(isFolder ? real : dirname(real));
  if (around !== undefined) {
    if (around === real) return readFolder(real, shownAs, known, []);
    const whole = relative(process.cwd(), around).split(sep).join('/') || '.';
    return readFolder(around, whole, known, [
      `${shownAs} is a part of the report in ${whole}, which is verified as a whole.`,
    ]);
  }
  if (isFolder) {
    const names = readdirSync(real);
    const holds = known.ids.some((id) => names.includes(id) || names.includes(`${id}.html`));
    if (holds) return readShelf(real, shownAs, known);
    if (names.includes('proof.json') || (names.includes('index.html') && known.ids.includes(basename(real))))
      return readFolder(real, shownAs, known, []);
  } else if (real.endsWith('.html')) {
    return readSingleFile(real, shownAs, known);
  }
  throw new BuildProblems([
    problem(
      'verify-not-a-report',
      shownAs,
      'This is no report that the workbench has built.',
      `dist, or a copy; the folder of a report, with ${MANIFEST}; or its single file`,
      isFolder ? readdirSync(real).slice(0, 5).join(', ') || 'an empty folder' : 'a file of another kind',
      'Unpack an archive first, and name the folder that comes out of it.',
    ),
  ]);
}

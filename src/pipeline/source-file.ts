/** Inspected files: there, inside their folder, unchanged since extraction, readable. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, posix, relative } from 'node:path';
import { nearest } from '../core/nearest.ts';
import type { Source, SourcesFile } from '../schema/sources.ts';
import { decodeText } from './decode-text.ts';
import { filesBelow } from './paths.ts';
import type { Problem } from './problem.ts';
import { isAllPublic } from './source-columns.ts';
import { parseYaml } from './yaml.ts';

export interface SourceFile {
  readonly source: Source;
  /** Relative to the root. */
  readonly file: string;
  /** Without a byte order mark. */
  readonly text: string;
}

const outside = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return way.startsWith('..') || isAbsolute(way);
};

/** Where sources.yaml names the file of a source; read again, since only a mistake asks for it. */
function declaredAt(root: string, file: string, id: string): Partial<Problem> {
  const { document } = existsSync(join(root, file)) ? parseYaml(file, readFileSync(join(root, file), 'utf8')) : {};
  const { sources } = (document?.value ?? {}) as { sources?: readonly { id?: unknown }[] };
  const index = sources?.findIndex((entry) => entry.id === id) ?? -1;
  if (document === undefined || index === -1) return {};
  const at = document.positionOf(['sources', index, 'file']);
  return { ...at, excerpt: document.lineText(at.line) };
}

function placeProblem(root: string, id: string, source: Source, file: string): Problem | undefined {
  const folder = `data/${id}`;
  const path = join(root, file);
  const declaration = `${folder}/sources.yaml`;
  const about = (): Partial<Problem> => ({
    file: declaration,
    field: `sources[${source.id}].file`,
    ...declaredAt(root, declaration, source.id),
  });
  if (isAbsolute(source.file) || source.file.includes('\\') || outside(join(root, folder), path)) {
    return {
      ...about(),
      code: 'source-outside',
      message: `The source "${source.id}" does not lie in the engagement's own folder.`,
      expected: `a path below ${folder}, with "/"`,
      found: source.file,
      hint: `Copy the file into ${folder} and name it from there.`,
    };
  }
  if (!existsSync(path) || !statSync(path).isFile()) {
    const names = filesBelow(join(root, folder));
    const meant =
      nearest(source.file, names) ?? names.find((name) => posix.basename(name) === posix.basename(source.file));
    return {
      ...about(),
      code: 'source-missing',
      message: `The file of the source "${source.id}" is not there.`,
      expected: file,
      found: existsSync(path) ? 'a folder of that name' : 'no such file',
      hint:
        meant === undefined
          ? 'Restore it, or correct its name.'
          : `Restore it, or correct its name: did you mean "${meant}"?`,
    };
  }
  if (outside(realpathSync(join(root, folder)), realpathSync(path))) {
    return {
      ...about(),
      code: 'source-outside',
      message: `The source "${source.id}" is a link that leads out of the engagement's own folder.`,
      expected: `a file in ${folder}`,
      found: `${file}, a link to ${relative(realpathSync(dirname(path)), realpathSync(path)).replaceAll('\\', '/')}`,
      hint: 'Put the file itself there in place of the link.',
    };
  }
  return undefined;
}

/** Reads the file of a source; its bytes must have the digest that was taken at extraction, and be UTF-8. */
export function readSourceFile(
  root: string,
  id: string,
  source: Source,
): { sourceFile?: SourceFile; problems: Problem[] } {
  const file = posix.join('data', id, source.file);
  const misplaced = placeProblem(root, id, source, file);
  if (misplaced) return { problems: [misplaced] };
  const bytes = readFileSync(join(root, file));
  const digest = createHash('sha256').update(bytes).digest('hex');
  const problems: Problem[] = [];
  if (digest !== source.sha256) {
    problems.push({
      code: 'digest-mismatch',
      file,
      message: `The file is not the one that was inspected: its digest differs from the one in data/${id}/sources.yaml.`,
      expected: `sha256 ${source.sha256}`,
      found: `sha256 ${digest}`,
      hint: source.query
        ? `Restore the file: it is the answer of a database, and nothing in it may be edited. A new answer is taken with npm run refresh -- ${id} --force.`
        : `Restore the file. If the export was replaced on purpose, write the new digest (sha256sum ${file} prints it) and the new time of extraction into data/${id}/sources.yaml.`,
    });
  }
  const decoded = decodeText(file, bytes, { quote: isAllPublic(source), encoding: source.encoding });
  const other = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'windows-1252';
  const next = ` Then write its new sha256 into data/${id}/sources.yaml. Or leave the file as it is, and declare its encoding there: encoding: ${other}.`;
  problems.push(...decoded.problems.map((problem) => ({ ...problem, hint: `${problem.hint ?? ''}${next}` })));
  if (decoded.text === undefined || problems.length > 0) return { problems };
  return { sourceFile: { source, file, text: decoded.text }, problems };
}

/**
 * Files below `data/<engagement>` that sources.yaml does not list: what was not declared was not inspected.
 * Left out: sources.yaml, Markdown at the top (a README), TypeScript (generators) and names that begin with a dot.
 */
export function unlistedFiles(root: string, id: string, { sources }: SourcesFile): Problem[] {
  const listed = new Set(sources.map((source) => posix.normalize(source.file)));
  return filesBelow(join(root, 'data', id))
    .filter(
      (name) => name !== 'sources.yaml' && !/^[^/]+\.md$/i.test(name) && !name.endsWith('.ts') && !listed.has(name),
    )
    .map((name) => ({
      code: 'unlisted-file',
      file: `data/${id}/${name}`,
      message: 'sources.yaml does not list this file.',
      expected: 'an entry with origin, extraction time and sha256 for every file that was inspected',
      found: 'none for it',
      hint: `Describe it in data/${id}/sources.yaml, or move it out of data/${id}.`,
    }));
}

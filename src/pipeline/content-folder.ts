/** Which files a content folder holds, and whether each has a place in the report. */
import { join } from 'node:path';
import { nearest } from '../core/nearest.ts';
import { entriesBelow, filesBelow } from './paths.ts';
import type { Problem } from './problem.ts';

const YAML_FILES = ['engagement.yaml', 'roi.yaml', 'backlog.yaml', 'runbooks.yaml'];
/** Folders of the built report that a page would collide with. */
const TAKEN = new Set(['assets', 'data']);
const SLUG = /^[a-z0-9]+([-_][a-z0-9]+)*$/;

const NEEDED: Readonly<Record<string, string>> = {
  'index.mdx':
    'Write it: front matter with title, nav and order, then the verdict, the answers to the three questions, and what failed, passed and was left alone.',
  'evidence.mdx':
    'Write it: front matter with title, nav and order, then <Sources/>, <Ledger/>, <Refused/>, <Claims/> and <StatedNumbers/>; every number links to it.',
};

export interface PageFile {
  /** Relative to the root. */
  readonly file: string;
  /** Address below the engagement: "index", "findings/timer". */
  readonly slug: string;
  /** Name of the finding, where it is one. */
  readonly finding?: string;
}

/** The pages of an engagement, sorted by file. */
export function pageFiles(root: string, id: string): PageFile[] {
  return filesBelow(join(root, 'content', id))
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => {
      const slug = name.slice(0, -'.mdx'.length);
      const finding = /^findings\/(.+)$/.exec(slug)?.[1];
      return { file: `content/${id}/${name}`, slug, ...(finding !== undefined && { finding }) };
    });
}

function fileProblem(id: string, name: string): Problem | undefined {
  const file = `content/${id}/${name}`;
  if (name.endsWith('.mdx')) {
    const steps = name.slice(0, -'.mdx'.length).split('/');
    if (!steps.every((step) => SLUG.test(step))) {
      return {
        code: 'page-name',
        file,
        message: 'The name of a page becomes its address, and this one cannot.',
        expected: 'lower-case letters and digits, words joined by "-" or "_"',
        found: name,
        hint: 'Rename the file.',
      };
    }
    if (TAKEN.has(steps[0] ?? '')) {
      return {
        code: 'page-name',
        file,
        message: `The report keeps its own files in "${steps[0]}", so no page can stand there.`,
        expected: `a name other than ${[...TAKEN].join(', ')}`,
        found: name,
        hint: 'Rename the file.',
      };
    }
    if (steps[0] === 'findings' && steps.length !== 2) {
      return {
        code: 'page-name',
        file,
        message: 'Findings stand side by side, without folders among them.',
        expected: `content/${id}/findings/<name>.mdx`,
        found: name,
        hint: 'Move the file up.',
      };
    }
    return undefined;
  }
  if (YAML_FILES.includes(name) || !/\.(ya?ml|md|markdown)$/i.test(name) || /^readme\.md$/i.test(name))
    return undefined;
  const meant = nearest(name, YAML_FILES);
  const text = /\.(md|markdown)$/i.test(name);
  return {
    code: 'content-file-unknown',
    file,
    message: 'Nothing reads this file.',
    expected: text ? 'pages that end in .mdx' : YAML_FILES.join(', '),
    found: name,
    hint: text
      ? 'Rename it to .mdx, or move it out of content.'
      : meant === undefined
        ? 'Move it out of content.'
        : `Did you mean "${meant}"?`,
  };
}

/** Pages that every report needs, and files that nothing reads. */
export function contentProblems(root: string, id: string): Problem[] {
  const names = entriesBelow(join(root, 'content', id))
    .filter((entry) => !entry.folder)
    .map((entry) => entry.name);
  const missing = Object.entries(NEEDED)
    .filter(([name]) => !names.includes(name))
    .map(([name, hint]): Problem => ({
      code: 'page-missing',
      file: `content/${id}/${name}`,
      message: `The page ${name} is missing.`,
      expected: `content/${id}/${name}`,
      found: names.filter((other) => other.endsWith('.mdx')).join(', ') || 'no page at all',
      hint,
    }));
  return [...missing, ...names.map((name) => fileProblem(id, name)).filter((problem) => problem !== undefined)];
}

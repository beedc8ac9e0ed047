import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readEngagement } from '../../src/pipeline/engagement-files.ts';
import { renderProblems } from '../../src/pipeline/render-problem.ts';
import { goodRootWith } from './temporary-root.ts';

const ID = 'parcel-returns';
const report = (root: string): string => renderProblems(readEngagement(root, ID).problems);

test('reads the good engagement, its pages in order', () => {
  const page = (title: string, order: number): string => `---\ntitle: ${title}\nnav: ${title}\norder: ${order}\n---\n`;
  const root = goodRootWith({
    [`content/${ID}/scope.mdx`]: page('Scope', -5),
    [`content/${ID}/a/deep.mdx`]: page('Deep', 90),
  });
  const { authored, problems } = readEngagement(root, ID);
  expect(problems).toEqual([]);
  expect(authored?.pages.map(({ slug }) => slug)).toEqual([
    'index',
    'findings/late-refunds',
    'scope',
    'evidence',
    'a/deep',
  ]);
  expect(authored?.findings.map(({ slug, file }) => [slug, file])).toEqual([
    ['late-refunds', `content/${ID}/findings/late-refunds.mdx`],
  ]);
});

test('every text for a reader and every condition is handed on with its place', () => {
  const { authored } = readEngagement(goodRootWith(), ID);
  const templates = authored?.templates ?? [];
  expect(templates.length).toBeGreaterThan(10);
  expect(new Set(templates.map(({ voice }) => voice))).toEqual(new Set(['prose', 'condition', 'criterion']));
  for (const { file, path, text, line, at } of templates) {
    const lines = (authored?.files.get(file)?.text ?? '').split('\n');
    const [word = ''] = text.split(/\s/);
    const { column } = at(0);
    expect(lines[line - 1]?.slice(column - 1).startsWith(word), path.join('.')).toBe(true);
  }
});

test('a problem knows the field, the line and the value of a path', () => {
  const root = goodRootWith();
  const file = `content/${ID}/engagement.yaml`;
  const problem = readEngagement(root, ID)
    .authored?.files.get(file)
    ?.problemAt(['sample', 'size'], { code: 'x', message: 'm' });
  const line = readFileSync(join(root, file), 'utf8').split('\n')[(problem?.line ?? 0) - 1] ?? '';
  expect(problem).toMatchObject({ field: 'sample.size', excerpt: line });
  expect(line.slice((problem?.column ?? 0) - 1)).toMatch(new RegExp(`^${problem?.found}`));
});

test('sources are handed on when only content has problems', () => {
  const { authored, sources } = readEngagement(goodRootWith({ [`content/${ID}/index.mdx`]: 'no front matter\n' }), ID);
  expect(authored).toBeUndefined();
  expect(sources?.sources.length).toBeGreaterThan(0);
});

test('files that are missing', () => {
  const root = goodRootWith({
    [`content/${ID}/index.mdx`]: null,
    [`content/${ID}/evidence.mdx`]: null,
    [`content/${ID}/engagement.yaml`]: null,
    [`data/${ID}/sources.yaml`]: null,
  });
  expect(report(root)).toMatchInlineSnapshot(`
    "content/parcel-returns/engagement.yaml  The engagement "parcel-returns" has no engagement.yaml.
        expected  a file that says who promised what to whom, and what was inspected
        found     findings/late-refunds.mdx
        do        Write content/parcel-returns/engagement.yaml, or remove the folder.

    content/parcel-returns/evidence.mdx  The page evidence.mdx is missing.
        expected  content/parcel-returns/evidence.mdx
        found     findings/late-refunds.mdx
        do        Write it: front matter with title, nav and order, then <Sources/>, <Ledger/>,
                  <Refused/>, <Claims/> and <StatedNumbers/>; every number links to it.

    content/parcel-returns/index.mdx  The page index.mdx is missing.
        expected  content/parcel-returns/index.mdx
        found     findings/late-refunds.mdx
        do        Write it: front matter with title, nav and order, then the verdict, the answers to the
                  three questions, and what failed, passed and was left alone.

    data/parcel-returns/sources.yaml  Nothing says what was inspected: data/parcel-returns/sources.yaml is missing.
        expected  a list of the inspected files, each with origin, extraction time, column classes and
                  sha256
        found     nothing there
        do        Write it, with one entry for each file below data/parcel-returns.

    4 problems in 4 files.
    "
  `);
});

test('files that nothing reads, and pages that cannot have an address', () => {
  const root = goodRootWith({
    [`content/${ID}/backlogs.yml`]: 'items: []\n',
    [`content/${ID}/notes.md`]: '# Notes\n',
    [`content/${ID}/README.md`]: '# How we write\n',
    [`content/${ID}/Next Sprint.mdx`]: '---\ntitle: x\nnav: x\norder: 1\n---\n',
    [`content/${ID}/data/rows.mdx`]: '---\ntitle: x\nnav: x\norder: 1\n---\n',
  });
  expect(report(root)).toMatchInlineSnapshot(`
    "content/parcel-returns/Next Sprint.mdx  The name of a page becomes its address, and this one cannot.
        expected  lower-case letters and digits, words joined by "-" or "_"
        found     Next Sprint.mdx
        do        Rename the file.

    content/parcel-returns/backlogs.yml  Nothing reads this file.
        expected  engagement.yaml, roi.yaml, backlog.yaml, runbooks.yaml
        found     backlogs.yml
        do        Did you mean "backlog.yaml"?

    content/parcel-returns/data/rows.mdx  The report keeps its own files in "data", so no page can stand there.
        expected  a name other than assets, data
        found     data/rows.mdx
        do        Rename the file.

    content/parcel-returns/notes.md  Nothing reads this file.
        expected  pages that end in .mdx
        found     notes.md
        do        Rename it to .mdx, or move it out of content.

    4 problems in 4 files.
    "
  `);
});

test('a page with a field of a finding, and bytes that are not UTF-8', () => {
  const root = goodRootWith({
    [`content/${ID}/scope.mdx`]: '---\ntitle: Scope\nnav: Scope\norder: last\nnumber: 3\n---\n',
    [`content/${ID}/backlog.yaml`]: Uint8Array.from([...new TextEncoder().encode('authored: Caf'), 0xe9, 0x0a]),
  });
  expect(report(root)).toMatchInlineSnapshot(`
    "content/parcel-returns/backlog.yaml:1:14  The file is not UTF-8.
        expected  UTF-8
        found     the byte 0xE9 at offset 13; it looks like Windows-1252, where it reads "uthored: Café"
        do        Export it again as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8.

    content/parcel-returns/scope.mdx:4:8  "order" is text, not a number.
        4 | order: last
          |        ^
        expected  a number
        found     last

    content/parcel-returns/scope.mdx:5:1  "number" is not a field that can stand here.
        5 | number: 3
          | ^
        expected  one of title, nav, lead, order
        found     number
        do        Remove it.

    3 problems in 2 files.
    "
  `);
});

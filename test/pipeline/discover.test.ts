import { expect, test } from 'vitest';
import { discover, loaderFiles } from '../../src/pipeline/discover.ts';
import { renderProblems } from '../../src/pipeline/render-problem.ts';
import { goodRootWith, rootWith } from './temporary-root.ts';

const report = (root: string, wanted?: readonly string[]): string => renderProblems(discover(root, wanted).problems);
const engagement = (id: string): Record<string, string> => ({
  [`content/${id}/engagement.yaml`]: 'title: x\n',
  [`data/${id}/sources.yaml`]: 'sources: []\n',
  [`loaders/${id}/a.table.ts`]: 'export default {};\n',
});

test('finds engagements in the order of their code points, whatever the folder says', () => {
  const root = rootWith({ ...engagement('b'), ...engagement('a10'), ...engagement('a_b'), ...engagement('a-b') });
  expect(discover(root)).toEqual({ engagements: ['a-b', 'a10', 'a_b', 'b'], problems: [] });
  expect(discover(root, ['b', 'a10'])).toEqual({ engagements: ['a10', 'b'], problems: [] });
});

test('finds the loaders, and nothing else that lies there', () => {
  const root = rootWith({
    ...engagement('a'),
    'loaders/a/z.check.ts': '',
    'loaders/a/helper.ts': '',
    'loaders/a/deep/b.table.ts': '',
    'loaders/a/.old.table.ts': '',
  });
  expect(loaderFiles(root, 'a')).toEqual(['loaders/a/a.table.ts', 'loaders/a/deep/b.table.ts', 'loaders/a/z.check.ts']);
});

test('a name that is not there', () => {
  expect(report(goodRootWith(), ['parcel-return'])).toMatchInlineSnapshot(`
    "There is no engagement "parcel-return".
        expected  parcel-returns
        found     parcel-return
        do        Did you mean "parcel-returns"?

    1 problem.
    "
  `);
});

test('folders that lack a part, or whose name cannot be an address', () => {
  const root = goodRootWith({
    'content/unfinished/index.mdx': '---\ntitle: x\n---\n',
    'data/parcel-returns': null,
    'loaders/parcel-returns': null,
    ...engagement('Onboarding 2'),
  });
  expect(report(root)).toMatchInlineSnapshot(`
    "content/Onboarding 2  "Onboarding 2" cannot be the name of an engagement, because it becomes part of addresses.
        expected  lower-case letters and digits, words joined by "-" or "_"
        found     Onboarding 2
        do        Rename the folder in content, data and loaders alike.

    content/unfinished/engagement.yaml  The engagement "unfinished" has no engagement.yaml.
        expected  a file that says who promised what to whom, and what was inspected
        found     index.mdx
        do        Write content/unfinished/engagement.yaml, or remove the folder.

    data/parcel-returns  The engagement "parcel-returns" has no folder data/parcel-returns.
        expected  a folder for the inspected files
        found     nothing there
        do        Create it; its first file is data/parcel-returns/sources.yaml.

    data/unfinished  The engagement "unfinished" has no folder data/unfinished.
        expected  a folder for the inspected files
        found     nothing there
        do        Create it; its first file is data/unfinished/sources.yaml.

    loaders/parcel-returns  The engagement "parcel-returns" has no folder loaders/parcel-returns.
        expected  a folder for what reads and checks them
        found     nothing there
        do        Create it; its first file is loaders/parcel-returns/<name>.table.ts.

    loaders/unfinished  The engagement "unfinished" has no folder loaders/unfinished.
        expected  a folder for what reads and checks them
        found     nothing there
        do        Create it; its first file is loaders/unfinished/<name>.table.ts.

    6 problems in 6 files.
    "
  `);
});

test('no engagement at all', () => {
  expect(report(rootWith({ 'README.md': 'x' }))).toMatchInlineSnapshot(`
    "content  There is no engagement to build.
        expected  a folder content/<engagement> with an engagement.yaml
        found     no folder content
        do        Build from the root of the project, or name it with --root.

    1 problem.
    "
  `);
});

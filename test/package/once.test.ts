import { expect, test } from 'vitest';
import { outerHtml, parseDocument, requireElement } from '../../src/package/html.ts';
import { keepOnce } from '../../src/package/single-file/once.ts';

test('a panel that an earlier page has brought, and a link to a file of the folder, are left out', () => {
  const seen = new Set<string>();
  const pages = [
    '<div data-evidence="a">A<a data-folder-only href="a.csv">CSV</a></div>',
    '<div data-evidence="a">A</div><div data-evidence="b">B</div>',
  ].map(parseDocument);
  for (const page of pages) keepOnce(page, seen);
  expect(pages.map((page) => outerHtml(requireElement(page, 'body')))).toEqual([
    '<body><div data-evidence="a">A</div></body>',
    '<body><div data-evidence="b">B</div></body>',
  ]);
});

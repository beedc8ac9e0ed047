import { describe, expect, test } from 'vitest';
import { parseFrontMatter } from '../../src/pipeline/front-matter.ts';
import { renderProblems } from '../../src/pipeline/render-problem.ts';

const report = (text: string): string => renderProblems(parseFrontMatter('page.mdx', text).problems);

describe('parseFrontMatter', () => {
  test.each(['\n', '\r\n'])('keeps the lines of the file (%j)', (end) => {
    const text = ['---', 'title: One', 'causes:', '  - text: two', '---', '# Not YAML: at all', '---', ''].join(end);
    const { document } = parseFrontMatter('page.mdx', text);
    expect(document?.value).toEqual({ title: 'One', causes: [{ text: 'two' }] });
    expect(document?.positionOf(['causes', 0, 'text'])).toEqual({ line: 4, column: 11 });
    expect(document?.text).toBe(text);
    expect(document?.lineText(6)).toBe('# Not YAML: at all');
  });

  test('never takes a file without it for one with nothing in it', () => {
    expect(report('# Title\n')).toMatchInlineSnapshot(`
      "page.mdx:1  The file has no front matter.
          expected  "---" on the first line, then fields such as "title:", then "---"
          found     # Title
          do        Put the front matter at the very top of the file.

      1 problem.
      "
    `);
    expect(report('\n---\ntitle: x\n---\n')).toMatchInlineSnapshot(`
      "page.mdx:1  The file has no front matter.
          expected  "---" on the first line, then fields such as "title:", then "---"
          found     an empty line
          do        Put the front matter at the very top of the file.

      1 problem.
      "
    `);
    expect(report('---\ntitle: x\n# Title\n')).toMatchInlineSnapshot(`
      "page.mdx:1  The front matter has no end.
          expected  a line "---" after the last field
          found     none in the file
          do        Close it with a line "---" before the text.

      1 problem.
      "
    `);
    expect(report('---\n---\n# Title\n')).toMatchInlineSnapshot(`
      "page.mdx:1  The front matter is empty.
          do        Write its fields between the two "---" lines.

      1 problem.
      "
    `);
    expect(report('---\ntitle: a\ntitle: b\n---\n')).toMatchInlineSnapshot(`
      "page.mdx:3:1  "title" stands twice in the same group.
          3 | title: b
            | ^
          do        Remove one of the two, or rename it.

      1 problem. Technical detail with --debug.
      "
    `);
  });
});

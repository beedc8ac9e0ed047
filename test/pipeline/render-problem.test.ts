import { expect, test } from 'vitest';
import type { Problem } from '../../src/pipeline/problem.ts';
import { renderProblems } from '../../src/pipeline/render-problem.ts';

const problems: readonly Problem[] = [
  { code: 'b', file: 'content/b.yaml', line: 20, message: 'Later in the file.' },
  {
    code: 'a',
    file: 'content/b.yaml',
    line: 3,
    column: 9,
    message: 'It does not fit.',
    expected: 'one thing',
    found: 'another',
    hint: 'Change it.',
    excerpt: 'verdict: wrong',
    detail: 'Error: no\n    at line 3',
  },
  { code: 'c', file: 'content/a.mdx', message: 'The file as a whole.' },
  { code: 'd', message: 'No file at all.' },
];

test('one report: by file and line, with a count', () => {
  expect(renderProblems(problems)).toMatchInlineSnapshot(`
    "No file at all.

    content/a.mdx  The file as a whole.

    content/b.yaml:3:9  It does not fit.
        3 | verdict: wrong
          |         ^
        expected  one thing
        found     another
        do        Change it.

    content/b.yaml:20  Later in the file.

    4 problems in 2 files. Technical detail with --debug.
    "
  `);
});

test('detail on request', () => {
  expect(renderProblems(problems.slice(1, 2), { debug: true })).toMatchInlineSnapshot(`
    "content/b.yaml:3:9  It does not fit.
        3 | verdict: wrong
          |         ^
        expected  one thing
        found     another
        do        Change it.
        detail    Error: no
                      at line 3

    1 problem.
    "
  `);
});

test('what is at fault is underlined, up to the end of the line that is shown', () => {
  const text = 'cost: hours * rate';
  const underlined = (length: number, excerpt = text): string =>
    renderProblems([{ code: 'a', file: 'b.yaml', line: 3, column: 7, length, message: 'No.', excerpt }]).split(
      '\n',
    )[2] ?? '';
  expect(underlined(5)).toBe('      |       ^^^^^');
  expect(underlined(99)).toBe('      |       ^^^^^^^^^^^^');
  expect(underlined(500, `cost: ${'hours + '.repeat(60)}`)).toBe(`      |       ${'^'.repeat(82)}`);
});

test('does not depend on the order in which files were read', () => {
  expect(renderProblems([...problems].reverse())).toBe(renderProblems(problems));
});

test('colours only where asked for', () => {
  const escape = String.fromCharCode(27);
  expect(renderProblems(problems)).not.toContain(escape);
  expect(renderProblems(problems, { colors: true })).toContain(`${escape}[31m^`);
});

test('the caret stays under its column when a line is cut, or holds tabs', () => {
  const excerpt = `${'a\t'.repeat(80)}WRONG${' b'.repeat(80)}`;
  const lines = renderProblems([{ code: 'x', file: 'f', line: 1, column: 161, message: 'm', excerpt }]).split('\n');
  expect(lines[1]?.slice(lines[2]?.indexOf('^'))).toMatch(/^WRONG/);
  expect(lines[1]?.length).toBeLessThan(100);
});

test('control signs and direction marks in data do not reach the terminal', () => {
  const text = `x${String.fromCharCode(27)}[2Jy\u202Ez`;
  const shown = renderProblems(
    [{ code: 'x', file: text, line: 1, column: 1, message: text, found: text, excerpt: text, detail: text }],
    { debug: true },
  );
  expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_C}]/u);
});

test('wraps at blanks and never cuts a digest', () => {
  const digest = 'f'.repeat(120);
  const shown = renderProblems([{ code: 'x', file: 'f', message: 'm', expected: `${'word '.repeat(30)}${digest}` }]);
  expect(shown).toContain(digest);
  expect(shown.split('\n').filter((line) => line.length > 100 && !line.includes(digest))).toEqual([]);
});

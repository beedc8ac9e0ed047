import { describe, expect, test } from 'vitest';
import { renderProblems } from '../../src/pipeline/render-problem.ts';
import { parseYaml } from '../../src/pipeline/yaml.ts';
import type { YamlDocument } from '../../src/pipeline/yaml.ts';

function parsed(text: string): YamlDocument {
  const { document, problems } = parseYaml('notes.yaml', text);
  expect(problems).toEqual([]);
  if (document === undefined) throw new Error('no document');
  return document;
}
const report = (text: string): string => renderProblems(parseYaml('notes.yaml', text).problems);

describe('parseYaml', () => {
  test('leaves dates, times and yes as text, and reads numbers as numbers', () => {
    const { value } = parsed('date: 2026-03-08\ntime: 2026-03-08T09:00:00Z\nyes: yes\nnumber: 1.50\ncode: 00123\n');
    expect(value).toEqual({ date: '2026-03-08', time: '2026-03-08T09:00:00Z', yes: 'yes', number: 1.5, code: 123 });
  });

  test('knows where values and keys stand, and how they are written', () => {
    const document = parsed('verdict:\n  text: "It holds"\nlist:\n  - first\n  - code: 00123\n');
    expect(document.positionOf(['verdict', 'text'])).toEqual({ line: 2, column: 9 });
    expect(document.positionOfKey(['verdict', 'text'])).toEqual({ line: 2, column: 3 });
    expect(document.positionOf(['list', 0])).toEqual({ line: 4, column: 5 });
    expect(document.sourceOf(['list', 0])).toBe('first');
    expect(document.sourceOf(['list', 1, 'code'])).toBe('00123');
    expect(document.sourceOf(['list', 2])).toBeUndefined();
    // What is not there is reported where it would belong.
    expect(document.positionOfKey(['verdict', 'holds'])).toEqual({ line: 1, column: 1 });
  });

  test('counts CRLF lines once', () => {
    expect(parsed('a: 1\r\nb:\r\n  c: x\r\n').positionOf(['b', 'c'])).toEqual({ line: 3, column: 6 });
  });

  test.each([
    ['plain', 'a: one {{two}} three\n', 1],
    ['double quotes with escapes', 'a: "one \\"x\\" {{two}} three"\n', 1],
    ['single quotes', "a: 'it''s one {{two}} three'\n", 1],
    ['folded block', 'a: >-\n  one\n  and {{two}}\n  three\n', 3],
    ['literal block', 'a: |\n  one\n\n  {{two}} three\n', 4],
    ['plain over lines', 'a: one\n  and {{two}}\n  three\n', 2],
    ['folded block with a blank line', 'a: >\n  one\n\n  and\n  {{two}}\n', 5],
  ])('finds a place inside a text: %s', (_name, text, line) => {
    const document = parsed(text);
    const { a } = document.value as { a: string };
    const column = (text.split('\n')[line - 1] ?? '').indexOf('{{two') + 1;
    expect(document.positionInText(['a'], a.indexOf('{{two'))).toEqual({ line, column });
  });

  test('refuses aliases that multiply', () => {
    const levels = Array.from(
      { length: 9 },
      (_, index) => `l${index + 1}: &l${index + 1} [${`*l${index},`.repeat(9)}]`,
    );
    expect(report(`l0: &l0 [x]\n${levels.join('\n')}\n`)).toMatchInlineSnapshot(`
      "notes.yaml:1  Aliases ("*name") unfold to more than can be read.
          do        Write the values out.

      1 problem.
      "
    `);
  });

  test('tells what cannot be read, with its place', () => {
    expect(report('title: a\ntitle: b\n')).toMatchInlineSnapshot(`
      "notes.yaml:2:1  "title" stands twice in the same group.
          2 | title: b
            | ^
          do        Remove one of the two, or rename it.

      1 problem. Technical detail with --debug.
      "
    `);
    expect(report('a:\n\tb: 1\n')).toMatchInlineSnapshot(`
      "notes.yaml:2:1  A tab stands where YAML wants spaces.
          2 |  b: 1
            | ^
          do        Indent with spaces.

      1 problem. Technical detail with --debug.
      "
    `);
    expect(report('text: "open\nnext: 1\n')).toMatchInlineSnapshot(`
      "notes.yaml:1:7  A quote opens here and never closes.
          1 | text: "open
            |       ^
          do        Close it.

      1 problem. Technical detail with --debug.
      "
    `);
    expect(report('text: note: this\n')).toMatchInlineSnapshot(`
      "notes.yaml:1:7  A second ": " stands on this line.
          1 | text: note: this
            |       ^
          do        Put the text in quotes when it contains a colon followed by a space.

      1 problem. Technical detail with --debug.
      "
    `);
    expect(report('text: @me\n')).toMatchInlineSnapshot(`
      "notes.yaml:1:7  A text cannot begin with this sign.
          1 | text: @me
            |       ^
          do        Put the text in quotes.

      1 problem. Technical detail with --debug.
      "
    `);
    expect(report('text: *bold*\n')).toMatchInlineSnapshot(`
      "notes.yaml:1:7  An alias ("*name") refers to nothing.
          1 | text: *bold*
            |       ^
          do        Put the text in quotes if the star is part of it.

      1 problem. Technical detail with --debug.
      "
    `);
    expect(report('list: [1, 2\nb: 3\n')).toMatchInlineSnapshot(`
      "notes.yaml:2:1  A bracket that was opened above is not closed.
          2 | b: 3
            | ^
          do        Close it, or write the list one entry a line, each behind "- ".

      1 problem. Technical detail with --debug.
      "
    `);
    expect(report('a: 1\n---\nb: 2\n')).toMatchInlineSnapshot(`
      "notes.yaml:2:1  The file holds more than one YAML document.
          2 | ---
            | ^
          do        Remove the second "---" line.

      1 problem. Technical detail with --debug.
      "
    `);
    expect(report('a: 1\n b: 2\n')).toMatchInlineSnapshot(`
      "notes.yaml:1:4  The next line is indented as if it continued this one.
          1 | a: 1
            |    ^
          do        Line it up with the keys around it.

      1 problem. Technical detail with --debug.
      "
    `);
    expect(report('# nothing yet\n')).toMatchInlineSnapshot(`
      "notes.yaml:1  The file is empty.
          do        Write it, or remove it.

      1 problem.
      "
    `);
  });
});

import { describe, expect, test } from 'vitest';
import { readDocument, readRecords } from '../../src/pipeline/records.ts';
import { renderProblems } from '../../src/pipeline/render-problem.ts';
import type { SourceFile } from '../../src/pipeline/source-file.ts';
import { recordFormats, source } from '../../src/schema/sources.ts';
import type { SourceFormat } from '../../src/schema/sources.ts';

function file(
  format: SourceFormat,
  text: string,
  columns: Record<string, string> = { id: 'public', code: 'public' },
  rows = 2,
): SourceFile {
  return {
    source: source.parse({
      id: 'log',
      file: 'log',
      title: 'Log',
      system: 'S',
      origin: 'O',
      extracted_at: '2026-04-13T18:00:00Z',
      format,
      sha256: 'a'.repeat(64),
      ...(recordFormats.has(format) && { rows, columns }),
    }),
    file: 'data/eng/log',
    text,
  };
}

describe('readRecords', () => {
  test('JSON Lines: every object with its line, typed as it stands', () => {
    const { records, problems } = readRecords(file('jsonl', '{"id":"a","code":1}\n\n{"id":"b","code":null}\r\n'));
    expect(problems).toEqual([]);
    expect(records).toEqual([
      { line: 1, values: { id: 'a', code: 1 } },
      { line: 3, values: { id: 'b', code: null } },
    ]);
  });

  test('JSON Lines: a line that is no object is refused with its reason', () => {
    const { records } = readRecords(file('jsonl', '{"id":"a","code":1}\n{"id": \n[1]\n7\nnull\n', undefined, 5));
    expect(records.slice(1).map(({ line, reason, values }) => [line, values, reason])).toMatchInlineSnapshot(`
      [
        [
          2,
          undefined,
          "the line is not JSON",
        ],
        [
          3,
          undefined,
          "an object is expected on each line, and this is a list",
        ],
        [
          4,
          undefined,
          "an object is expected on each line, and this is a number",
        ],
        [
          5,
          undefined,
          "an object is expected on each line, and this is null",
        ],
      ]
    `);
  });

  test('JSON Lines: keys that are not declared, and declared ones that no line has', () => {
    const text = '{"id":"a","code":1}\n{"id":"b","e_mail":"x"}\n';
    const { problems } = readRecords(file('jsonl', text, { id: 'public', code: 'public', when: 'public' }));
    expect(renderProblems(problems)).toMatchInlineSnapshot(`
      "data/eng/log  The column "when" is missing.
          expected  the column "when", as sources.yaml declares it
          found     id, code, e_mail
          do        Export it again with that column, or correct sources.yaml.

      data/eng/log:2  The column "e_mail" is not declared, so nobody has said whether it may be published.
          2 | {"id":"b","e_mail":"x"}
          expected  id, code, when
          found     "e_mail"
          do        Add it to the columns in sources.yaml as public, internal or personal.

      2 problems.
      "
    `);
  });

  test('another number of rows than declared', () => {
    expect(renderProblems(readRecords(file('csv', 'id,code\n1,2\n')).problems)).toMatchInlineSnapshot(`
      "data/eng/log  The file has 1 row of data; sources.yaml says 2.
          expected  2 rows
          found     1 row
          do        Is the export cut short? Restore it, or correct "rows".

      1 problem.
      "
    `);
    expect(renderProblems(readRecords(file('csv', 'id,code\n1,2\n3,4\n5,6,7\n')).problems)).toMatchInlineSnapshot(`
      "data/eng/log  The file has 3 rows of data; sources.yaml says 2.
          expected  2 rows
          found     3 rows
          do        Correct "rows" in sources.yaml.

      1 problem.
      "
    `);
  });

  test('shows a row only where every column is public', () => {
    const text = 'id,code\n1,"ada@example.org\n';
    expect(renderProblems(readRecords(file('csv', text)).problems)).toContain('ada@example.org');
    expect(renderProblems(readRecords(file('csv', text, { id: 'public', code: 'personal' })).problems)).not.toContain(
      'ada',
    );
    expect(
      renderProblems(readRecords(file('csv', 'id,kode\n', { id: 'public', code: 'personal' })).problems),
    ).toContain('| id,kode');
  });
});

describe('readDocument', () => {
  test('parses YAML and JSON, leaves the rest as text', () => {
    expect(readDocument(file('yaml', 'a: 2026-03-08\n'))).toEqual({ document: { a: '2026-03-08' }, problems: [] });
    expect(readDocument(file('json', '{"a": [1]}'))).toEqual({ document: { a: [1] }, problems: [] });
    for (const format of ['markdown', 'sql', 'text'] as const)
      expect(readDocument(file(format, 'a: 1')).document).toBe('a: 1');
  });

  test('says where a document cannot be read', () => {
    expect(renderProblems(readDocument(file('json', '{\n  "a": [1,\n}')).problems)).toMatchInlineSnapshot(`
      "data/eng/log:3:1  This is not JSON that can be read.
          3 | }
            | ^
          do        Look for a missing comma, quote or bracket here or just above.

      1 problem. Technical detail with --debug.
      "
    `);
    expect(renderProblems(readDocument(file('json', '')).problems)).toMatchInlineSnapshot(`
      "data/eng/log:1:1  This is not JSON that can be read.
          do        Look for a missing comma, quote or bracket here or just above.

      1 problem. Technical detail with --debug.
      "
    `);
    expect(renderProblems(readDocument(file('yaml', 'a: [1\n')).problems)).toMatchInlineSnapshot(`
      "data/eng/log:2:1  A bracket that was opened above is not closed.
          do        Close it, or write the list one entry a line, each behind "- ".

      1 problem. Technical detail with --debug.
      "
    `);
  });
});

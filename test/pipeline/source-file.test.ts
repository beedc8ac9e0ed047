import { createHash } from 'node:crypto';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderProblems } from '../../src/pipeline/render-problem.ts';
import { readSourceFile, unlistedFiles } from '../../src/pipeline/source-file.ts';
import { source } from '../../src/schema/sources.ts';
import type { Source } from '../../src/schema/sources.ts';
import { rootWith } from './temporary-root.ts';

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

function declared(
  file: string,
  content: string | Uint8Array,
  columns: Record<string, string> = { id: 'public', note: 'public' },
): Source {
  return source.parse({
    id: 'cases',
    file,
    title: 'Cases',
    system: 'CRM',
    origin: 'exported by hand',
    extracted_at: '2026-04-13T18:00:00-04:00',
    format: 'csv',
    rows: 1,
    sha256: createHash('sha256').update(bytesOf(content)).digest('hex'),
    columns,
  });
}
const LATIN = Uint8Array.from([...bytesOf('id,note\n1,caf'), 0xe9, ...bytesOf(' au lait\n')]);
const report = (root: string, item: Source): string => renderProblems(readSourceFile(root, 'eng', item).problems);

describe('readSourceFile', () => {
  test.each(['id,note\n1,é\n', '\uFEFFid,note\n1,é\n'])(
    'hands on the text without its byte order mark (%j)',
    (content) => {
      const root = rootWith({ 'data/eng/deep/cases.csv': content });
      const item = declared('deep/cases.csv', content);
      expect(readSourceFile(root, 'eng', item)).toEqual({
        sourceFile: { source: item, file: 'data/eng/deep/cases.csv', text: 'id,note\n1,é\n' },
        problems: [],
      });
    },
  );

  test('one byte more and it is another file', () => {
    const content = 'id,note\n1,x\n';
    const root = rootWith({ 'data/eng/cases.csv': `${content}\n` });
    const item = declared('cases.csv', content);
    expect(readSourceFile(root, 'eng', item).sourceFile).toBeUndefined();
    expect(report(root, item)).toMatchInlineSnapshot(`
      "data/eng/cases.csv  The file is not the one that was inspected: its digest differs from the one in data/eng/sources.yaml.
          expected  sha256 ffc05a88464e5a1212fe6af70092d3a0106008f228e171b45b4d099d306a238e
          found     sha256 e5dd408b4987188b3e4fbbaa316cf26b3b39d422f435e5f7457f6f59ea8eb61d
          do        Restore the file. If the export was replaced on purpose, write the new digest
                    (sha256sum data/eng/cases.csv prints it) and the new time of extraction into
                    data/eng/sources.yaml.

      1 problem.
      "
    `);
  });

  test('not there, with the name that may be meant', () => {
    const root = rootWith({
      'data/eng/cases.csv': 'id,note\n',
      'data/eng/sources.yaml': 'sources:\n  - id: cases\n    file: case.csv\n',
    });
    expect(report(root, declared('case.csv', ''))).toMatchInlineSnapshot(`
      "data/eng/sources.yaml:3:11  The file of the source "cases" is not there.
          3 |     file: case.csv
            |           ^
          expected  data/eng/case.csv
          found     no such file
          do        Restore it, or correct its name: did you mean "cases.csv"?

      1 problem.
      "
    `);
  });

  test.each(['../other/cases.csv', '/etc/hostname', 'a/../../other/cases.csv'])('outside its folder: %s', (file) => {
    const root = rootWith({ 'data/eng/sources.yaml': '', 'data/other/cases.csv': 'secret\n' });
    expect(readSourceFile(root, 'eng', declared(file, 'secret\n')).problems).toMatchObject([
      { code: 'source-outside', found: file },
    ]);
  });

  test('a link that leads out', () => {
    const root = rootWith({ 'data/eng/sources.yaml': '', 'data/other/cases.csv': 'secret\n' });
    symlinkSync(join(root, 'data/other/cases.csv'), join(root, 'data/eng/cases.csv'));
    expect(report(root, declared('cases.csv', 'secret\n'))).toMatchInlineSnapshot(`
      "data/eng/sources.yaml  The source "cases" is a link that leads out of the engagement's own folder.
          expected  a file in data/eng
          found     data/eng/cases.csv, a link to ../other/cases.csv
          do        Put the file itself there in place of the link.

      1 problem.
      "
    `);
  });

  test('another encoding, quoted only where every column is public', () => {
    const root = rootWith({ 'data/eng/cases.csv': LATIN });
    expect(report(root, declared('cases.csv', LATIN))).toMatchInlineSnapshot(`
      "data/eng/cases.csv:2:6  The file is not UTF-8.
          expected  UTF-8
          found     the byte 0xE9 at offset 13; it looks like Windows-1252, where it reads "1,café au
                    lait"
          do        Export it again as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8. Then write
                    its new sha256 into data/eng/sources.yaml. Or leave the file as it is, and declare its
                    encoding there: encoding: windows-1252.

      1 problem.
      "
    `);
    const personal = report(root, declared('cases.csv', LATIN, { id: 'public', note: 'personal' }));
    expect(personal).toContain('0xE9 at offset 13');
    expect(personal).not.toContain('caf');
  });

  test('UTF-16', () => {
    const content = Uint8Array.from([0xff, 0xfe, 0x69, 0x00]);
    expect(report(rootWith({ 'data/eng/cases.csv': content }), declared('cases.csv', content))).toMatchInlineSnapshot(`
      "data/eng/cases.csv:1  The file is not UTF-8.
          expected  UTF-8
          found     the bytes 0xFF 0xFE at its start, the mark of UTF-16
          do        Export it again as UTF-8, or convert it: iconv -f UTF-16 -t UTF-8. Then write its new
                    sha256 into data/eng/sources.yaml. Or leave the file as it is, and declare its
                    encoding there: encoding: utf-16le.

      1 problem.
      "
    `);
  });
});

test('what sources.yaml does not list is told; READMEs, generators and hidden files are not', () => {
  const root = rootWith({
    'data/eng/sources.yaml': '',
    'data/eng/README.md': '',
    'data/eng/cases.csv': '',
    'data/eng/generate.ts': '',
    'data/eng/generate/plan.ts': '',
    'data/eng/generate/names.json': '',
    'data/eng/.DS_Store': '',
    'data/eng/runbook/one.md': '',
    'data/eng/two.csv': '',
  });
  const problems = unlistedFiles(root, 'eng', { sources: [declared('./cases.csv', '')] });
  expect(problems.map(({ file }) => file)).toEqual([
    'data/eng/generate/names.json',
    'data/eng/runbook/one.md',
    'data/eng/two.csv',
  ]);
  expect(renderProblems(problems.slice(2))).toMatchInlineSnapshot(`
    "data/eng/two.csv  sources.yaml does not list this file.
        expected  an entry with origin, extraction time and sha256 for every file that was inspected
        found     none for it
        do        Describe it in data/eng/sources.yaml, or move it out of data/eng.

    1 problem.
    "
  `);
});

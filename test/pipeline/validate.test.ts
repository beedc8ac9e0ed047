import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { renderProblems } from '../../src/pipeline/render-problem.ts';
import { validate } from '../../src/pipeline/validate.ts';
import { parseYaml } from '../../src/pipeline/yaml.ts';
import { engagement } from '../../src/schema/engagement.ts';
import { finding } from '../../src/schema/finding.ts';
import { sourcesFile } from '../../src/schema/sources.ts';

const check = (schema: z.ZodType, text: string): ReturnType<typeof validate> => {
  const { document, problems } = parseYaml('some.yaml', text);
  if (document === undefined) throw new Error(renderProblems(problems));
  return validate(document, schema);
};
const report = (schema: z.ZodType, text: string): string => renderProblems(check(schema, text).problems);

const small = z.strictObject({
  version: z.string().min(1).describe('Version of the report, quoted.'),
  size: z.int().positive('a sample of at least one record').optional(),
  kind: z.enum(['agrees', 'differs']).optional(),
  day: z.iso.date('a date written as "2026-05-04"').optional(),
  list: z.array(z.strictObject({ id: z.string(), text: z.string().min(1, 'some text') })).optional(),
  share: z.number().gt(0).lte(1).optional(),
  sign: z.string().length(1).optional(),
  either: z.union([z.number(), z.boolean()]).optional(),
});

describe('validate', () => {
  test('gives the typed value, with defaults', () => {
    const schema = z.strictObject({ a: z.string(), b: z.int().default(3) });
    expect(check(schema, 'a: x\n')).toEqual({ value: { a: 'x', b: 3 }, problems: [] });
  });

  test('says what is missing, and what it is for', () => {
    expect(report(small, 'size: 3\n')).toMatchInlineSnapshot(`
      "some.yaml:1:1  "version" is missing.
          1 | size: 3
            | ^
          expected  Version of the report, quoted.
          found     only size
          do        Add "version:".

      1 problem.
      "
    `);
    expect(report(small, 'version:\n')).toMatchInlineSnapshot(`
      "some.yaml:1:1  "version" has no value.
          1 | version:
            | ^
          expected  Version of the report, quoted.
          found     no value

      1 problem.
      "
    `);
    expect(report(small, 'version: "1"\nlist:\n  - id: first\n')).toMatchInlineSnapshot(`
      "some.yaml:3:5  "list[first].text" is missing.
          3 |   - id: first
            |     ^
          found     only id
          do        Add "text:" below "list[first]".

      1 problem.
      "
    `);
  });

  test('suggests the field that was meant', () => {
    expect(report(small, 'verison: "1"\nversion: "1"\ncolour: red\n')).toMatchInlineSnapshot(`
      "some.yaml:1:1  "verison" is not a field that can stand here.
          1 | verison: "1"
            | ^
          expected  one of version, size, kind, day, list, share, sign, either
          found     verison
          do        Remove it; "version" is there already.

      some.yaml:3:1  "colour" is not a field that can stand here.
          3 | colour: red
            | ^
          expected  one of version, size, kind, day, list, share, sign, either
          found     colour
          do        Remove it.

      2 problems.
      "
    `);
  });

  test('tells a misspelt field once, although the right one is missing', () => {
    expect(report(small, 'verison: "1"\n')).toMatchInlineSnapshot(`
      "some.yaml:1:1  "verison" is not a field that can stand here.
          1 | verison: "1"
            | ^
          expected  one of version, size, kind, day, list, share, sign, either
          found     verison
          do        Did you mean "version"?

      1 problem.
      "
    `);
  });

  test('keeps text as it is written', () => {
    expect(report(small, 'version: 1.10\n')).toMatchInlineSnapshot(`
      "some.yaml:1:10  "version" is a number, not text.
          1 | version: 1.10
            |          ^
          expected  text
          found     1.10
          do        Put it in quotes, so that it stays as it is written: "1.10".

      1 problem.
      "
    `);
    expect(report(small, 'version: 00123\n')).toMatchInlineSnapshot(`
      "some.yaml:1:10  "version" is a number, not text.
          1 | version: 00123
            |          ^
          expected  text
          found     00123
          do        Put it in quotes, so that it stays as it is written: "00123".

      1 problem.
      "
    `);
    expect(report(small, 'version: true\n')).toMatchInlineSnapshot(`
      "some.yaml:1:10  "version" is a truth value, not text.
          1 | version: true
            |          ^
          expected  text
          found     true
          do        Put it in quotes, so that it stays as it is written: "true".

      1 problem.
      "
    `);
  });

  test('tells wrong kinds and forms apart', () => {
    expect(
      report(
        small,
        'version: "1"\nsize: "80"\nkind: agree\nday: 2026-3-9\nlist: none\nshare: 94\nsign: "::"\neither: maybe\n',
      ),
    ).toMatchInlineSnapshot(`
      "some.yaml:2:7  "size" is text, not a number.
          2 | size: "80"
            |       ^
          expected  a number
          found     "80"
          do        Remove the quotes: 80.

      some.yaml:3:7  "kind" cannot be "agree".
          3 | kind: agree
            |       ^
          expected  one of "agrees", "differs"
          found     agree
          do        Did you mean "agrees"?

      some.yaml:4:6  "day" is not a date.
          4 | day: 2026-3-9
            |      ^
          expected  a date written as "2026-05-04"
          found     2026-3-9

      some.yaml:5:7  "list" is text, not a list.
          5 | list: none
            |       ^
          expected  a list
          found     none
          do        Write one entry a line, each behind "- ".

      some.yaml:6:8  "share" is too large.
          6 | share: 94
            |        ^
          expected  at most 1
          found     94

      some.yaml:7:7  "sign" is too long.
          7 | sign: "::"
            |       ^
          expected  exactly 1 sign
          found     "::"

      some.yaml:8:9  "either" fits none of the forms it may have.
          8 | either: maybe
            |         ^
          expected  a number, or true or false
          found     maybe

      7 problems.
      "
    `);
    expect(report(small, 'version: ""\nsize: 0\nlist:\n  - id: a\n    text: ""\n  - text\n')).toMatchInlineSnapshot(`
      "some.yaml:1:10  "version" is empty.
          1 | version: ""
            |          ^
          expected  some text
          found     ""

      some.yaml:2:7  "size" is too small.
          2 | size: 0
            |       ^
          expected  a sample of at least one record
          found     0

      some.yaml:5:11  "list[a].text" is empty.
          5 |     text: ""
            |           ^
          expected  some text
          found     ""

      some.yaml:6:5  "list#2" is text, not a group of fields.
          6 |   - text
            |     ^
          expected  a group of fields
          found     text

      4 problems.
      "
    `);
    expect(report(small, '- version\n')).toMatchInlineSnapshot(`
      "some.yaml:1:1  The file is a list, not a group of fields.
          1 | - version
            | ^
          expected  a group of fields
          found     a list

      1 problem.
      "
    `);
  });

  test('shortens a long value to its beginning', () => {
    const found = check(small, `version: "1"\nday: ${'long '.repeat(40)}\n`).problems[0]?.found ?? '';
    expect(found).toMatch(/^long .* …$/);
    expect(found.length).toBeLessThan(90);
  });
});

describe('the schemas of an engagement', () => {
  test('a zone, a time of day, a currency, an empty sample', () => {
    const { problems } = check(
      engagement,
      'calendar: { time_zone: EST5, working_days: [mon], hours: { from: "9:00", to: "17:00" } }\ncurrency: dollars\nsample: { size: 0, method: by seed, table: records }\n',
    );
    expect(renderProblems(problems.filter(({ code }) => code !== 'missing-field'))).toMatchInlineSnapshot(`
      "some.yaml:1:24  "calendar.time_zone" is not an IANA time zone.
          1 | calendar: { time_zone: EST5, working_days: [mon], hours: { from: "9:00", to: "17:00" } }
            |                        ^
          expected  an IANA time zone such as "America/New_York"
          found     EST5

      some.yaml:1:66  "calendar.hours.from" is not a time of day.
          1 | calendar: { time_zone: EST5, working_days: [mon], hours: { from: "9:00", to: "17:00" } }
            |                                                                  ^
          expected  a time of day such as "09:00"
          found     "9:00"

      some.yaml:2:11  "currency" is not an ISO 4217 code.
          2 | currency: dollars
            |           ^
          expected  an ISO 4217 code such as "USD"
          found     dollars

      some.yaml:3:17  "sample.size" is too small.
          3 | sample: { size: 0, method: by seed, table: records }
            |                 ^
          expected  a sample of at least one record
          found     0

      4 problems.
      "
    `);
  });

  test('a hypothesis without its test, a confirmed cause and a condition without facts', () => {
    const text =
      'condition: { text: It is late., facts: [] }\ncauses:\n  - { status: hypothesis, text: Perhaps this. }\n  - { status: confirmed, text: Certainly that. }\n';
    const { problems } = check(finding, text);
    expect(renderProblems(problems.filter(({ code }) => code !== 'missing-field'))).toMatchInlineSnapshot(`
      "some.yaml:1:40  "condition.facts" is empty.
          1 | condition: { text: It is late., facts: [] }
            |                                        ^
          expected  at least one fact; without one the condition is not confirmed
          found     an empty list

      some.yaml:3:5  "causes#1.test": a hypothesis names the test that would settle it.
          3 |   - { status: hypothesis, text: Perhaps this. }
            |     ^
          do        Add "test:" below "causes#1".

      some.yaml:3:5  "causes#1.stated_on": a hypothesis keeps the day on which it and its threshold were written down.
          3 |   - { status: hypothesis, text: Perhaps this. }
            |     ^
          do        Add "stated_on:" below "causes#1".

      some.yaml:4:5  "causes#2.facts": a confirmed cause needs at least one fact; without one it is a hypothesis.
          4 |   - { status: confirmed, text: Certainly that. }
            |     ^
          do        Add "facts:" below "causes#2".

      4 problems.
      "
    `);
  });

  test('a source with a short digest, without columns, and a document with rows', () => {
    const rest = "title: T, system: S, origin: O, extracted_at: '2026-04-13T18:00:00-04:00'";
    const digest = 'a'.repeat(64);
    expect(
      report(
        sourcesFile,
        `sources:\n  - { id: one, file: one.csv, ${rest}, format: csv, rows: 3, sha256: abc, columns: { id: secret } }\n` +
          `  - { id: two, file: two.csv, ${rest}, format: csv, rows: 3, sha256: ${digest} }\n` +
          `  - { id: three, file: three.md, ${rest}, format: markdown, rows: 3, sha256: ${digest} }\n` +
          `  - { id: four, file: four.md, ${rest.replace('-04:00', '')}, format: markdown, sha256: ${digest} }\n`,
      ),
    ).toMatchInlineSnapshot(`
      "some.yaml:2:136  "sources[one].sha256" is not 64 hexadecimal digits.
          2 | … '2026-04-13T18:00:00-04:00', format: csv, rows: 3, sha256: abc, columns: { id: secret }…
            |                                                              ^
          expected  64 hexadecimal digits, as \`sha256sum\` prints them
          found     abc

      some.yaml:2:156  "sources[one].columns.id" cannot be "secret".
          2 | …2026-04-13T18:00:00-04:00', format: csv, rows: 3, sha256: abc, columns: { id: secret } }
            |                                                                                ^
          expected  one of "public", "internal", "pseudonymous", "personal"
          found     secret

      some.yaml:3:5  "sources[two].columns": a csv file needs it.
          3 |   - { id: two, file: two.csv, title: T, system: S, origin: O, extracted_at: '2026-04-13T…
            |     ^
          do        Add "columns:" below "sources[two]".

      some.yaml:4:133  "sources[three].rows": it has no meaning for a markdown document; remove it.
          4 | …ed_at: '2026-04-13T18:00:00-04:00', format: markdown, rows: 3, sha256: aaaaaaaaaaaaaaaaa…
            |                                                              ^

      some.yaml:5:78  "sources[four].extracted_at" is not an instant with its offset.
          5 | …ile: four.md, title: T, system: S, origin: O, extracted_at: '2026-04-13T18:00:00', forma…
            |                                                              ^
          expected  an instant with its offset, such as "2026-04-13T18:00:00-04:00"
          found     '2026-04-13T18:00:00'

      5 problems.
      "
    `);
  });
});

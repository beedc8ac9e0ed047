import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { blank, instant, number, text } from '../../src/pipeline/fields.ts';
import { validateRows } from '../../src/pipeline/refuse.ts';
import { renderProblems } from '../../src/pipeline/render-problem.ts';
import { refusedRow } from '../../src/schema/table.ts';
import { source } from '../../src/schema/sources.ts';

const from = (
  max_refused: number,
  columns: Record<string, string> = { id: 'public', hours: 'public', name: 'personal' },
) => ({
  source: source.parse({
    id: 'cases',
    file: 'cases.csv',
    title: 'Cases',
    system: 'S',
    origin: 'O',
    extracted_at: '2026-04-13T18:00:00Z',
    format: 'csv',
    rows: 3,
    sha256: 'a'.repeat(64),
    max_refused,
    columns,
  }),
  file: 'data/eng/cases.csv',
});
const row = z.object({ id: text(), hours: blank(number()), name: text() });
const record = (line: number, id: string, hours: string, name: string) => ({ line, values: { id, hours, name } });

describe('validateRows', () => {
  test('gives out what the schema gives out, with the line', () => {
    const schema = z.object({ id: text(), hours: blank(number()) });
    expect(validateRows(from(0), [record(2, 'a', '1.5', 'Ada'), record(3, 'b', '', 'Ben')], schema)).toEqual({
      rows: [
        { line: 2, values: { id: 'a', hours: 1.5 } },
        { line: 3, values: { id: 'b', hours: null } },
      ],
      refused: [],
      problems: [],
    });
  });

  test('without a schema the row is the record', () => {
    expect(validateRows(from(0), [record(2, 'a', '1', 'Ada')]).rows).toEqual([record(2, 'a', '1', 'Ada')]);
  });

  test('refuses a row for its first fault, within the limit without a problem', () => {
    const records = [
      record(2, 'a', '1,5', 'Ada'),
      record(3, '', 'x', ''),
      record(4, 'c', '2', 'Cem'),
      { line: 5, text: 'x', reason: 'the row has 1 field where the header has 3' },
    ];
    const { rows, refused, problems } = validateRows(from(3), records, row);
    expect(problems).toEqual([]);
    expect(rows.map(({ line }) => line)).toEqual([4]);
    expect(refused).toMatchInlineSnapshot(`
      [
        {
          "column": "hours",
          "file": "data/eng/cases.csv",
          "line": 2,
          "reason": "a comma may divide thousands or decimals, so the number cannot be told; a plain one with a decimal point is expected, or say which it is: number({ decimal: ',' })",
          "source": "cases",
          "value": "1,5",
        },
        {
          "column": "id",
          "file": "data/eng/cases.csv",
          "line": 3,
          "reason": "empty, and some text is expected",
          "source": "cases",
          "value": "",
        },
        {
          "column": null,
          "file": "data/eng/cases.csv",
          "line": 5,
          "reason": "the row has 1 field where the header has 3",
          "source": "cases",
          "value": "withheld",
        },
      ]
    `);
    for (const each of refused) expect(refusedRow.parse(each)).toEqual(each);
  });

  test('withholds values of columns that are not public, also from the reason', () => {
    const schema = z.object({
      name: z
        .string()
        .refine((name) => name !== 'Ada Lovelace', { error: ({ input }) => `${String(input)} is no customer` }),
    });
    const { refused, problems } = validateRows(from(0), [record(2, 'a', '1', 'Ada Lovelace')], schema);
    expect(refused).toMatchObject([{ column: 'name', value: 'withheld', reason: 'withheld is no customer' }]);
    expect(JSON.stringify({ refused, problems })).not.toContain('Ada');
  });

  test('withholds them from the reason of a whole row too', () => {
    const schema = row.refine(() => false, {
      error: ({ input }) => `${(input as { name: string }).name} stands twice`,
    });
    expect(validateRows(from(1), [record(2, 'a', '1', 'Ada Lovelace')], schema).refused).toMatchObject([
      { column: null, value: '', reason: 'withheld stands twice' },
    ]);
  });

  test('more than the source allows is a problem', () => {
    const records = Array.from({ length: 12 }, (_, index) => record(index + 2, `c${index}`, 'soon', 'Ada'));
    expect(renderProblems(validateRows(from(0), records.slice(0, 2), row).problems)).toMatchInlineSnapshot(`
      "data/eng/cases.csv  2 rows of the source "cases" had to be refused.
          expected  none, as "max_refused" is 0 unless sources.yaml sets it
          found     2
          do        Correct the loader's row schema, or get a corrected export. To publish them as refused
                    instead, set "max_refused: 2" for "cases" in sources.yaml.

      data/eng/cases.csv:2  The row is refused, for its column "hours": a number with a decimal point is expected.
          found     soon

      data/eng/cases.csv:3  The row is refused, for its column "hours": a number with a decimal point is expected.
          found     soon

      3 problems.
      "
    `);
    const { problems } = validateRows(from(11), records, row);
    expect(problems).toHaveLength(11);
    expect(problems.at(-1)?.message).toMatchInlineSnapshot(
      `"12 rows of the source "cases" had to be refused (the first 10 are listed)."`,
    );
  });

  test('a schema that reads a column which the source does not have', () => {
    expect(
      renderProblems(
        validateRows(from(0), [record(2, 'a', '1', 'Ada')], z.object({ hour: text(), id: text() })).problems,
      ),
    ).toMatchInlineSnapshot(`
      "data/eng/cases.csv  The row schema of a loader reads the column "hour", and the source "cases" has none.
          expected  one of id, hours, name
          found     hour
          do        Did you mean "hours"?

      1 problem.
      "
    `);
  });

  test.each([
    [z.number(), '3'],
    [z.enum(['a', 'b']), 'c'],
    [z.string().regex(/^acct_/), 'x'],
    [z.string().regex(/^acct_/, 'an account id such as "acct_1842"'), 'x'],
    [z.string().max(3), 'long'],
    [z.iso.date(), 'x'],
    [instant(), 'x'],
  ])('gives a reason in words for plain Zod too (%#)', (schema, value) => {
    const { refused } = validateRows(from(1), [{ line: 2, values: { id: value } }], z.object({ id: schema }));
    expect(refused[0]?.reason).toMatchSnapshot();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../../src/core/csv.ts';
import { readCsv } from '../../src/pipeline/csv.ts';
import { renderProblems } from '../../src/pipeline/render-problem.ts';

const read = (text: string, columns = ['id', 'note'], delimiter = ','): ReturnType<typeof readCsv> =>
  readCsv('cases.csv', text, columns, delimiter);
const report = (text: string, columns?: string[]): string => renderProblems(read(text, columns).problems);

describe('readCsv', () => {
  test('keeps every cell as text', () => {
    expect(read('id,note\n00123,\n1.50," x "\n')).toEqual({
      records: [
        { line: 2, values: { id: '00123', note: '' } },
        { line: 3, values: { id: '1.50', note: ' x ' } },
      ],
      problems: [],
    });
  });

  test.each(['\n', '\r\n'])('counts lines across quoted breaks and blank lines (%j)', (end) => {
    const text = ['id,note', '1,"two', 'lines"', '', '2,"three', '', 'lines, é"', '3,x'].join(end);
    expect(read(text).records.map(({ line, values }) => [line, values?.id])).toEqual([
      [2, '1'],
      [5, '2'],
      [8, '3'],
    ]);
  });

  test('reads a file whose line ends change half-way', () => {
    expect(read('id,note\n1,a\r\n2,b\n').records.map(({ values }) => values)).toEqual([
      { id: '1', note: 'a' },
      { id: '2', note: 'b' },
    ]);
  });

  test('reads what we write', () => {
    // What a spreadsheet would run as a formula is written with an apostrophe in front; that is csv.ts's own test.
    const cell = fc
      .string({ maxLength: 8 })
      .chain((text) => fc.constantFrom('', '\r\n', '"', '\r', ' é').map((more) => `x${text}${more}`));
    fc.assert(
      fc.property(fc.array(fc.record({ id: cell, note: cell }), { minLength: 1 }), (rows) => {
        const text = toCsv([{ name: 'id' }, { name: 'note' }], rows).slice(1);
        expect(read(text).records.map(({ values }) => values)).toEqual(rows);
      }),
    );
  });

  test('a ragged row is refused with its line, the others are read', () => {
    expect(read('id,note\n1,a,b\n2,ok\n3\n').records).toEqual([
      { line: 2, text: '1,a,b', reason: 'the row has 3 fields where the header has 2' },
      { line: 3, values: { id: '2', note: 'ok' } },
      { line: 4, text: '3', reason: 'the row has 1 field where the header has 2' },
    ]);
  });

  test('a column called like a property of objects is a column', () => {
    expect(read('__proto__,note\nx,y\n', ['__proto__', 'note']).records[0]?.values?.['__proto__']).toBe('x');
  });

  test('headers that are not the declared ones', () => {
    expect(report('id,notes\n')).toMatchInlineSnapshot(`
      "cases.csv:1  The column "note" is missing.
          1 | id,notes
          expected  the column "note", as sources.yaml declares it
          found     "notes"
          do        Is "notes" the same column? Then name it so in sources.yaml.

      1 problem.
      "
    `);
    expect(report('id\n')).toMatchInlineSnapshot(`
      "cases.csv:1  The column "note" is missing.
          1 | id
          expected  the column "note", as sources.yaml declares it
          found     id
          do        Export it again with that column, or correct sources.yaml.

      1 problem.
      "
    `);
    expect(report('id,note,email\n')).toMatchInlineSnapshot(`
      "cases.csv:1  The column "email" is not declared, so nobody has said whether it may be published.
          1 | id,note,email
          expected  id, note
          found     "email"
          do        Add it to the columns in sources.yaml as public, internal or personal.

      1 problem.
      "
    `);
    expect(report('note,id\n')).toMatchInlineSnapshot(`
      "cases.csv:1  The columns stand in another order than sources.yaml declares.
          1 | note,id
          expected  id, note
          found     note, id
          do        List them in sources.yaml in the order of the file.

      1 problem.
      "
    `);
    expect(report('id,id,note\n')).toMatchInlineSnapshot(`
      "cases.csv:1  The column "id" stands 2 times in the header.
          1 | id,id,note
          expected  every column once
          do        Export it again with one name for each column.

      1 problem.
      "
    `);
    expect(report('id;note\n')).toMatchInlineSnapshot(`
      "cases.csv:1  The header reads as a single column.
          1 | id;note
          expected  2 columns
          found     id;note
          do        The file seems to be separated by ";". Add delimiter: ";" to its entry in
                    sources.yaml.

      1 problem.
      "
    `);
    expect(report('')).toMatchInlineSnapshot(`
      "cases.csv:1  The file is empty.
          expected  a header: id, note
          found     nothing
          do        Restore the export.

      1 problem.
      "
    `);
  });

  test('quotes that do not fit', () => {
    expect(report('id,note\n1,x\n2,"open\n3,y\n')).toMatchInlineSnapshot(`
      "cases.csv:3  A quote opens in this record and never closes.
          3 | 2,"open
          do        Close it; a quote inside a quoted cell is written twice.

      1 problem. Technical detail with --debug.
      "
    `);
    expect(report('id,note\n1,"closed" twice\n')).toMatchInlineSnapshot(`
      "cases.csv:2  Text follows a closing quote in this record.
          2 | 1,"closed" twice
          do        A quote inside a quoted cell is written twice; after the closing one comes the
                    separator or the end of the line.

      1 problem. Technical detail with --debug.
      "
    `);
    expect(report('id,note\n1,5" pipe\n')).toMatchInlineSnapshot(`
      "cases.csv:2  A quote stands in the middle of a cell that does not begin with one.
          2 | 1,5" pipe
          do        Put the whole cell in quotes and write the quote inside it twice.

      1 problem. Technical detail with --debug.
      "
    `);
  });
});

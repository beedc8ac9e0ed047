import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../../src/core/csv.ts';

const read = (csv: string): string[][] => parse(csv, { bom: true, record_delimiter: '\r\n' });

describe('toCsv', () => {
  test('is RFC 4180 with a byte order mark', () => {
    const csv = toCsv(
      [{ name: 'id', label: 'Account' }, { name: 'hours' }, { name: 'note' }],
      [
        { id: 'acct_1842', hours: 31.5, note: 'said "later", then left' },
        { id: '00123', hours: null, note: 'two\r\nlines' },
        { id: 'é', hours: -5 },
      ],
    );
    expect(csv).toBe(
      '\uFEFFAccount,hours,note\r\n' +
        'acct_1842,31.5,"said ""later"", then left"\r\n' +
        '00123,,"two\r\nlines"\r\n' +
        'é,-5,\r\n',
    );
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', '"\'\tx"'],
    ['\rx', '"\'\rx"'],
    [' =1', "' =1"],
    ['\uFEFF=1', "'\uFEFF=1"],
    ['\u00A0 =1', "'\u00A0 =1"],
    ['＝1', "'＝1"],
    ['a=1', 'a=1'],
    ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
  ])('text %j is written %j', (text, written) => {
    expect(toCsv([{ name: 'a' }], [{ a: text }])).toBe(`\uFEFFa\r\n${written}\r\n`);
  });

  test('guards headings too', () => {
    expect(toCsv([{ name: 'a', label: '=A' }], [])).toBe("\uFEFF'=A\r\n");
  });

  test('numbers, booleans and instants are plain', () => {
    const row = { a: -5, b: true, c: new Date(Date.UTC(2026, 2, 8, 7, 30)), d: 1e21 };
    expect(toCsv([{ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }], [row])).toContain(
      '-5,true,2026-03-08T07:30:00.000Z,1e+21',
    );
  });

  test('an all-empty single cell is still a record', () => {
    expect(read(toCsv([{ name: 'a' }], [{ a: null }, { a: 'x' }]))).toEqual([['a'], [''], ['x']]);
  });

  test('every text comes back, but for the guard', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({
        unit: fc.constantFrom('"', ',', ';', '\r', '\n', '\t', ' ', '=', '+', '-', '@', "'", '\uFEFF', 'a', '1'),
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (cells) => {
        const [header, ...records] = read(
          toCsv(
            [{ name: 'a' }, { name: 'b' }],
            cells.map(([a, b]) => ({ a, b })),
          ),
        );
        expect(header).toEqual(['a', 'b']);
        expect(records).toHaveLength(cells.length);
        cells.forEach((row, index) => {
          row.forEach((text, column) => {
            const back = records[index]?.[column] ?? '';
            expect(/^[=+\-@\t\r]/.test(back.replace(/^[\uFEFF ]+/, ''))).toBe(false);
            expect([text, `'${text}`]).toContain(back);
          });
        });
      }),
    );
  });

  test('refuses what no spreadsheet should show', () => {
    expect(() => toCsv([{ name: 'hours' }], [{ hours: 1 }, { hours: NaN }])).toThrow(
      'Row 2, column "hours": a finite value was expected, found NaN.',
    );
    expect(() => toCsv([{ name: 'at' }], [{ at: new Date(NaN) }])).toThrow('Row 1, column "at"');
    expect(() => toCsv([], [])).toThrow('at least one column');
  });
});

/** Files of other people become engagements: each column read as what it is, and nothing guessed in silence. */
import { describe, expect, it } from 'vitest';
import { draftEngagement } from '../../src/draft/draft.ts';
import type { DraftColumn } from '../../src/draft/draft-table.ts';
import { FOREIGN } from './foreign-files.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function draft(content: string | Uint8Array, zone?: string) {
  const file = {
    path: 'export.csv',
    name: 'export.csv',
    bytes: typeof content === 'string' ? bytes(content) : content,
    written: '2026-06-01T10:00:00Z',
  };
  return draftEngagement({ name: 'sample', files: [file], zone, reportDate: '2026-06-02' });
}

const column = (content: string, name = 'x'): DraftColumn =>
  draft(content).draft!.tables[0]!.columns.find((one) => one.header === name)!;
/** A column of its own, beside a key. */
const shapeOf = (...cells: string[]): DraftColumn =>
  column(`id|x\n${cells.map((cell, index) => `K${index}|${cell}`).join('\n')}\n`);

describe('a column is read as', () => {
  it.each([
    ['a number', ['1', '-2.5', '30'], { kind: 'number' }],
    ['a number with a decimal comma', ['1,5', '22,25'], { kind: 'number', form: { decimal: ',' } }],
    [
      'a number with points between thousands',
      ['1.234,50', '12,00', '3.000.000,10'],
      { kind: 'number', form: { decimal: ',', thousands: '.' } },
    ],
    [
      'a number with commas between thousands',
      ['1,234.50', '12.00'],
      { kind: 'number', form: { decimal: '.', thousands: ',' } },
    ],
    ['an amount', ['12,50 €', '3,00 €'], { kind: 'number', form: { decimal: ',', unit: '€' } }],
    ['text, where zeros lead', ['00123', '04567'], { kind: 'text' }],
    ['text, where digits are too many', ['12345678901234567', '12345678901234568'], { kind: 'text' }],
    ['a day', ['2026-03-09', '2026-12-31'], { kind: 'day' }],
    ['a day, day first', ['09.03.2026', '31.12.2026'], { kind: 'day', format: 'DD.MM.YYYY' }],
    ['a day, month first', ['3/9/2026', '12/31/2026'], { kind: 'day', format: 'M/D/YYYY' }],
    ['a time with its offset', ['2026-03-09T14:05:00+01:00', '2026-03-09T14:05:00Z'], { kind: 'instant' }],
    ['a local time', ['2026-03-09 14:05', '2026-03-10 08:00'], { kind: 'local' }],
    ['a local time, day first', ['9.3.2026 14:05', '31.3.2026 08:00'], { kind: 'local', format: 'D.M.YYYY HH:mm' }],
    [
      'a local time of half days',
      ['3/9/2026 2:05 PM', '3/31/2026 11:00 AM'],
      { kind: 'local', format: 'M/D/YYYY H:mm A' },
    ],
    ['yes or no', ['yes', 'no', 'yes'], { kind: 'flag' }],
    ['text', ['a', '2'], { kind: 'text' }],
  ])('%s', (_, cells, shape) => {
    expect(shapeOf(...cells).shape).toEqual(shape);
  });

  it('text where day and month can be confused, and says so', () => {
    expect(shapeOf('3/9/2026', '4/10/2026')).toMatchObject({
      shape: { kind: 'text' },
      remark: 'day and month can be confused in every value, so it is kept as text',
    });
    expect(shapeOf('03/09/26', '31/10/26').remark).toMatch(/century/);
  });

  it('text where a comma may divide thousands or decimals, and says so', () => {
    const found = shapeOf('1,234', '5,678');
    expect(found.remark).toMatch(/comma/);
    expect(found.shape).toEqual({ kind: 'text' });
  });

  it('what another column proves', () => {
    const text = 'id;x;y\nK1;1,234;0,5\nK2;5,678;12,25\n';
    expect(column(text).shape).toEqual({ kind: 'number', form: { decimal: ',' } });
    expect(column('id|x|y\nK1|3/9/2026|31/9/2026\nK2|4/10/2026|30/10/2026\n').shape).toEqual({
      kind: 'day',
      format: 'D/M/YYYY',
    });
  });

  it('words that stand for nothing are blanks of a number, and text among text', () => {
    expect(shapeOf('1', 'N/A', '')).toMatchObject({ shape: { kind: 'number' }, blankWords: ['N/A'], blanks: 2 });
    expect(shapeOf('a', 'N/A')).toMatchObject({ shape: { kind: 'text' }, blanks: 0 });
  });
});

describe('people', () => {
  it.each([
    ['by name', 'customer_name', ['a', 'b']],
    ['by name, in German', 'Ansprechpartner', ['a', 'b']],
    ['by address', 'x', ['ana.d@example.com', 'b']],
    ['by number', 'x', ['+49 30 1234567', '030 7654321']],
    ['by looks', 'x', ['Solveig Quandtner', 'Tadeusz Okonkwo', 'Zdenka Ferreyra']],
  ])('are told %s', (_, header, cells) => {
    const found = column(`id|${header}\n${cells.map((cell, index) => `K${index}|${cell}`).join('\n')}\n`, header);
    expect(found.class).toBe('personal');
  });

  it('may stand in free text, which stays inside', () => {
    expect(shapeOf('she called twice and was told to wait', 'the second letter came back to us').class).toBe(
      'internal',
    );
  });
});

describe('what cannot be a table', () => {
  it.each([
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4]), 'not-csv'],
    ['nothing', '', 'csv-empty'],
    ['a header alone', 'a,b\n', 'csv-empty'],
    ['no header', '1,2\n3,4\n', 'header-missing'],
    ['a column without a name', 'a,,c\n1,2,3\n', 'column-nameless'],
    ['a name twice', 'a,b,a\nx,y,z\n', 'column-repeated'],
    ['text above the header', 'Report of March\na,b\nx,y\nz,w\n', 'csv-ragged'],
    ['an open quote', 'a,b\n"x,y\n', 'csv-quote-not-closed'],
  ])('%s is refused with what to do', (_, content, code) => {
    const { draft: made, problems } = draft(content);
    expect(made).toBeUndefined();
    expect(problems).toMatchObject([{ code, file: 'export.csv' }]);
    expect(problems[0]!.hint).toMatch(/\.$/);
  });
});

describe.each(Object.entries(FOREIGN))('%s', (name, make) => {
  const file = make();
  const { draft: made } = draftEngagement({
    name,
    files: [{ ...file, path: file.name, written: '2026-06-01T10:00:00Z' }],
    zone: 'Europe/Berlin',
    reportDate: '2026-06-02',
  });

  it('has a key, or rows with numbers, and its people are set apart', () => {
    const [table] = made!.tables;
    expect(table!.key).toBe(
      { invoices: 'rechnungsnr', tickets: 'ticket', survey: 'respondent_id', parcels: 'parcel_id' }[name],
    );
    expect(table!.columns.filter((one) => one.class === 'personal')).toHaveLength(file.personal.length > 0 ? 1 : 0);
    expect(table!.refused).toBe(0);
  });
});

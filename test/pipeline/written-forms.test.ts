/** Numbers and dates as other systems write them, once an author has said how. */
import { describe, expect, it } from 'vitest';
import { blank, day, localTime, number } from '../../src/pipeline/fields.ts';
import type { Field } from '../../src/pipeline/fields.ts';

const read = (field: Field<unknown>, text: string): unknown => {
  const result = field.safeParse(text);
  return result.success ? result.data : result.error.issues[0]?.message;
};

describe('number', () => {
  const german = number({ decimal: ',', thousands: '.', unit: '€' });
  it.each([
    ['1.234,50 €', 1234.5],
    ['€ 12,00', 12],
    ['-3.000.000', -3_000_000],
    ['1234,5', 1234.5],
    ['12.34', 'a number such as 1.234,50 € is expected'],
    ['1,234.50', 'a number such as 1.234,50 € is expected'],
    ['12.34.567', 'a number such as 1.234,50 € is expected'],
    ['', 'empty, and a number is expected'],
  ])('%s', (text, value) => expect(read(german, text)).toBe(value));

  it('leaves a plain one to be plain', () => {
    expect(read(number(), '1,5')).toMatch(/or say which it is: number\(\{ decimal: ',' \}\)$/);
    expect(read(number({ decimal: ',' }), '1.5')).toBe('a number such as 1234,50 is expected');
  });
});

describe('day and localTime', () => {
  it.each([
    ['DD.MM.YYYY', '09.03.2026', '2026-03-09'],
    ['DD.MM.YYYY', '9.3.2026', 'a date such as 09.03.2026 is expected'],
    ['D/M/YYYY', '31/1/2026', '2026-01-31'],
    ['M/D/YYYY', '31/1/2026', 'there is no month 31'],
    ['D.M.YYYY', '30.2.2026', 'there is no 30 February'],
    ['YYYYMMDD', '20260309', '2026-03-09'],
  ])('%s reads %s', (format, text, value) => expect(read(day(format), text)).toBe(value));

  it.each([
    ['DD.MM.YYYY HH:mm', '09.03.2026 14:05', '2026-03-09T13:05:00.000Z'],
    ['M/D/YYYY h:mm A', '3/9/2026 12:05 AM', 'a local time such as 3/9/2026 h:05 PM is expected'],
    ['M/D/YYYY H:mm A', '3/9/2026 12:05 AM', '2026-03-08T23:05:00.000Z'],
    ['M/D/YYYY H:mm A', '3/9/2026 2:05 pm', '2026-03-09T13:05:00.000Z'],
    ['M/D/YYYY H:mm A', '3/9/2026 14:05 PM', 'there is no hour 99'],
    ['DD.MM.YYYY HH:mm', '29.03.2026 02:30', expect.stringMatching(/^the clocks in Europe\/Berlin go forward/)],
  ])('%s reads %s', (format, text, value) => {
    const found = read(localTime('Europe/Berlin', format), text);
    expect(found instanceof Date ? found.toISOString() : found).toEqual(value);
  });

  it('refuses a format that does not say the day', () => {
    expect(() => day('MM.YYYY')).toThrow('The format "MM.YYYY" needs YYYY, MM or M, and DD or D');
  });
});

describe('blank', () => {
  it('takes the words that stand for nothing', () => {
    expect(read(blank(number(), 'N/A', '-'), 'N/A')).toBeNull();
    expect(read(blank(number(), '-'), 'N/A')).toBe('a number with a decimal point is expected');
  });
});

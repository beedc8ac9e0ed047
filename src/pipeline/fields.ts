/**
 * Fields of a row as a loader reads them: text in, a value out, or a reason that a colleague would give.
 * Reasons never repeat the value: it may be personal, and it is told beside the reason where it is not.
 */
import { z } from 'zod';
import { createCalendar } from '../core/calendar.ts';
import { MONTHS } from '../core/format.ts';
import { dateFormat } from './date-format.ts';
import { numberExample, numberReader } from './number-form.ts';
import type { NumberForm } from './number-form.ts';
import { ownMessagesOnly } from './wording.ts';

/** A schema that reads a cell. */
export type Field<T> = z.ZodType<T>;

class Refusal {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}
const refuse = (reason: string): Refusal => new Refusal(reason);

function field<T>(read: (value: unknown) => T | Refusal): Field<T> {
  return z.unknown().transform((value, context): T => {
    const result = value === undefined ? refuse('the line does not have this column') : read(value);
    if (!(result instanceof Refusal)) return result;
    context.addIssue({ code: 'custom', message: result.reason, input: value });
    return z.NEVER;
  });
}

const isBlank = (value: unknown): boolean => value === null || (typeof value === 'string' && value.trim() === '');

function textField<T>(what: string, read: (text: string) => T | Refusal): Field<T> {
  return field((value) => {
    if (isBlank(value)) return refuse(`empty, and ${what} is expected`);
    if (typeof value !== 'string') return refuse(`${what} is expected`);
    return read(value);
  });
}

/** Text with something in it, exactly as it stands. */
export const text = (): Field<string> => textField('some text', (value) => value);

/**
 * What another schema reads, or null where the cell is empty (in JSON Lines also where the key is left out): `blank(instant())`.
 * Words that stand for nothing follow: `blank(number(), 'N/A')`.
 */
export const blank = <T>(inner: z.ZodType<T>, ...words: readonly string[]): Field<T | null> =>
  z.unknown().transform((value, context): T | null => {
    if (value === '' || value === null || value === undefined) return null;
    if (typeof value === 'string' && words.includes(value.trim())) return null;
    const result = inner.safeParse(value, { error: ownMessagesOnly, reportInput: true });
    if (result.success) return result.data;
    for (const { message, ...issue } of result.error.issues)
      context.addIssue({ ...issue, ...(message !== '' && { message }) });
    return z.NEVER;
  });

/** true, false, yes or no, in any case; a JSON boolean too. */
export const flag = (): Field<boolean> =>
  field((value) => {
    if (typeof value === 'boolean') return value;
    const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
    if (word === 'true' || word === 'yes') return true;
    if (word === 'false' || word === 'no') return false;
    return refuse(
      isBlank(value) ? 'empty, and true, false, yes or no is expected' : 'true, false, yes or no is expected',
    );
  });

const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/;

/**
 * A number written with a decimal point and nothing else, or in the form that is declared:
 * `number({ decimal: ',', thousands: '.', unit: '€' })` reads "1.234,50 €".
 */
export const number = (form?: NumberForm): Field<number> => {
  const read = form && numberReader(form);
  return field((value) => {
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (isBlank(value)) return refuse('empty, and a number is expected');
    if (typeof value !== 'string') return refuse('a number is expected');
    const written = value.trim();
    if (read) return read(written) ?? refuse(`a number such as ${numberExample(form)} is expected`);
    if (PLAIN_NUMBER.test(written)) return Number(written);
    if (/^[+-]?[\d.,]+$/.test(written) && written.includes(',')) {
      return refuse(
        "a comma may divide thousands or decimals, so the number cannot be told; a plain one with a decimal point is expected, or say which it is: number({ decimal: ',' })",
      );
    }
    if (/^[+-]?\d+(\.\d+)?\s*%$/.test(written)) return refuse('a number is expected, without a percent sign');
    if (/^[+-]?\p{Sc}|\p{Sc}$/u.test(written)) return refuse('a number is expected, without a currency sign');
    return refuse('a number with a decimal point is expected');
  });
};

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

const DATE = String.raw`(\d{4})-(\d{2})-(\d{2})`;
const TIME = String.raw`(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?`;
const ONLY_DATE = new RegExp(`^${DATE}$`);
const LOCAL = new RegExp(`^${DATE}[T ]${TIME}$`);
const WITH_OFFSET = new RegExp(`^${DATE}[T ]${TIME}(Z|[+-]\\d{2}:\\d{2})$`);
const DIVIDED_DATE = /^\d{1,2}([./-])\d{1,2}\1\d{2,4}/;

/** Why a date and a time of day cannot be, or undefined. */
function impossible([, year, month, day, hour, minute, second]: RegExpExecArray): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (m < 1 || m > 12) return `there is no month ${m}`;
  if (d < 1 || d > daysIn(y, m))
    return `there is no ${d} ${MONTHS[m - 1] ?? ''}${m === 2 && d === 29 ? ` in ${y}` : ''}`;
  if (Number(hour ?? 0) > 23) return `there is no hour ${Number(hour)}`;
  if (Number(minute ?? 0) > 59) return `there is no minute ${Number(minute)}`;
  if (Number(second ?? 0) > 59) return `there is no second ${Number(second)}`;
  return undefined;
}

const ambiguousOrder = (written: string): string | undefined =>
  DIVIDED_DATE.test(written)
    ? 'day and month can be confused in this form; the year comes first, as in 2026-03-09'
    : undefined;

/**
 * A calendar day, `2026-03-09`, kept as text; other orders are declared, `day('DD.MM.YYYY')`, and come out the same.
 *
 * @throws RangeError for a format that does not say year, month and day
 */
export const day = (format?: string): Field<string> => {
  const form = format === undefined ? undefined : dateFormat(format);
  return textField('a date', (text) => {
    const written = form ? form.read(text) : text;
    if (written === undefined) return refuse(`a date such as ${form?.example ?? ''} is expected`);
    const match = ONLY_DATE.exec(written);
    if (match === null) return refuse(ambiguousOrder(written) ?? 'a date such as 2026-03-09 is expected');
    const why = impossible(match);
    return why === undefined ? written : refuse(why);
  });
};

/** An instant with its offset, `2026-03-09T14:05:00-04:00` or `…Z`. */
export const instant = (): Field<Date> =>
  textField('a time with its offset', (written) => {
    const match = WITH_OFFSET.exec(written) ?? LOCAL.exec(written) ?? ONLY_DATE.exec(written);
    if (match === null)
      return refuse(
        ambiguousOrder(written) ?? 'a time with its offset from UTC is expected, such as 2026-03-09T14:05:00-04:00',
      );
    const why = impossible(match);
    if (why !== undefined) return refuse(why);
    if (!WITH_OFFSET.test(written)) {
      return refuse(
        ONLY_DATE.test(written)
          ? 'this is a day without a time of day; an instant is expected'
          : 'the offset from UTC is missing, so the moment cannot be told; if the zone of the export is known, read the column with localTime(zone)',
      );
    }
    const time = new Date(written.replace(' ', 'T'));
    return Number.isNaN(time.getTime()) ? refuse('there is no such offset from UTC') : time;
  });

/**
 * A local time of a zone, `2026-03-09 14:05`; another order is declared, `localTime(zone, 'DD.MM.YYYY HH:mm')`.
 * One that the change to summer time skips, or that occurs twice, is refused.
 *
 * @throws RangeError for an unknown zone, or a format that does not say year, month and day
 */
export function localTime(zone: string, format?: string): Field<Date> {
  const form = format === undefined ? undefined : dateFormat(format);
  const calendar = createCalendar({
    timeZone: zone,
    workingDays: [1],
    hours: { from: '00:00', to: '24:00' },
    holidays: [],
  });
  return textField('a local time', (text) => {
    const written = form ? form.read(text) : text;
    if (written === undefined) return refuse(`a local time such as ${form?.example ?? ''} is expected`);
    const match = LOCAL.exec(written);
    if (match === null) {
      const exact = WITH_OFFSET.test(written)
        ? 'the time carries an offset; read the column with instant()'
        : undefined;
      return refuse(exact ?? ambiguousOrder(written) ?? 'a local time such as 2026-03-09 14:05 is expected');
    }
    const why = impossible(match);
    if (why !== undefined) return refuse(why);
    const [earlier, later] = (['earlier', 'later'] as const).map((which) => calendar.parseLocal(written, which));
    if (earlier !== undefined && earlier === later) return new Date(earlier);
    const skipped =
      earlier !== undefined && calendar.formatLocal(earlier).slice(0, 16) !== written.replace('T', ' ').slice(0, 16);
    return refuse(
      skipped
        ? `the clocks in ${zone} go forward over this time, so it never was; get the export with offsets`
        : `the clocks in ${zone} go back and this time occurs twice; get the export with offsets`,
    );
  });
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar, elapsedHours, parseInstant } from '../../src/core/calendar.ts';

const options = {
  timeZone: 'America/New_York',
  workingDays: [1, 2, 3, 4, 5],
  hours: { from: '09:00', to: '17:00' },
  holidays: [{ date: '2026-03-17', name: 'Founders’ day' }],
};
const newYork = createCalendar(options);
const berlin = createCalendar({ ...options, timeZone: 'Europe/Berlin', holidays: [] });
// Half-hour zones, and a change of the clock by 30 minutes.
const lordHowe = createCalendar({ ...options, timeZone: 'Australia/Lord_Howe', holidays: [] });
// Its clocks go forward at midnight, so 6 September 2026 starts at 01:00.
const santiago = createCalendar({ ...options, timeZone: 'America/Santiago', holidays: [] });

const at = parseInstant;
const iso = (instant: number) => new Date(instant).toISOString();

describe('parseInstant', () => {
  test.each([
    ['2026-03-08T09:30:00-05:00', '2026-03-08T14:30:00.000Z'],
    ['2026-03-08 14:30Z', '2026-03-08T14:30:00.000Z'],
    ['2026-03-08T14:30:15.250Z', '2026-03-08T14:30:15.250Z'],
    ['2026-03-08T14:30:00+12:45', '2026-03-08T01:45:00.000Z'],
  ])('%s', (text, expected) => {
    expect(iso(parseInstant(text))).toBe(expected);
  });

  test('asks for the offset', () => {
    expect(() => parseInstant('2026-03-08T09:30')).toThrow(
      '"2026-03-08T09:30" lacks its offset from UTC: write "2026-03-08T09:30Z" or "2026-03-08T09:30-05:00".',
    );
  });

  test.each(['', '2026-02-30T09:30Z', '2026-03-08T25:00Z', '8/3/2026 09:30', '2026-03-08', '1772980200000'])(
    'refuses %j',
    (text) => {
      expect(() => parseInstant(text)).toThrow(`was expected, found "${text}".`);
    },
  );
});

describe('parseLocal', () => {
  test('reads the zone, not the machine', () => {
    expect(iso(newYork.parseLocal('2026-03-06 09:30'))).toBe('2026-03-06T14:30:00.000Z');
    expect(iso(newYork.parseLocal('2026-03-09T09:30:15'))).toBe('2026-03-09T13:30:15.000Z');
  });

  test('refuses a time that the clocks skip', () => {
    expect(() => newYork.parseLocal('2026-03-08 02:30')).toThrow(
      '"2026-03-08 02:30" does not exist in America/New_York: the clocks go forward from -05:00 over it to -04:00. Export the time with its offset.',
    );
    expect(() => berlin.parseLocal('2026-03-29 02:00')).toThrow('does not exist in Europe/Berlin');
    expect(iso(berlin.parseLocal('2026-03-29 03:00'))).toBe('2026-03-29T01:00:00.000Z');
  });

  test('refuses a time that occurs twice, unless told which', () => {
    expect(() => newYork.parseLocal('2026-11-01 01:30')).toThrow(
      '"2026-11-01 01:30" occurs twice in America/New_York, at -04:00 and again at -05:00, because the clocks go back. Export the time with its offset, or say "earlier" or "later".',
    );
    expect(iso(newYork.parseLocal('2026-11-01 01:30', 'earlier'))).toBe('2026-11-01T05:30:00.000Z');
    expect(iso(newYork.parseLocal('2026-11-01 01:30', 'later'))).toBe('2026-11-01T06:30:00.000Z');
    expect(iso(newYork.parseLocal('2026-11-01 02:00'))).toBe('2026-11-01T07:00:00.000Z');
  });

  test.each(['2026-03-32 09:00', '2026-03-08', '2026-03-08 9:00', '2026-03-08T09:00Z', ''])('refuses %j', (text) => {
    expect(() => newYork.parseLocal(text)).toThrow(
      `A local time such as "2026-03-08 09:30" was expected, found "${text}".`,
    );
  });

  test('formatLocal is its inverse', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 29_000_000, max: 30_000_000 }),
        fc.constantFrom(newYork, berlin, lordHowe),
        (minute, calendar) => {
          const instant = minute * 60_000;
          const text = calendar.formatLocal(instant);
          expect([calendar.parseLocal(text, 'earlier'), calendar.parseLocal(text, 'later')]).toContain(instant);
        },
      ),
    );
    expect(newYork.formatLocal(new Date(at('2026-03-08T07:00:00Z')))).toBe('2026-03-08 03:00');
    expect(newYork.formatLocal(at('2026-03-08T06:59:59Z'))).toBe('2026-03-08 01:59:59');
  });
});

describe('deadlines', () => {
  test('end of the third business day after the local day of the start', () => {
    // Thursday evening; the weekend holds the change of the clock.
    expect(iso(newYork.deadlineEndOfDay(at('2026-03-05T23:30:00-05:00'), 3))).toBe('2026-03-11T04:00:00.000Z');
    // A holiday on the way, and a start on Saturday.
    expect(newYork.deadlineEndOfDay(at('2026-03-14T10:00:00-04:00'), 3)).toBe(at('2026-03-20T00:00:00-04:00'));
    // 20:00 of the 27th in New York is the 28th in UTC; the local day decides.
    expect(newYork.deadlineEndOfDay(new Date('2026-03-28T00:00:00Z'), 1)).toBe(at('2026-03-31T00:00:00-04:00'));
    expect(berlin.deadlineEndOfDay(at('2026-03-27T12:00:00+01:00'), 1)).toBe(at('2026-03-31T00:00:00+02:00'));
  });

  test('a day that starts at 01:00 ends the one before at that moment', () => {
    expect(iso(santiago.endOfDay('2026-09-05'))).toBe('2026-09-06T04:00:00.000Z');
    expect(santiago.formatLocal(santiago.endOfDay('2026-09-05'))).toBe('2026-09-06 01:00');
  });

  test('same local time, whatever the clocks did', () => {
    expect(newYork.deadlineSameTime(at('2026-03-06T15:00:00-05:00'), 1)).toBe(at('2026-03-09T15:00:00-04:00'));
    expect(newYork.deadlineSameTime(at('2026-03-07T12:00:00-05:00'), 1)).toBe(at('2026-03-09T12:00:00-04:00'));
    expect(newYork.deadlineSameTime(at('2026-03-13T12:00:00-04:00'), 3)).toBe(at('2026-03-19T12:00:00-04:00'));
  });

  test('a skipped time moves on by the gap, a double one is the first', () => {
    const daily = createCalendar({ ...options, workingDays: [1, 2, 3, 4, 5, 6, 7] });
    expect(daily.deadlineSameTime(at('2026-03-07T02:30:00-05:00'), 1)).toBe(at('2026-03-08T03:30:00-04:00'));
    expect(daily.deadlineSameTime(at('2026-10-31T01:30:00-04:00'), 1)).toBe(at('2026-11-01T01:30:00-04:00'));
  });
});

describe('hours', () => {
  test('elapsed hours count the missing and the double hour', () => {
    const midnights = (calendar: typeof newYork, date: string, next: string) =>
      calendar.elapsedHours(calendar.parseLocal(`${date} 00:00`), calendar.parseLocal(`${next} 00:00`));
    expect(midnights(newYork, '2026-03-08', '2026-03-09')).toBe(23);
    expect(midnights(newYork, '2026-11-01', '2026-11-02')).toBe(25);
    expect(midnights(berlin, '2026-03-29', '2026-03-30')).toBe(23);
    expect(midnights(lordHowe, '2026-04-05', '2026-04-06')).toBe(24.5);
    expect(elapsedHours(new Date(0), 90 * 60_000)).toBe(1.5);
  });

  test.each([
    // Friday 16:00 to Monday 10:00 over the change: one hour each.
    ['2026-03-06 16:00', '2026-03-09 10:00', 2],
    ['2026-03-06 08:00', '2026-03-06 18:00', 8],
    ['2026-03-07 08:00', '2026-03-08 18:00', 0],
    ['2026-03-16 16:00', '2026-03-18 10:00', 2],
    ['2026-03-02 09:00', '2026-03-06 17:00', 40],
    ['2026-03-06 10:15', '2026-03-06 10:45', 0.5],
    ['2026-03-09 10:00', '2026-03-06 16:00', -2],
  ])('office hours from %s to %s are %d', (from, to, expected) => {
    expect(newYork.businessHoursBetween(newYork.parseLocal(from), newYork.parseLocal(to))).toBe(expected);
  });

  test('office hours through the night of the change are the hours that passed', () => {
    const always = createCalendar({
      ...options,
      workingDays: [1, 2, 3, 4, 5, 6, 7],
      hours: { from: '00:00', to: '24:00' },
    });
    expect(always.businessHoursBetween(at('2026-03-08T00:00:00-05:00'), at('2026-03-09T00:00:00-04:00'))).toBe(23);
    expect(always.businessHoursBetween(at('2026-11-01T00:00:00-04:00'), at('2026-11-02T00:00:00-05:00'))).toBe(25);
  });

  test('office hours add up, never fall, and never exceed the hours that passed', () => {
    const minute = fc.integer({ min: 29_540_000, max: 29_580_000 });
    fc.assert(
      fc.property(minute, minute, minute, fc.constantFrom(newYork, berlin, lordHowe), (x, y, z, calendar) => {
        const [a = 0, b = 0, c = 0] = [x, y, z].toSorted((left, right) => left - right).map((value) => value * 60_000);
        const whole = calendar.businessHoursBetween(a, c);
        expect(calendar.businessHoursBetween(a, b) + calendar.businessHoursBetween(b, c)).toBeCloseTo(whole, 9);
        expect(whole).toBeGreaterThanOrEqual(calendar.businessHoursBetween(a, b));
        expect(whole).toBeLessThanOrEqual(calendar.elapsedHours(a, c));
      }),
      { numRuns: 50 },
    );
  });

  test('a later start never has an earlier deadline', () => {
    const minute = fc.integer({ min: 29_540_000, max: 29_580_000 });
    fc.assert(
      fc.property(minute, minute, fc.integer({ min: 0, max: 10 }), (x, y, days) => {
        const [early, late] = [Math.min(x, y) * 60_000, Math.max(x, y) * 60_000];
        expect(newYork.deadlineEndOfDay(late, days)).toBeGreaterThanOrEqual(newYork.deadlineEndOfDay(early, days));
        expect(newYork.deadlineEndOfDay(early, days)).toBeGreaterThan(early);
      }),
      { numRuns: 50 },
    );
  });
});

describe('createCalendar refuses', () => {
  test.each([
    [
      { timeZone: 'America/Nowhere' },
      'An IANA time zone such as "America/New_York" was expected, found "America/Nowhere".',
    ],
    [{ hours: { from: '17:00', to: '09:00' } }, 'Office hours end after they start: found 17:00 to 09:00.'],
    [{ hours: { from: '9', to: '17:00' } }, 'A time of day such as "09:00" was expected, found "9".'],
    [{ workingDays: [] }, 'at least one working day'],
    [{ holidays: [{ date: '2026-02-30', name: 'none' }] }, 'found "2026-02-30"'],
  ])('%j', (change, message) => {
    expect(() => createCalendar({ ...options, ...change })).toThrow(message);
  });

  test('an instant that is none', () => {
    expect(() => newYork.localDate(new Date(NaN))).toThrow('An instant was expected, found Invalid Date.');
    expect(() => newYork.elapsedHours(0, NaN)).toThrow('An instant was expected, found NaN.');
  });
});

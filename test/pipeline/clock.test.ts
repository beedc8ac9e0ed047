import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/core/calendar.ts';
import { readClock } from '../../src/pipeline/clock.ts';
import type { ClockLimit } from '../../src/pipeline/clock.ts';
import type { ReadTable } from '../../src/pipeline/define.ts';

interface Row {
  readonly id: string;
  readonly begun: Date | null;
  readonly done: Date | null;
}

const calendar = createCalendar({
  timeZone: 'America/New_York',
  workingDays: [1, 2, 3, 4, 5],
  hours: { from: '09:00', to: '17:00' },
  holidays: [],
});

function tableOf(rows: readonly Row[]): ReadTable<Row> {
  return {
    id: 'records',
    scope: 'sample',
    key: 'id',
    rows,
    get arquero(): never {
      throw new Error('no clock needs it');
    },
    where: (keep) => tableOf(rows.filter(keep)),
  };
}

// Friday, 6 March 2026, 15:00 in New York (EST); the clocks go forward on the Sunday after.
const friday = new Date('2026-03-06T20:00:00Z');
const row = (id: string, done: string | null): Row => ({
  id,
  begun: friday,
  done: done === null ? null : new Date(done),
});
const rows = [
  // Monday 14:59 and 15:01, the last instant of Monday, midnight, and open.
  row('before', '2026-03-09T18:59:00Z'),
  row('after', '2026-03-09T19:01:00Z'),
  row('evening', '2026-03-10T03:59:59.999Z'),
  row('midnight', '2026-03-10T04:00:00Z'),
  row('open', null),
];

function kept(limit: ClockLimit, open: 'left out' | 'missed' = 'left out', of: readonly Row[] = rows) {
  const clock = readClock(calendar, tableOf(of), {
    name: 'request',
    start: ({ begun }) => begun,
    stop: ({ done }) => done,
    limit,
    open,
  });
  return { kept: clock.of.rows.filter(clock.kept).map(({ id }) => id), of: clock.of.rows.length, clock };
}

describe('a promise read by a clock', () => {
  test('until the end of a business day: midnight no longer belongs to it', () => {
    expect(kept({ businessDays: 1, until: 'end of day' }).kept).toEqual(['before', 'after', 'evening']);
  });

  test('until the same local time, across the change of clocks', () => {
    expect(kept({ businessDays: 1, until: 'same time' }).kept).toEqual(['before']);
  });

  test('in elapsed hours, weekends included; the last instant still counts', () => {
    expect(kept({ hours: 72 }).kept).toEqual(['before', 'after']);
    expect(kept({ hours: 72 }, 'left out', [row('exact', '2026-03-09T20:00:00Z')]).kept).toEqual(['exact']);
  });

  test('an open record is left out, or has missed it', () => {
    expect(kept({ hours: 72 }).of).toBe(4);
    expect(kept({ hours: 72 }, 'missed').of).toBe(5);
    expect(kept({ hours: 72 }, 'missed').kept).not.toContain('open');
  });

  test('says by how much it was missed', () => {
    const { clock } = kept({ hours: 72 });
    expect(rows.map(clock.hoursLate)).toEqual([
      expect.closeTo(-61 / 60, 9),
      expect.closeTo(-59 / 60, 9),
      expect.closeTo(8, 5),
      8,
      null,
    ]);
  });

  test('cannot be read for a row without a start', () => {
    expect(() => kept({ hours: 72 }, 'missed', [{ id: 'r7', begun: null, done: friday }])).toThrow(
      'The clock "request" has no start for the row id r7.',
    );
  });
});

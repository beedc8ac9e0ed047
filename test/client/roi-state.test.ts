import { describe, expect, test } from 'vitest';
import { PUBLISHED } from '../../src/charts/roi-view.ts';
import { readState, withChange, writeState } from '../../src/client/roi-state.ts';
import { model } from '../charts/model.ts';

const read = (...pairs: [string, string][]) => readState(pairs, model, '1.0');

describe('a state in an address', () => {
  test('is read, in any order', () => {
    expect(read(['rounding', 'off'], ['loaded_hour', '72'], ['v', '1.0'])).toEqual({
      state: { changes: { loaded_hour: 72 }, rounding: false },
      notices: [],
    });
  });

  test('a published value is no change', () => {
    expect(read(['loaded_hour', '65']).state).toEqual(PUBLISHED);
  });

  test('what is written is read back', () => {
    const state = { changes: { accounts_per_month: 300, incomplete_share: 0.3 }, rounding: false };
    const pairs = writeState(state, model, '1.0');
    expect(pairs).toEqual([
      ['v', '1.0'],
      ['accounts_per_month', '300'],
      ['incomplete_share', '0.3'],
      ['rounding', 'off'],
    ]);
    expect(readState(pairs, model, '1.0')).toEqual({ state, notices: [] });
  });

  test('as published it writes nothing', () => {
    expect(writeState(PUBLISHED, model, '1.0')).toEqual([]);
  });

  test.each([
    [
      'loaded_hour',
      '99999',
      '"Loaded cost of an hour" goes from $30 an hour to $120 an hour; $99,999 an hour lies outside.',
    ],
    ['loaded_hour', 'NaN', '"Loaded cost of an hour" needs a number, found "NaN".'],
    ['loaded_hour', 'Infinity', '"Loaded cost of an hour" needs a number, found "Infinity".'],
    ['loaded_hour', '0x40', '"Loaded cost of an hour" needs a number, found "0x40".'],
    ['loaded_hour', '', '"Loaded cost of an hour" needs a number, found "".'],
    [
      'loaded_hour',
      '<img src=x onerror=alert(1)>',
      '"Loaded cost of an hour" needs a number, found "<img src=x onerror=alert(1)>".',
    ],
    ['horizon_years', '2.5', '"How far ahead" counts whole years, found 2.5 years.'],
    ['loaded_houre', '72', 'The model has no assumption "loaded_houre". Was "loaded_hour" meant?'],
    ['__proto__', '1', 'The model has no assumption "__proto__".'],
    ['rounding', 'maybe', 'Rounding is either as declared or "off", found "maybe".'],
  ])('%s=%s changes nothing and is explained', (name, value, notice) => {
    expect(read([name, value])).toEqual({ state: PUBLISHED, notices: [notice] });
  });

  test('rubbish beside a good value does not take it along', () => {
    const { state, notices } = read(['loaded_hour', '72'], ['x'.repeat(500), '1']);
    expect(state.changes).toEqual({ loaded_hour: 72 });
    expect(notices[0]?.length).toBeLessThan(100);
  });

  test('another version is said, and its values are taken', () => {
    const { state, notices } = read(['v', '0.9'], ['loaded_hour', '72']);
    expect(state.changes).toEqual({ loaded_hour: 72 });
    expect(notices).toEqual([expect.stringContaining('version 0.9')]);
  });
});

test('a horizon between two years leaves the others in force', () => {
  const { state, notices } = read(['horizon_years', '2.5'], ['loaded_hour', '72.5'], ['preparers', '2.5']);
  expect(state.changes).toEqual({ loaded_hour: 72.5, preparers: 2.5 });
  expect(notices).toHaveLength(1);
});

test('a change back to the published value is gone', () => {
  const changed = withChange(PUBLISHED, model, 'loaded_hour', 72);
  expect(changed.changes).toEqual({ loaded_hour: 72 });
  expect(withChange(changed, model, 'loaded_hour', 65)).toEqual(PUBLISHED);
});

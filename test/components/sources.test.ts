import { describe, expect, test } from 'vitest';
import { cellText } from '../../src/components/cell-text.ts';
import { digestGroups, digestStart } from '../../src/core/digest-groups.ts';
import { askedWith, columnClasses, dayOf, extent } from '../../src/components/sources.ts';

describe('sources', () => {
  test('parameters of a query are told in a phrase', () => {
    expect(askedWith({})).toBe('');
    expect(askedWith({ from: '2026-03-01' })).toBe('with $from = 2026-03-01');
    expect(askedWith({ from: '2026-03-01', late: true, most: null })).toBe(
      'with $from = 2026-03-01, $late = true and $most = NULL',
    );
  });

  test('columns are counted by class, personal ones apart', () => {
    expect(columnClasses({ columns: { a: 'public', b: 'public', c: 'internal', d: 'personal' } })).toEqual({
      text: '2 public, 1 internal,',
      personal: '1 personal',
    });
    expect(columnClasses({ columns: { a: 'public' } })).toEqual({ text: '1 public', personal: undefined });
    expect(columnClasses({ columns: undefined })).toEqual({ text: 'a document', personal: undefined });
  });

  test('the day of extraction is the day where the engagement is', () => {
    expect(dayOf('2026-04-14T01:30:00Z', 'America/New_York')).toBe('2026-04-13');
    expect(dayOf('2026-04-14T01:30:00Z', 'Asia/Tokyo')).toBe('2026-04-14');
  });

  test('extent', () => {
    expect(extent({ rows: 1200 }, 'en-US')).toBe('1,200');
    expect(extent({ rows: undefined }, 'en-US')).toBe('1\u00A0file');
  });

  test('digests are read in groups of eight', () => {
    const digest = '0123456789abcdef'.repeat(4);
    expect(digestGroups(digest)).toHaveLength(8);
    expect(digestGroups(digest).join('')).toBe(digest);
    expect(digestStart(digest)).toBe('01234567');
  });
});

describe('cells', () => {
  const style = { timeZone: 'America/New_York', locale: 'en-US' };
  test.each([
    [null, { type: 'text' }, ''],
    [true, { type: 'boolean' }, 'yes'],
    [69.4333, { type: 'number', unit: 'h' }, '69.4'],
    [31, { type: 'number', unit: 'h' }, '31'],
    ['2026-03-08T07:30:00.000Z', { type: 'time' }, '8 March 2026, 03:30'],
    ['2026-03-08', { type: 'date' }, '8 March 2026'],
    ['<b>', { type: 'text' }, '<b>'],
  ] as const)('%s', (cell, column, text) => {
    expect(cellText(cell, column, style)).toBe(text);
  });
});

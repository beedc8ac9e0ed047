import { describe, expect, test } from 'vitest';
import { parseField, readField } from '../../src/charts/roi-typed.ts';
import type { ModelAssumption } from '../../src/core/roi.ts';
import { model } from './model.ts';

const assumption = (id: string): ModelAssumption => {
  const found = model.assumptions.find((one) => one.id === id);
  if (found === undefined) throw new Error(`The model has no ${id}.`);
  return found;
};
const read = (id: string, text: string, locale = 'en-US') => readField(text, assumption(id), locale);

describe('a number', () => {
  test.each([
    ['18,000', 18000],
    ['18 000', 18000],
    ['28.75', 28.75],
    ['−5', -5],
    ['.5', 0.5],
    ['', undefined],
    ['12e3', undefined],
    ['1.2.3', undefined],
    ['12,5', undefined],
    ['1,2345', undefined],
    ['=1+1', undefined],
  ])('a reader types %j', (text, value) => expect(parseField(text, 'en-US')).toBe(value));

  test.each([
    ['18.000', 18000],
    ['1.234,5', 1234.5],
    ['28,75', 28.75],
    ['12.5', undefined],
    ['1.23', undefined],
  ])('a reader in Germany types %j', (text, value) => expect(parseField(text, 'de-DE')).toBe(value));
});

describe('a field', () => {
  test.each([
    ['incomplete_share', '30%', 0.3],
    ['incomplete_share', '30 %', 0.3],
    ['incomplete_share', '28.75', 0.2875],
    ['rework_minutes', '45 min', 45],
    ['rework_minutes', '45\u00A0min', 45],
    ['review_minutes', '45 min a week', 45],
    ['review_minutes', '45 MIN', 45],
    ['loaded_hour', '$72', 72],
    ['loaded_hour', '72 $', 72],
    ['loaded_hour', '$72 an hour', 72],
    ['loaded_hour', '72 USD', 72],
    ['loaded_hour', 'USD 72.50', 72.5],
    ['price', '$20,000', 20000],
    ['horizon_years', '5 years', 5],
    ['accounts_per_month', '170 a month', 170],
  ])('%s takes its own unit: %j', (id, text, value) => expect(read(id, text)).toEqual({ value }));

  test.each([
    [
      'loaded_hour',
      '12,5',
      '"Loaded cost of an hour" needs a number from $30 an hour to $120 an hour, with a point before decimals; found "12,5".',
    ],
    [
      'price',
      '1e9',
      '"Price of the engagement" needs a number from $0 to $100,000, with a point before decimals; found "1e9".',
    ],
    ['price', '20.000', '"Price of the engagement": "20.000" could mean two numbers. Write "20,000" or "20".'],
    ['price', '$20.125', '"Price of the engagement": "20.125" could mean two numbers. Write "20,125" or "20.1250".'],
    [
      'loaded_hour',
      '45 min',
      '"Loaded cost of an hour" needs a number from $30 an hour to $120 an hour, with a point before decimals; found "45 min".',
    ],
  ])('%s refuses %j', (id, text, fault) => expect(read(id, text)).toEqual({ fault }));

  test('the other way round in Germany', () => {
    expect(read('price', '20.000', 'de-DE')).toEqual({ value: 20000 });
    expect(read('price', '20.000 $', 'de-DE')).toEqual({ value: 20000 });
    expect(read('price', '20,000', 'de-DE')).toEqual({
      fault: '"Price of the engagement": "20,000" could mean two numbers. Write "20.000" or "20".',
    });
    expect(read('loaded_hour', '72.5', 'de-DE')).toMatchObject({
      fault: expect.stringContaining('a comma before') as string,
    });
  });

  test('what it offers is taken', () => {
    expect(read('price', '20.1250')).toEqual({ value: 20.125 });
    expect(read('price', '0.125')).toEqual({ value: 0.125 });
    expect(readField('20.125', { ...assumption('price'), step: 0.125 }, 'en-US')).toEqual({ value: 20.125 });
  });
});

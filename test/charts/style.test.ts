import { expect, test } from 'vitest';
import { textWidth, wrap } from '../../src/charts/style.ts';

test('a label breaks at blanks, and no line is wider than its room', () => {
  const lines = wrap('A daily list above 12 hours names 27, all 19 late ones among them', 180, 15).split('\n');
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(textWidth(line, 15)).toBeLessThanOrEqual(180);
  expect(lines.join(' ')).toBe('A daily list above 12 hours names 27, all 19 late ones among them');
});

test('a word that is wider than its room stays whole, and breaks of the author stay', () => {
  expect(wrap('unbreakable', 10, 15)).toBe('unbreakable');
  expect(wrap('one\ntwo', 500, 15)).toBe('one\ntwo');
});

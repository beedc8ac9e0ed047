import { describe, expect, it } from 'vitest';
import { findComparisons } from '../../../src/pipeline/prose/comparisons.ts';

describe('findComparisons', () => {
  it.each([
    ['more than twice as long', ['twice']],
    ['Volume doubled, then tripled.', ['doubled', 'tripled']],
    ['More than half of them and half the rest', ['More than half', 'half']],
    ['a third of accounts, two thirds of hours', ['a third', 'two thirds']],
    ['nearly one account in four', ['nearly one account in four']],
    ['1 in every 5 records', ['1 in every 5']],
    ['almost all, nearly none', ['almost all', 'nearly none']],
    ['Most records and most of the hours', ['Most', 'most']],
    ['the vast majority, a minority', ['the vast majority', 'a minority']],
  ])('finds them in "%s"', (text, found) => {
    expect(findComparisons(text).map((comparison) => comparison.text)).toEqual(found);
  });

  it.each([
    'at most, the most, foremost',
    'the third retry of a quarter',
    'rounded half up, halfway',
    'the list that matters most',
    'one of them, one a day',
    'nearly there',
  ])('leaves "%s" alone', (text) => {
    expect(findComparisons(text)).toEqual([]);
  });

  it('says where each begins', () => {
    expect(findComparisons('It took twice as long').map(({ index }) => index)).toEqual([8]);
  });
});

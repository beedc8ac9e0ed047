import { describe, expect, test } from 'vitest';
import { fileAddress, pageAddress } from '../../src/components/address.ts';

describe('addresses', () => {
  test.each([
    ['index', 'index', 'index.html'],
    ['index', 'findings/late', 'findings/late/index.html'],
    ['roi', 'index', '../index.html'],
    ['findings/late', 'roi', '../../roi/index.html'],
    ['findings/late', 'findings/other', '../../findings/other/index.html'],
  ])('from %s to %s names the file', (from, to, address) => {
    expect(pageAddress(from, to)).toBe(address);
  });

  test('an anchor on the same page is a bare hash', () => {
    expect(pageAddress('evidence', 'evidence', 'fact-wait.late')).toBe('#fact-wait.late');
    expect(pageAddress('index', 'evidence', 'fact-wait.late')).toBe('evidence/index.html#fact-wait.late');
  });

  test('files are found from any depth', () => {
    expect(fileAddress('index', 'data/a.csv')).toBe('data/a.csv');
    expect(fileAddress('findings/late', 'data/a.csv')).toBe('../../data/a.csv');
  });
});

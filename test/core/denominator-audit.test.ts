import { describe, expect, test } from 'vitest';
import { auditPercentage, auditSentences } from '../../src/core/denominator-audit.ts';

const claim = { percent: 82, of: 80, published: '82%' };

describe('the denominator of a published percentage', () => {
  test('82% of 80 is out of reach by half up alone', () => {
    const audit = auditPercentage(claim);
    expect(audit.reachable).toBe(false);
    expect(audit.rules.map(({ rule, counts }) => [rule, counts.map(({ count }) => count)])).toEqual([
      ['half-up', []],
      ['half-even', [66]],
      ['truncate', [66]],
    ]);
    expect(audit.nearest).toEqual([
      { count: 65, percent: 81.25 },
      { count: 66, percent: 82.5 },
    ]);
    expect(auditSentences(claim, 'en-US')).toEqual([
      'No count of 80 gives 82% under rounding half up; 66 of 80 gives 82% under half to even and truncation.',
      'Nearest: 65 (81.25%) and 66 (82.50%).',
    ]);
  });

  test('the places of the printed figure count', () => {
    expect(auditPercentage({ percent: 82, of: 77, published: '82%' }).reachable).toBe(true);
    expect(auditPercentage({ percent: 82, of: 77, published: '82.0%' }).reachable).toBe(false);
    expect(auditPercentage({ percent: 81.8, of: 77, published: '81.8%' }).reachable).toBe(true);
  });

  test('a figure that every rule reaches is said once', () => {
    expect(auditSentences({ percent: 50, of: 2, published: '50%' }, 'en-US')).toEqual([
      '1 of 2 gives 50% under rounding half up, half to even and truncation.',
    ]);
  });

  // Every percentage without places is a count of a hundred, and agrees with plain arithmetic.
  test.each([1, 3, 7, 80, 100])('agrees with plain arithmetic for a sample of %i', (of) => {
    for (let percent = 0; percent <= 100; percent += 1) {
      const plain = Array.from({ length: of + 1 }, (_, count) => count).some(
        (count) => Math.floor((200 * count + of) / (2 * of)) === percent,
      );
      expect(auditPercentage({ percent, of, published: `${percent}%` }).reachable).toBe(plain);
    }
  });
});

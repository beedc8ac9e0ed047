import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorOn, formatAddress, parseAddress } from '../../src/client/address.ts';

describe('addresses', () => {
  test.each([
    [
      '#/roi?loaded_hour=72&rounding=off',
      {
        path: 'roi',
        anchor: '',
        pairs: [
          ['loaded_hour', '72'],
          ['rounding', 'off'],
        ],
      },
    ],
    ['#/findings/timer/fact-handoff.late_24h', { path: 'findings/timer/fact-handoff.late_24h', anchor: '', pairs: [] }],
    ['#fact-handoff.late_24h', { path: '', anchor: 'fact-handoff.late_24h', pairs: [] }],
    ['', { path: '', anchor: '', pairs: [] }],
    [
      '#/roi/?a=b=c&&d',
      {
        path: 'roi',
        anchor: '',
        pairs: [
          ['a', 'b=c'],
          ['d', ''],
        ],
      },
    ],
    ['#/%E0%A4%A', { path: '%E0%A4%A', anchor: '', pairs: [] }],
  ])('%s', (hash, address) => {
    expect(parseAddress(hash)).toEqual(address);
  });

  test('what is written is read back, markup and separators included', () => {
    const word = fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' });
    const path = word.map((text) => text.replaceAll('/', 'p'));
    fc.assert(
      fc.property(path, fc.array(fc.tuple(word, word), { maxLength: 4 }), (text, pairs) => {
        const address = { path: text, anchor: '', pairs };
        expect(parseAddress(formatAddress(address))).toEqual(address);
      }),
    );
  });

  test('an empty address is nothing', () => {
    expect(formatAddress({ path: '', anchor: '', pairs: [] })).toBe('');
    expect(formatAddress({ path: '', anchor: 'rounding', pairs: [] })).toBe('#rounding');
  });

  test('the anchor on a page', () => {
    expect(anchorOn('findings/timer', parseAddress('#/findings/timer/check'))).toBe('check');
    expect(anchorOn('roi', parseAddress('#/roi'))).toBe('');
    expect(anchorOn('roi', parseAddress('#working'))).toBe('working');
    expect(anchorOn('roi', parseAddress('#/roi-other/x'))).toBeUndefined();
  });
});

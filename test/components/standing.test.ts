import { expect, test } from 'vitest';
import { standingSentence } from '../../src/components/standing.ts';

test('a standing gives the numbers that decided it, or those that did not', () => {
  const both = { supported_if: '23% > 37%', refuted_if: '42% at most 25%' };
  expect(standingSentence({ status: 'open' })).toBe('Open: no record can answer it yet.');
  expect(standingSentence({ status: 'open', ...both })).toBe(
    'Open, because neither holds: 23% > 37%, which would support it; 42% at most 25%, which would refute it.',
  );
  expect(standingSentence({ status: 'supported', ...both })).toBe('Supported: 23% > 37%.');
  expect(standingSentence({ status: 'refuted', ...both })).toBe('Refuted: 42% at most 25%.');
});

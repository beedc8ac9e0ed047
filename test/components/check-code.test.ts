import { expect, test } from 'vitest';
import { checkView } from '../../src/components/check-code.ts';
import { sampleBundle } from './bundle.ts';

test('the lines that state facts are those of this check alone', () => {
  const view = checkView(sampleBundle(), 'delay');
  expect([...view.states]).toEqual([2]);
  expect(view.code).toBe('one\ntwo');
  expect(view.digests).toEqual(['0123456789abcdef'.repeat(4)]);
});

test('an unknown check is refused', () => {
  expect(() => checkView(sampleBundle(), 'none')).toThrow('There is no check "none"');
});

import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/core/nearest.ts';

const FACTS = ['handoff.late_24h', 'handoff.late_48h', 'billing.incomplete', 'retries.unowned'];

describe('nearest', () => {
  it.each([
    ['handof.late_24h', 'handoff.late_24h'],
    ['late_48h', 'handoff.late_48h'],
    ['Billing.Incomplete', 'billing.incomplete'],
    ['billing-incomplete', 'billing.incomplete'],
    ['billing.incmoplete', 'billing.incomplete'],
    ['retries', 'retries.unowned'],
    ['something.else', undefined],
    ['', undefined],
  ])('takes %s for %s', (word, name) => {
    expect(nearest(word, FACTS)).toBe(name);
  });

  it('takes the first of equally near names, whatever their order', () => {
    expect(nearest('handoff.late_28h', FACTS.toReversed())).toBe('handoff.late_24h');
  });
});

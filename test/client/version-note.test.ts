import { expect, test } from 'vitest';
import { noteLines } from '../../src/client/version-note.ts';
import { model } from '../charts/model.ts';

const lines = (changes: Record<string, number>, rounding = true) =>
  noteLines({ model, version: '1.0' }, { changes, rounding });

test('money is written as money, with what is published, payback and present value', () => {
  const [head, changed, sums = ''] = lines({ loaded_hour: 72, price: 20_000 });
  expect(head).toContain('saved from version 1.0 of this report; not the published one');
  expect(changed).toBe(
    'Changed: Loaded cost of an hour $72 an hour, published $65 an hour; Price of the engagement $20,000, published $0.',
  );
  expect(sums).toMatch(/^Comes to: Labour \$53,136, published \$47,970; Present value, 3 years at 10%: \$/);
  expect(sums).toMatch(/ before any price; Price and costs paid back: after .*months, published Highest price/);
});

test('what does not move is left out', () => {
  expect(lines({ revenue_per_account: 20_000 })[2]).toMatch(
    /^Comes to: Revenue protection, a scenario \$128,000, published \$115,200\.$/,
  );
  expect(lines({ at_risk_share: 0.1 })).toHaveLength(2);
  expect(lines({}, false)[1]).toBe('Changed: rounding switched off.');
});

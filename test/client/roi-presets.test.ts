import { expect, test } from 'vitest';
import { presetState } from '../../src/charts/roi-comparison.ts';
import { PUBLISHED } from '../../src/charts/roi-view.ts';
import { begun } from '../../src/client/roi-presets.ts';
import { model } from '../charts/model.ts';

test('from the published version a preset is the column of its name', () => {
  for (const side of ['conservative', 'upside'] as const)
    expect(begun(model, PUBLISHED, side).state).toEqual(presetState(model, side));
});

test('what a preset does not speak of stays the reader’s, and is said', () => {
  const state = { changes: { price: 25_000, horizon_years: 5, loaded_hour: 90 }, rounding: false };
  const { state: next, text } = begun(model, state, 'conservative');
  expect(next).toEqual({
    changes: { ...presetState(model, 'conservative').changes, price: 25_000, horizon_years: 5 },
    rounding: false,
  });
  expect(next.changes).toMatchObject({ loaded_hour: 55 });
  expect(text).toBe(
    'Every assumption of the results stands at its cautious end. As you had set it: Price, Horizon, Rounding.',
  );
});

test('an assumption whose end is published goes back to it', () => {
  const end = model.assumptions.map((one) => (one.id === 'loaded_hour' ? { ...one, low: one.value } : one));
  const { state } = begun(
    { ...model, assumptions: end },
    { changes: { loaded_hour: 90 }, rounding: true },
    'conservative',
  );
  expect(state.changes).not.toHaveProperty('loaded_hour');
});

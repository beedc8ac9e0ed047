import { describe, expect, test } from 'vitest';
import { zeroScale } from '../../src/charts/scale.ts';

describe('zeroScale', () => {
  test('counts hours in parts and multiples of a day', () => {
    expect(zeroScale(69.4, 'h', 7)).toEqual({ end: 72, ticks: [0, 12, 24, 36, 48, 60, 72] });
    expect(zeroScale(139, 'h', 8)).toEqual({ end: 144, ticks: [0, 24, 48, 72, 96, 120, 144] });
    expect(zeroScale(5, 'h', 6).ticks).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('counts anything else in steps that people say', () => {
    expect(zeroScale(130_000, '', 6)).toEqual({
      end: 150_000,
      ticks: [0, 25_000, 50_000, 75_000, 100_000, 125_000, 150_000],
    });
    expect(zeroScale(0.7, '', 4).ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
  });

  test('ends on the value itself where that is a tick', () => {
    expect(zeroScale(72, 'h', 6).end).toBe(72);
    expect(zeroScale(100, '', 5).end).toBe(100);
  });

  test('has a scale even for nothing at all', () => {
    expect(zeroScale(0, 'h', 5)).toEqual({ end: 1, ticks: [0, 1] });
  });
});

import { describe, expect, test } from 'vitest';
import { SCALE_WIDTH, flips, rivalReadings } from '../../src/components/rival-readings.ts';
import { sampleBundle } from './bundle.ts';

const bundle = sampleBundle();
const page = 'content/sample/findings/late.mdx';

describe('rival readings', () => {
  test('tell which records another reading judges otherwise, both ways', () => {
    const { readings } = rivalReadings(bundle, page, ['wait.late', 'wait.early'], 'wait.early');
    expect(readings.map(({ fact, gained, lost }) => [fact.id, gained, lost])).toEqual([
      ['wait.late', ['r1', 'r2'], []],
      ['wait.early', [], []],
    ]);
    const [, early] = rivalReadings(bundle, page, ['wait.late', 'wait.early'], 'wait.late').readings;
    expect(early?.lost).toEqual(['r1', 'r2']);
  });

  test('stand on one scale that holds every bound', () => {
    const { readings, scale } = rivalReadings(bundle, page, ['wait.late', 'wait.early'], 'wait.late');
    expect(scale.ticks.at(-1)?.value).toBe(1);
    for (const { at, from, to } of readings) {
      for (const place of [at, from!, to!]) {
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThanOrEqual(SCALE_WIDTH);
      }
    }
    expect(readings[0]!.at).toBeGreaterThan(readings[1]!.at);
  });

  test('list what flips, the largest amount first', () => {
    const { rows, by } = flips(bundle, page, { fact: 'wait.late', by: 'wait' });
    expect(by.unit).toBe('h');
    expect(rows.map(({ key, amount }) => [key, amount])).toEqual([
      ['r1', 30],
      ['r2', 25.5],
    ]);
  });

  test('refuse a fact that is not there, and an amount that is not public', () => {
    expect(() => rivalReadings(bundle, page, ['wait.other'], 'wait.late')).toThrow('there is no fact "wait.other"');
    expect(() => flips(bundle, page, { fact: 'wait.late', by: 'note' })).toThrow('no public number');
  });
});

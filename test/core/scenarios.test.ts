import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileRoi } from '../../src/core/roi-compile.ts';
import { totalFormula } from '../../src/core/roi-total.ts';
import { decodeScenario, encodeScenario, preset } from '../../src/core/scenarios.ts';
import { facts, onboarding } from './roi-fixture.ts';

const labour = totalFormula(compileRoi(onboarding(), facts), 'labour', { rounding: false });

describe('presets', () => {
  test('the cautious version stands at every end that gives less, the generous one at every other', () => {
    const [low, high] = [preset(labour, 'conservative'), preset(labour, 'upside')];
    expect(low).toMatchObject({ accounts: 120, handling: 20, incomplete: 0.19 });
    expect(high).toMatchObject({ accounts: 240, handling: 50, incomplete: 0.4 });
    // ((120 × 19 % × 20 min) + (120 × 1 % × 1 h)) × 12 × 55, (1 × 20 min × 52 + 2 × 4 × 2 h) × 55
    expect(labour.value(low)).toBeCloseTo((7.6 + 1.2) * 12 * 55 + (52 / 3 + 16) * 55, 6);
    expect(labour.value(high)).toBeGreaterThan(labour.value({}));
  });
});

describe('the code of a scenario', () => {
  const code = encodeScenario('onboarding', '1.0.0', [
    ['loaded_hour', '72'],
    ['rounding', 'off'],
  ]);

  test('is short and readable', () => {
    expect(code).toMatch(/^roi1\/onboarding\/1\.0\.0\/loaded_hour=72;rounding=off\/[0-9a-z]{7}$/);
  });

  test('comes back, also through a mail that broke the line', () => {
    const read = {
      version: '1.0.0',
      pairs: [
        ['loaded_hour', '72'],
        ['rounding', 'off'],
      ],
    };
    expect(decodeScenario(code, 'onboarding')).toEqual(read);
    expect(decodeScenario(` ${code.slice(0, 20)}\r\n  ${code.slice(20)}\n`, 'onboarding')).toEqual(read);
    expect(decodeScenario(encodeScenario('onboarding', '1.0.0', []), 'onboarding')).toEqual({
      version: '1.0.0',
      pairs: [],
    });
  });

  test('comes back whatever names and values hold', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(text, text, fc.array(fc.tuple(text, text)), (engagement, version, pairs) => {
        expect(decodeScenario(encodeScenario(engagement, version, pairs), engagement)).toEqual({ version, pairs });
      }),
    );
  });

  test('is refused with any one character changed, left out or added', () => {
    fc.assert(
      fc.property(fc.nat(code.length - 1), fc.constantFrom('7', '8', 'a', 'z', '/', '=', ';', ''), (place, sign) => {
        const other = code.slice(0, place) + sign + code.slice(place + 1);
        if (other === code) return;
        expect(decodeScenario(other, 'onboarding')).toHaveProperty('fault');
      }),
    );
  });

  test.each([
    ['', 'the field is empty'],
    ['hello', 'begins with "roi1/"; this begins with "hello"'],
    ['roi9/onboarding/1.0.0//0000000', 'has the format "roi9"'],
    [code.slice(0, -8), 'the end or a piece of it is missing'],
    [code.replace('72', '27'), 'something in it was changed or lost'],
    [encodeScenario('other', '1.0.0', []), 'belongs to the report "other"; this is "onboarding"'],
  ])('%s is explained', (text, fault) => {
    expect(decodeScenario(text, 'onboarding')).toEqual({ fault: expect.stringContaining(fault) as string });
  });
});

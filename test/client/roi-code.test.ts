import { expect, test } from 'vitest';
import { readCode, scenarioCode } from '../../src/client/roi-code.ts';
import { roiJson } from '../../src/client/roi-json.ts';
import { encodeScenario } from '../../src/core/scenarios.ts';
import { model } from '../charts/model.ts';

const owner = { model, engagement: 'onboarding', version: '1.0' };
const state = { changes: { loaded_hour: 72, incomplete_share: 0.3 }, rounding: false };

test('a version comes back from its code, which names the version of the report once', () => {
  const code = scenarioCode(owner, state);
  expect(code).toContain('/1.0/loaded_hour=72;incomplete_share=0.3;rounding=off/');
  expect(readCode(code, owner)).toEqual({ state, notices: [] });
});

test('a code of another version of the report is taken and said to be one', () => {
  expect(readCode(scenarioCode({ ...owner, version: '0.9' }, state), owner)).toEqual({
    state,
    notices: ['It was made with version 0.9 of this report; this is version 1.0.'],
  });
});

test('absurd values with a good checksum are explained and left out', () => {
  const code = encodeScenario('onboarding', '1.0', [
    ['loaded_hour', '7000000'],
    ['rework_minutes', '30'],
    ['salary', '1'],
  ]);
  const read = readCode(code, owner);
  expect(read).toMatchObject({ state: { changes: { rework_minutes: 30 }, rounding: true } });
  expect('notices' in read && read.notices.join(' ')).toMatch(/lies outside.*no assumption "salary"/);
});

test('JSON holds published and own values side by side', () => {
  const json = JSON.parse(roiJson(owner, { changes: { loaded_hour: 72 }, rounding: true })) as Record<string, unknown>;
  expect(json).toMatchObject({ engagement: 'onboarding', version: '1.0', rounding: true });
  expect(json['assumptions']).toContainEqual(expect.objectContaining({ id: 'loaded_hour', published: 65, value: 72 }));
  expect(json['totals']).toContainEqual(expect.objectContaining({ id: 'labour', published: 47970, value: 738 * 72 }));
});

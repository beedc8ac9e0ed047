import { expect, test } from 'vitest';
import { MOST_KEPT, keptVersions } from '../../src/client/roi-kept.ts';
import { encodeScenario } from '../../src/core/scenarios.ts';
import { model } from '../charts/model.ts';

/** As much of a Storage as is used. */
function storage(limit = Infinity): Storage {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > limit) throw new DOMException('full', 'QuotaExceededError');
      held.set(key, value);
    },
  } as unknown as Storage;
}

const state = (hour: number) => ({ changes: { loaded_hour: hour }, rounding: true });
const versions = (store: () => Storage) => keptVersions({ model, engagement: 'onboarding', version: '1.0' }, store);

test('what is kept is there the next time', () => {
  const store = storage();
  const kept = versions(() => store);
  expect(kept.keep(' Board ', state(72))).toBeUndefined();
  expect(kept.keep('Board', state(75))).toBeUndefined();
  expect(kept.keep('Caution', state(55))).toBeUndefined();
  expect(kept.forget('Caution')).toBeUndefined();
  expect(versions(() => store).list).toMatchObject([{ name: 'Board', state: state(75), notices: [] }]);
});

test('a version needs a name, and there is room for four', () => {
  const store = storage();
  const kept = versions(() => store);
  expect(kept.keep('  ', state(72))).toContain('Give the version a name');
  for (let index = 0; index < MOST_KEPT; index += 1) expect(kept.keep(`v${index}`, state(60 + index))).toBeUndefined();
  expect(kept.keep('one more', state(80))).toContain('room for 4 versions');
  expect(kept.keep('v0', state(80))).toBeUndefined();
  expect(kept.list).toHaveLength(MOST_KEPT);
});

test.each<[string, () => Storage]>([
  ['full', () => storage(2)],
  [
    'forbidden',
    () => {
      throw new DOMException('denied', 'SecurityError');
    },
  ],
])('storage that is %s is explained, and nothing is lost', (_, store) => {
  const kept = versions(store);
  expect(kept.keep('Board', state(72))).toContain('keeps nothing for this page');
  expect(kept.list).toEqual([]);
});

test.each(['{', '7', '[7, {"name": "x"}]', '[{"name": "x", "code": "roi1/onboarding/1.0/loaded_hour=72/0000000"}]'])(
  'what cannot be read in the storage is passed over: %s',
  (text) => {
    const store = storage();
    store.setItem('proof onboarding versions', text);
    expect(versions(() => store).list).toEqual([]);
  },
);

test('two tabs do not lose each other’s versions', () => {
  const store = storage();
  const [one, other] = [versions(() => store), versions(() => store)];
  one.keep('Board', state(72));
  other.keep('Caution', state(55));
  one.forget('nothing');
  expect(one.list.map(({ name }) => name)).toEqual(['Board', 'Caution']);
});

test('what this report cannot read stays in the storage, and what it cannot take is said', () => {
  const store = storage();
  const strange = { name: 'Later', code: 'roi2/onboarding/9.0/x=1/0000000' };
  const code = encodeScenario('onboarding', '0.9', [
    ['loaded_hour', '72'],
    ['salary', '1'],
  ]);
  store.setItem('proof onboarding versions', JSON.stringify([strange, { name: 'Old', code }]));
  const kept = versions(() => store);
  expect(kept.list).toMatchObject([{ name: 'Old', state: state(72) }]);
  expect(kept.list[0]?.notices.join(' ')).toMatch(/version 0\.9.*no assumption "salary"/);
  kept.keep('Board', state(80));
  expect(JSON.parse(store.getItem('proof onboarding versions') ?? '')).toMatchObject([
    strange,
    { name: 'Old', code },
    { name: 'Board' },
  ]);
});

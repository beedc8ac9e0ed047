/** Every kind of input as text of an address, and back; what it cannot take changes nothing. */
import type { Window } from 'happy-dom';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readInput, writeInput } from '../../src/client/input-codec.ts';
import type { Input } from '../../src/client/input-codec.ts';
import { loadLibraries } from '../../src/notebook/libraries.ts';
import type { Libraries } from '../../src/notebook/libraries.ts';
import { createWindow } from '../../src/notebook/window.ts';

let inputs: Libraries['Inputs'];
beforeAll(async () => {
  const window: Window = createWindow(948);
  vi.stubGlobal('Event', window.Event);
  inputs = (await loadLibraries())(window).Inputs;
});

const people = [{ name: 'Ada' }, { name: 'Grace' }];
const named = { label: 'Label', format: ({ name }: { name: string }) => name };

describe('an input', () => {
  const kinds: readonly (readonly [string, () => HTMLElement, string, string, unknown, string])[] = [
    ['range', () => inputs.range([0, 72], { label: 'Label', value: 12, step: 1 }), '12', '24', 24, '500'],
    ['number', () => inputs.number([0, 9], { label: 'Label', value: 1, step: 1 }), '1', '4', 4, 'four'],
    ['select', () => inputs.select(['a', 'b'], { label: 'Label' }), 'a', 'b', 'b', 'c'],
    ['select of numbers', () => inputs.select([1, 2], { label: 'Label' }), '1', '2', 2, '3'],
    ['select of records', () => inputs.select(people, named), '#0', '#1', people[1], '#7'],
    ['radio', () => inputs.radio(['a', 'b'], { label: 'Label', value: 'a' }), 'a', 'b', 'b', 'c'],
    [
      'checkbox',
      () => inputs.checkbox(['a', 'b', 'c'], { label: 'Label', value: ['a'] }),
      'a',
      'b~c',
      ['b', 'c'],
      'a~x',
    ],
    ['checkbox of nothing', () => inputs.checkbox([1, 2], { label: 'Label' }), '', '2', [2], '9'],
    ['toggle', () => inputs.toggle({ label: 'Label', value: true }), 'true', 'false', false, 'perhaps'],
    [
      'date',
      () => inputs.date({ label: 'Label', value: '2026-03-05' }),
      '2026-03-05',
      '2026-04-01',
      new Date('2026-04-01'),
      'soon',
    ],
    ['search', () => inputs.search(['ab', 'bc'], { label: 'Label' }), '', 'bc', ['bc'], ''],
    ['text', () => inputs.text({ label: 'Label', value: 'Ada' }), 'Ada', 'Grace & co', 'Grace & co', 'Ada'],
  ];

  it.each(kinds)('%s goes into an address and comes back', (_, make, published, set, value, absurd) => {
    const input = make() as Input;
    const before = input.value;
    expect(readInput(input)).toBe(published);
    expect(writeInput(input, set, before)).toBe(true);
    expect(readInput(input)).toBe(set);
    expect(JSON.stringify(input.value)).toBe(JSON.stringify(value));
    const free = absurd === published;
    expect(writeInput(input, absurd, before)).toBe(free);
    expect(readInput(input)).toBe(free ? absurd : set);
  });
});

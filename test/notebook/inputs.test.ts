/** Inputs as cells make them: named, with units, and a table that sorts, selects and scrolls. */
import type { Window } from 'happy-dom';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadLibraries } from '../../src/notebook/libraries.ts';
import type { Libraries } from '../../src/notebook/libraries.ts';
import { createWindow } from '../../src/notebook/window.ts';
import { namelessControls } from '../../src/notebook/nameless.ts';

let window: Window;
let inputs: Libraries['Inputs'];
beforeAll(async () => {
  const load = await loadLibraries();
  window = createWindow(948);
  inputs = load(window).Inputs;
});

const all = <E extends Element>(root: Element, selector: string): E[] => [...root.querySelectorAll<E>(selector)];
const change = (element: HTMLElement): boolean =>
  element.dispatchEvent(new window.Event('input', { bubbles: true }) as unknown as Event);

describe('inputs', () => {
  it('have a name, each control of them', () => {
    const made = [
      inputs.range([0, 5], { label: 'Limit', unit: 'hours' }),
      inputs.number([0, 5], { label: 'Limit', unit: 'hours' }),
      inputs.select(['a', 'b'], { label: 'Letter' }),
      inputs.radio(['a', 'b'], { label: 'Letter' }),
      inputs.checkbox(['a', 'b'], { label: 'Letters' }),
      inputs.toggle({ label: 'On' }),
      inputs.date({ label: 'Day' }),
      inputs.search(['a', 'b']),
      inputs.table([{ a: 1 }], { label: 'Rows' }),
    ];
    for (const input of made) expect(namelessControls(input)).toEqual([]);
    expect(namelessControls(inputs.range([0, 1]))).toHaveLength(2);
  });

  it('say the unit, to the eye and to the ear', () => {
    const range = inputs.range([0, 5], { label: 'Limit', unit: 'hours' });
    expect(range.querySelector('.input-unit')!.textContent).toBe('hours');
    for (const control of all(range, 'input')) expect(control.getAttribute('aria-label')).toBe('Limit, hours');
  });

  it.each([
    [[0, 1], {}, 0.5],
    [[0, 72], { step: 5 }, 35],
    [[0, 1], { step: 0.1, value: 0.34 }, 0.3],
    [[3, 9], { value: 4 }, 4],
    [[1, 9], { value: 4, step: 2 }, 5],
  ] as const)('slider over %j with %j starts at %d, as in a browser', (extent, options, value) => {
    expect(inputs.range(extent, options).value).toBe(value);
  });
});

const rows = [
  { id: 'c', hours: 3, day: new Date('2026-03-02') },
  { id: 'a', hours: null, day: new Date('2026-03-01') },
  { id: 'b', hours: 12, day: new Date('2026-03-03') },
];

describe('a table', () => {
  const ids = (table: Element): (string | null)[] => all(table, 'tbody tr').map((row) => row.children[1]!.textContent);

  it('sorts by the button of a heading, blanks last, and turns round', () => {
    const table = inputs.table(rows, { label: 'Rows' });
    const [, hours] = all<HTMLButtonElement>(table, 'th button');
    hours!.click();
    expect(ids(table)).toEqual(['c', 'b', 'a']);
    expect(table.state).toBe('hours');
    hours!.click();
    expect(ids(table)).toEqual(['a', 'b', 'c']);
    expect(all(table, 'th').map((heading) => heading.getAttribute('aria-sort'))).toEqual([
      'none',
      'descending',
      'none',
    ]);
  });

  it('has every row as its value, or those that were picked', () => {
    const table = inputs.table(rows, { label: 'Rows' });
    expect(table.value).toEqual(rows);
    const [, second] = all<HTMLInputElement>(table, 'tbody input');
    second!.checked = true;
    change(second!);
    expect(table.value).toEqual([rows[1]]);
    expect(table.querySelector('.table-count')!.textContent).toBe('3 rows, 1 selected');
    expect(table.state).toBe('~1');
  });

  it('takes its state back, and nothing that it does not have', () => {
    const table = inputs.table(rows, { label: 'Rows' });
    table.state = '-day~0.2.99';
    expect(ids(table)).toEqual(['b', 'c', 'a']);
    expect(table.value).toEqual([rows[2], rows[0]]);
    table.state = 'nothing~x';
    expect(table.state).toBe('-day');
  });

  it('of ten thousand rows puts only those in sight on the page', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      id: `r${String(index)}`,
      hours: (index * 7919) % 10_000,
    }));
    const table = inputs.table(many, { label: 'Rows', sort: 'hours', rows: 10 });
    expect(all(table, 'tbody tr')).toHaveLength(20);
    expect(ids(table)[0]).toBe('r0');
    expect((table.value as unknown[]).length).toBe(10_000);
  });

  it('says what stands on paper: the rows that are there, or the first of them', () => {
    const many = Array.from({ length: 600 }, (_, index) => ({ id: `r${String(index)}` }));
    const table = inputs.table(many, { label: 'Rows', rows: 10 });
    const drawn = table.querySelector('.table-drawn')!;
    expect(drawn.textContent).toBe('Shown here: the first 20.');
    table.dispatchEvent(new window.Event('beforeprint') as unknown as Event);
    expect(all(table, 'tbody tr')).toHaveLength(500);
    expect(drawn.textContent).toBe('Shown here: the first 500.');
    const few = inputs.table(rows, { label: 'Rows' });
    expect(few.querySelector('.table-drawn')!.hasAttribute('hidden')).toBe(true);
  });
});

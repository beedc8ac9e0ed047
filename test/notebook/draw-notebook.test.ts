/** A page of cells: order, scope, what is shipped, and what is not. */
import { describe, expect, it } from 'vitest';
import { birds, cells, drawBirds, shown } from './birds.ts';

describe('cells', () => {
  it('run in the order of what they read, not of where they stand', async () => {
    expect(shown(await drawBirds(cells('display(a + b)', 'const b = a * 2', 'const a = 3')))).toEqual(['9', '', '']);
  });

  it('fetch every value that was queued, and no other', async () => {
    const source = 'const queued = Generators.queue((notify) => { notify(1); notify(2); notify(3); })';
    expect(shown(await drawBirds(cells(source, 'display(queued)')))[1]).toBe('3');
  });

  it('stand in sentences, with the numbers of the locale', async () => {
    const [, value] = shown(
      await drawBirds(`${cells('const n = 12345.5')}\nThere are <Value of="n" />, and <Value of="n" /> again.\n`),
    );
    expect(value).toBe('12,345.5');
  });

  it('see dates as dates, and nothing internal', async () => {
    const texts = shown(
      await drawBirds(
        cells(
          'display(birds[0].seen instanceof Date)',
          'display(Object.keys(birds[0]).join())',
          'display(birds[0].keeper ?? "withheld")',
        ),
      ),
    );
    expect(texts[0]).toBe('true');
    expect(texts[1]).not.toContain('keeper');
    expect(texts[2]).toBe('withheld');
  });

  it('show what they yield last, describe what is no element, and leave nothing behind for another page', async () => {
    const page = cells('[1, {a: "b"}, null]', 'view(Inputs.range([0, 1], {label: "Share"}))');
    const drawn = await drawBirds(page);
    expect(shown(drawn)[0]).toBe('[1, {a: "b"}, null]');
    expect(drawn.page!.cells[1]!.forms[0]!.html).toContain('id="inputs-3a86ea-1"');
    expect(await drawBirds(page)).toEqual(drawn);
  });

  it('that are hidden, samples, or echoed say so', async () => {
    const { page } = await drawBirds(
      '```js echo\n1 + 1\n```\n\n```js run=false\nnever(\n```\n\n```sql\nselect 1\n```\n',
    );
    expect(page!.cells.map(({ kind, source }) => [kind, source])).toEqual([
      ['live', '1 + 1'],
      ['sample', 'never('],
      ['sample', 'select 1'],
    ]);
  });

  it('give every drawing its text, and hide swatches', async () => {
    const { page } = await drawBirds(
      '```js alt="Bars"\nPlot.plot({color: {legend: true}, marks: [Plot.barX(birds, {x: "mass", y: "ring", fill: "island"})]})\n```\n',
    );
    const { html } = page!.cells[0]!.forms[0]!;
    expect(html.match(/aria-label="/g)).toHaveLength(1);
    expect(html).toContain('role="img" aria-label="Bars"');
    expect(html.match(/aria-hidden="true"/g)).toHaveLength(2);
  });
});

describe('what the page carries', () => {
  it('are the columns that its cells name', async () => {
    const { page } = await drawBirds(cells('d3.mean(birds, (d) => d.mass)'));
    expect(page!.data.tables['birds']!.columns.map(({ name }) => name)).toEqual(['mass']);
    expect(page!.data.facts).toEqual({});
  });

  it('are all public columns where none is named, and the facts that are', async () => {
    const { page } = await drawBirds(cells('birds.length', 'facts["birds.heavy"].value'));
    expect(page!.data.tables['birds']!.columns.map(({ name }) => name)).toEqual(
      birds.columns.slice(0, -1).map(({ name }) => name),
    );
    expect(Object.keys(page!.data.facts)).toEqual(['birds.heavy']);
    expect(JSON.stringify(page)).not.toContain('Nobody');
  });

  it('is the result of Arquero, and neither its code nor what it read', async () => {
    const { page, faults } = await drawBirds(
      cells(
        'const heaviest = aq.from(birds).groupby("island").rollup({mass: (d) => aq.op.max(d.mass), last: (d) => aq.op.max(d.seen)}).orderby("island")',
        'display(heaviest.map((d) => `${d.island} ${d.mass} ${d.last.toISOString().slice(0, 10)}`).join("; "))',
      ),
    );
    expect(faults).toEqual([]);
    expect(page!.cells[0]!.code).toBeUndefined();
    expect(page!.data.tables).toEqual({});
    expect(page!.cells[1]!.forms[0]!.html).toContain('north 4 2026-03-02; south 7 2026-03-09');
    expect(Object.keys(page!.data.constants)).toEqual(['heaviest']);
  });

  it('are the rows behind an output, with the columns that the cell names', async () => {
    const { page } = await drawBirds(
      `${cells('const heavy = birds.filter((d) => d.mass > 3)')}\n\`\`\`js id=heavy data=heavy\nheavy.map((d) => d.wing).join(" ")\n\`\`\`\n`,
    );
    expect(page!.cells[1]!.rows).toEqual({
      columns: [{ name: 'wing', label: 'Wing', type: 'number' }],
      rows: [{ wing: 21 }, { wing: 24 }, { wing: 23 }],
    });
  });
});

describe('a module of the engagement', () => {
  it('can be imported, by name, by default and as a whole, and gives its names to other cells', async () => {
    const texts = shown(
      await drawBirds(
        cells(
          'import { heavy as isHeavy } from "./weights.ts";\nimport limit, * as weights from "./weights.ts";',
          'display(birds.filter(isHeavy).length)',
          'display([limit, weights.LIMIT])',
        ),
      ),
    );
    expect(texts).toEqual(['', '2', '[4, 4]']);
  });

  it('stands in the folder of the engagement, and can be read', async () => {
    const outside = await drawBirds(cells('import { x } from "../elsewhere/x.ts"'));
    expect(outside.faults).toMatchObject([{ code: 'cell-import', line: 2, found: '../elsewhere/x.ts' }]);
    const missing = await drawBirds(cells('1 + 1', 'import { x } from "./missing.ts"'));
    expect(missing.faults).toMatchObject([{ code: 'cell-module', line: 6, found: 'content/aviary/missing.ts' }]);
  });
});

describe('an error', () => {
  it('has the line and column of the page, also in TypeScript and in a list', async () => {
    const { faults } = await drawBirds(
      '---\ntitle: x\n---\n\n1. One\n\n   ```ts\n   const n: number = 1;\n   const bad = (n as unknown as {a: {b: number}}).a.b;\n   ```\n',
    );
    expect(faults).toMatchObject([{ code: 'cell-threw', line: 9 }]);
  });

  it('of a fact that there is not names the nearest', async () => {
    const { faults } = await drawBirds(cells('facts["birds.heavy"].value', 'facts["birds.heavvy"].value'));
    expect(faults.map(({ message }) => message)).toEqual([
      'The cell stopped: There is no fact "birds.heavvy". Did you mean "birds.heavy"?',
    ]);
  });
});

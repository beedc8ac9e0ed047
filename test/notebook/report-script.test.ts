import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { cells, drawBirds } from './birds.ts';
import { reportScript } from '../../src/notebook/report-script.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let script = '';
beforeAll(async () => {
  script = await reportScript(root, { model: true, content: root, notebooks: [] });
});

describe('the script of the report', () => {
  test('is one classic script that keeps its names to itself', () => {
    expect(script).toMatch(/^\(function\s*\(\)\s*\{/);
    expect(script).not.toMatch(/\bimport\s*\(|^import\b|^export\b/m);
  });

  test('compiles nothing and asks the network for nothing', () => {
    expect(script).not.toMatch(
      /\beval\s*\(|new Function|\bFunction\s*\(|XMLHttpRequest|\bfetch\s*\(|WebSocket|sendBeacon/,
    );
  });

  test('holds no path of the machine and no map', () => {
    expect(script).not.toContain(root);
    expect(script).not.toContain('sourceMappingURL');
  });

  test('carries map projections where a cell names one', async () => {
    expect(script).not.toContain('albers-usa');
    const { page } = await drawBirds(
      cells('Plot.plot({projection: "equal-earth", marks: [Plot.sphere()]})').replace('js\n', 'js alt="The globe"\n'),
    );
    const maps = await reportScript(root, { model: false, content: root, notebooks: [{ slug: 'maps', ...page! }] });
    expect(maps).toContain('albers-usa');
  });

  test('carries colour schemes where a cell names one, and always those that Plot takes by itself', async () => {
    // The darkest blue of "blues", the first of Accent, the first steps of viridis.
    const named = ['08306b', '7fc97fbeaed4', '44015444025645'];
    for (const colour of named) expect(script).not.toContain(colour);
    // Of categories, booleans, diverging and quantised scales.
    for (const colour of ['4269d0efb118', '252525', '053061', '313695']) expect(script).toContain(colour);
    const { page } = await drawBirds(
      cells('Plot.cellX([1, 2, 3], {fill: Plot.identity}).plot({color: {scheme: "blues"}})').replace(
        'js\n',
        'js alt="Three blues"\n',
      ),
    );
    const blues = await reportScript(root, { model: false, content: root, notebooks: [{ slug: 'blues', ...page! }] });
    for (const colour of named) expect(blues).toContain(colour);
    expect(blues).not.toContain('albers-usa');
  });

  test('draws the same on every screen', () => {
    expect(script).not.toContain('devicePixelRatio');
  });

  test('leaves the tools of the build behind', () => {
    // Words of Zod's and Arquero's messages, and of the parser of formulas.
    for (const word of ['ZodError', 'arquero', 'Unclosed (', 'happy-dom']) expect(script).not.toContain(word);
  });

  test('is the same each time', async () => {
    expect(await reportScript(root, { model: true, content: root, notebooks: [] })).toBe(script);
  });
});

describe('the script of an engagement with cells', () => {
  const notebook = async (slug: string, ...sources: readonly string[]) => {
    const { page } = await drawBirds(cells(...sources));
    return { slug, ...page! };
  };

  test('holds its own cells as functions, and nobody else’s', async () => {
    const ours = await notebook(
      'explore',
      'const ours = view(Inputs.range([0, 9], {label: "Ours alone"}))',
      'display(ours + 1)',
    );
    const theirs = await notebook('explore', 'display("Theirs alone")');
    const [one, other] = await Promise.all(
      [ours, theirs].map((page) => reportScript(root, { model: false, content: root, notebooks: [page] })),
    );
    expect(one).toContain('Ours alone');
    expect(one).not.toContain('Theirs alone');
    expect(other).toContain('Theirs alone');
    expect(other).not.toContain('Ours alone');
    expect(one).not.toMatch(/\beval\s*\(|new Function|\bfetch\s*\(/);
  });

  test('holds the modules that its cells import', async () => {
    const page = await notebook('a', 'import { heavy } from "./weights.ts";\ndisplay(birds.filter(heavy).length)');
    const content = join(import.meta.dirname, '..', 'fixtures', 'notebook');
    const own = await reportScript(root, { model: false, content, notebooks: [page] });
    expect(/\{mass:(\w+)\}\)=>\1>4/.test(own)).toBe(true);
    expect(own).not.toContain(content);
  });

  test('ships of Plot and d3 what the cells name', async () => {
    const small = await reportScript(root, {
      model: false,
      content: root,
      notebooks: [await notebook('a', 'display(d3.mean([1, 2]))')],
    });
    const large = await reportScript(root, {
      model: false,
      content: root,
      notebooks: [
        await notebook(
          'a',
          '{ const chart = Plot.dot(birds, {x: "mass"}).plot({ariaLabel: "Dots"}); display(chart); }',
        ),
      ],
    });
    expect(gzipSync(small).length).toBeLessThan(30 * 1024);
    expect(gzipSync(large).length).toBeGreaterThan(gzipSync(small).length + 20 * 1024);
    expect(gzipSync(large).length).toBeLessThan(110 * 1024);
  });
});

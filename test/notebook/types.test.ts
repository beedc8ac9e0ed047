/** Types of cells: against the engagement's own tables, facts and model, at the places of the page. */
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkTypes } from '../../src/notebook/types/check-types.ts';
import { engagementTypes } from '../../src/notebook/types/declarations.ts';
import { compileRoi } from '../../src/core/roi-compile.ts';
import { birds, fact } from './birds.ts';

const home = fileURLToPath(new URL('../..', import.meta.url));
const roi = compileRoi(
  {
    groups: [{ id: 'g', title: 'G' }],
    assumptions: [
      {
        id: 'birds_fed',
        group: 'g',
        label: 'Fed',
        value: 4,
        low: 3,
        high: 5,
        min: 0,
        max: 9,
        step: 1,
        unit: 'birds a month',
        basis: 'assumed',
        source: 's',
        owner: 'o',
        as_of: '2026-03-20',
      },
    ],
    steps: [{ id: 'fed', label: 'Fed', formula: 'birds_fed * 2', unit: 'birds a month' }],
    lines: [{ id: 'line', label: 'Line', step: 'fed', class: 'labour', hangs_on: 'h', unit: 'birds a month' }],
    totals: [{ id: 'total', label: 'Total', class: 'labour', lines: ['line'] }],
  },
  {},
);

/** Faults of a page as `line:column message`. */
const faultsOf = (text: string): string[] =>
  checkTypes({
    root: join(home, 'test', 'fixtures', 'notebook'),
    home,
    id: 'typed',
    pages: [{ file: 'content/typed/page.mdx', text }],
    tables: new Set(['birds']),
    declarations: engagementTypes({ tables: [birds], facts: [fact('birds.heavy', 2)], roi }),
  }).map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);

const fence = (language: string, ...lines: readonly string[]): string =>
  `\`\`\`${language}\n${lines.join('\n')}\n\`\`\`\n`;

describe('types of cells', () => {
  it('hold where names and types fit, whatever hands them on', { timeout: 60_000 }, () => {
    const page = [
      '---\ntitle: Typed\n---\n',
      fence('js', 'const least = view(Inputs.range([0, 9], {label: "Least", value: 3}))'),
      fence('js', 'const islands = view(Inputs.checkbox(["north", "south"], {label: "Islands"}))'),
      fence('ts', 'const heavy = birds.filter((d) => d.mass > least && islands.includes(d.island));'),
      fence(
        'js',
        'const picked = view(Inputs.table(heavy, {label: "Heavy", columns: ["ring", "mass"], sort: "mass"}))',
      ),
      fence(
        'js',
        'const later = Promise.resolve(3);',
        'const steps = (function* () { yield 1; })();',
        'const count = Mutable(0);',
      ),
      fence(
        'ts',
        'const sum: number = later + steps + count + d3.sum(picked, (d) => d.mass);',
        'display(sum.toFixed(1));',
      ),
      fence('js', 'Plot.plot({width, marks: [Plot.dot(heavy, {x: "mass", y: (d) => d.wing}), Plot.ruleX([least])]})'),
      fence('js', 'const byIsland = aq.from(birds).groupby("island").count()'),
      fence('js', 'import {broad} from "./spans.ts";', 'display(birds.filter(broad).length);'),
      'There are <Value of="heavy.length"/>, of <Value of="facts[\'birds.heavy\'].value + roi.results.total"/>.\n',
    ].join('\n');
    // The module that a cell imports has a fault of its own.
    expect(faultsOf(page)).toEqual([
      `content/typed/spans.ts:4:54 Property 'wings' does not exist on type 'BirdsRow'. Did you mean 'wing'?`,
    ]);
  });

  it('tell a column that a mark of Plot names and its rows do not have', { timeout: 60_000 }, () => {
    const plot = [
      'Plot.plot({marks: [',
      '  Plot.dot(birds, Plot.dodgeY("middle", {x: "mas", fill: "red", channels: {Island: "iland"}, sort: {x: "y"}})),',
      '  Plot.barX(birds, Plot.groupY({x: "count"}, {y: "isle", fill: (d) => d.colour, tip: {format: {x: "d"}}})),',
      '  Plot.text(["a", "b"], {text: (d) => d, x: "length"}),',
      '  Plot.dot(birds, {x: {value: "wings", label: "Wing"}, y: "mass", r: (d) => d.mass})',
      ']})',
    ];
    expect(faultsOf(fence('js', ...plot))).toEqual(
      [
        '3:45 These rows have no column "mas".',
        '3:84 These rows have no column "iland".',
        '4:50 These rows have no column "isle".',
        '4:73 These rows have no column "colour".',
        '6:31 These rows have no column "wings".',
      ].map((fault) => `content/typed/page.mdx:${fault}`),
    );
  });

  it('tell a column, fact or assumption that there is not, at its place in the page', { timeout: 60_000 }, () => {
    const page = [
      '---\ntitle: Typed\n---\n',
      fence('ts', 'const heavy = birds.filter((d) => d.weight > 3);'),
      `- In a list:\n\n  ${fence('js', 'birds.map((d) =>', '    d.mass + d.keeper)').replaceAll('\n', '\n  ').trimEnd()}\n`,
      fence('ts', 'const wing: number = birds[0].wing;'),
      fence(
        'js',
        'const least = view(Inputs.range([0, 9], {label: "Least", value: 3}));',
        'display(birds.filter((d) => d.seen.getUTCday()));',
      ),
      fence('js', 'least.toUpperCase()'),
      fence('js', 'Inputs.table(birds, {label: "Birds", columns: ["ring", "age"]})'),
      `Fed: <Value of="facts['birds.hevy'].value"/>, and <Value\n  of="roi.assumptions.fed_birds"/>.\n`,
    ].join('\n');
    expect(faultsOf(page)).toMatchInlineSnapshot(`
      [
        "content/typed/page.mdx:6:37 Property 'weight' does not exist on type 'BirdsRow'.",
        "content/typed/page.mdx:13:18 Property 'keeper' does not exist on type 'BirdsRow'.",
        "content/typed/page.mdx:17:7 Type 'number | null' is not assignable to type 'number'.",
        "content/typed/page.mdx:22:36 Property 'getUTCday' does not exist on type 'Date'. Did you mean 'getUTCDay'?",
        "content/typed/page.mdx:26:7 Property 'toUpperCase' does not exist on type 'number'.",
        "content/typed/page.mdx:30:56 No overload matches this call.",
        "content/typed/page.mdx:33:23 Property 'birds.hevy' does not exist on type 'Facts'. Did you mean 'birds.heavy'?",
        "content/typed/page.mdx:34:23 Property 'fed_birds' does not exist on type '{ readonly birds_fed: number; }'.",
      ]
    `);
  });
});

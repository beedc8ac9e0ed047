/** Ready-made charts as cells of a page. */
import { describe, expect, test } from 'vitest';
import { figureView } from '../../src/components/figure-view.ts';
import { createReport } from '../../src/components/report.ts';
import { parseTemplate } from '../../src/core/template.ts';
import { drawNotebook } from '../../src/notebook/draw-notebook.ts';
import type { DrawnNotebook } from '../../src/notebook/draw-notebook.ts';
import type { FigureElement } from '../../src/notebook/figures.ts';
import { facts, source } from '../charts/sample.ts';
import { sampleBundle } from '../components/bundle.ts';

const tables = [...source.tables.values()];

const draw = (text: string, ...figures: readonly FigureElement[]): Promise<DrawnNotebook> =>
  drawNotebook({
    root: import.meta.dirname,
    text,
    file: 'content/sample/findings/timer.mdx',
    figures,
    tables,
    facts,
    resolve: source.resolve,
    locale: 'en-US',
    timeZone: 'Europe/Berlin',
    say: (words) =>
      parseTemplate(words)
        .map((segment) =>
          segment.kind === 'reference' ? source.resolve(segment.of, segment.id, segment.as).text : segment.text,
        )
        .join(''),
    timeLimit: 2000,
  });

const waits = {
  type: 'waits',
  table: 'records',
  value: 'wait',
  thresholds: [{ fact: 'wait.late', text: '{{fact.wait.late | count}} over {{fact.wait.late | parameter.hours}} h' }],
};
const outcomes = [
  { fact: 'wait.kept', label: 'kept', mark: 'solid' },
  { fact: 'wait.late', label: 'late', mark: 'late' },
  { fact: 'wait.open', label: 'open', mark: 'hollow' },
];
const element: FigureElement = {
  id: 'waits',
  title: '{{fact.wait.late | Words}} records waited a day',
  alt: 'Lines for {{fact.wait.late | total}} records.',
  chart: waits,
  at: { line: 7, column: 3 },
};

describe('a chart', () => {
  test('is a cell that draws itself in each form, with its words resolved', async () => {
    const { page, faults } = await draw('', element);
    expect(faults).toEqual([]);
    const [cell] = page!.cells;
    expect(cell).toMatchObject({ key: 'figure waits', kind: 'figure', figure: { id: 'waits', facts: ['wait.late'] } });
    expect(cell!.forms.map(({ name }) => name)).toEqual(['wide', 'middle', 'narrow']);
    for (const { name, html } of cell!.forms) {
      expect(html).toMatch(new RegExp(`^<div class="plate ${name}"><svg `));
      expect(html).toContain('aria-label="Lines for 8 records."');
      expect(html).toContain('3 over 24 h');
    }
  });

  test('ships its own function, its rows, and no table', async () => {
    const { page } = await draw('', element);
    expect(page!.cells[0]!.code).toMatchObject({
      inputs: ['__figures', 'width'],
      libraries: ['__figure', '__waits'],
      body: '(__figures, width) => __figure(__waits, __figures["figure waits"], width, {})',
    });
    expect(page!.data.tables).toEqual({});
    expect(JSON.stringify(page!.data.figures['figure waits'])).toContain('"key":"acct_2"');
  });

  test('gives the rows behind it a file of its own', async () => {
    const two = { ...element, id: 'two', chart: [waits, { type: 'outcomes', table: 'records', outcomes }] };
    const { page } = await draw('', two);
    expect(page!.cells.map(({ key, figure }) => [key, figure?.file])).toEqual([
      ['figure two', 'two-records-1'],
      ['figure two 2', 'two-records-2'],
    ]);
    expect(page!.cells[0]!.rows!.rows[0]).toEqual({ key: 'acct_2', value: 60, 'wait.late': true });
  });

  test('that does not fit is told with its place and what to do', async () => {
    const broken = async (chart: unknown) => (await draw('', { ...element, chart })).faults;
    expect(await broken({ ...waits, value: 'secret' })).toEqual([
      {
        code: 'figure-unfit',
        line: 7,
        column: 3,
        message:
          'The figure "waits" cannot be drawn: The column "secret" of the table records is internal: a chart would publish it.',
        found: 'waits',
        hint: 'Choose a public column, or have the loader hand on one that may be published.',
      },
    ]);
    expect(await broken({ type: 'pie' })).toMatchObject([{ message: /drawn: type: Invalid/ }]);
    expect(await broken({ ...waits, colour: 'red' })).toMatchObject([{ message: /colour/ }]);
    expect(await broken({ ...waits, thresholds: [{ fact: 'wait.late', text: '{{value.limit}}' }] })).toMatchObject([
      { message: /shows the value "limit", and would not follow it/ },
    ]);
  });

  test('takes data for data, never for markup', async () => {
    const evil = '"><img src=x onerror=alert(1)>';
    const marked = [{ ...outcomes[0], label: evil }, ...outcomes.slice(1)];
    const { page } = await draw('', { ...element, chart: { type: 'outcomes', table: 'records', outcomes: marked } });
    for (const { html } of page!.cells[0]!.forms) expect(html).not.toMatch(/<img/);
  });
});

describe('a limit that moves', () => {
  const moving: FigureElement = {
    ...element,
    title: '{{value.point}}',
    alt: 'Lines, and a limit of {{value.limit}}.',
    data: 'listed',
    chart: {
      ...waits,
      limit: {
        fact: 'wait.late',
        text: 'over {{value.limit}}',
        input: { name: 'limit', label: 'Limit', note: 'as proposed' },
      },
    },
  };
  const page = `\`\`\`js hidden
const listed = records.filter((d) => d.wait > limit).map(({account, wait}) => ({account, wait}))
const point = \`\${listed.length} records above \${limit}\`
\`\`\`
`;

  test('is an input of the page on the scale of the chart, which words, rows and other cells follow', async () => {
    const { page: drawn, faults } = await draw(page, moving);
    expect(faults).toEqual([]);
    const byKey = new Map(drawn!.cells.map((cell) => [cell.key, cell]));
    expect(byKey.get('figure waits input')).toMatchObject({
      kind: 'live',
      code: { outputs: ['limit'], views: ['limit'] },
    });
    expect(byKey.get('figure waits input')!.forms[0]!.html).toMatch(/max="60".*value="24"/);
    expect(byKey.get('point')!.forms[0]!.html).toBe('3 records above 24');
    const chart = byKey.get('figure waits')!;
    expect(chart.forms[0]!.html).toContain('aria-label="Lines, and a limit of 24."');
    expect(chart.forms[0]!.html).toContain('over 24');
    expect(chart.rows!.rows.map(({ account }) => account)).toEqual(['acct_2', 'acct_3', 'acct_5']);
    expect(chart.dataCode!.inputs).toEqual(['listed']);
    expect(chart.figure!.note).toBe('as proposed');
  });

  test('a value that no cell defines is told where the figure stands', async () => {
    const { faults } = await draw('', { ...moving, data: undefined, title: 'Title' });
    expect(faults).toEqual([]);
    const without = await draw('', moving);
    expect(without.faults.map(({ code, line, found }) => [code, line, found])).toEqual([
      ['cell-unknown-name', 7, 'point'],
      ['cell-unknown-name', 7, 'listed'],
    ]);
  });
});

test('a figure on its page leads to its evidence and its files', async () => {
  const { page: drawn } = await draw('', element);
  const page = { slug: 'findings/timer', title: 'Title', nav: 'Nav', file: 'content/sample/findings/timer.mdx' };
  const evidence = { slug: 'evidence', title: 'Evidence', nav: 'Evidence', file: 'content/sample/evidence.mdx' };
  const bundle = {
    ...sampleBundle(),
    facts,
    tables,
    pages: [page, evidence],
    notebooks: [{ slug: page.slug, ...drawn! }],
  };
  const report = createReport({ bundle, page, figures: new Map() });
  const { charts, input, ledger, checks } = figureView(report, 'waits');
  expect(charts.map(({ file }) => file?.path)).toEqual(['data/findings-timer-waits.csv']);
  expect(charts[0]!.file!.csv).toMatch(/^\uFEFFAccount,Wait \(h\),Label of wait\.late\r\nacct_2,60,true\r\n/);
  expect(input).toBeUndefined();
  expect(ledger).toEqual([{ text: 'L01', title: 'wait.late', href: '../../evidence/index.html#fact-wait.late' }]);
  expect(checks).toEqual([{ text: 'waits', href: '../../evidence/index.html#check-waits' }]);
  expect(() => figureView(report, 'other')).toThrow(/timer\.mdx: the figure "other" is not in the bundle/);
});

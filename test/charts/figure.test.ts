import { describe, expect, test } from 'vitest';
import { FigureError, dataPath, figureData, figureView } from '../../src/components/figure.ts';
import { proofStrip } from '../../src/components/proof-strip.ts';
import { createReport } from '../../src/components/report.ts';
import type { Report } from '../../src/components/report.ts';
import { roiBench } from '../../src/components/roi-bench.ts';
import { roiDataFiles } from '../../src/components/roi-data.ts';
import { roiIsland } from '../../src/components/roi-island.ts';
import { roiTeaser } from '../../src/components/roi-teaser.ts';
import { sampleBundle } from '../components/bundle.ts';
import { model } from './model.ts';
import { facts, source } from './sample.ts';

function report(slug = 'findings/timer'): Report {
  const base = sampleBundle();
  const page = { slug, title: 'Title', nav: 'Nav', file: `content/sample/${slug}.mdx` };
  const evidence = { slug: 'evidence', title: 'Evidence', nav: 'Evidence', file: 'content/sample/evidence.mdx' };
  const bundle = {
    ...base,
    facts: [...facts, { ...facts[0], id: 'billing.incomplete' } as (typeof facts)[number]],
    tables: [...source.tables.values()],
    roi: model,
    pages: [page, evidence],
  };
  return createReport({ bundle, page, figures: new Map() });
}

const strip = [
  { fact: 'wait.kept', label: 'kept', mark: 'solid' },
  { fact: 'wait.late', label: '{{fact.wait.late | count}} were late', mark: 'late' },
  { fact: 'wait.open', label: 'open', mark: 'hollow' },
];
const props = {
  id: 'waits',
  title: '{{fact.wait.late | Words}} records waited a day',
  alt: 'Lines for {{fact.wait.late | total}} records.',
  chart: {
    type: 'waits',
    table: 'records',
    value: 'wait',
    thresholds: [{ fact: 'wait.late', text: '{{fact.wait.late | count}} over {{fact.wait.late | parameter.hours}} h' }],
  },
};

describe('a figure', () => {
  test('resolves the references in its words and leads to its evidence', () => {
    const view = figureView(report(), props);
    expect(view.title).toBe('Three records waited a day');
    expect(view.ledger).toEqual([
      { text: 'L01', title: 'wait.late', href: '../../evidence/index.html#fact-wait.late' },
    ]);
    expect(view.checks).toEqual([{ text: 'waits', href: '../../evidence/index.html#check-waits' }]);
    const [chart] = view.charts;
    expect(chart?.forms.map(({ name }) => name)).toEqual(['wide', 'middle', 'narrow']);
    for (const form of chart?.forms ?? []) {
      expect(form.svg).toContain('aria-label="Lines for 8 records."');
      expect(form.svg).toContain('3 over 24 h');
    }
  });

  test('gives the data behind each chart a file of its own', () => {
    const files = figureData(report(), {
      id: 'two',
      chart: [props.chart, { type: 'outcomes', table: 'records', outcomes: strip }],
    });
    expect(files.map(({ file }) => file.path)).toEqual([
      'data/findings-timer-two-records-1.csv',
      'data/findings-timer-two-records-2.csv',
    ]);
    expect(files[0]?.file.csv).toMatch(/^\uFEFFAccount,Wait \(h\),Label of wait\.late\r\nacct_2,60,true\r\n/);
    expect(dataPath('index', 'clocks')).toBe('data/index-clocks.csv');
  });

  test('says which figure of which file cannot be drawn, and what to do', () => {
    const broken = (chart: unknown) => () => figureData(report(), { id: 'waits', chart });
    expect(broken({ ...props.chart, value: 'secret' })).toThrow(FigureError);
    expect(broken({ ...props.chart, value: 'secret' })).toThrow(
      expect.objectContaining({
        message:
          'content/sample/findings/timer.mdx: figure "waits": The column "secret" of the table records is internal: a chart would publish it.',
        hint: 'Choose a public column, or have the loader hand on one that may be published.',
      }),
    );
    expect(broken({ type: 'pie' })).toThrow(/timer\.mdx: figure "waits": 0\.type: Invalid/);
    expect(broken({ ...props.chart, colour: 'red' })).toThrow(/colour/);
  });

  test('data are never markup', () => {
    const evil = '"><img src=x onerror=alert(1)>';
    const outcomes = [{ ...strip[0], label: evil }, ...strip.slice(1)];
    const view = figureView(report(), { ...props, alt: evil, chart: { type: 'outcomes', table: 'records', outcomes } });
    for (const form of view.charts[0]?.forms ?? []) expect(form.svg).not.toMatch(/<img/);
  });
});

describe('the proof strip', () => {
  const view = proofStrip(report('index'), { table: 'records', order: 'signed_at', by: 'signature', outcomes: strip });

  test('has one mark per record, in order', () => {
    expect(view.marks.map(({ key }) => key)).toEqual([
      'acct_8',
      'acct_7',
      'acct_6',
      'acct_5',
      'acct_4',
      'acct_3',
      'acct_2',
      'acct_1',
    ]);
    expect(view.marks.map(({ mark }) => mark)).toEqual([
      'hollow',
      'solid',
      'solid',
      'late',
      'solid',
      'late',
      'late',
      'solid',
    ]);
    expect(view.marks.at(-1)).toMatchObject({ x: 89.5, width: 8.5 });
  });

  test('says in words what it shows', () => {
    expect(view.alt).toBe('8 sampled records, one mark each, in order of signature: 4 kept, 3 3 were late, 1 open.');
  });

  test('names a misspelt column', () => {
    expect(() =>
      proofStrip(report('index'), { table: 'records', order: 'signed', by: 'signature', outcomes: strip }),
    ).toThrow(
      expect.objectContaining({
        message: 'content/sample/index.mdx: proof strip: There is no column in the table records "signed".',
        hint: 'Did you mean "signed_at"?',
      }),
    );
  });
});

describe('the ROI bench', () => {
  test('stands as published, group by group, with the scenario apart', () => {
    const bench = roiBench(report('roi'));
    expect(bench.groups.map(({ controls }) => controls.length).reduce((sum, count) => sum + count)).toBe(
      model.assumptions.length,
    );
    expect(bench.sums.map(({ heading, added, money }) => [heading, added, money])).toEqual([
      ['Labour, a year', 'the four lines added up', '$47,970'],
      ['Revenue protection, a scenario, a year', 'the two lines added up', '$115,200'],
    ]);
    expect(bench.unrounded).toBe('$46,952.75');
    expect(bench.working.find(({ id }) => id === 'rework_year')?.lines).toEqual(['billing_rework']);
  });

  test('its files are the published model', () => {
    const [lines, assumptions] = roiDataFiles(report('roi'));
    expect(lines?.path).toBe('data/roi-model-lines.csv');
    expect(lines?.csv).toContain('Labour,labour,labour,USD a year,47970,46952.75\r\n');
    expect(assumptions?.csv.split('\r\n')).toHaveLength(model.assumptions.length + 2);
  });

  test('its island cannot end the script that holds it', () => {
    const bad = report('roi');
    const evil = {
      ...bad,
      bundle: { ...bad.bundle, roi: { ...model, title: '</script><script>alert(1)</script>\u2028' } },
    };
    const text = roiIsland(evil);
    expect(text).not.toMatch(/<|\u2028/);
    expect(JSON.parse(text)).toMatchObject({
      page: 'roi',
      engagement: 'sample',
      model: { title: '</script><script>alert(1)</script>\u2028' },
    });
  });

  test('a page without a model says what is missing', () => {
    const none = report('roi');
    expect(() => roiIsland({ ...none, bundle: { ...none.bundle, roi: undefined } })).toThrow(
      /roi\.mdx: .*content\/sample\/roi\.yaml does not exist/,
    );
  });
});

describe('the teaser', () => {
  test('one slider, its marks, and what is kept apart', () => {
    const view = roiTeaser(report('index'), { line: 'labour', assumption: 'accounts_per_month' });
    expect(view.control).toMatchObject({ value: 220, min: 80, max: 320, step: 5, unit: 'a month' });
    expect(view.apart.map(({ money }) => money)).toEqual(['$115,200']);
  });

  test('names a misspelt id', () => {
    expect(() => roiTeaser(report('index'), { line: 'labor', assumption: 'accounts_per_month' })).toThrow(
      /Did you mean "labour"/,
    );
  });
});

import { describe, expect, test } from 'vitest';
import { proofStrip } from '../../src/components/proof-strip.ts';
import { createReport } from '../../src/components/report.ts';
import type { Report } from '../../src/components/report.ts';
import { roiBench } from '../../src/components/roi-bench.ts';
import { roiDataFiles } from '../../src/components/roi-data.ts';
import { roiIsland } from '../../src/components/roi-island.ts';
import { roiTeaser } from '../../src/components/roi-teaser.ts';
import { sampleBundle } from './bundle.ts';
import { model } from '../charts/model.ts';
import { facts, source } from '../charts/sample.ts';

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
    expect(lines?.csv).toContain('Labour,labour,labour,,USD a year,47970,46952.75\r\n');
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

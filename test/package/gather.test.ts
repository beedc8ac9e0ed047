import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/package/files.ts';
import { gather } from '../../src/package/gather.ts';
import { ALPHA, BETA, SHARED, page, siteOf } from './site.ts';

const both = ['alpha', 'beta'];

describe('gather', () => {
  it('copies what an engagement shares and makes every address relative', () => {
    const { files, problems } = gather(siteOf(ALPHA, BETA, SHARED), 'alpha', both);
    expect(problems).toEqual([]);
    expect([...files.keys()].sort()).toEqual([
      'assets/report.css',
      'assets/serif.woff2',
      'data/records.csv',
      'findings/late/index.html',
      'index.html',
      'report.js',
    ]);
    const index = textOf(files.get('index.html')!);
    expect(index).toContain('href="assets/report.css"');
    expect(index).toContain('href="findings/late/index.html#fact-a"');
    expect(index).toContain('href="data/records.csv"');
    expect(index).toContain('href="index.html" aria-current="page"');
    expect(textOf(files.get('findings/late/index.html')!)).toContain('href="../../assets/report.css"');
    expect(textOf(files.get('assets/report.css')!)).toContain('url("serif.woff2") format("woff2")');
  });

  it('takes nothing of another engagement along', () => {
    const { files } = gather(siteOf(ALPHA, BETA, SHARED), 'alpha', both);
    for (const bytes of files.values()) expect(textOf(bytes)).not.toMatch(/beta/i);
  });

  it('reports a link to another engagement, to nothing, and to a place that is not there', () => {
    const bad = {
      'alpha/index.html': page(
        'Alpha',
        '<a href="/beta/index.html">B</a><a href="/alpha/none/index.html">N</a><a href="#nowhere">X</a><a href="/index.html">shelf</a>',
      ),
    };
    const { problems } = gather(siteOf(bad, BETA, SHARED), 'alpha', both);
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      ['foreign-link', 'The page of "alpha" points to another engagement: /beta/index.html'],
      ['broken-link', 'A link on the page leads nowhere: /alpha/none/index.html'],
      ['broken-link', 'A link on the page leads nowhere: /index.html'],
      ['broken-anchor', 'A link on the page leads to a place that is not there: #nowhere'],
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { navigation, pageLabel, ways } from '../../src/components/navigation.ts';
import { sampleBundle } from './bundle.ts';

const bundle = sampleBundle();

describe('masthead', () => {
  test('findings stand together behind the summary, and lead to their list', () => {
    const entries = navigation(bundle.pages, 'evidence', true);
    expect(entries.map(({ word }) => word)).toEqual(['Summary', 'Findings', 'Evidence', 'Scope']);
    expect(entries[1]).toEqual({ slug: 'index', anchor: 'findings', word: 'Findings', current: false });
    expect(entries.filter(({ current }) => current).map(({ word }) => word)).toEqual(['Evidence']);
  });

  test('a finding marks the common entry', () => {
    expect(
      navigation(bundle.pages, 'findings/late', true)
        .filter(({ current }) => current)
        .map(({ word }) => word),
    ).toEqual(['Findings']);
  });

  test('where the summary does not list them, the entry leads to the first', () => {
    expect(navigation(bundle.pages, 'evidence', false)[1]).toEqual({
      slug: 'findings/late',
      word: 'Findings',
      current: false,
    });
  });

  test('a report without findings has no such entry', () => {
    const pages = bundle.pages.filter(({ slug }) => !slug.startsWith('findings/'));
    expect(navigation(pages, 'index', true).map(({ word }) => word)).toEqual(['Summary', 'Evidence', 'Scope']);
  });
});

describe('ways on', () => {
  test('each reading that holds the page gives its neighbours', () => {
    const rows = ways(bundle, 'index');
    expect(rows.map(({ title, place, of, before, after }) => [title, place, of, before?.slug, after?.slug])).toEqual([
      ['Short', 1, 2, undefined, 'scope'],
      ['Long', 1, 3, undefined, 'findings/late'],
    ]);
    expect(ways(bundle, 'scope').map(({ before }) => before?.slug)).toEqual(['index']);
  });

  test('without readings the pages follow one another', () => {
    const { engagement } = bundle;
    const plain = { ...bundle, engagement: { ...engagement, readings: [] } };
    expect(ways(plain, 'evidence').map(({ before, after }) => [before?.slug, after?.slug])).toEqual([
      ['findings/late', 'scope'],
    ]);
  });

  test('a finding is called by its number, another page by its word', () => {
    const [index, late] = bundle.pages;
    if (index === undefined || late === undefined) throw new Error('the sample has two pages');
    expect(pageLabel(late, bundle.findings)).toBe('Finding 1');
    expect(pageLabel(index, bundle.findings)).toBe('Summary');
  });
});

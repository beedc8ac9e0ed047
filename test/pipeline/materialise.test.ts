import { describe, expect, it } from 'vitest';
import { gatherRefused } from '../../src/pipeline/materialise.ts';
import type { FinishedTable } from '../../src/pipeline/run.ts';
import type { RefusedRow } from '../../src/schema/table.ts';
import type { SourcesFile } from '../../src/schema/sources.ts';

const row = (line: number, reason = 'a date is expected'): RefusedRow => ({
  source: 'log',
  file: 'data/x/log.csv',
  line,
  column: 'at',
  value: 'x',
  reason,
});
const table = (name: string, ...refused: RefusedRow[]): FinishedTable => ({
  description: {
    kind: 'table',
    name,
    file: `loaders/x/${name}.table.ts`,
    title: name,
    sources: ['log'],
    needs: [],
    key: 'id',
    scope: 'log',
    columns: [],
  },
  rows: [],
  refused,
  digest: '',
});
const sources = (max_refused: number): SourcesFile => ({
  sources: [
    {
      id: 'log',
      file: 'log.csv',
      title: 'Log',
      system: 'System',
      origin: 'Export',
      extracted_at: '2026-04-13T18:00:00-04:00',
      format: 'csv',
      delimiter: ',',
      rows: 9,
      sha256: '0'.repeat(64),
      max_refused,
      columns: { at: 'public' },
    },
  ],
});

describe('gatherRefused', () => {
  it('counts a row once, however many loaders refuse it', () => {
    const { refused, problems } = gatherRefused([table('a', row(5), row(2)), table('b', row(5))], sources(2));
    expect(refused.map(({ line }) => line)).toEqual([2, 5]);
    expect(problems).toEqual([]);
  });

  it('lists them when the loaders together refuse more than the source allows', () => {
    const { problems } = gatherRefused([table('a', row(2)), table('b', row(7, 'a number is expected'))], sources(1));
    expect(problems).toMatchObject([
      {
        code: 'too-many-refused',
        file: 'data/x/log.csv',
        line: 2,
        found: 'line 2, at "x": a date is expected\nline 7, at "x": a number is expected',
      },
    ]);
  });
});

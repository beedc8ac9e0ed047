import { describe, expect, it } from 'vitest';
import { givenValues } from '../../src/core/given.ts';

const engagement = {
  client: 'A client',
  verdict: { text: 'Only {{fact.a.b}} wait.' },
  promise: { business_days: 3, target_share: 0.9 },
  report_date: '2026-05-04',
  period: { from: '2026-02-01', to: '2026-02-28' },
  queues: [{ id: 'ops', name: 'Operations' }],
  exclusions: [{ text: 'x' }, { text: 'y' }],
  claims: [],
};
const parts = { engagement, findings: [1, 2, 3, 4], sources: [], facts: [1], refused: [] };

describe('givenValues', () => {
  it('names numbers, shares, dates and text by their path, entries of a list by id or place', () => {
    expect(Object.fromEntries(givenValues(parts))).toMatchObject({
      client: { kind: 'text', text: 'A client' },
      'promise.business_days': { kind: 'number', value: 3 },
      'promise.target_share': { kind: 'share', value: 0.9 },
      report_date: { kind: 'date', text: '2026-05-04' },
      'queues.ops.name': { kind: 'text', text: 'Operations' },
      'exclusions.1.text': { kind: 'text', text: 'y' },
      'exclusions.count': { kind: 'number', value: 2 },
    });
  });

  it('leaves out text with marks of its own', () => {
    expect(givenValues(parts).has('verdict.text')).toBe(false);
  });

  it('counts what the report holds', () => {
    const values = givenValues({ ...parts, backlog: { items: [1, 2] } });
    expect(
      ['findings', 'sources', 'facts', 'refused', 'queues', 'exclusions', 'claims', 'backlog'].map((name) =>
        values.get(`report.${name}`),
      ),
    ).toEqual([4, 0, 1, 0, 1, 2, 0, 2].map((value) => ({ kind: 'number', value })));
  });

  it.each([
    ['2026-02-01', '2026-02-28', '2026-02'],
    ['2028-02-01', '2028-02-28', undefined],
    ['2028-02-01', '2028-02-29', '2028-02'],
    ['2026-12-01', '2026-12-31', '2026-12'],
    ['2026-01-01', '2026-03-31', undefined],
    ['2026-03-02', '2026-03-31', undefined],
  ])('finds the month of %s to %s: %s', (from, to, month) => {
    const values = givenValues({ ...parts, engagement: { ...engagement, period: { from, to } } });
    expect(values.get('period.month')).toEqual(month === undefined ? undefined : { kind: 'month', text: month });
  });
});

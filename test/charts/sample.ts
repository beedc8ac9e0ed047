/** A small engagement for the tests of charts: eight records, three of them late, one never finished. */
import { createResolver } from '../../src/core/reference.ts';
import type { ChartSource } from '../../src/charts/source.ts';
import type { Fact } from '../../src/schema/fact.ts';
import type { Cell, Table } from '../../src/schema/table.ts';

const HOURS = [2, 60, 30, 5, 25, 1, 11, 3];
export const keys = HOURS.map((_, index) => `acct_${index + 1}`);

const rows: Record<string, Cell>[] = HOURS.map((hours, index) => ({
  account: `acct_${index + 1}`,
  signed_at: `2026-03-${String(20 - index).padStart(2, '0')}T14:00:00.000Z`,
  wait: hours,
  done_at: index === 7 ? null : `2026-03-${String(22 - index).padStart(2, '0')}T14:00:00.000Z`,
  secret: 'internal',
}));

const records: Table = {
  id: 'records',
  title: 'Sampled records',
  scope: 'sample',
  key: 'account',
  sources: ['sample'],
  loader: 'loaders/sample/records.table.ts',
  columns: [
    { name: 'account', label: 'Account', type: 'text', class: 'public' },
    { name: 'signed_at', label: 'Signed', type: 'time', class: 'public' },
    { name: 'wait', label: 'Wait', type: 'number', unit: 'h', class: 'public' },
    { name: 'done_at', label: 'Done', type: 'time', class: 'public' },
    { name: 'secret', label: 'Secret', type: 'text', class: 'internal' },
  ],
  rows,
};

const fact = (id: string, part: Partial<Fact>): Fact => ({
  id,
  label: `Label of ${id}`,
  definition: 'as the test says',
  kind: 'proportion',
  value: 0.5,
  unit: 'share',
  parameters: {},
  table: 'records',
  scope: 'sample',
  rows: [],
  population: keys,
  show: [],
  check: 'waits',
  file: 'loaders/sample/waits.check.ts',
  line: 3,
  ...part,
});

const over = (limit: number): string[] => keys.filter((_, index) => (HOURS[index] ?? 0) > limit);

export const facts: Fact[] = [
  fact('wait.late', { value: 3 / 8, count: 3, of: 8, rows: over(24), parameters: { hours: 24 } }),
  fact('wait.later', { value: 1 / 8, count: 1, of: 8, rows: over(48), parameters: { hours: 48 } }),
  fact('wait.kept', {
    value: 4 / 8,
    count: 4,
    of: 8,
    rows: keys.filter((key) => !over(24).includes(key) && key !== 'acct_8'),
    interval: { method: 'wilson', level: 0.95, low: 0.215, high: 0.785 },
  }),
  fact('wait.open', { value: 1 / 8, count: 1, of: 8, rows: ['acct_8'] }),
  fact('wait.median_prompt', {
    kind: 'median',
    unit: 'h',
    value: 3,
    of: 5,
    rows: keys.filter((key) => !over(24).includes(key)),
  }),
  fact('wait.median_late', { kind: 'median', unit: 'h', value: 30, of: 3, rows: over(24) }),
  fact('hours.review', { kind: 'quantity', unit: 'h', value: 494.31 }),
  fact('hours.conflict', { kind: 'quantity', unit: 'h', value: 42.5 }),
];

export const source: ChartSource = {
  facts: new Map(facts.map((one) => [one.id, one])),
  tables: new Map([['records', records]]),
  resolve: createResolver({ facts, given: new Map<string, never>(), roi: [], locale: 'en-US' }),
  locale: 'en-US',
};

/** A small bundle, whole enough for the schema; each test changes what it is about. */
import { bundle as schema } from '../../src/schema/bundle.ts';
import type { Bundle } from '../../src/schema/bundle.ts';

const fact = (id: string, count: number, of: number, more: object = {}): object => ({
  id,
  label: `Label of ${id}`,
  definition: 'Counted.',
  kind: 'proportion',
  value: count / of,
  unit: 'share',
  count,
  of,
  interval: { method: 'wilson', level: 0.95, low: 0.1, high: 0.4 },
  parameters: { hours: 24 },
  table: 'records',
  scope: 'sample',
  rows: ['r1', 'r2'],
  population: ['r1', 'r2', 'r3'],
  show: ['wait', 'note'],
  check: 'delay',
  file: 'loaders/sample/delay.check.ts',
  line: 2,
  ...more,
});

const finding = (slug: string, number: number, factId: string): object => ({
  slug,
  number,
  title: `Title of ${slug}`,
  lead: 'Lead.',
  summary: 'Summary.',
  key: { fact: factId, as: 'count', label: 'late' },
  criteria: { text: 'Promised.', source: 'Contract' },
  condition: { text: 'Seen.', facts: [factId] },
  causes: [
    {
      status: 'hypothesis',
      text: 'Perhaps.',
      test: { text: 'Compare.', threshold: 'Half of them.' },
      stated_on: '2026-04-01',
      standing: { status: 'open' },
    },
    { status: 'refuted', text: 'Not that.', facts: [factId] },
  ],
  effect: { text: 'Costs.' },
  recommendation: { steps: [{ when: 'Now', text: 'List.' }], owner: 'desk' },
  control: { title: 'List', rule: 'Each day.', acceptance: ['It lists.'] },
  checks: ['delay'],
});

const whole = {
  format: 1,
  id: 'sample',
  engagement: {
    title: 'Sample',
    client: 'Client',
    version: '1.0',
    workflow: { name: 'returns', from: 'request', to: 'refund' },
    verdict: { text: 'It is late.', holds: 'wait.late > 0' },
    promise: { text: 'Soon.', business_days: 3, starts: 'request', ends: 'refund' },
    calendar: { time_zone: 'America/New_York', working_days: ['mon'], hours: { from: '09:00', to: '17:00' } },
    locale: 'en-US',
    currency: 'USD',
    period: { from: '2026-03-01', to: '2026-03-31' },
    report_date: '2026-05-04',
    population: { size: 9, unit: 'returns', table: 'records' },
    sample: { size: 3, method: 'drawn', table: 'records' },
    queues: [
      { id: 'desk', name: 'Desk', owner: 'Desk lead' },
      { id: 'back', name: 'Back office', owner: 'Back lead' },
    ],
    inspected: [{ text: 'Records', sources: ['records'] }],
    exclusions: [{ kind: 'not_tested', text: 'Refunds.' }],
    risk_boundaries: ['Nothing changed.'],
    readings: [
      { id: 'short', title: 'Short', for: 'Deciders.', pages: ['index', 'scope'] },
      { id: 'long', title: 'Long', for: 'Doubters.', pages: ['index', 'findings/late', 'evidence'] },
    ],
  },
  sources: [
    {
      id: 'records',
      file: 'records.csv',
      title: 'Records',
      system: 'Desk',
      origin: 'Exported.',
      extracted_at: '2026-04-14T01:30:00Z',
      format: 'csv',
      rows: 3,
      sha256: '0123456789abcdef'.repeat(4),
      columns: { id: 'public', wait: 'public', note: 'internal', name: 'personal' },
    },
  ],
  tables: [
    {
      id: 'records',
      title: 'Records',
      scope: 'sample',
      key: 'id',
      sources: ['records'],
      loader: 'loaders/sample/records.table.ts',
      columns: [
        { name: 'id', label: 'Return', type: 'text', class: 'public' },
        { name: 'wait', label: 'Wait', type: 'number', unit: 'h', class: 'public' },
        { name: 'note', label: 'Note', type: 'text', class: 'internal' },
      ],
      rows: [
        { id: 'r1', wait: 30 },
        { id: 'r2', wait: 25.5 },
        { id: 'r3', wait: null },
      ],
    },
  ],
  refused: [],
  checks: [
    {
      id: 'delay',
      question: 'How late?',
      file: 'loaders/sample/delay.check.ts',
      code: 'one\ntwo\n\n',
      tables: ['records'],
      facts: ['wait.late'],
    },
  ],
  facts: [fact('wait.late', 2, 3), fact('wait.early', 1, 3, { rows: [], line: 1, check: 'other' })],
  findings: [finding('late', 1, 'wait.late')],
  pages: [
    { slug: 'index', title: 'Summary', nav: 'Summary', file: 'content/sample/index.mdx' },
    { slug: 'findings/late', title: 'Title of late', nav: 'Late', file: 'content/sample/findings/late.mdx' },
    { slug: 'evidence', title: 'Evidence', nav: 'Evidence', file: 'content/sample/evidence.mdx' },
    { slug: 'scope', title: 'Scope', nav: 'Scope', file: 'content/sample/scope.mdx' },
  ],
  stated: [],
  notebooks: [],
};

/** The bundle with some of its parts replaced, validated anew. */
export const sampleBundle = (changes: Partial<Record<keyof Bundle, unknown>> = {}): Bundle =>
  schema.parse({ ...whole, ...changes });

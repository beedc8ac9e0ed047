/** A small engagement in memory, so that a test names only the text that it is about. */
import { expect } from 'vitest';
import { compileRoi } from '../../../src/core/roi-compile.ts';
import { givenValues } from '../../../src/core/given.ts';
import { readFrontMatter, readYaml } from '../../../src/pipeline/authored-file.ts';
import type { ReadAuthored } from '../../../src/pipeline/authored-file.ts';
import { checkProse } from '../../../src/pipeline/prose/check.ts';
import type { CheckedProse } from '../../../src/pipeline/prose/check.ts';
import { engagement } from '../../../src/schema/engagement.ts';
import type { Fact } from '../../../src/schema/fact.ts';
import { pageMatter } from '../../../src/schema/page.ts';
import { roi } from '../../../src/schema/roi.ts';

const fact = (id: string, values: Partial<Fact> & Pick<Fact, 'kind' | 'value' | 'unit'>): Fact => ({
  id,
  label: id,
  definition: id,
  parameters: {},
  table: 'records',
  scope: 'sample',
  rows: [],
  population: [],
  show: [],
  check: 'handoff',
  file: 'loaders/t/handoff.check.ts',
  line: 1,
  ...values,
});

export const FACTS: readonly Fact[] = [
  fact('handoff.late_24h', {
    kind: 'proportion',
    value: 0.2375,
    unit: 'share',
    count: 19,
    of: 80,
    interval: { method: 'wilson', level: 0.95, low: 0.1578, high: 0.3412 },
    parameters: { hours: 24 },
  }),
  fact('billing.median_complete', { kind: 'median', value: 31, unit: 'h', of: 57 }),
  fact('billing.median_incomplete', { kind: 'median', value: 67, unit: 'h', of: 23 }),
];

export const ROI = `groups: [{ id: billing, title: Billing }]
assumptions:
  - { id: accounts, group: billing, label: Accounts, value: 220, low: 200, high: 240, min: 100, max: 300, step: 1, unit: a month, basis: attested, source: Client, owner: Client, as_of: '2026-04-30' }
  - { id: fee, group: billing, label: Fee, value: 7, low: 7, high: 7, min: 0, max: 9, step: 1, unit: USD, basis: attested, source: Client, owner: Client, as_of: '2026-04-30' }
steps: [{ id: rework, label: Rework, formula: accounts * fee, unit: USD a month }]
lines: [{ id: billing_rework, label: Billing, step: rework, class: labour, hangs_on: Less rework, unit: USD a month }]
totals: [{ id: labour, label: Labour, class: labour, lines: [billing_rework] }]
`;

export const ENGAGEMENT = `title: Onboarding
client: Client
version: "1.0"
workflow: { name: Onboarding, from: signature, to: completion }
verdict:
  text: It holds.
  holds: handoff.late_24h < 0.5
promise: { text: 'Set up within {{given.promise.business_days | words}} business days.', business_days: 3, starts: signature, ends: completion }
calendar: { time_zone: America/New_York, working_days: [mon, tue], hours: { from: "09:00", to: "17:00" } }
locale: en-US
currency: USD
period: { from: "2026-03-01", to: "2026-03-31" }
report_date: "2026-05-04"
population: { size: 120, unit: accounts, table: accounts }
sample: { size: 80, method: By lot., table: records }
queues: [{ id: ops, name: Operations, owner: Lead }]
inspected: [{ text: The records., sources: [records] }]
exclusions: [{ kind: not_tested, text: Invoices. }]
risk_boundaries: [No change in production.]
`;

/** Checks an engagement whose index has this body, with other front matter or other YAML where given. */
export function check(
  body: string,
  {
    matter = 'title: Summary',
    yaml = ENGAGEMENT,
    model = ROI,
  }: { matter?: string; yaml?: string; model?: string } = {},
): CheckedProse {
  const index = readFrontMatter('index.mdx', `---\n${matter}\nnav: Summary\norder: 1\n---\n\n${body}`, pageMatter);
  const evidence = readFrontMatter(
    'evidence.mdx',
    '---\ntitle: Evidence\nnav: Evidence\norder: 9\n---\n\n<Section id="how" title="How"/>\n\n<Ledger/>\n',
    pageMatter,
  );
  const stated = readYaml('engagement.yaml', yaml, engagement);
  const definition = readYaml('content/test/roi.yaml', model, roi);
  const all: readonly ReadAuthored<unknown>[] = [index, evidence, stated, definition];
  expect(all.flatMap(({ problems }) => problems)).toEqual([]);
  if (!stated.read || !definition.read) throw new Error('engagement.yaml and roi.yaml were not read');
  const parts = { engagement: stated.read.value, findings: [], sources: [], facts: FACTS, refused: [] };
  return checkProse({
    authored: {
      id: 'test',
      roi: definition.read.value,
      engagement: stated.read.value,
      sources: { sources: [] },
      pages: [
        { slug: 'index', title: 'Summary', nav: 'Summary', file: 'index.mdx' },
        { slug: 'evidence', title: 'Evidence', nav: 'Evidence', file: 'evidence.mdx' },
      ],
      files: new Map(all.flatMap(({ read }) => (read ? [[read.authored.file, read.authored]] : []))),
      templates: all.flatMap(({ read }) => read?.templates ?? []),
    },
    facts: FACTS,
    given: givenValues(parts),
    roi: compileRoi(definition.read.value, {}),
    checks: [{ id: 'handoff' }],
    tables: [{ id: 'records' }],
  });
}

/** Another engagement with another model, written over the small fixture: euros, an overlap, ramps, upkeep, no alternatives. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const assumption = (fields: Readonly<Record<string, string | number>>): string =>
  `  - { ${Object.entries({ owner: 'Shift lead', ...fields })
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')} }`;
const assumed = (fields: Readonly<Record<string, string | number>>): string =>
  assumption({ basis: 'assumed', source: 'Guessed by the desk', as_of: "'2026-03-20'", ...fields });

const MODEL = `title: What prompt refunds are worth
groups:
  - { id: parcels, title: Parcels }
  - { id: desk, title: Desk }
  - { id: money, title: Money and time }
assumptions:
${[
  assumed({
    id: 'weekly',
    group: 'parcels',
    label: 'Returned parcels',
    value: 340,
    low: 250,
    high: 420,
    min: 0,
    max: 800,
    step: 10,
    unit: 'a week',
    basis: 'attested',
    source: 'Depot ledger',
  }),
  assumption({
    id: 'late',
    group: 'parcels',
    label: 'Refunds that come late',
    fact: 'refund.late',
    low: 0.05,
    high: 0.5,
    min: 0,
    max: 0.6,
    step: 0.005,
    unit: 'share',
    basis: 'measured',
    source: 'Counted in the parcels',
  }),
  assumed({
    id: 'call',
    group: 'desk',
    label: 'Length of a call',
    value: 12,
    low: 6,
    high: 20,
    min: 0,
    max: 40,
    step: 1,
    unit: 'min',
  }),
  assumed({
    id: 'letter',
    group: 'desk',
    label: 'Length of a letter',
    value: 9,
    low: 5,
    high: 25,
    min: 0,
    max: 40,
    step: 1,
    unit: 'min',
    distribution: 'uniform',
  }),
  assumed({
    id: 'desk_hour',
    group: 'desk',
    label: 'Hour at the desk',
    value: 38.5,
    low: 30,
    high: 48,
    min: 20,
    max: 80,
    step: 0.5,
    unit: 'EUR an hour',
  }),
  assumed({
    id: 'goodwill',
    group: 'desk',
    label: 'Goodwill for each',
    value: 4.5,
    low: 0,
    high: 10,
    min: 0,
    max: 20,
    step: 0.5,
    unit: 'EUR',
  }),
  assumed({
    id: 'licence',
    group: 'money',
    label: 'Licence of the list',
    value: 120,
    low: 100,
    high: 200,
    min: 0,
    max: 1000,
    step: 10,
    unit: 'EUR a month',
  }),
  assumed({
    id: 'fee',
    group: 'money',
    label: 'Fee',
    value: 2500,
    low: 2000,
    high: 3000,
    min: 0,
    max: 9000,
    step: 100,
    unit: 'EUR',
  }),
  assumed({
    id: 'soon',
    group: 'money',
    label: 'Months until calls fall',
    short: 'Calls',
    value: 1,
    low: 0,
    high: 3,
    min: 0,
    max: 12,
    step: 1,
    unit: 'months',
  }),
  assumed({
    id: 'slowly',
    group: 'money',
    label: 'Months until goodwill falls',
    short: 'Goodwill',
    value: 6,
    low: 3,
    high: 12,
    min: 0,
    max: 24,
    step: 1,
    unit: 'months',
  }),
  assumed({
    id: 'ahead',
    group: 'money',
    label: 'Years ahead',
    value: 2,
    low: 1,
    high: 4,
    min: 1,
    max: 6,
    step: 1,
    unit: 'years',
    basis: 'attested',
    source: 'The lease',
  }),
  assumed({
    id: 'rate',
    group: 'money',
    label: 'Discount',
    value: 0.05,
    low: 0.02,
    high: 0.1,
    min: 0,
    max: 0.3,
    step: 0.01,
    unit: 'share a year',
    basis: 'benchmark',
    source: 'A central bank',
  }),
].join('\n')}
steps:
  - { id: yearly_late, label: Late refunds in a year, formula: weekly * late * 52, unit: a year, round: { to: 1, rule: down } }
  - { id: call_cost, label: Calls, formula: yearly_late * call / 60 * desk_hour, unit: EUR a year }
  - { id: letter_cost, label: Letters, formula: yearly_late * letter / 60 * desk_hour, unit: EUR a year }
  - { id: goodwill_cost, label: Goodwill, formula: yearly_late * goodwill, unit: EUR a year }
  - { id: licence_year, label: Licence in a year, formula: licence * 12, unit: EUR a year }
lines:
  - { id: calls, label: Fewer calls, step: call_cost, class: labour, finding: late-refunds, overlap: minutes, unit: EUR a year }
  - { id: letters, label: Fewer letters, step: letter_cost, class: labour, finding: late-refunds, overlap: minutes, unit: EUR a year }
  - { id: vouchers, label: Fewer vouchers, step: goodwill_cost, class: labour, benefit: hard_saving, hangs_on: Patience of customers, ramp: slowly, unit: EUR a year }
overlaps:
  - { id: minutes, label: Minutes at the desk, why: Who calls does not write. }
totals:
  - { id: desk_total, label: Desk, class: labour, lines: [calls, letters, vouchers] }
case: { total: desk_total, price: fee, upkeep: licence_year, ramp: soon, horizon: ahead, discount: rate }
`;

const PAGE = `---
title: Prompt refunds are worth {{roi.desk_total}} as published
nav: Worth
order: 4
lead: Another model, another shape.
---

<RoiBench/>
`;

/** Adds model and page to a copy of the fixture, whose locale is another than the sample's, too. */
export function addSecondModel(root: string): void {
  const content = join(root, 'content', 'parcel-returns');
  writeFileSync(join(content, 'roi.yaml'), MODEL);
  writeFileSync(join(content, 'worth.mdx'), PAGE);
}

import { defineCheck } from 'workbench';
import { BILLING_FIELDS } from './billing-fields.ts';
import type handoffFields from './handoff_fields.table.ts';
import type queueEntries from './queue_entries.table.ts';
import type records from './records.table.ts';
import type runbookPages from './runbook_pages.table.ts';

const INCOMPLETE =
  'Sampled records in which at least one of the four fields that the runbook requires was blank at queue entry: billing cadence, tax region, invoice contact, purchase-order requirement.';

interface Handoff {
  readonly missing_billing_cadence: boolean;
  readonly missing_tax_region: boolean;
  readonly missing_invoice_contact_email: boolean;
  readonly tax_review_required: boolean | null;
}

/** The handoff rule as the source document writes it: without the purchase-order field. */
function blockedBySourceRule(row: Handoff): boolean {
  const regionMissing = row.missing_tax_region && row.tax_review_required !== true;
  return row.missing_billing_cadence || row.missing_invoice_contact_email || regionMissing;
}

export default defineCheck<{
  records: typeof records;
  handoff_fields: typeof handoffFields;
  runbook_pages: typeof runbookPages;
  queue_entries: typeof queueEntries;
}>({
  question: 'Are the billing data complete when implementation starts, and what does it cost when they are not?',
  needs: ['records', 'handoff_fields', 'runbook_pages', 'queue_entries'],
  facts: ({ records, handoff_fields, runbook_pages, queue_entries }, fact) => {
    const incomplete = records.where(({ billing_complete }) => !billing_complete);
    const complete = records.where(({ billing_complete }) => billing_complete);
    const show = ['missing_fields', 'tax_review_required'] as const;
    const required = new Set(
      runbook_pages.rows.flatMap(({ requires }) => requires.split(', ')).filter((name) => name !== ''),
    );
    const returned = new Set(
      queue_entries.rows.filter(({ outcome }) => outcome === 'returned').map(({ account_id }) => account_id),
    );
    const medianHours = (id: string, which: string, of: typeof records) =>
      fact.median(id, {
        label: `Median time from signature to completion, billing data ${which}`,
        definition: `Elapsed hours from signature to completion, over completed sampled records with ${which} billing data.`,
        unit: 'h',
        of: of.where(({ completed_at }) => completed_at !== null),
        value: ({ cycle_hours }) => cycle_hours ?? Number.NaN,
        show: ['signed_at', 'completed_at', 'cycle_hours', 'missing_fields'],
      });
    const withinTarget = (id: string, which: string, of: typeof records) =>
      fact.proportion(id, {
        label: `Within target from signature, billing data ${which}`,
        definition: `Completed sampled records with ${which} billing data that met the target from signature.`,
        of: of.where(({ completed_at }) => completed_at !== null),
        where: ({ kept_signature_clock }) => kept_signature_clock === true,
        show: ['cycle_hours', 'missing_fields'],
      });
    return [
      fact.proportion('billing.incomplete', {
        label: 'Billing data missing at queue entry',
        definition: `${INCOMPLETE} A marked tax review does not fill in the region.`,
        of: records,
        where: ({ billing_complete }) => !billing_complete,
        show,
      }),
      medianHours('billing.median_hours_complete', 'complete', complete),
      medianHours('billing.median_hours_incomplete', 'incomplete', incomplete),
      fact.medianDifference('billing.median_hours_difference', {
        label: 'Median time to completion, billing data incomplete less complete',
        definition:
          'The median of the elapsed hours from signature to completion over completed sampled records with a billing field missing, less that over those with none missing.',
        unit: 'h',
        of: incomplete.where(({ completed_at }) => completed_at !== null),
        less: complete.where(({ completed_at }) => completed_at !== null),
        value: ({ cycle_hours }) => cycle_hours ?? Number.NaN,
        show: ['cycle_hours', 'missing_fields'],
      }),
      withinTarget('billing.within_target_complete', 'complete', complete),
      withinTarget('billing.within_target_incomplete', 'incomplete', incomplete),
      ...BILLING_FIELDS.map(({ field, label }) =>
        fact.proportion(`billing.missing_${field}`, {
          label: `Missing at queue entry: ${label}`,
          definition: `Sampled records in which the ${label} was blank at queue entry.`,
          of: records,
          where: (row) => row[`missing_${field}`],
          show,
        }),
      ),
      fact.proportion('billing.missing_several', {
        label: 'More than one billing field missing',
        definition: 'Sampled records in which two or more of the four billing fields were blank at queue entry.',
        of: records,
        where: ({ missing_count }) => missing_count > 1,
        show,
      }),
      fact.proportion('billing.only_purchase_order', {
        label: 'Only the purchase-order requirement missing',
        definition: 'Sampled records in which the purchase-order requirement was the only billing field left blank.',
        of: records,
        where: ({ missing_fields }) => missing_fields === 'purchase_order_requirement',
        show,
      }),
      fact.proportion('billing.tax_review_exception', {
        label: 'Tax region left to a marked tax review',
        definition:
          'Sampled records with a blank tax region and a tax review marked as required. They count as incomplete.',
        of: records,
        where: ({ missing_tax_region, tax_review_required }) => missing_tax_region && tax_review_required === true,
        show,
      }),
      fact.proportion('billing.blocked_by_source_rule', {
        label: 'Incomplete handoffs that the proposed rule would stop',
        definition:
          'Of the incomplete sampled records, those that lack the billing cadence, the invoice contact, or a tax region without a marked tax review. The rule does not look at the purchase order.',
        of: incomplete,
        where: blockedBySourceRule,
        show,
      }),
      fact.proportion('billing.passed_by_source_rule', {
        label: 'Incomplete handoffs that the proposed rule would let pass',
        definition:
          'Of the incomplete sampled records, those that lack only the purchase-order requirement, a tax region under a marked review, or both.',
        of: incomplete,
        where: (row) => !blockedBySourceRule(row),
        show,
      }),
      fact.proportion('billing.late_when_incomplete', {
        label: 'Handoff over 24 hours, billing data missing',
        definition: 'Of the incomplete sampled records, those queued more than 24 elapsed hours after signature.',
        of: incomplete,
        where: ({ handoff_hours }) => handoff_hours > 24,
        show: ['handoff_hours', 'missing_fields'],
      }),
      fact.proportion('billing.late_when_complete', {
        label: 'Handoff over 24 hours, billing data complete',
        definition: 'Of the complete sampled records, those queued more than 24 elapsed hours after signature.',
        of: complete,
        where: ({ handoff_hours }) => handoff_hours > 24,
        show: ['handoff_hours'],
      }),
      fact.proportion('billing.returned_to_sales', {
        label: 'Incomplete handoffs sent back to sales',
        definition:
          'Of the incomplete sampled records, those whose entry left the implementation queue with the outcome "returned".',
        of: incomplete,
        where: ({ account_id }) => returned.has(account_id),
        show: ['missing_fields', 'cycle_hours'],
      }),
      fact.proportion('billing.optional_in_form', {
        label: 'Fields that the runbook requires and the form does not',
        definition:
          'Of the fields of the handoff form that a runbook page requires before implementation starts, those that can be left blank.',
        of: handoff_fields.where(({ field }) => required.has(field)),
        where: (row) => !row.required,
        show: ['label', 'required'],
      }),
    ];
  },
});

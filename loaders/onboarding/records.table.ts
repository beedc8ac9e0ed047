import { escape } from 'arquero';
import { blank, column, defineTable, flag, instant, text } from 'workbench';
import { z } from 'zod';
import { missingFields } from './billing-fields.ts';
import { deadline, hoursLate, kept } from './promise.ts';

const row = z.object({
  account_id: text(),
  signed_at: instant(),
  onboarding_created_at: instant(),
  completed_at: blank(instant()),
  billing_cadence: blank(text()),
  tax_region: blank(text()),
  invoice_contact_email: blank(text()),
  purchase_order_requirement: blank(text()),
  tax_review_required: blank(flag()),
  last_internal_note: blank(text()),
  last_external_message: blank(text()),
});
type Handoff = z.output<typeof row>;

interface Judged {
  readonly completed_at: Date | null;
  readonly kept_dashboard_clock: boolean | null;
  readonly kept_signature_clock: boolean | null;
}

/** The two clocks together: a record can be late on the signature clock alone, never on the dashboard's alone. */
function outcome({ completed_at, kept_dashboard_clock, kept_signature_clock }: Judged): string {
  if (completed_at === null) return 'open';
  if (kept_signature_clock === true) return 'within target';
  return kept_dashboard_clock === true ? 'within target on the dashboard only' : 'late on both clocks';
}

/** Bands of elapsed hours; the limits are those of the proposed report and of the finding. */
function band(hours: number): string {
  if (hours > 48) return 'over 48 h';
  if (hours > 24) return '24 to 48 h';
  return hours > 12 ? '12 to 24 h' : 'up to 12 h';
}

export default defineTable()({
  title: 'Sampled records',
  source: 'onboarding-sample',
  key: 'account_id',
  scope: 'sample',
  row,
  columns: {
    account_id: column.text('Account'),
    signed_at: column.time('Signed'),
    onboarding_created_at: column.time('Queue entry created'),
    completed_at: column.time('Completed', { blank: true }),
    handoff_hours: column.number('Signature to queue', 'h'),
    handoff_office_hours: column.number('Signature to queue, office hours only', 'h'),
    handoff_band: column.text('Handoff'),
    cycle_hours: column.number('Signature to completion', 'h', { blank: true }),
    queue_hours: column.number('Queue to completion', 'h', { blank: true }),
    due_signature_clock: column.time('Due, counted from signature'),
    due_dashboard_clock: column.time('Due, counted from queue creation'),
    late_hours_signature_clock: column.number('Late, counted from signature', 'h', { blank: true }),
    kept_signature_clock: column.boolean('Within target from signature', { blank: true }),
    kept_dashboard_clock: column.boolean('Within target from queue creation', { blank: true }),
    outcome: column.text('Outcome'),
    billing_complete: column.boolean('All four billing fields filled in'),
    missing_fields: column.text('Billing fields missing'),
    missing_count: column.number('Number of billing fields missing', 'fields'),
    missing_billing_cadence: column.boolean('Billing cadence missing'),
    missing_tax_region: column.boolean('Tax region missing'),
    missing_invoice_contact_email: column.boolean('Invoice contact missing'),
    missing_purchase_order_requirement: column.boolean('Purchase-order requirement missing'),
    tax_review_required: column.boolean('Tax review marked', { blank: true }),
    last_internal_note: column.text('Last internal note', { blank: true }),
    last_external_message: column.text('Last message to the customer', { blank: true }),
  },
  transform: (rows, context) => {
    const { calendar } = context;
    return rows
      .derive({
        handoff_hours: escape((row: Handoff) => calendar.elapsedHours(row.signed_at, row.onboarding_created_at)),
        handoff_office_hours: escape((row: Handoff) =>
          calendar.businessHoursBetween(row.signed_at, row.onboarding_created_at),
        ),
        cycle_hours: escape(
          (row: Handoff) => row.completed_at && calendar.elapsedHours(row.signed_at, row.completed_at),
        ),
        queue_hours: escape(
          (row: Handoff) => row.completed_at && calendar.elapsedHours(row.onboarding_created_at, row.completed_at),
        ),
        due_signature_clock: escape((row: Handoff) => deadline(context, row.signed_at)),
        due_dashboard_clock: escape((row: Handoff) => deadline(context, row.onboarding_created_at)),
        late_hours_signature_clock: escape((row: Handoff) => hoursLate(context, row.signed_at, row.completed_at)),
        kept_signature_clock: escape((row: Handoff) => kept(context, row.signed_at, row.completed_at)),
        kept_dashboard_clock: escape((row: Handoff) => kept(context, row.onboarding_created_at, row.completed_at)),
        billing_complete: escape((row: Handoff) => missingFields(row).length === 0),
        missing_fields: escape((row: Handoff) => missingFields(row).join(', ')),
        missing_count: escape((row: Handoff) => missingFields(row).length),
        missing_billing_cadence: escape((row: Handoff) => row.billing_cadence === null),
        missing_tax_region: escape((row: Handoff) => row.tax_region === null),
        missing_invoice_contact_email: escape((row: Handoff) => row.invoice_contact_email === null),
        missing_purchase_order_requirement: escape((row: Handoff) => row.purchase_order_requirement === null),
      })
      .derive({
        outcome: escape(outcome),
        handoff_band: escape((row: { handoff_hours: number }) => band(row.handoff_hours)),
      })
      .orderby('signed_at', 'account_id');
  },
});

/** The handoff rule, as the source wrote it and with the purchase-order requirement of the runbook. */
import type { BillingField } from './billing-fields.ts';

/** A handoff form as it is submitted. */
export interface Handoff {
  readonly blank: readonly BillingField[];
  /** Null where the mark was left blank. */
  readonly tax_review_required: boolean | null;
  /** Whether the account was open before the form was saved. */
  readonly already_open: boolean;
}

export type Decision =
  | { readonly outcome: 'submitted' | 'untouched' }
  | {
      readonly outcome: 'blocked';
      readonly missing: readonly BillingField[];
      /** Team that supplies what is missing. */
      readonly team: 'sales_ops';
      /** What to do, field by field. */
      readonly correction: readonly string[];
    };

export const CORRECTION: Readonly<Record<BillingField, string>> = {
  billing_cadence: 'Choose how often the customer is billed.',
  invoice_contact_email: 'Enter the address that receives invoices.',
  tax_region: 'Choose the tax region, or mark the tax review as required.',
  purchase_order_requirement: 'Say whether a purchase order is needed.',
};

/** What a rule of this kind can get wrong. */
export interface Reading {
  readonly always: readonly BillingField[];
  readonly needsRegion: (reviewRequired: boolean | null) => boolean;
  readonly names: (missing: readonly BillingField[]) => readonly BillingField[];
  readonly touchesOpen: boolean;
}

/** The published rule: cadence and invoice contact always, the region unless a tax review is marked. */
export const asWritten: Reading = {
  always: ['billing_cadence', 'invoice_contact_email'],
  needsRegion: (reviewRequired) => reviewRequired !== true,
  names: (missing) => missing,
  touchesOpen: false,
};

/** The same, with the fourth field that page RB-02 of the runbook requires. */
export const withOrder: Reading = { ...asWritten, always: [...asWritten.always, 'purchase_order_requirement'] };

export const handoffRule =
  ({ always, needsRegion, names, touchesOpen }: Reading) =>
  ({ blank, tax_review_required, already_open }: Handoff): Decision => {
    if (already_open && !touchesOpen) return { outcome: 'untouched' };
    const required = needsRegion(tax_review_required) ? [...always, 'tax_region' as const] : always;
    const missing = names(required.filter((field) => blank.includes(field)));
    if (missing.length === 0) return { outcome: 'submitted' };
    return { outcome: 'blocked', missing, team: 'sales_ops', correction: missing.map((field) => CORRECTION[field]) };
  };

/** "blocked: tax_region" */
export const says = (decision: Decision): string =>
  decision.outcome === 'blocked' ? `blocked: ${decision.missing.join(', ')}` : decision.outcome;

/** What the acceptance criteria ask of a blocked handoff that lacks these fields. */
export const blocked = (...missing: BillingField[]): Decision => ({
  outcome: 'blocked',
  missing,
  team: 'sales_ops',
  correction: missing.map((field) => CORRECTION[field]),
});
export const submitted: Decision = { outcome: 'submitted' };
export const untouched: Decision = { outcome: 'untouched' };

interface SampledHandoff {
  readonly missing_billing_cadence: boolean;
  readonly missing_tax_region: boolean;
  readonly missing_invoice_contact_email: boolean;
  readonly missing_purchase_order_requirement: boolean;
  readonly tax_review_required: boolean | null;
}
const handoff = (row: SampledHandoff, already_open: boolean): Handoff => ({
  blank: [
    ...(row.missing_billing_cadence ? (['billing_cadence'] as const) : []),
    ...(row.missing_tax_region ? (['tax_region'] as const) : []),
    ...(row.missing_invoice_contact_email ? (['invoice_contact_email'] as const) : []),
    ...(row.missing_purchase_order_requirement ? (['purchase_order_requirement'] as const) : []),
  ],
  tax_review_required: row.tax_review_required,
  already_open,
});
/** The handoff as it was made. */
export const made = (row: SampledHandoff): Handoff => handoff(row, false);
/** The same form, saved again while the account was open. */
export const savedAgain = (row: SampledHandoff): Handoff => handoff(row, true);

/** What the runbook asks for, read from the record: the region may stay open under a marked review. */
export const lacksRequired = (row: SampledHandoff): boolean =>
  row.missing_billing_cadence ||
  row.missing_invoice_contact_email ||
  row.missing_purchase_order_requirement ||
  (row.missing_tax_region && row.tax_review_required !== true);

export const ACCEPTANCE = [
  'A blocked handoff shows the names of the missing fields, the team that supplies them and the correction of each.',
  'A blank region passes under a marked tax review, and is blocked when the mark is unset or left blank.',
  'A form that is saved again for an account that is already open is left untouched.',
  'A complete handoff is submitted.',
] as const;

export const RUN = {
  definition:
    'Sampled records that lack a field which the runbook requires; a region under a marked tax review is not required.',
  labels: {
    caught: 'Incomplete handoffs that the rule blocks',
    missed: 'Incomplete handoffs that the rule lets pass',
    wrongly: 'Complete handoffs that the rule blocks',
  },
  show: ['missing_fields', 'tax_review_required'],
} as const;

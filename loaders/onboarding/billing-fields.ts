/** The four billing fields that page RB-02 of the runbook asks for before implementation starts. */
export const BILLING_FIELDS = [
  { field: 'billing_cadence', label: 'billing cadence' },
  { field: 'tax_region', label: 'tax region' },
  { field: 'invoice_contact_email', label: 'invoice contact' },
  { field: 'purchase_order_requirement', label: 'purchase-order requirement' },
] as const;

export type BillingField = (typeof BILLING_FIELDS)[number]['field'];

/** The four as a handoff holds them; null is blank. */
export type BillingHandoff = Readonly<Record<BillingField, string | null>>;

/** The fields left blank, in the runbook's order. A marked tax review does not fill in a region. */
export function missingFields(handoff: BillingHandoff): BillingField[] {
  return BILLING_FIELDS.map(({ field }) => field).filter((field) => handoff[field] === null);
}

/** The four billing fields of the handoff form, and which of them stay blank in incomplete records. */
import type { Chance } from './chance.ts';

export interface BillingFields {
  readonly billing_cadence: string;
  readonly tax_region: string;
  /** Whether the invoice contact is known; the address itself belongs to the customer. */
  readonly has_invoice_contact: boolean;
  readonly purchase_order_requirement: string;
  readonly tax_review_required: 'true' | 'false' | '';
}

const TAX_REGIONS: Readonly<Record<string, readonly string[]>> = {
  Northeast: ['US-NY', 'US-MA', 'US-NJ', 'US-PA', 'US-CT'],
  Southeast: ['US-FL', 'US-GA', 'US-NC', 'US-VA'],
  Midwest: ['US-IL', 'US-OH', 'US-MI', 'US-MN'],
  West: ['US-CA', 'US-WA', 'US-CO', 'US-OR'],
};

export function completeBilling(chance: Chance, region: string): BillingFields {
  return {
    billing_cadence: chance.pick(['monthly', 'monthly', 'annual', 'annual', 'quarterly'] as const),
    tax_region: chance.pick(TAX_REGIONS[region] ?? ['US-NY']),
    has_invoice_contact: true,
    purchase_order_requirement: chance.pick(['not_required', 'not_required', 'not_required', 'required'] as const),
    tax_review_required: chance.pick(['false', 'false', 'false', 'false', 'false', ''] as const),
  };
}

const NO_CADENCE = { billing_cadence: '' } as const;
const NO_REGION = { tax_region: '', tax_review_required: 'false' } as const;
/** The exception that the form lets a seller mark: the region is left to a tax review. */
const REGION_UNDER_REVIEW = { tax_region: '', tax_review_required: 'true' } as const;
/** Nobody said whether a review is needed. */
const REGION_UNDECIDED = { tax_region: '', tax_review_required: '' } as const;
const NO_INVOICE_CONTACT = { has_invoice_contact: false } as const;
const NO_PURCHASE_ORDER = { purchase_order_requirement: '' } as const;

/** One entry for each of the 23 incomplete records. */
export const GAPS: readonly Partial<BillingFields>[] = [
  ...repeat(5, NO_PURCHASE_ORDER),
  ...repeat(3, REGION_UNDER_REVIEW),
  ...repeat(3, NO_REGION),
  REGION_UNDECIDED,
  ...repeat(3, NO_CADENCE),
  ...repeat(3, NO_INVOICE_CONTACT),
  { ...NO_CADENCE, ...NO_INVOICE_CONTACT },
  { ...NO_INVOICE_CONTACT, ...NO_PURCHASE_ORDER },
  { ...NO_CADENCE, ...NO_REGION, ...NO_PURCHASE_ORDER },
  { ...REGION_UNDER_REVIEW, ...NO_PURCHASE_ORDER },
  { ...NO_CADENCE, ...NO_REGION, ...NO_INVOICE_CONTACT, ...NO_PURCHASE_ORDER },
];

/** Complete records whose tax review is marked although the region is known. */
export const REVIEWED_WITH_REGION = 2;

function repeat<T>(count: number, value: T): T[] {
  return Array.from({ length: count }, () => value);
}

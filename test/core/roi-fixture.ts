import type { RoiAssumption, RoiDefinition } from '../../src/core/roi-definition.ts';

type Given = Partial<RoiAssumption> & Pick<RoiAssumption, 'id' | 'label' | 'unit' | 'low' | 'high' | 'min' | 'max' | 'step'>;

const assumption = (group: string, given: Given): RoiAssumption => ({
  group,
  basis: given.fact === undefined ? 'assumed' : 'measured',
  source: 'The sprint',
  owner: 'Operations',
  ...given,
});

/** The ROI model of the onboarding proof, in the words of its source document. */
export const onboarding = (): RoiDefinition => ({
  title: 'What four controls are worth',
  groups: [
    { id: 'volume', title: 'Volume and cost' },
    { id: 'billing', title: 'Billing rework' },
    { id: 'provisioning', title: 'Provisioning exceptions' },
    { id: 'review', title: 'Review and audit' },
    { id: 'revenue', title: 'Revenue protection', scenario: true },
  ],
  assumptions: [
    assumption('volume', { id: 'accounts', label: 'New accounts', value: 220, unit: 'a month', low: 120, high: 240, min: 50, max: 400, step: 5 }),
    assumption('volume', { id: 'loaded_hour', label: 'Loaded hour', value: 65, unit: 'USD an hour', low: 55, high: 80, min: 30, max: 120, step: 1 }),
    assumption('billing', { id: 'incomplete', label: 'Handoffs missing a field', fact: 'billing.incomplete', unit: 'share', low: 0.19, high: 0.4, min: 0, max: 1, step: 0.0025 }),
    assumption('billing', { id: 'handling', label: 'Time lost on each', value: 35, unit: 'min', low: 20, high: 50, min: 0, max: 120, step: 5 }),
    assumption('provisioning', { id: 'exception_rate', label: 'Exceptions', value: 0.02, unit: 'share', low: 0.01, high: 0.04, min: 0, max: 0.1, step: 0.005 }),
    assumption('provisioning', { id: 'diagnosis', label: 'Diagnosis on each', value: 2, unit: 'h', low: 1, high: 3, min: 0, max: 8, step: 0.5 }),
    assumption('review', { id: 'managers', label: 'Managers', value: 2, unit: 'people', low: 1, high: 3, min: 0, max: 10, step: 1 }),
    assumption('review', { id: 'review_saved', label: 'Saved by each', value: 45, unit: 'min a week', low: 20, high: 60, min: 0, max: 120, step: 5 }),
    assumption('review', { id: 'preparers', label: 'People preparing', value: 3, unit: 'people', low: 2, high: 4, min: 0, max: 10, step: 1 }),
    assumption('review', { id: 'preparation', label: 'Preparation by each', value: 8, unit: 'h', low: 4, high: 10, min: 0, max: 24, step: 1 }),
    assumption('review', { id: 'reviews', label: 'Evidence reviews', value: 4, unit: 'a year', low: 2, high: 6, min: 0, max: 12, step: 1 }),
    assumption('revenue', { id: 'revenue_per_account', label: 'Revenue per account', value: 18000, unit: 'USD a year', low: 9000, high: 24000, min: 0, max: 60000, step: 500 }),
    assumption('revenue', { id: 'at_risk', label: 'Accounts at risk', value: 0.05, unit: 'share', low: 0.02, high: 0.08, min: 0, max: 0.2, step: 0.01 }),
    assumption('revenue', { id: 'churn_prevented', label: 'Early churn prevented', value: 1, unit: 'a quarter', low: 0, high: 2, min: 0, max: 5, step: 1 }),
    assumption('revenue', { id: 'concessions_prevented', label: 'Concessions prevented', value: 2, unit: 'a month', low: 0, high: 4, min: 0, max: 10, step: 1 }),
    assumption('revenue', { id: 'concession', label: 'Size of a concession', value: 0.1, unit: 'share', low: 0.05, high: 0.2, min: 0, max: 0.5, step: 0.01 }),
  ],
  // Out of order on purpose: the yearly value stands before what it needs.
  steps: [
    { id: 'billing_year', label: 'Billing rework', formula: 'billing_month * 12', unit: 'USD a year' },
    { id: 'handoffs', label: 'Handoffs with a gap', formula: 'accounts * incomplete', unit: 'a month', round: { to: 1, rule: 'half-up' } },
    { id: 'handoff_hours', label: 'Hours lost on them', formula: 'handoffs * handling / 60', unit: 'h a month', round: { to: 1, rule: 'half-up' } },
    { id: 'billing_month', label: 'Billing rework a month', formula: 'handoff_hours * loaded_hour', unit: 'USD a month' },
    { id: 'exceptions', label: 'Serious exceptions', formula: 'accounts * exception_rate', unit: 'a month', round: { to: 1, rule: 'up' } },
    { id: 'exception_hours', label: 'Hours on exceptions', formula: 'exceptions * diagnosis', unit: 'h a month' },
    { id: 'provisioning_year', label: 'Provisioning', formula: 'exception_hours * loaded_hour * 12', unit: 'USD a year' },
    { id: 'review_hours', label: 'Review time', formula: 'managers * review_saved / 60 * 52', unit: 'h a year' },
    { id: 'review_year', label: 'Manager review', formula: 'review_hours * loaded_hour', unit: 'USD a year' },
    { id: 'audit_hours', label: 'Audit preparation', formula: 'preparers * preparation * reviews', unit: 'h a year' },
    { id: 'audit_year', label: 'Audit preparation', formula: 'audit_hours * loaded_hour', unit: 'USD a year' },
    { id: 'labour_hours', label: 'Hours given back', formula: '(handoff_hours + exception_hours) * 12 + review_hours + audit_hours', unit: 'h a year' },
    { id: 'accounts_at_risk', label: 'Accounts at risk', formula: 'accounts * at_risk', unit: 'a month' },
    { id: 'churn_year', label: 'Early churn prevented', formula: 'churn_prevented * 4 * revenue_per_account', unit: 'USD a year' },
    { id: 'concessions_year', label: 'Concessions prevented', formula: 'concessions_prevented * 12 * revenue_per_account * concession', unit: 'USD a year' },
  ],
  lines: [
    { id: 'billing_rework', label: 'Billing rework', step: 'billing_year', class: 'labour', finding: 'billing-fields', unit: 'USD a year' },
    { id: 'provisioning_response', label: 'Provisioning response', step: 'provisioning_year', class: 'labour', unit: 'USD a year' },
    { id: 'review_time', label: 'Review time', step: 'review_year', class: 'labour', unit: 'USD a year' },
    { id: 'audit_preparation', label: 'Audit preparation', step: 'audit_year', class: 'labour', unit: 'USD a year' },
    { id: 'churn', label: 'Early churn prevented', step: 'churn_year', class: 'revenue_protection', unit: 'USD a year' },
    { id: 'concessions', label: 'Concessions prevented', step: 'concessions_year', class: 'revenue_protection', unit: 'USD a year' },
  ],
  totals: [
    { id: 'labour', label: 'Labour, a year', class: 'labour', lines: ['billing_rework', 'provisioning_response', 'review_time', 'audit_preparation'], hours_step: 'labour_hours' },
    { id: 'revenue_protection', label: 'Revenue protection', class: 'revenue_protection', lines: ['churn', 'concessions'] },
  ],
  comparisons: [{ id: 'hire', label: 'One hire, fully loaded', low: 90000, high: 130000, unit: 'USD a year', source: 'Source document' }],
});

export const facts = { 'billing.incomplete': 23 / 80 };

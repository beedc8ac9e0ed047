import { defineControl } from 'workbench';
import type { Decision, Handoff } from './handoff-rule.ts';
import {
  ACCEPTANCE,
  RUN,
  asWritten,
  blocked,
  handoffRule,
  lacksRequired,
  made,
  savedAgain,
  says,
  submitted,
  untouched,
  withOrder,
} from './handoff-rule.ts';
import type records from './records.table.ts';

export default defineControl<{ records: typeof records }>()<Handoff, Decision>({
  title: 'The handoff rule with the purchase order of the runbook',
  acceptance: [...ACCEPTANCE, 'A handoff that does not say whether a purchase order is needed is blocked.'],
  needs: ['records'],
  rule: handoffRule(withOrder),
  says,
  replays: (replay, { records }) => {
    const show = ['tax_review_required'] as const;
    return [
      replay(records, 'acct_1768', { tries: 'nothing missing', input: made, expected: submitted, show }),
      replay(records, 'acct_1903', {
        tries: 'the purchase-order requirement alone missing',
        input: made,
        expected: blocked('purchase_order_requirement'),
        show,
      }),
      replay(records, 'acct_1829', {
        tries: 'the region missing, tax review marked',
        input: made,
        expected: submitted,
        show,
      }),
      replay(records, 'acct_1848', {
        tries: 'region and purchase order missing, tax review marked',
        input: made,
        expected: blocked('purchase_order_requirement'),
        show,
      }),
      replay(records, 'acct_1776', {
        tries: 'the region missing, the mark left blank',
        input: made,
        expected: blocked('tax_region'),
        show,
      }),
      replay(records, 'acct_1764', {
        tries: 'every field missing',
        input: made,
        expected: blocked('billing_cadence', 'invoice_contact_email', 'purchase_order_requirement', 'tax_region'),
        show,
      }),
      replay(records, 'acct_1848', {
        tries: 'the same form saved again while the account is open',
        input: savedAgain,
        expected: untouched,
        show,
      }),
    ];
  },
  counterfactual: (run, { records }) =>
    run({
      ...RUN,
      of: records,
      input: made,
      should: lacksRequired,
      flags: ({ outcome }) => outcome === 'blocked',
    }),
  mutations: [
    {
      id: 'order_forgotten',
      defect: 'The purchase-order requirement is not asked for.',
      rule: handoffRule(asWritten),
    },
    {
      id: 'order_under_the_exception',
      defect: 'A marked tax review excuses the purchase order as well.',
      rule: (handoff) => handoffRule(handoff.tax_review_required === true ? asWritten : withOrder)(handoff),
    },
    {
      id: 'exception_dropped',
      defect: 'The region is required under a marked review too.',
      rule: handoffRule({ ...withOrder, needsRegion: () => true }),
    },
    {
      id: 'blank_mark_passes',
      defect: 'A mark left blank counts as set.',
      rule: handoffRule({ ...withOrder, needsRegion: (required) => required === false }),
    },
    {
      id: 'open_accounts_too',
      defect: 'Accounts that are already open are blocked as well.',
      rule: handoffRule({ ...withOrder, touchesOpen: true }),
    },
  ],
});

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
} from './handoff-rule.ts';
import type records from './records.table.ts';

export default defineControl<{ records: typeof records }>()<Handoff, Decision>({
  title: 'The handoff rule as the source wrote it',
  acceptance: ACCEPTANCE,
  needs: ['records'],
  rule: handoffRule(asWritten),
  says,
  replays: (replay, { records }) => {
    const show = ['tax_review_required'] as const;
    return [
      replay(records, 'acct_1768', { tries: 'nothing missing', input: made, expected: submitted, show }),
      replay(records, 'acct_1867', {
        tries: 'the billing cadence missing',
        input: made,
        expected: blocked('billing_cadence'),
        show,
      }),
      replay(records, 'acct_1777', {
        tries: 'the invoice contact missing',
        input: made,
        expected: blocked('invoice_contact_email'),
        show,
      }),
      replay(records, 'acct_1812', {
        tries: 'the region missing, no tax review',
        input: made,
        expected: blocked('tax_region'),
        show,
      }),
      replay(records, 'acct_1829', {
        tries: 'the region missing, tax review marked',
        input: made,
        expected: submitted,
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
        expected: blocked('billing_cadence', 'invoice_contact_email', 'tax_region'),
        show,
      }),
      replay(records, 'acct_1903', {
        tries: 'the purchase-order requirement alone missing',
        input: made,
        expected: submitted,
        show,
      }),
      replay(records, 'acct_1809', {
        tries: 'saved again without a cadence while the account was open',
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
      id: 'exception_turned_round',
      defect: 'The region is required only under a marked review.',
      rule: handoffRule({ ...asWritten, needsRegion: (required) => required === true }),
    },
    {
      id: 'blank_mark_passes',
      defect: 'A mark left blank counts as set, which is how the published lines read when blank is not false.',
      rule: handoffRule({ ...asWritten, needsRegion: (required) => required === false }),
    },
    {
      id: 'contact_forgotten',
      defect: 'The invoice contact is not required.',
      rule: handoffRule({ ...asWritten, always: ['billing_cadence'] }),
    },
    {
      id: 'first_field_only',
      defect: 'The message names the first missing field and no other.',
      rule: handoffRule({ ...asWritten, names: (missing) => missing.slice(0, 1) }),
    },
    {
      id: 'open_accounts_too',
      defect: 'Accounts that are already open are blocked as well.',
      rule: handoffRule({ ...asWritten, touchesOpen: true }),
    },
  ],
});

import { describe, expect, it } from 'vitest';
import { blockedReason, type Failure, type Handoff, type Wait } from '../../../loaders/onboarding/blocked-reason.ts';

const wait = (note: string | null, changes: Partial<Wait> = {}): Wait => ({
  account_id: 'acct_1',
  entered_at: new Date('2026-03-10T14:00:00Z'),
  left_at: new Date('2026-03-11T14:00:00Z'),
  note,
  ...changes,
});
const complete: Handoff = { missing_fields: '', tax_review_required: false };
const incomplete: Handoff = { missing_fields: 'billing_cadence', tax_review_required: false };
const underReview: Handoff = { missing_fields: 'tax_region', tax_review_required: true };
const conflict = (at: string, changes: Partial<Failure> = {}): Failure => ({
  account_id: 'acct_1',
  at: new Date(at),
  failure_code: 'workspace_conflict',
  ...changes,
});

describe('the reason of a wait', () => {
  it('is told by the note', () => {
    expect(blockedReason(wait('Waiting for the customer'), complete, [])).toEqual({
      reason: 'customer_input',
      evidence: 'note',
    });
    expect(blockedReason(wait('Sales ops has to answer'), complete, [])).toEqual({
      reason: 'sales_ops_missing_data',
      evidence: 'note',
    });
    expect(blockedReason(wait('BILLING review'), complete, [])).toEqual({
      reason: 'billing_ops_review',
      evidence: 'note',
    });
    expect(blockedReason(wait('workspace name taken'), complete, [])).toEqual({
      reason: 'workspace_conflict',
      evidence: 'note',
    });
  });

  it('is not told by a note that names two blockers, even where the form lacks a field', () => {
    expect(blockedReason(wait('customer or billing'), incomplete, [])).toEqual({
      reason: null,
      evidence: 'note names several',
    });
  });

  it('is told by the form where the note is silent', () => {
    expect(blockedReason(wait(null), incomplete, [])).toEqual({
      reason: 'sales_ops_missing_data',
      evidence: 'handoff form',
    });
    expect(blockedReason(wait('on hold'), underReview, [])).toEqual({
      reason: 'billing_ops_review',
      evidence: 'handoff form',
    });
    expect(blockedReason(wait(''), { ...underReview, tax_review_required: null }, [])).toEqual({
      reason: 'sales_ops_missing_data',
      evidence: 'handoff form',
    });
  });

  it('stays open where nothing tells it', () => {
    expect(blockedReason(wait('on hold'), complete, [])).toEqual({ reason: null, evidence: 'none' });
    expect(blockedReason(wait(null), undefined, [])).toEqual({ reason: null, evidence: 'none' });
  });

  it('comes from the retry log before anything else, from two hours before the wait to its end', () => {
    const told = { reason: 'workspace_conflict', evidence: 'retry log' };
    expect(blockedReason(wait('customer'), incomplete, [conflict('2026-03-10T12:00:00Z')])).toEqual(told);
    expect(blockedReason(wait(null), complete, [conflict('2026-03-11T14:00:00Z')])).toEqual(told);
    expect(blockedReason(wait(null, { left_at: null }), complete, [conflict('2026-04-01T00:00:00Z')])).toEqual(told);
  });

  it('does not come from the log of another time, account or failure', () => {
    const untold = { reason: null, evidence: 'none' };
    expect(blockedReason(wait(null), complete, [conflict('2026-03-10T11:59:59Z')])).toEqual(untold);
    expect(blockedReason(wait(null), complete, [conflict('2026-03-11T14:00:01Z')])).toEqual(untold);
    expect(blockedReason(wait(null), complete, [conflict('2026-03-10T15:00:00Z', { account_id: 'acct_2' })])).toEqual(
      untold,
    );
    expect(
      blockedReason(wait(null), complete, [conflict('2026-03-10T15:00:00Z', { failure_code: 'timeout' })]),
    ).toEqual(untold);
  });
});

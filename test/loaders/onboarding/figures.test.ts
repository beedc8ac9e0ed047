/** The published figures, counted from the exports by a route that shares no code with the loaders. */
import { describe, expect, it } from 'vitest';
import { cell, hours, keptByDay, keptBySameTime, middle, readCsv, readText, type Row } from './inspected.ts';

const accounts = readCsv('accounts-march.csv');
const sample = readCsv('onboarding-sample.csv');
const completed = (rows: readonly Row[]): Row[] => rows.filter((row) => cell(row, 'completed_at') !== '');
const finished = completed(sample);

type Kept = (start: string, completed: string) => boolean;
const share = (rows: readonly Row[], start: string, kept: Kept): number =>
  rows.filter((row) => kept(cell(row, start), cell(row, 'completed_at'))).length;

const handoffHours = (row: Row): number => hours(cell(row, 'signed_at'), cell(row, 'onboarding_created_at'));
const BILLING = ['billing_cadence', 'tax_region', 'invoice_contact_email', 'purchase_order_requirement'] as const;
const missing = (row: Row): string[] => BILLING.filter((field) => cell(row, field) === '');

describe('the population', () => {
  it('is 120 accounts signed in March, four of them open', () => {
    expect(accounts).toHaveLength(120);
    expect(new Set(accounts.map((row) => cell(row, 'account_id'))).size).toBe(120);
    expect(accounts.every((row) => cell(row, 'signed_at').startsWith('2026-03-'))).toBe(true);
    expect(completed(accounts)).toHaveLength(116);
  });

  it.each([
    ['by the end of the day', keptByDay],
    ['at the same local time', keptBySameTime],
  ])('kept the promise on the dashboard clock 109 times of 116, %s', (_, kept) => {
    expect(share(completed(accounts), 'onboarding_created_at', kept)).toBe(109);
  });

  it('gives the same count on the signature clock under both definitions', () => {
    expect(share(completed(accounts), 'signed_at', keptByDay)).toBe(
      share(completed(accounts), 'signed_at', keptBySameTime),
    );
  });

  it('holds each sampled record with the same times', () => {
    const times = ['signed_at', 'onboarding_created_at', 'completed_at'] as const;
    const byId = new Map(accounts.map((row) => [cell(row, 'account_id'), row]));
    for (const row of sample) {
      const account = byId.get(cell(row, 'account_id')) ?? {};
      expect(times.map((column) => account[column])).toEqual(times.map((column) => row[column]));
    }
  });
});

describe('the sample', () => {
  it('is 80 records, three of them open', () => {
    expect(sample).toHaveLength(80);
    expect(finished).toHaveLength(77);
  });

  it.each([
    ['by the end of the day', keptByDay],
    ['at the same local time', keptBySameTime],
  ])('keeps the promise 72 times on the dashboard clock and 63 times on the signature clock, %s', (_, kept) => {
    expect(share(finished, 'onboarding_created_at', kept)).toBe(72);
    expect(share(finished, 'signed_at', kept)).toBe(63);
    const flips = finished.filter(
      (row) =>
        kept(cell(row, 'onboarding_created_at'), cell(row, 'completed_at')) &&
        !kept(cell(row, 'signed_at'), cell(row, 'completed_at')),
    );
    expect(flips).toHaveLength(9);
    const missedBoth = finished.filter(
      (row) =>
        !kept(cell(row, 'onboarding_created_at'), cell(row, 'completed_at')) &&
        !kept(cell(row, 'signed_at'), cell(row, 'completed_at')),
    );
    expect(missedBoth).toHaveLength(5);
  });

  it('needs the company holiday: without it, records that kept the promise would miss it', () => {
    const none = new Set<string>();
    const depends = finished.filter(
      (row) =>
        keptByDay(cell(row, 'signed_at'), cell(row, 'completed_at')) &&
        !keptByDay(cell(row, 'signed_at'), cell(row, 'completed_at'), none),
    );
    expect(depends.length).toBeGreaterThanOrEqual(2);
  });

  it('was handed over late 19 times, 6 of them by more than two days', () => {
    expect(sample.filter((row) => handoffHours(row) > 24)).toHaveLength(19);
    expect(sample.filter((row) => handoffHours(row) > 48)).toHaveLength(6);
    expect(sample.filter((row) => handoffHours(row) > 12)).toHaveLength(28);
  });

  it('has one record that wall-clock arithmetic would call late, across the clock change', () => {
    const byWallClock = (row: Row): number =>
      hours(`${cell(row, 'signed_at').slice(0, 19)}Z`, `${cell(row, 'onboarding_created_at').slice(0, 19)}Z`);
    expect(sample.filter((row) => byWallClock(row) > 24)).toHaveLength(20);
  });

  it('lacks billing data 23 times', () => {
    expect(sample.filter((row) => missing(row).length > 0)).toHaveLength(23);
  });

  it('took a median of 31 hours with billing data and of 67 hours without', () => {
    const cycle = (row: Row): number => hours(cell(row, 'signed_at'), cell(row, 'completed_at'));
    expect(middle(finished.filter((row) => missing(row).length === 0).map(cycle))).toBe(31);
    expect(middle(finished.filter((row) => missing(row).length > 0).map(cycle))).toBe(67);
  });

  it('holds the cases that the handoff rule has to be tried on', () => {
    expect(sample.filter((row) => missing(row).join() === 'purchase_order_requirement')).toHaveLength(5);
    const exceptions = sample.filter(
      (row) => cell(row, 'tax_region') === '' && cell(row, 'tax_review_required') === 'true',
    );
    expect(exceptions).toHaveLength(4);
    expect(sample.filter((row) => missing(row).length > 1)).toHaveLength(5);
  });

  it('keeps account codes as text', () => {
    const codes = sample.map((row) => cell(row, 'account_code'));
    expect(codes.every((code) => /^0\d{4}$|^00\d{3}$/.test(code))).toBe(true);
    expect(readCsv('onboarding-sample.csv').some((row) => cell(row, 'account_code') === '00123')).toBe(true);
  });

  it('leaves open whether missing billing data causes late handoffs', () => {
    const cross = (late: boolean, gap: boolean): number =>
      sample.filter((row) => handoffHours(row) > 24 === late && missing(row).length > 0 === gap).length;
    expect([cross(true, true), cross(true, false), cross(false, true), cross(false, false)]).toEqual([8, 11, 15, 46]);
  });
});

interface LogLine {
  readonly ts: string;
  readonly account_id?: string;
  readonly attempt: number;
  readonly status: string;
  readonly failure_code: string | null;
}

describe('the retry log', () => {
  const lines = readText('webhook-retries.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as LogLine);
  const sound = lines.filter(({ ts, account_id }) => account_id !== undefined && !Number.isNaN(Date.parse(ts)));
  const exhausted = sound.filter(({ attempt, status }) => attempt === 4 && status === 'failed');

  it('has two damaged lines', () => {
    expect(lines.length - sound.length).toBe(2);
  });

  it('holds five cases in which the third retry failed', () => {
    expect(new Set(exhausted.map(({ account_id }) => account_id)).size).toBe(5);
    expect(exhausted).toHaveLength(5);
    expect(exhausted.find(({ account_id }) => account_id === 'acct_1842')?.failure_code).toBe('workspace_conflict');
  });

  it('shows the three open records as cases that nobody took on before the customer wrote', () => {
    const acks = readCsv('alert-acks.csv').filter((row) => cell(row, 'alert') === 'provisioning.retry_exhausted');
    const tickets = readCsv('tickets.csv');
    const unowned = exhausted.filter(({ account_id, ts }) => {
      const ticket = tickets
        .map((row) => row)
        .find((row) => cell(row, 'account_id') === account_id && Date.parse(cell(row, 'opened_at')) > Date.parse(ts));
      const ack = acks.find((row) => cell(row, 'account_id') === account_id);
      if (ticket === undefined || ack === undefined) return false;
      const at = cell(ack, 'acknowledged_at');
      return at === '' || Date.parse(at) > Date.parse(cell(ticket, 'opened_at'));
    });
    const open = sample.filter((row) => cell(row, 'completed_at') === '').map((row) => cell(row, 'account_id'));
    expect(new Set(unowned.map(({ account_id }) => account_id))).toEqual(new Set(open));
    expect(unowned).toHaveLength(3);
  });
});

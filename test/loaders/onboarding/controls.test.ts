/** The four controls beside counts of the exports by a route that shares no code with their rules. */
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { FinishedControl } from '../../../src/pipeline/run.ts';
import { cell, hours, readCsv, readText, type Row } from './inspected.ts';
import { runAll, type Ran } from './run-loaders.ts';

let ran: Ran;
beforeAll(async () => {
  ran = await runAll();
}, 120_000);

const sample = readCsv('onboarding-sample.csv');
const ids = (rows: readonly Row[]): string[] => rows.map((row) => cell(row, 'account_id')).toSorted();
const blank = (row: Row, field: string): boolean => cell(row, field) === '';

function control(name: string): FinishedControl {
  const found = ran.finished.controls.find(({ description }) => description.name === name);
  if (found === undefined) throw new Error(`no control "${name}"`);
  return found;
}
/** Keys that a fact of a control counted, in the order of the alphabet. */
function counted(name: string, part: 'caught' | 'missed' | 'wrongly'): string[] {
  const found = control(name).facts.find(({ id }) => id === `control.${name}.${part}`);
  if (found === undefined) throw new Error(`no fact "${part}" of "${name}"`);
  return found.rows.toSorted();
}

describe('every control', () => {
  it('passes all its replays, and each planted defect is found', () => {
    expect(ran.problems).toEqual([]);
    for (const { description, replays, mutations } of ran.finished.controls) {
      expect([description.name, replays.length > 0 && replays.every(({ pass }) => pass)]).toEqual([
        description.name,
        true,
      ]);
      expect(mutations.length).toBeGreaterThanOrEqual(3);
      expect(mutations.filter(({ caught_by, survives }) => caught_by.length === 0 && survives === undefined)).toEqual(
        [],
      );
    }
    expect(ran.finished.controls.map(({ description }) => description.name)).toEqual([
      'blocked_reason',
      'handoff_rule',
      'handoff_rule_with_order',
      'late_handoff',
      'provisioning_exception',
    ]);
  });

  it('runs over all 80 sampled records, with exact upper bounds on its deviations', () => {
    for (const { facts } of ran.finished.controls) {
      const [caught, missed, wrongly] = facts;
      expect((missed?.of ?? 0) + (wrongly?.of ?? 0)).toBe(80);
      expect((caught?.count ?? 0) + (missed?.count ?? 0)).toBe(missed?.of);
      for (const fact of [missed, wrongly]) {
        expect(fact?.interval).toMatchObject({ method: 'clopper-pearson', side: 'upper', low: 0 });
      }
    }
  });
});

describe('the list of late handoffs', () => {
  it('names every record over 12 hours and no other', () => {
    const over = sample.filter((row) => hours(cell(row, 'signed_at'), cell(row, 'onboarding_created_at')) > 12);
    const named = [...counted('late_handoff', 'caught'), ...counted('late_handoff', 'wrongly')];
    expect(named.toSorted()).toEqual(ids(over));
    expect(counted('late_handoff', 'missed')).toEqual([]);
  });
});

describe('the handoff rule', () => {
  const blocked = (fields: readonly string[]): string[] =>
    ids(
      sample.filter(
        (row) =>
          fields.some((field) => blank(row, field)) ||
          (blank(row, 'tax_region') && cell(row, 'tax_review_required') !== 'true'),
      ),
    );

  it('as written blocks 14, and with the purchase order the 20 that the runbook would send back', () => {
    const written = blocked(['billing_cadence', 'invoice_contact_email']);
    const whole = blocked(['billing_cadence', 'invoice_contact_email', 'purchase_order_requirement']);
    expect([written.length, whole.length]).toEqual([14, 20]);
    expect(counted('handoff_rule', 'caught')).toEqual(written);
    expect(counted('handoff_rule_with_order', 'caught')).toEqual(whole);
    expect(counted('handoff_rule', 'missed')).toEqual(whole.filter((id) => !written.includes(id)));
    expect([...counted('handoff_rule', 'wrongly'), ...counted('handoff_rule_with_order', 'wrongly')]).toEqual([]);
  });

  it('tells who is to do what about each missing field', () => {
    const decision = control('handoff_rule_with_order').replays.find(({ key }) => key === 'acct_1764')?.decision;
    expect(decision).toMatchObject({ team: 'sales_ops', outcome: 'blocked' });
    const { missing, correction } = z
      .object({ missing: z.array(z.string()), correction: z.array(z.string()) })
      .parse(decision);
    expect([missing.length, correction.length]).toEqual([4, 4]);
  });
});

describe('the exception event', () => {
  const line = z.object({ account_id: z.string(), retry_count: z.number(), status: z.string(), ts: z.string() });
  const exhausted = readText('webhook-retries.jsonl')
    .split('\n')
    .flatMap((text) => {
      try {
        const read = line.safeParse(JSON.parse(text));
        return read.success && read.data.retry_count === 3 && read.data.status === 'failed' ? [read.data] : [];
      } catch {
        return [];
      }
    });

  it('is written exactly once for each of the five accounts of history, with the time of the third retry', () => {
    expect(exhausted).toHaveLength(5);
    const shape = z.object({ events: z.array(z.object({ account_id: z.string(), timestamp: z.string() })) });
    const events = control('provisioning_exception').replays.map(({ key, decision }) => ({
      key,
      ...shape.parse(decision),
    }));
    for (const { account_id, ts } of exhausted) {
      const own = events.filter(({ key }) => key === account_id);
      expect(own.length).toBeGreaterThan(0);
      for (const { events: written } of own) {
        expect(written.map((event) => [event.account_id, Date.parse(event.timestamp)])).toEqual([
          [account_id, Date.parse(ts)],
        ]);
      }
    }
  });

  it('is written for exhausted retries of the sample and for nobody else', () => {
    const sampled = ids(sample);
    expect(counted('provisioning_exception', 'caught')).toEqual(
      exhausted
        .map(({ account_id }) => account_id)
        .filter((id) => sampled.includes(id))
        .toSorted(),
    );
    expect(counted('provisioning_exception', 'wrongly')).toEqual([]);
  });

  it('publishes a schema that the event of the source, without its timestamp, does not fit', () => {
    const { publishes } = control('provisioning_exception');
    expect(publishes?.name).toBe('provisioning.exception');
    expect(publishes?.schema).toMatchObject({ type: 'object', additionalProperties: false });
    expect(publishes?.schema.required).toContain('timestamp');
  });
});

describe('the list of waits', () => {
  it('misses waits over 24 hours that end before the next morning of work', () => {
    const spells = ran.finished.tables.find(({ description }) => description.name === 'waiting_spells')?.rows ?? [];
    const HOUR = 3_600_000;
    /** Nine in the morning in New York, by the offset that the date has; the clocks went forward on 8 March. */
    const nine = (day: string): number => Date.parse(`${day}T09:00:00${day < '2026-03-08' ? '-05:00' : '-04:00'}`);
    const days = Array.from({ length: 43 }, (_, index) =>
      new Date(Date.UTC(2026, 2, 2 + index)).toISOString().slice(0, 10),
    ).filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && day !== '2026-04-03');
    const long = spells.filter(({ hours: waited }) => Number(waited) > 24);
    const seen = long.filter(({ entered_at, left_at }) =>
      days.some((day) => {
        const from = Date.parse(String(entered_at)) + 24 * HOUR;
        return nine(day) > from && (left_at === null || nine(day) < Date.parse(String(left_at)));
      }),
    );
    const accounts = (rows: typeof spells): string[] =>
      [...new Set(rows.map(({ account_id }) => String(account_id)))].toSorted();
    expect(counted('blocked_reason', 'caught')).toEqual(accounts(seen));
    expect(counted('blocked_reason', 'missed')).toEqual(accounts(long).filter((id) => !accounts(seen).includes(id)));
    expect(counted('blocked_reason', 'missed').length).toBeGreaterThan(0);
  });
});

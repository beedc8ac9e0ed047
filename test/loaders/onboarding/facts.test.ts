/** What the loaders state, beside counts of the exports by a route that shares no code with them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../../data/onboarding/generate.ts';
import type { StatedFact } from '../../../src/pipeline/define.ts';
import { cell, hours, keptByDay, keptBySameTime, middle, readCsv, type Row } from './inspected.ts';
import { runAll, type Ran } from './run-loaders.ts';

let ran: Ran;

beforeAll(async () => {
  ran = await runAll();
}, 120_000);

function fact(id: string): StatedFact {
  const found = ran.finished.checks.flatMap(({ facts }) => facts).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no fact "${id}"`);
  return found;
}

function rowsOf(name: string): readonly Readonly<Record<string, unknown>>[] {
  const found = ran.finished.tables.find(({ description }) => description.name === name);
  if (found === undefined) throw new Error(`no table "${name}"`);
  return found.rows;
}

const accounts = readCsv('accounts-march.csv');
const sample = readCsv('onboarding-sample.csv');
const done = (rows: readonly Row[]): Row[] => rows.filter((row) => cell(row, 'completed_at') !== '');
const ids = (rows: readonly Row[]): string[] => rows.map((row) => cell(row, 'account_id')).toSorted();

const BILLING = ['billing_cadence', 'tax_region', 'invoice_contact_email', 'purchase_order_requirement'] as const;
const missing = (row: Row): string[] => BILLING.filter((field) => cell(row, field) === '');
const handoff = (row: Row): number => hours(cell(row, 'signed_at'), cell(row, 'onboarding_created_at'));
const cycle = (row: Row): number => hours(cell(row, 'signed_at'), cell(row, 'completed_at'));

type Kept = (start: string, completed: string) => boolean;
const keeps = (rows: readonly Row[], start: string, kept: Kept): Row[] =>
  done(rows).filter((row) => kept(cell(row, start), cell(row, 'completed_at')));

/** A fact with its counted rows and its denominator, as plain values. */
function counted(id: string): { rows: string[]; of: number | undefined } {
  const { rows, of } = fact(id);
  return { rows: rows.toSorted(), of };
}

describe('the loaders', () => {
  it('run without a problem', () => {
    expect(ran.problems).toEqual([]);
  });

  it('hand on no personal value', () => {
    expect(ran.leaks).toEqual([]);
    const handedOn = JSON.stringify(ran.finished);
    for (const row of [...sample, ...accounts]) {
      for (const column of ['contact_name', 'contact_email', 'primary_contact', 'sales_owner'] as const) {
        if (row[column]) expect(handedOn).not.toContain(row[column]);
      }
    }
  });

  it('refuse the two damaged lines of the retry log, each for its own reason', () => {
    const refused = ran.finished.tables.flatMap((table) => table.refused);
    expect(refused.map(({ source, column }) => `${source} ${column ?? ''}`).toSorted()).toEqual([
      'webhook-retries account_id',
      'webhook-retries ts',
    ]);
  });
});

describe.each([
  ['by the end of the third business day', keptByDay],
  ['at the same local time three business days later', keptBySameTime],
])('within target, %s', (_, kept) => {
  const byQueue = keeps(sample, 'onboarding_created_at', kept);
  const bySignature = keeps(sample, 'signed_at', kept);
  const signatureIds = new Set(ids(bySignature));

  it('counts the same accounts on the dashboard', () => {
    expect(counted('dashboard.within_target')).toEqual({
      rows: ids(keeps(accounts, 'onboarding_created_at', kept)),
      of: 116,
    });
    expect(fact('dashboard.within_target').count).toBe(109);
    expect(counted('dashboard.within_target_signature_clock').rows).toEqual(ids(keeps(accounts, 'signed_at', kept)));
  });

  it('counts the same records on both clocks', () => {
    expect(counted('timer.within_target_dashboard_clock')).toEqual({ rows: ids(byQueue), of: 77 });
    expect(counted('timer.within_target_signature_clock')).toEqual({ rows: ids(bySignature), of: 77 });
    expect(counted('timer.within_target_open_as_missed')).toEqual({ rows: ids(bySignature), of: 80 });
    expect(byQueue).toHaveLength(72);
    expect(bySignature).toHaveLength(63);
  });

  it('flips the same nine and misses the same five', () => {
    const flipped = byQueue.filter((row) => !signatureIds.has(cell(row, 'account_id')));
    expect(counted('timer.flipped')).toEqual({ rows: ids(flipped), of: 77 });
    expect(flipped).toHaveLength(9);
    expect(fact('timer.missed_both').count).toBe(5);
    expect(fact('timer.late_on_dashboard_only').count).toBe(0);
  });
});

describe('handoffs', () => {
  it.each([
    ['handoff.over_12h', 12, 28],
    ['handoff.late_24h', 24, 19],
    ['handoff.late_48h', 48, 6],
  ])('%s', (id, limit, count) => {
    expect(counted(id)).toEqual({ rows: ids(sample.filter((row) => handoff(row) > limit)), of: 80 });
    expect(fact(id).count).toBe(count);
  });

  it('go together with billing gaps as counted by hand', () => {
    const late = sample.filter((row) => handoff(row) > 24);
    expect(counted('handoff.incomplete_among_late')).toEqual({
      rows: ids(late.filter((row) => missing(row).length > 0)),
      of: 19,
    });
    expect([fact('handoff.incomplete_among_prompt').count, fact('handoff.incomplete_among_prompt').of]).toEqual([
      15, 61,
    ]);
    expect([fact('billing.late_when_incomplete').count, fact('billing.late_when_incomplete').of]).toEqual([8, 23]);
    expect([fact('billing.late_when_complete').count, fact('billing.late_when_complete').of]).toEqual([11, 57]);
  });

  it('have the medians of the records', () => {
    expect(fact('handoff.median_hours').value).toBeCloseTo(middle(sample.map(handoff)), 9);
    expect(fact('timer.median_cycle_hours').value).toBeCloseTo(middle(done(sample).map(cycle)), 9);
  });
});

describe('billing data', () => {
  const incomplete = sample.filter((row) => missing(row).length > 0);

  it('is missing in 23 of 80', () => {
    expect(counted('billing.incomplete')).toEqual({ rows: ids(incomplete), of: 80 });
    expect(fact('billing.incomplete').count).toBe(23);
  });

  it('splits the medians at exactly 31 and 67 hours', () => {
    expect(fact('billing.median_hours_complete').value).toBe(31);
    expect(fact('billing.median_hours_incomplete').value).toBe(67);
    expect(middle(done(incomplete).map(cycle))).toBe(67);
  });

  it.each(BILLING)('lacks %s where the export is blank', (field) => {
    expect(counted(`billing.missing_${field}`).rows).toEqual(ids(sample.filter((row) => cell(row, field) === '')));
  });

  it('separates what the proposed rule would stop from what it would let pass', () => {
    const stops = (row: Row): boolean =>
      [
        'billing_cadence',
        'invoice_contact_email',
        ...(cell(row, 'tax_review_required') === 'true' ? [] : ['tax_region']),
      ].some((field) => cell(row, field) === '');
    expect(counted('billing.blocked_by_source_rule')).toEqual({ rows: ids(incomplete.filter(stops)), of: 23 });
    expect(counted('billing.passed_by_source_rule').rows).toEqual(ids(incomplete.filter((row) => !stops(row))));
    expect(fact('billing.only_purchase_order').count).toBe(5);
    expect(fact('billing.tax_review_exception').count).toBe(4);
  });

  it('is optional in the form although the runbook requires it', () => {
    expect(counted('billing.optional_in_form')).toEqual({ rows: BILLING.toSorted(), of: 4 });
  });
});

describe('retries', () => {
  it('have five cases, three of them unowned: the open records', () => {
    expect(fact('retries.cases').count).toBe(5);
    const open = ids(sample.filter((row) => cell(row, 'completed_at') === ''));
    expect(counted('retries.unowned')).toEqual({ rows: open, of: 80 });
    expect(counted('retries.cases_unowned').rows).toEqual(open);
    expect(open).toContain('acct_1842');
  });

  it('show one alert that goes to another queue than the runbook names', () => {
    expect(fact('retries.routes_in_conflict').rows).toEqual(['provisioning.retry_exhausted']);
  });
});

describe('waiting', () => {
  const waits = readCsv('board-history.csv').filter((row) => cell(row, 'status') === 'Waiting');
  /** Local times around the clock change of 8 March, as instants. */
  const zoned = (local: string): string => `${local}${local < '2026-03-08T02:00' ? '-05:00' : '-04:00'}`;
  const waited = (row: Row): number =>
    hours(
      zoned(cell(row, 'entered_at')),
      cell(row, 'left_at') === '' ? '2026-04-13T18:00:00-04:00' : zoned(cell(row, 'left_at')),
    );
  const total = (rows: readonly number[]): number => rows.reduce((sum, value) => sum + value, 0);

  it('is counted and timed as in the export', () => {
    expect(fact('waiting.total').count).toBe(waits.length);
    expect(fact('waiting.total.hours').value).toBeCloseTo(total(waits.map(waited)), 6);
    expect(fact('waiting.accounts').rows.toSorted()).toEqual([...new Set(ids(waits))].toSorted());
    expect(fact('waiting.over_24h').count).toBe(waits.filter((row) => waited(row) > 24).length);
  });

  it('gets the reasons that the generator had in mind, or none', () => {
    const truth = new Map<string, string[]>();
    for (const { accountId, reason } of generate().waits.toSorted((a, b) => a.entered - b.entered)) {
      truth.set(accountId, [...(truth.get(accountId) ?? []), reason]);
    }
    const derived = new Map<string, string[]>();
    for (const { account_id, reason } of rowsOf('waiting_spells')) {
      const id = String(account_id);
      derived.set(id, [...(derived.get(id) ?? []), String(reason)]);
    }
    expect(derived).toEqual(truth);
  });

  it('has some of each reason, and few that cannot be told', () => {
    const reasons = [
      'customer_input',
      'sales_ops_missing_data',
      'billing_ops_review',
      'workspace_conflict',
      'undetermined',
    ];
    const byReason = reasons.map((reason) => fact(`waiting.by_reason.${reason}`).value);
    expect(byReason.every((value) => value > 0)).toBe(true);
    expect(fact('waiting.by_reason.undetermined').value).toBe(Math.min(...byReason));
    const timed = reasons.map((reason) => fact(`waiting.by_reason.${reason}.hours`).value);
    expect(total(timed)).toBeCloseTo(fact('waiting.total.hours').value, 6);
    const ended = fact('waiting.own_teams.hours_ended').value;
    expect(ended + fact('waiting.open.hours').value).toBeCloseTo(fact('waiting.own_teams.hours').value, 6);
  });
});

describe('evidence', () => {
  it('counts pages, entries and fields', () => {
    expect(fact('evidence.runbook_pages').count).toBe(7);
    expect(fact('evidence.queue_exports').count).toBe(2);
    expect([fact('evidence.form_fields_optional').count, fact('evidence.form_fields').count]).toEqual([7, 13]);
    const entries = readCsv('queue-implementation.csv').length + readCsv('queue-billing.csv').length;
    expect(fact('evidence.queue_entries').count).toBe(entries);
  });

  it('agrees with itself: draw and sample, sample and account list, queue and dashboard', () => {
    expect([fact('evidence.drawn_and_inspected').count, fact('evidence.drawn_and_inspected').of]).toEqual([80, 80]);
    expect([fact('evidence.drawn_again').count, fact('evidence.drawn_again').of]).toEqual([80, 80]);
    expect(fact('evidence.sample_differs').count).toBe(0);
    expect([fact('dashboard.clock_matches_queue').count, fact('dashboard.clock_matches_queue').of]).toEqual([120, 120]);
    expect(fact('dashboard.signature_mentions').count).toBe(0);
  });
});

describe('intervals', () => {
  const all = () => ran.finished.checks.flatMap(({ facts }) => facts);
  const METHODS: Readonly<Record<string, string>> = {
    proportion: 'wilson',
    median: 'bootstrap',
    difference: 'bootstrap',
  };

  it('belong to shares and medians of the sample and to nothing else', () => {
    for (const { id, kind, scope, interval } of all()) {
      expect([id, interval?.method]).toEqual([id, scope === 'sample' ? METHODS[kind] : undefined]);
    }
  });

  it('name the population only where the whole sample was looked at', () => {
    for (const { id, kind, scope, of, finite } of all()) {
      expect([id, finite?.population]).toEqual([
        id,
        kind === 'proportion' && scope === 'sample' && of === 80 ? 120 : undefined,
      ]);
    }
  });

  it('hold what the whole month shows, where the month can be counted', () => {
    const truth = {
      'handoff.over_12h': accounts.filter((row) => handoff(row) > 12),
      'handoff.late_24h': accounts.filter((row) => handoff(row) > 24),
      'handoff.late_48h': accounts.filter((row) => handoff(row) > 48),
      'timer.open': accounts.filter((row) => cell(row, 'completed_at') === ''),
    };
    for (const [id, rows] of Object.entries(truth)) {
      expect(fact(id).finite?.least).toBeLessThanOrEqual(rows.length);
      expect(fact(id).finite?.most).toBeGreaterThanOrEqual(rows.length);
    }
  });

  it('of the difference of two medians hold it, and its rows are both groups', () => {
    const { value, interval, rows, population } = fact('billing.median_hours_difference');
    expect(value).toBe(fact('billing.median_hours_incomplete').value - fact('billing.median_hours_complete').value);
    expect(interval?.low).toBeLessThan(value);
    expect(interval?.high).toBeGreaterThan(value);
    expect(rows.toSorted()).toEqual(ids(done(sample)));
    expect(population).toEqual(rows);
  });
});

/** proof.json and the digests against numbers that come from outside: the source document and the terms of the engagement. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, expect, folder, test } from './report.ts';

interface Fact {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly count?: number;
  readonly of?: number;
  readonly interval?: { readonly low: number; readonly high: number; readonly level: number; readonly method: string };
}
interface Amount {
  readonly id: string;
  readonly class: string;
  readonly published: number;
  readonly exact: number;
  readonly lines?: readonly string[];
}
interface Proof {
  readonly facts: readonly Fact[];
  readonly roi: { readonly lines: readonly Amount[]; readonly totals: readonly Amount[] };
}

const proof = JSON.parse(readFileSync(join(folder, 'proof.json'), 'utf8')) as Proof;
const fact = (id: string): Fact => {
  const found = proof.facts.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`proof.json has no fact ${id}`);
  return found;
};

const PROPORTIONS: readonly (readonly [id: string, count: number, of: number, sample: boolean])[] = [
  ['dashboard.within_target', 109, 116, false],
  ['timer.within_target_dashboard_clock', 72, 77, true],
  ['timer.within_target_signature_clock', 63, 77, true],
  ['timer.within_target_open_as_missed', 63, 80, true],
  ['handoff.late_24h', 19, 80, true],
  ['handoff.late_48h', 6, 80, true],
  ['billing.incomplete', 23, 80, true],
  ['retries.unowned', 3, 80, true],
];

/** Wilson's score interval, written out anew from Newcombe 1998, method 3. */
function wilson(count: number, of: number): [number, number] {
  const z = 1.959963984540054;
  const centre = 2 * count + z * z;
  const spread = z * Math.sqrt(z * z + 4 * count * (1 - count / of));
  return [(centre - spread) / (2 * (of + z * z)), (centre + spread) / (2 * (of + z * z))];
}

test("Wilson's interval here gives the published examples", () => {
  const near = (value: number): number => Math.round(value * 10_000) / 10_000;
  expect(wilson(81, 263).map(near)).toEqual([0.2553, 0.3662]);
  expect(wilson(15, 148).map(near)).toEqual([0.0624, 0.1605]);
});

for (const [id, count, of, sample] of PROPORTIONS) {
  test(`${id} is ${String(count)} of ${String(of)}`, () => {
    const found = fact(id);
    expect(found).toMatchObject({ count, of, unit: 'share' });
    expect(found.value).toBeCloseTo(count / of, 12);
    if (!sample) {
      expect(found.interval).toBeUndefined();
      return;
    }
    const [low, high] = wilson(count, of);
    expect(found.interval).toMatchObject({ method: 'wilson', level: 0.95 });
    expect(found.interval?.low).toBeCloseTo(low, 9);
    expect(found.interval?.high).toBeCloseTo(high, 9);
  });
}

test('the medians are 31 and 67 hours', () => {
  expect(fact('billing.median_hours_complete')).toMatchObject({ value: 31, unit: 'h' });
  expect(fact('billing.median_hours_incomplete')).toMatchObject({ value: 67, unit: 'h' });
});

test('waiting is counted for the four reasons and for what cannot be decided', () => {
  for (const reason of [
    'customer_input',
    'sales_ops_missing_data',
    'billing_ops_review',
    'workspace_conflict',
    'undetermined',
  ]) {
    const facts = proof.facts.filter(({ id }) => id.startsWith('waiting.by_reason.') && id.includes(reason));
    expect(
      facts.map(({ unit }) => unit),
      reason,
    ).toEqual(expect.arrayContaining(['accounts', 'h']));
    for (const { value } of facts) expect(value).toBeGreaterThan(0);
  }
});

test('the model publishes the figures of the source, and the exact ones', () => {
  const { lines, totals } = proof.roi;
  const labour = lines.filter(({ class: kind }) => kind === 'labour');
  const sorted = (amounts: readonly Amount[], of: 'published' | 'exact'): number[] =>
    amounts.map((amount) => amount[of]).sort((one, other) => one - other);
  expect(sorted(labour, 'published')).toEqual([5070, 6240, 7800, 28_860]);
  expect(sorted(labour, 'exact')).toEqual([5070, 6240, 6864, 28_778.75]);
  const revenue = lines.filter(({ class: kind }) => kind === 'revenue_protection');
  expect(sorted(revenue, 'published')).toEqual([43_200, 72_000]);
  const total = totals.filter(({ class: kind }) => kind === 'labour');
  expect(total.map(({ published, exact }) => [published, exact])).toEqual([[47_970, 46_952.75]]);
  // Kept apart: no total mixes the two.
  for (const { lines: members = [], class: kind } of totals) {
    for (const id of members) expect(lines.find((line) => line.id === id)?.class).toBe(kind);
  }
});

test('sha256sum accepts every digest', () => {
  execFileSync('sha256sum', ['-c', '--strict', '--quiet', 'manifest-sha256.txt'], { cwd: folder });
  execFileSync('sha256sum', ['-c', '--strict', '--quiet', 'onboarding.html.sha256'], { cwd: dist });
});

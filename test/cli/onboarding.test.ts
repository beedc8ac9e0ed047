/** The sample engagement, with one row of its data changed: what the report says changes with it, and who is named stays out. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, changeData, copyRoot, repository, texts } from './build-runner.ts';

// A record that no replay names: a replay would rightly stop at a case that is no longer what it was.
const BEFORE =
  '2026-03-13T15:51:13-04:00,quarterly,US-CT,,not_required,false,Mireille Lindqvist,mireille.lindqvist@umberline-dental.example';
// The same record with the billing field that it lacked, and with a contact whose name stands nowhere else.
const AFTER =
  '2026-03-13T15:51:13-04:00,quarterly,US-CT,ap@umberline-dental.example,not_required,false,Zephyrine Quastenbrook,z.quastenbrook@quasten.example';

interface Said {
  readonly incomplete: { readonly count: number; readonly of: number };
  readonly labour: number;
  readonly summary: string;
  readonly finding: string;
  readonly charts: readonly string[];
}

let root: string;
let before: Said;
let after: Said;

function read(): Said {
  const folder = join(root, 'dist', 'onboarding');
  const proof = JSON.parse(readFileSync(join(folder, 'proof.json'), 'utf8')) as {
    facts: { id: string; count: number; of: number }[];
    roi: { totals: { id: string; published: number }[] };
  };
  const incomplete = proof.facts.find(({ id }) => id === 'billing.incomplete');
  const labour = proof.roi.totals.find(({ id }) => id === 'labour');
  if (incomplete === undefined || labour === undefined) throw new Error('proof.json lacks a fact or a total.');
  const page = (path: string): string => readFileSync(join(folder, path, 'index.html'), 'utf8');
  const text = (html: string): string =>
    html
      .replaceAll(/<(pre|script|style|svg)[\s\S]*?<\/\1>/g, ' ')
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('&nbsp;', ' ');
  return {
    incomplete,
    labour: labour.published,
    summary: text(page('')),
    finding: text(page('findings/billing')),
    charts: page('findings/billing').match(/<svg[^>]*width="[2-9]\d\d+"[\s\S]*?<\/svg>/g) ?? [],
  };
}

beforeAll(() => {
  root = copyRoot(repository, 'onboarding');
  expect(build(root).output).toMatch(/\b(\d+) of \1 loaders ran/);
  before = read();
  changeData(root, 'onboarding', 'onboarding-sample.csv', (text) => text.replace(BEFORE, AFTER));
  expect(build(root)).toMatchObject({ code: 0 });
  after = read();
}, 240_000);
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('one row of the sample changed', () => {
  it('changes the fact, and the money that rests on it', () => {
    expect(before.incomplete).toMatchObject({ count: 23, of: 80 });
    expect(after.incomplete).toMatchObject({ count: 22, of: 80 });
    expect(before.labour).toBe(47_970);
    // 220 x 22 / 80 = 60.5, to 61 handoffs; 61 x 35 / 60 = 35.58, to 36 hours; (36 + 10) x 12 x 65 + (78 + 96) x 65.
    expect(after.labour).toBe(47_190);
  });

  it('changes the sentences', () => {
    expect(before.finding).toContain('23 of 80');
    expect(after.finding).toContain('22 of 80');
    expect(after.finding).not.toContain('23 of 80');
    expect(before.summary).toContain('47,970');
    expect(after.summary).toContain('47,190');
    expect(after.summary).not.toContain('47,970');
  });

  it('changes the charts', () => {
    expect(before.charts.length).toBeGreaterThan(0);
    expect(after.charts).toHaveLength(before.charts.length);
    expect(after.charts).not.toEqual(before.charts);
  });

  it('publishes nobody: neither the name that was planted nor any contact of the export', () => {
    const rows = readFileSync(join(root, 'data', 'onboarding', 'onboarding-sample.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const contacts = rows.flatMap((row) => /,(?:true|false|),([^,"]+),([^,@]+@[^,]+),/.exec(row)?.slice(1, 3) ?? []);
    expect(contacts).toContain('Zephyrine Quastenbrook');
    expect(contacts.length).toBeGreaterThan(100);
    for (const [path, text] of texts(join(root, 'dist'))) {
      const lower = text.toLowerCase();
      for (const contact of [...contacts, 'Zephyrine', 'Quastenbrook']) {
        if (lower.includes(contact.toLowerCase())) throw new Error(`${path} holds ${contact}`);
      }
    }
  });
});

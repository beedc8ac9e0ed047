/** What the report may say of itself and of the engagement without typing it: values by path, and counts. */
import type { GivenValue } from './reference-formats.ts';

/** Things that the report holds, to be counted; the bundle has them under the same names. */
export interface CountedParts {
  readonly engagement: {
    readonly queues: readonly unknown[];
    readonly exclusions: readonly unknown[];
    readonly claims: readonly unknown[];
    readonly period: { readonly from: string; readonly to: string };
  };
  readonly findings: readonly unknown[];
  readonly sources: readonly unknown[];
  readonly facts: readonly unknown[];
  readonly refused: readonly unknown[];
  readonly backlog?: { readonly items: readonly unknown[] } | undefined;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MARKED = /\{\{|\[\[/;

function leaf(key: string, value: unknown): GivenValue | undefined {
  if (typeof value === 'number') return { kind: key.endsWith('_share') ? 'share' : 'number', value };
  // Prose has numbers of its own; a reference to it would be a sentence within a sentence.
  if (typeof value !== 'string' || MARKED.test(value)) return undefined;
  return { kind: DATE.test(value) ? 'date' : 'text', text: value };
}

function walk(path: string, key: string, value: unknown, values: Map<string, GivenValue>): void {
  if (Array.isArray(value)) {
    values.set(`${path}.count`, { kind: 'number', value: value.length });
    value.forEach((item: unknown, index) => {
      const id = typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : String(index);
      walk(`${path}.${id}`, id, item, values);
    });
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value))
      walk(path === '' ? name : `${path}.${name}`, name, inner, values);
  } else {
    const given = leaf(key, value);
    if (given !== undefined) values.set(path, given);
  }
}

/** "2026-03" where a period is exactly one calendar month. */
function wholeMonth({ from, to }: { from: string; to: string }): string | undefined {
  const dayAfter = new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const [year = '', month = ''] = from.split('-');
  const next = month === '12' ? `${Number(year) + 1}-01` : `${year}-${String(Number(month) + 1).padStart(2, '0')}`;
  return from.endsWith('-01') && dayAfter === `${next}-01` ? from.slice(0, 7) : undefined;
}

/**
 * Values that `<Given id="…"/>` and `{{given.…}}` can name: every number, text and date of
 * engagement.yaml by its path (entries of a list by their id, else by their place from 0;
 * `<list>.count` is its length), `period.month` where the period is one month, and
 * `report.findings`, `.sources`, `.facts`, `.refused`, `.queues`, `.exclusions`, `.claims`, `.backlog`.
 */
export function givenValues(parts: CountedParts): Map<string, GivenValue> {
  const { engagement, findings, sources, facts, refused, backlog } = parts;
  const values = new Map<string, GivenValue>();
  walk('', '', engagement, values);
  const month = wholeMonth(engagement.period);
  if (month !== undefined) values.set('period.month', { kind: 'month', text: month });
  const counted = {
    findings,
    sources,
    facts,
    refused,
    queues: engagement.queues,
    exclusions: engagement.exclusions,
    claims: engagement.claims,
    backlog: backlog?.items ?? [],
  };
  for (const [name, list] of Object.entries(counted)) {
    values.set(`report.${name}`, { kind: 'number', value: list.length });
  }
  return values;
}

/** The evidence ledger: each claim with its fact, the rows that counted, and the file they came from. */
import type { Bundle } from '../schema/bundle.ts';
import type { Fact } from '../schema/fact.ts';
import type { Source } from '../schema/sources.ts';
import type { Cell, Table, TableColumn } from '../schema/table.ts';
import { causeStatus, factsOf } from './finding-marks.ts';
import type { Status } from './finding-marks.ts';
import { ledgerNumber } from './ledger-number.ts';

/** Rows of a fact that are shown with their values; longer lists are given by their keys. */
const ROWS_WITH_VALUES = 25;
/** Keys that are listed; the rest is in the file of the fact, so that a page does not grow with what was inspected. */
const KEYS_LISTED = 400;

export interface ThreadRows {
  readonly keys: readonly string[];
  /** The first of `keys`, as many as a page lists. */
  readonly shown: readonly string[];
  readonly looked: number;
  readonly columns: readonly TableColumn[];
  /** Cells of `columns`, row by row; empty where the keys alone are listed. */
  readonly values: readonly { readonly key: string; readonly cells: readonly Cell[] }[];
}

export interface FactEntry {
  readonly kind: 'fact';
  readonly number: string;
  readonly fact: Fact;
  readonly table: Table | undefined;
  readonly sources: readonly Source[];
  readonly rows: ThreadRows;
  /** Findings that rest on it. */
  readonly findings: readonly { readonly slug: string; readonly number: number; readonly title: string }[];
  /** Ids of published claims that it contradicts. */
  readonly contradicts: readonly string[];
}

export interface CauseEntry {
  readonly kind: 'cause';
  readonly number: string;
  readonly anchor: string;
  readonly status: Status;
  readonly text: string;
  readonly facts: readonly string[];
  readonly finding: { readonly slug: string; readonly number: number };
}

function threadRows(fact: Fact, table: Table | undefined): ThreadRows {
  const base = {
    keys: fact.rows,
    shown: fact.rows.slice(0, KEYS_LISTED),
    looked: fact.population.length,
    columns: [],
    values: [],
  };
  if (table === undefined || fact.rows.length === 0 || fact.rows.length > ROWS_WITH_VALUES) return base;
  const columns = table.columns.filter(
    ({ name, class: kept }) => kept === 'public' && name !== table.key && fact.show.includes(name),
  );
  if (columns.length === 0) return base;
  const byKey = new Map(table.rows.map((row) => [String(row[table.key]), row]));
  const values = fact.rows.map((key) => ({ key, cells: columns.map(({ name }) => byKey.get(key)?.[name] ?? null) }));
  return { ...base, columns, values };
}

/** One entry per fact, in the order of the bundle. */
export function factEntries({
  facts,
  findings,
  tables,
  sources,
  engagement,
}: Pick<Bundle, 'facts' | 'findings' | 'tables' | 'sources' | 'engagement'>): FactEntry[] {
  const wrong = engagement.claims.filter(({ verdict }) => verdict === 'differs' || verdict === 'not_reachable');
  const tableById = new Map(tables.map((table) => [table.id, table]));
  return facts.map((fact, index) => {
    const table = tableById.get(fact.table);
    return {
      kind: 'fact',
      number: ledgerNumber(index + 1),
      fact,
      table,
      sources: sources.filter(({ id }) => table?.sources.includes(id) ?? false),
      rows: threadRows(fact, table),
      findings: findings
        .filter((finding) => factsOf(finding).includes(fact.id))
        .map(({ slug, number, title }) => ({ slug, number, title })),
      contradicts: wrong.filter((claim) => claim.facts.includes(fact.id)).map(({ id }) => id),
    };
  });
}

/** Causes, which are claims too; numbered after the facts. */
export function causeEntries({
  facts,
  suppressed,
  findings,
}: Pick<Bundle, 'facts' | 'suppressed' | 'findings'>): CauseEntry[] {
  return findings
    .flatMap(({ slug, number, causes }) => causes.map((cause, index) => ({ slug, number, cause, index })))
    .map(({ slug, number, cause, index }, place) => ({
      kind: 'cause',
      number: ledgerNumber(facts.length + suppressed.length + place + 1),
      anchor: `cause-${slug}-${index + 1}`,
      status: causeStatus(cause),
      text: cause.text,
      facts: cause.facts,
      finding: { slug, number },
    }));
}

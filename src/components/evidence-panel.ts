/** What the panel of a number shows of its evidence: the number at large, where it was counted, and a few of its rows. */
import type { Bundle } from '../schema/bundle.ts';
import type { Fact } from '../schema/fact.ts';
import type { Source } from '../schema/sources.ts';
import type { Cell, TableColumn } from '../schema/table.ts';
import { homeOfCheck } from './check-code.ts';
import { homeOfControl } from './control-replays.ts';
import { rowsByKey } from './fact-rows.ts';

const ROWS = 3;

export interface PanelRow {
  readonly key: string;
  readonly cell: Cell;
}

export interface Panel {
  readonly fact: Fact;
  /** Heading of the column that names a row. */
  readonly keyLabel: string;
  /** The column that says why a row counted: the last of those the check shows, a number before a text. */
  readonly column: TableColumn | undefined;
  /** At most three rows; the largest first where the column is a number. */
  readonly rows: readonly PanelRow[];
  readonly counted: number;
  readonly sources: readonly Source[];
  /** What stated the fact, and the page and place that show it. */
  readonly stated: { readonly by: 'check' | 'control'; readonly page: string; readonly anchor: string };
}

const largestFirst = (one: PanelRow, other: PanelRow): number => Number(other.cell ?? 0) - Number(one.cell ?? 0);

/** Nothing for a fact that the report does not have. */
export function evidencePanel(
  {
    facts,
    tables,
    sources,
    findings,
    controls,
  }: Pick<Bundle, 'facts' | 'tables' | 'sources' | 'findings' | 'controls'>,
  id: string,
): Panel | undefined {
  const fact = facts.find((candidate) => candidate.id === id);
  const table = tables.find((candidate) => candidate.id === fact?.table);
  if (fact === undefined || table === undefined) return undefined;
  const shown = fact.show.flatMap((name) =>
    table.columns.filter((column) => column.name === name && column.class === 'public' && name !== table.key),
  );
  const column = shown.findLast(({ type }) => type === 'number') ?? shown.at(-1);
  const byKey = rowsByKey(table);
  const rows = fact.rows.map((key) => ({ key, cell: column ? (byKey.get(key)?.[column.name] ?? null) : null }));
  const by = controls.some((control) => control.facts.includes(id)) ? 'control' : 'check';
  const home = (by === 'control' ? homeOfControl : homeOfCheck)({ findings }, fact.check);
  return {
    fact,
    keyLabel: table.columns.find(({ name }) => name === table.key)?.label ?? table.key,
    column,
    rows: (column?.type === 'number' ? rows.toSorted(largestFirst) : rows).slice(0, ROWS),
    counted: rows.length,
    sources: sources.filter((source) => table.sources.includes(source.id)),
    stated: { by, page: home ? `findings/${home.slug}` : 'evidence', anchor: `${by}-${fact.check}` },
  };
}

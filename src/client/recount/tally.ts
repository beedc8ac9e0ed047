/** Everything that a recount compares, counted as it goes. */
import { recount } from '../../core/recount.ts';
import { recountText, rowsText } from '../../core/recount-data.ts';
import type { RecountData } from '../../core/recount-data.ts';
import type { SurenessStyle } from '../../core/sureness.ts';
import { compareEntry } from './ledger.ts';
import type { Difference } from './ledger.ts';

export interface Count {
  agree: number;
  of: number;
}

/** What went wrong, and where. */
export interface Fault {
  /** Of a fact the number of its entry and its id; of rows the title of their table. */
  readonly where: string;
  readonly what: string;
  readonly published: string;
  readonly recounted: string;
}

export interface Tally {
  readonly tables: Count;
  readonly facts: Count;
  readonly intervals: Count;
  readonly entries: Count;
  readonly faults: Fault[];
  /** Of all that was counted again; nothing where this browser computes none. */
  digest: string | undefined;
  digestAgrees: boolean;
}

export interface Host {
  /** SHA-256 in hexadecimal; rejects where the browser has none. */
  sha256(text: string): Promise<string>;
  /** The entry of a fact in the ledger of the page. */
  entryOf(fact: string): HTMLTableSectionElement | null;
  /** Called as facts are done; resolves once the page may go on. */
  progress(done: number, of: number): Promise<void>;
}

const count = (): Count => ({ agree: 0, of: 0 });

function note(counted: Count, agrees: boolean): void {
  counted.of += 1;
  if (agrees) counted.agree += 1;
}

async function digests(data: RecountData, stated: string, tally: Tally, host: Host): Promise<void> {
  try {
    for (const table of data.tables) {
      const digest = await host.sha256(rowsText(table));
      note(tally.tables, digest === table.sha256);
      if (digest !== table.sha256) {
        tally.faults.push({
          where: table.title,
          what: 'digest of the rows',
          published: table.sha256.slice(0, 8),
          recounted: digest.slice(0, 8),
        });
      }
    }
    tally.digest = await host.sha256(recountText(data));
    tally.digestAgrees = tally.digest === stated;
    if (!tally.digestAgrees) {
      tally.faults.push({
        where: 'The page',
        what: 'digest of everything counted again',
        published: stated.slice(0, 8),
        recounted: tally.digest.slice(0, 8),
      });
    }
  } catch {
    tally.digest = undefined;
  }
}

/**
 * Computes digests and facts of the data and holds the page against them.
 *
 * @param stated digest that the page states
 */
export async function takeTally(data: RecountData, stated: string, style: SurenessStyle, host: Host): Promise<Tally> {
  const tally: Tally = {
    tables: count(),
    facts: count(),
    intervals: count(),
    entries: count(),
    faults: [],
    digest: undefined,
    digestAgrees: false,
  };
  await digests(data, stated, tally, host);
  for (const [place, source] of data.facts.entries()) {
    await host.progress(place, data.facts.length);
    const entry = host.entryOf(source.id);
    const where = `${entry?.rows[0]?.cells[0]?.textContent.trim() ?? ''} ${source.id}`.trim();
    const differences: Difference[] = [];
    let failed = false;
    try {
      const recounted = recount(source, data);
      if (entry) differences.push(...compareEntry(entry, recounted, style));
    } catch (error) {
      failed = true;
      const found = error instanceof Error ? error.message : String(error);
      tally.faults.push({ where, what: 'fact', published: 'in the ledger', recounted: `cannot be computed: ${found}` });
    }
    if (!entry) tally.faults.push({ where, what: 'entry of the ledger', published: 'nothing', recounted: 'a fact' });
    const clean = (of: Difference['of']): boolean =>
      entry !== null && !failed && differences.every((one) => one.of !== of);
    note(tally.facts, clean('fact'));
    if (source.interval) note(tally.intervals, clean('interval'));
    note(tally.entries, clean('rows'));
    tally.faults.push(...differences.map(({ what, published, recounted }) => ({ where, what, published, recounted })));
  }
  return tally;
}

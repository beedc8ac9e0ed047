/** Holds an entry of the evidence ledger, as it stands in the page, against the fact computed again. */
import { formatCell, formatCount } from '../../core/format.ts';
import type { Recounted } from '../../core/recount.ts';
import { FACT_NUMBERS, factDefault } from '../../core/fact-numbers.ts';
import { sureness } from '../../core/sureness.ts';
import type { SurenessStyle } from '../../core/sureness.ts';

export interface Difference {
  /** What differs: a noun phrase. */
  readonly what: string;
  readonly published: string;
  readonly recounted: string;
  readonly of: 'fact' | 'interval' | 'rows';
}

/** Words of an element as a reader sees them: one blank for any. */
const words = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

/** The same for a text that was made here. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');

const NONE = 'nothing';
const SHOWN = 60;
const short = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)} …` : text || NONE);

/** The first place at which two lists part, and what stands there. */
function parting(published: readonly string[], recounted: readonly string[]): [string, string] | undefined {
  const length = Math.max(published.length, recounted.length);
  for (let place = 0; place < length; place += 1) {
    if (published[place] === recounted[place]) continue;
    const of = `of ${String(published.length)}`;
    const at = (list: readonly string[]): string => list[place] ?? NONE;
    return [`${at(published)} (row ${String(place + 1)} ${of})`, `${at(recounted)} (of ${String(recounted.length)})`];
  }
  return undefined;
}

/** Everything in which the entry differs from its fact. */
export function compareEntry(entry: HTMLTableSectionElement, recounted: Recounted, style: SurenessStyle): Difference[] {
  const { fact, keys, measured, looked, table } = recounted;
  const { locale } = style;
  const differences: Difference[] = [];
  const hold = (of: Difference['of'], what: string, published: string, expected: string): void => {
    const text = plain(expected);
    if (published !== text) differences.push({ of, what, published: short(published), recounted: short(text) });
  };
  const value = FACT_NUMBERS[factDefault(fact)](fact, style)?.text ?? '';
  const [line] = entry.rows;
  const steps = entry.querySelectorAll('.thread-steps > li');
  const stated = [...(steps[1]?.querySelectorAll('p') ?? [])];
  hold('fact', 'value', words(line?.cells[3]), value);
  hold('fact', 'value in the thread', words(stated[2]), value);
  hold('rows', 'rows read', words(line?.cells[4]), `${formatCount(looked, locale)} rows`);
  sureness(fact, style).forEach((sentence, place) => {
    const what = place === 0 && fact.interval ? 'interval' : 'bounds for the population';
    hold('interval', what, words(stated[3 + place]), sentence);
  });
  const counted = `${formatCount(keys.length, locale)} of ${formatCount(looked, locale)} in ${table.title}`;
  const rows = words(steps[2]?.querySelectorAll('p')[1]).replace(/ CSV$/, '');
  hold('rows', 'rows counted', rows, counted);
  const listed = words(steps[2]?.querySelector('.keys')).split(' ');
  const missed = parting(listed, plain(keys.join(' ')).split(' '));
  if (missed) differences.push({ of: 'rows', what: 'keys of the rows', published: missed[0], recounted: missed[1] });
  const grid = steps[2]?.querySelector('table');
  if (grid) {
    const [body] = grid.tBodies;
    const lines = [...(body?.rows ?? [])];
    const parted = parting(
      lines.map(({ cells: [first] }) => words(first)),
      keys,
    );
    if (parted) differences.push({ of: 'rows', what: 'rows of the table', published: parted[0], recounted: parted[1] });
    else compareMeasured(grid, lines);
  }

  function compareMeasured(within: HTMLTableElement, lines: readonly HTMLTableRowElement[]): void {
    const column = table.columns.find(({ name }) => name === recounted.column);
    if (measured === undefined || column === undefined) return;
    const { label, unit } = column;
    const heading = unit === undefined ? label : `${label}, ${unit}`;
    const place = [...(within.tHead?.rows[0]?.cells ?? [])].findIndex((cell) => words(cell) === plain(heading));
    if (place < 0) return;
    lines.forEach(({ cells }, row) => {
      const what = `${label} of ${keys[row] ?? ''}`;
      hold('rows', what, words(cells[place]), formatCell(measured[row] ?? NaN, unit, locale));
    });
  }
  return differences;
}

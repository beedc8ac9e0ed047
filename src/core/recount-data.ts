/** What a page carries so that its reader can count again: the rows behind the facts, and which of them each fact counted. */
import type { FactKind } from './fact-numbers.ts';
import type { SurenessStyle } from './sureness.ts';

type Value = string | number | boolean | null;

export interface RecountColumn {
  readonly name: string;
  readonly label: string;
  readonly unit?: string;
}

/** Rows of a table, column by column: its key first, then what facts measured. */
export interface RecountTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly RecountColumn[];
  readonly values: readonly (readonly Value[])[];
  /** SHA-256 of `rowsText`. */
  readonly sha256: string;
}

export interface RecountFact {
  readonly id: string;
  readonly kind: FactKind;
  readonly unit: string;
  /** Place of its table. */
  readonly table: number;
  /** One sign for each row of the table. */
  readonly marks: string;
  /** Place of the column that was measured. */
  readonly column?: number;
  readonly interval?: { readonly method: 'wilson' | 'clopper-pearson' | 'bootstrap'; readonly level: number };
  readonly finite?: { readonly level: number; readonly population: number };
}

export interface RecountData {
  readonly facts: readonly RecountFact[];
  /** Facts whose rows or measure the page does not carry, by their ids. */
  readonly left: readonly string[];
  readonly tables: readonly RecountTable[];
}

/** As the page holds it. */
export interface RecountIsland extends SurenessStyle {
  readonly data: RecountData;
  /** SHA-256 of `recountText`. */
  readonly sha256: string;
}

/** Rows of a table that a page carries at most; facts of larger ones are left to those who rebuild the package. */
export const MOST_ROWS = 5000;

/** Signs of `marks`: not looked at, looked at, counted, counted in the second group of a difference. */
export const MARK = { apart: '-', looked: '0', counted: '1', second: '2' } as const;

/** What the digest of a table's rows is of: JSON without blanks, the names of the columns and then the values of each. */
export const rowsText = ({ columns, values }: Pick<RecountTable, 'columns' | 'values'>): string =>
  JSON.stringify([columns.map(({ name }) => name), ...values]);

/** What the one digest over everything is of. */
export const recountText = ({ facts, left, tables }: RecountData): string => JSON.stringify({ facts, left, tables });

interface SourceTable {
  readonly id: string;
  readonly title: string;
  readonly key: string;
  readonly columns: readonly { readonly name: string; readonly label: string; readonly unit?: string | undefined }[];
  readonly rows: readonly Readonly<Record<string, Value>>[];
}

interface SourceFact {
  readonly id: string;
  readonly kind: FactKind;
  readonly unit: string;
  readonly table: string;
  readonly rows: readonly string[];
  readonly population: readonly string[];
  readonly column?: string | undefined;
  readonly first?: number | undefined;
  readonly interval?: RecountFact['interval'] | undefined;
  readonly finite?: RecountFact['finite'] | undefined;
}

const keysOf = ({ rows, key }: SourceTable): string[] => rows.map((row) => String(row[key]));
const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((key, index) => key === other[index]);

/** Marks from which the fact's rows come out again in their order, which is what the bootstrap draws from; nothing where they cannot. */
function marksOf({ rows, population, first }: SourceFact, keys: readonly string[]): string | undefined {
  const looked = new Set(population);
  const counted = new Map(rows.map((key, place) => [key, place < (first ?? Infinity) ? MARK.counted : MARK.second]));
  const marks = keys.map((key) => counted.get(key) ?? (looked.has(key) ? MARK.looked : MARK.apart));
  const of = (...signs: readonly string[]): string[] => keys.filter((_, index) => signs.includes(marks[index] ?? ''));
  const whole =
    same([...of(MARK.counted), ...of(MARK.second)], rows) &&
    (first === undefined ? same(of(MARK.counted, MARK.looked), population) : same(rows, population));
  return whole ? marks.join('') : undefined;
}

/**
 * The rows behind the facts, with nothing beside the keys and the columns that facts measured.
 *
 * @param sha256 in hexadecimal
 */
export function recountData(
  { facts, tables }: { readonly facts: readonly SourceFact[]; readonly tables: readonly SourceTable[] },
  sha256: (text: string) => string,
): RecountData {
  const left: string[] = [];
  const kept = facts.flatMap((fact) => {
    const table = tables.find(({ id }) => id === fact.table);
    const marks = table && table.rows.length <= MOST_ROWS ? marksOf(fact, keysOf(table)) : undefined;
    const measured = fact.kind !== 'proportion' && fact.kind !== 'count';
    if (table === undefined || marks === undefined || (measured && fact.column === undefined)) {
      left.push(fact.id);
      return [];
    }
    return [{ fact, table, marks, measured: measured ? fact.column : undefined }];
  });
  const carried = tables
    .filter((table) => kept.some((one) => one.table === table))
    .map((table) => {
      const names = new Set([table.key, ...kept.flatMap((one) => (one.table === table ? (one.measured ?? []) : []))]);
      const columns = [...names].map((name): RecountColumn => {
        const { label = name, unit } = table.columns.find((column) => column.name === name) ?? {};
        return { name, label, ...(unit !== undefined && { unit }) };
      });
      const values = [keysOf(table), ...columns.slice(1).map(({ name }) => table.rows.map((row) => row[name] ?? null))];
      return { id: table.id, title: table.title, columns, values, sha256: sha256(rowsText({ columns, values })) };
    });
  const placeOf = (id: string): number => carried.findIndex((table) => table.id === id);
  return {
    facts: kept.map(({ fact: { id, kind, unit, interval, finite }, table, marks, measured }): RecountFact => {
      const place = placeOf(table.id);
      return {
        id,
        kind,
        unit,
        table: place,
        marks,
        ...(measured !== undefined && {
          column: carried[place]?.columns.findIndex(({ name }) => name === measured) ?? -1,
        }),
        ...(interval && { interval: { method: interval.method, level: interval.level } }),
        ...(finite && { finite: { level: finite.level, population: finite.population } }),
      };
    }),
    left,
    tables: carried,
  };
}

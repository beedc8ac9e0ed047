/**
 * Facts over few records, where an engagement asks for it: they leave the facts before anything is made from them,
 * so no page, file or computation can have them. A public column that would give one of them away is a problem.
 */
import type { Fact, SuppressedFact } from '../schema/fact.ts';
import type { Cell, Table } from '../schema/table.ts';
import type { Problem } from './problem.ts';

/** What of a fact is too small to be told; nothing where it may be published. */
export function smallSide(
  { kind, count, of, first, population, rows }: Fact,
  below: number,
): SuppressedFact['side'] | undefined {
  const small = (records: number): boolean => records > 0 && records < below;
  if (kind === 'proportion' || kind === 'count') {
    const counted = count ?? rows.length;
    // Who knows the whole subtracts: the rest is told with the count.
    return small(counted) ? 'count' : small((of ?? population.length) - counted) ? 'rest' : undefined;
  }
  const measured = of ?? population.length;
  const groups = kind === 'difference' && first !== undefined ? [first, measured - first] : [measured];
  return groups.some(small) ? 'rows' : undefined;
}

function withoutNumbers(fact: Fact, side: SuppressedFact['side'], below: number): SuppressedFact {
  const { id, label, definition, kind, unit, parameters, table, scope, check, file, line, population } = fact;
  const total = fact.of ?? population.length;
  return {
    ...{ id, label, definition, kind, unit, parameters, table, scope, check, file, line, below, side },
    ...(side !== 'rows' && total >= below && { of: total }),
  };
}

/** The rows that few stand behind, and those that they must not be told from. */
function sidesOf(fact: Fact, side: SuppressedFact['side'], table: Table): readonly [Table['rows'], Table['rows']] {
  const looked = new Set(fact.population);
  const first = fact.population.slice(0, fact.first);
  const chosen = new Set(
    side !== 'rows'
      ? fact.rows
      : first.length < fact.population.length - first.length
        ? first
        : fact.population.slice(first.length),
  );
  const group = side === 'rows' && fact.first === undefined ? looked : chosen;
  const among = table.rows.filter((row) => side === 'rows' || looked.has(String(row[table.key])));
  const inGroup = (row: Table['rows'][number]): boolean => group.has(String(row[table.key]));
  const others = among.filter((row) => !inGroup(row));
  return [among.filter(inGroup), others.length > 0 ? others : table.rows.filter((row) => !inGroup(row))];
}

const present = (values: readonly Cell[]): (string | number)[] =>
  values.filter((value) => typeof value === 'string' || typeof value === 'number');

/** Whether every value of one lies below every value of the other; a blank cannot be compared. */
function apart(some: readonly Cell[], others: readonly Cell[]): boolean {
  const [a, b] = [present(some), present(others)];
  if ((a.length < some.length && b.length < others.length) || (a.length < some.length && a.length > 0)) return false;
  const below = (lower: typeof a, upper: typeof a): boolean =>
    lower.every((one) => upper.every((other) => one < other));
  return below(a, b) || below(b, a);
}

/** Whether a reader of the column alone could tell the rows from the others: by a limit, or by values that only they have. */
function tells(type: Table['columns'][number]['type'], some: readonly Cell[], others: readonly Cell[]): boolean {
  if (type !== 'text' && type !== 'boolean') return apart(some, others);
  const theirs = new Set(others);
  if (some.some((value) => theirs.has(value))) return false;
  // A second name of each row tells no group.
  return new Set([...some, ...others]).size < some.length + others.length || some.length + others.length < 3;
}

function toldBy(fact: Fact, side: SuppressedFact['side'], table: Table): string[] {
  const [some, others] = sidesOf(fact, side, table);
  if (some.length === 0 || others.length === 0)
    return side === 'rows' && fact.column === undefined ? [] : [fact.column ?? table.key];
  return table.columns
    .filter(({ name }) => name !== table.key)
    .filter(({ name, type }) =>
      tells(
        type,
        some.map((row) => row[name] ?? null),
        others.map((row) => row[name] ?? null),
      ),
    )
    .map(({ name }) => name);
}

function problemsOf(
  fact: Fact,
  side: SuppressedFact['side'],
  below: number,
  { tables, ofControls }: { tables: readonly Table[]; ofControls: ReadonlySet<string> },
): Problem[] {
  const { id, file, line } = fact;
  const few = `${side === 'rest' ? 'all but ' : ''}fewer than ${String(below)} records (suppress_below)`;
  if (ofControls.has(id)) {
    return [
      {
        code: 'suppressed-of-control',
        file,
        line,
        message: `The fact "${id}" of a control tells of ${few}, and the run of a control is published row by row.`,
        expected: `facts of controls over at least ${String(below)} records, and not all but fewer`,
        found: 'too few records',
        hint: 'Run the control over more records, or take it out of the report.',
      },
    ];
  }
  const table = tables.find((one) => one.id === fact.table);
  const columns = table === undefined ? [] : toldBy(fact, side, table);
  if (table === undefined || columns.length === 0) return [];
  return [
    {
      code: 'suppressed-told',
      file,
      line,
      message: `The fact "${id}" tells of ${few}, and a public column of the table "${table.id}" would tell them from the others.`,
      expected: 'no public column by which these rows can be told',
      found: columns.join(', '),
      hint: `Class such a column as internal in ${table.loader}, so that neither report nor kit has it; or state the fact over more records.`,
    },
  ];
}

/**
 * @param tables with their public columns
 * @param ofControls ids of facts that controls state
 * @param below fewest records that a fact may tell of; without it every fact is published
 */
export function suppressFacts(
  facts: readonly Fact[],
  given: { readonly tables: readonly Table[]; readonly ofControls: ReadonlySet<string> },
  below: number | undefined,
): { facts: readonly Fact[]; suppressed: readonly SuppressedFact[]; problems: readonly Problem[] } {
  if (below === undefined) return { facts, suppressed: [], problems: [] };
  const sided = facts.map((fact) => ({ fact, side: smallSide(fact, below) }));
  const hidden = sided.flatMap(({ fact, side }) => (side === undefined ? [] : [{ fact, side }]));
  return {
    facts: sided.flatMap(({ fact, side }) => (side === undefined ? [fact] : [])),
    suppressed: hidden.map(({ fact, side }) => withoutNumbers(fact, side, below)),
    problems: hidden.flatMap(({ fact, side }) => problemsOf(fact, side, below, given)),
  };
}

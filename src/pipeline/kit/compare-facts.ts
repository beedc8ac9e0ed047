/** Facts as the SQL of a check counts them, held against those that the loaders gave. */
import { nearest } from '../../core/nearest.ts';
import { RESULT_COLUMNS, TOLERANCE } from '../../kit/results.ts';
import type { Fact } from '../../schema/fact.ts';
import type { KitCheck } from '../../schema/kit.ts';
import type { Problem } from '../problem.ts';
import type { SqlResult } from '../sql/messages.ts';

export interface Compared {
  /** The query with its author's lines. */
  readonly source: string;
  readonly written: KitCheck;
  /** Facts that the check states. */
  readonly facts: readonly Fact[];
  readonly result: SqlResult;
}

type Counted = Pick<Fact, 'unit'> & {
  readonly count?: number | undefined;
  readonly of?: number | undefined;
  readonly value: number;
};

/** "19 of 80", "46", "31 h over 55". */
function said({ count, of, value, unit }: Counted): string {
  if (count !== undefined && of !== undefined) return `${String(count)} of ${String(of)}`;
  if (count !== undefined && of === undefined) return String(count);
  return `${String(Number(value.toPrecision(12)))} ${unit}${of === undefined ? '' : ` over ${String(of)}`}`;
}

function agree(a: Counted, b: Counted): boolean {
  return (
    a.count === b.count && a.of === b.of && Math.abs(a.value - b.value) <= TOLERANCE * Math.max(1, Math.abs(a.value))
  );
}

/** What a row says; a share and a count need no value, since it follows. */
function counted([, count, of, value]: readonly (string | null)[], unit: string): Counted {
  const number = (cell: string | null | undefined): number | undefined =>
    cell === null || cell === undefined ? undefined : Number(cell);
  const [n, total] = [number(count), number(of)];
  const derived = n === undefined ? Number.NaN : total === undefined ? n : n / total;
  return { count: n, of: total, value: number(value) ?? derived, unit };
}

/** Where the query names a fact, or the beginning of its id where it puts it together: 'clocks.' || clock. */
function placeOf(source: string, file: string | undefined, fact: string): Partial<Problem> {
  const [named] = [...source.matchAll(/'(\w+\.[\w.]*)'/g)]
    .filter(([, literal = '']) => fact.startsWith(literal))
    .sort(([one], [other]) => other.length - one.length);
  const before = source.slice(0, named?.index ?? 0).split('\n');
  const excerpt = source.split('\n')[before.length - 1];
  return {
    ...(file !== undefined && { file }),
    ...(named !== undefined &&
      excerpt !== undefined && { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, excerpt }),
  };
}

function columnProblems({ written: { file }, result: { columns } }: Compared): Problem[] {
  const names = columns.map(({ name }) => name);
  if (names.join() === RESULT_COLUMNS.join()) return [];
  return [
    {
      code: 'sql-columns',
      ...(file !== undefined && { file }),
      message: 'The SQL of a check gives a row for each fact, with four columns.',
      expected: RESULT_COLUMNS.join(', '),
      found: names.join(', '),
      hint: 'A share gives count and of, a count its count, a median, difference or sum of and value; the rest is null.',
    },
  ];
}

/** Every fact of the check is counted once with the same result, or left out; and nothing else is counted. */
export function compareFacts(compared: Compared): Problem[] {
  const wrong = columnProblems(compared);
  if (wrong.length > 0) return wrong;
  const { source, written, facts, result } = compared;
  const at = (fact: string): Partial<Problem> => placeOf(source, written.file, fact);
  const out = new Set(written.left_out.map(({ fact }) => fact));
  const ids = facts.map(({ id }) => id);
  const seen = new Set<string>();
  const problems = result.rows.flatMap((row): Problem[] => {
    const name = row[0] ?? 'null';
    const fact = facts.find(({ id }) => id === name);
    if (fact === undefined) {
      const meant = nearest(name, ids);
      return [
        {
          code: 'sql-fact-unknown',
          ...at(name),
          message: `The check "${written.check}" states no fact "${name}".`,
          expected: ids.join(', '),
          found: name,
          hint: meant === undefined ? 'Remove the row, or state the fact in the check.' : `Did you mean "${meant}"?`,
        },
      ];
    }
    if (seen.has(name) || out.has(name)) {
      return [
        {
          code: 'sql-fact-twice',
          ...at(name),
          message: out.has(name) ? `"${name}" is left out, and counted.` : `"${name}" is counted twice.`,
          hint: 'Keep one of the two.',
        },
      ];
    }
    seen.add(name);
    const sql = counted(row, fact.unit);
    if (agree(fact, sql)) return [];
    return [
      {
        code: 'sql-fact-differs',
        ...at(name),
        message: `"${name}": loaders ${said(fact)}, SQL ${said(sql)}.`,
        expected: said(fact),
        found: said(sql),
        hint: `One of the two counts something else: compare the query with ${fact.file}:${String(fact.line)}.`,
      },
    ];
  });
  const missing = ids.filter((id) => !seen.has(id) && !out.has(id));
  return [
    ...problems,
    ...missing.map((id) => ({
      code: 'sql-fact-missing',
      ...(written.file !== undefined && { file: written.file }),
      message: `The SQL of the check "${written.check}" does not count "${id}".`,
      expected: `a row '${id}'`,
      found: 'none',
      hint: `Add it, or say why not: -- left out: ${id}: <reason>`,
    })),
  ];
}

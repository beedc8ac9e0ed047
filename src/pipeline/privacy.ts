/** Personal values: known while a report is built, so that nothing published contains one; never written anywhere. */
import { createWordSearch } from '../core/word-search.ts';
import type { Control } from '../schema/control.ts';
import type { Fact } from '../schema/fact.ts';
import type { RefusedRow, Table } from '../schema/table.ts';
import type { Problem } from './problem.ts';
import type { SourceInput } from './sandbox/messages.ts';

/** Shorter ones stand in every text by chance. */
const SHORTEST = 4;

interface PersonalValue {
  readonly source: string;
  readonly column: string;
}
/** Each value with the place it comes from. */
export type PersonalValues = ReadonlyMap<string, PersonalValue>;

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value.trim()];
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}

/** Distinct values of personal columns, without those that also stand in a public column. */
export function personalValues(inputs: Iterable<SourceInput>): PersonalValues {
  const personal = new Map<string, PersonalValue>();
  const open = new Set<string>();
  for (const input of inputs) {
    if ('document' in input) continue;
    for (const [column, kept] of Object.entries(input.source.columns ?? {})) {
      if (kept === 'internal') continue;
      for (const { values } of input.records) {
        for (const value of leaves(values?.[column])) {
          if (kept === 'public') open.add(value);
          else if (value.length >= SHORTEST) personal.set(value, { source: input.source.id, column });
        }
      }
    }
  }
  return new Map([...personal].filter(([value]) => !open.has(value)));
}

/** Finds a personal value in a text; where there are several, the longest. */
function finder(values: PersonalValues): (text: string) => string | undefined {
  const search = createWordSearch(values.keys());
  return (text) => search(text).reduce<string | undefined>((a, b) => (b.length > (a?.length ?? 0) ? b : a), undefined);
}

const HINT = 'Drop the column, or derive something that names nobody; personal columns never leave the loaders.';

/** A published cell, fact or refused row that contains a personal value; the value itself is not repeated. */
export function leakProblems(
  values: PersonalValues,
  {
    tables,
    facts,
    refused,
    controls = [],
  }: {
    tables: readonly Table[];
    facts: readonly Fact[];
    refused: readonly RefusedRow[];
    controls?: readonly Pick<Control, 'file' | 'replays'>[];
  },
): Problem[] {
  const find = finder(values);
  const origin = (value: string): string => {
    const { source, column } = values.get(value) ?? { source: '', column: '' };
    return `a value of the personal column "${column}" of the source "${source}"`;
  };
  const problems: Problem[] = [];
  for (const { id, key, loader, columns, rows } of tables) {
    for (const { name } of columns) {
      const hit = rows.find((row) => typeof row[name] === 'string' && find(row[name]) !== undefined);
      const value = hit && find(String(hit[name]));
      if (value === undefined) continue;
      problems.push({
        code: 'personal-value-published',
        file: loader,
        field: name,
        message: `The table "${id}" would publish a personal value: ${name} of the row ${key} ${name === key ? 'that holds it' : String(hit?.[key])}.`,
        found: origin(value),
        hint: HINT,
      });
    }
  }
  for (const { id, file, line, label, definition } of facts) {
    const value = find(`${label}\n${definition}`);
    if (value === undefined) continue;
    problems.push({
      code: 'personal-value-published',
      file,
      line,
      message: `The fact "${id}" would publish a personal value.`,
      found: origin(value),
      hint: HINT,
    });
  }
  for (const { file, key, line, tries, expected, actual, decision } of controls.flatMap(({ file: from, replays }) =>
    replays.map((replay) => ({ ...replay, file: from })),
  )) {
    const value = find([key, tries, expected, actual, ...leaves(decision)].join('\n'));
    if (value === undefined) continue;
    problems.push({
      code: 'personal-value-published',
      file,
      line,
      message: `A case of this control would publish a personal value.`,
      found: origin(value),
      hint: HINT,
    });
  }
  for (const { file, line, column, value: shown, reason } of refused) {
    const value = find(`${shown}\n${reason}`);
    if (value === undefined) continue;
    problems.push({
      code: 'personal-value-published',
      file,
      line,
      ...(column !== null && { field: column }),
      message: 'A refused row would publish a personal value.',
      found: origin(value),
      hint: 'Class the column that holds it as personal, or correct the export.',
    });
  }
  return problems;
}

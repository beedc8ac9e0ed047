/** Personal values: known while a report is built, so that nothing published contains one; never written anywhere. */
import { createWordSearch } from '../core/word-search.ts';
import type { Control } from '../schema/control.ts';
import type { Fact } from '../schema/fact.ts';
import type { RefusedRow, Table } from '../schema/table.ts';
import type { Problem } from './problem.ts';
import type { SourceInput } from './sandbox/messages.ts';

/** Shorter ones stand in every text by chance. */
const SHORTEST = 4;

/** Where a column has many of these, counts of ours hit some by chance, and a search would tell nothing. */
const SMALL_NUMBER = /^\d{1,6}$/;
const MANY_SMALL = 100;

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
  const small = new Map<string, number>();
  for (const [value, { source, column }] of personal)
    if (SMALL_NUMBER.test(value)) small.set(`${source} ${column}`, (small.get(`${source} ${column}`) ?? 0) + 1);
  return new Map(
    [...personal].filter(
      ([value, { source, column }]) =>
        !open.has(value) && !(SMALL_NUMBER.test(value) && (small.get(`${source} ${column}`) ?? 0) > MANY_SMALL),
    ),
  );
}

/** Finds a personal value in a text; where there are several, the longest. */
function finder(values: PersonalValues): (text: string) => string | undefined {
  const search = createWordSearch(values.keys());
  return (text) => search(text).reduce<string | undefined>((a, b) => (b.length > (a?.length ?? 0) ? b : a), undefined);
}

/** Whether a result of a loader names nobody, and so may be kept on disk. */
export function namesNobody(values: PersonalValues): (result: unknown) => boolean {
  if (values.size === 0) return () => true;
  const search = createWordSearch(values.keys());
  return (result) => search(textsOf(result)).length === 0;
}

/** All text of a value, as text: what JSON would escape stands as it is. */
function textsOf(value: unknown): string {
  const texts: string[] = [];
  const walk = (inner: unknown): void => {
    if (typeof inner === 'string') texts.push(inner);
    else if (typeof inner === 'number') texts.push(String(inner));
    else if (typeof inner === 'object' && inner !== null) Object.values(inner).forEach(walk);
  };
  walk(value);
  return texts.join('\n');
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
    authored,
  }: {
    /** With their internal columns, which loaders hand to each other. */
    tables: readonly Table[];
    facts: readonly Fact[];
    refused: readonly RefusedRow[];
    controls?: readonly Pick<Control, 'file' | 'replays'>[];
    /** Texts of authors, by file. */
    authored?: ReadonlyMap<string, { readonly text: string }>;
  },
): Problem[] {
  const find = finder(values);
  const origin = (value: string): string => {
    const { source, column } = values.get(value) ?? { source: '', column: '' };
    return `a value of the personal column "${column}" of the source "${source}"`;
  };
  const problems: Problem[] = [];
  for (const { id, key, loader, columns, rows } of tables) {
    for (const { name, class: kept } of columns) {
      const hit = rows.find((row) => typeof row[name] === 'string' && find(row[name]) !== undefined);
      const value = hit && find(String(hit[name]));
      if (value === undefined) continue;
      const does = kept === 'internal' ? 'keep, in what lies between loader and report,' : 'publish';
      problems.push({
        code: kept === 'internal' ? 'personal-value-kept' : 'personal-value-published',
        file: loader,
        field: name,
        message: `The table "${id}" would ${does} a personal value: ${name} of the row ${key} ${name === key ? 'that holds it' : String(hit?.[key])}.`,
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
  for (const [file, { text }] of authored ?? []) {
    for (const [index, line] of text.split('\n').entries()) {
      const value = find(line);
      if (value === undefined) continue;
      problems.push({
        code: 'personal-value-published',
        file,
        line: index + 1,
        message: 'This line would publish a personal value.',
        found: origin(value),
        hint: 'Say it without naming anybody; or class the column as public, if its values may be seen.',
      });
    }
  }
  return problems;
}

/** From results of loaders to what the site may know: public columns, facts with their place, refused rows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fact as factSchema } from '../schema/fact.ts';
import type { Check, Fact } from '../schema/fact.ts';
import type { SourcesFile } from '../schema/sources.ts';
import type { RefusedRow, Table } from '../schema/table.ts';
import { sourcesBehind } from './graph.ts';
import { byCodePoint } from './paths.ts';
import type { Problem } from './problem.ts';
import type { Finished, FinishedCheck, FinishedControl, FinishedTable } from './run.ts';

/** A table with its public columns and only these; with the internal ones too where `whole`, to be looked through and not published. */
export function materialiseTables(finished: readonly FinishedTable[], { whole = false } = {}): Table[] {
  const byName = new Map(finished.map(({ description }) => [description.name, description]));
  return finished.map(({ description, rows }) => {
    const columns = description.columns.filter(({ internal }) => whole || !internal);
    return {
      id: description.name,
      title: description.title,
      scope: description.scope,
      key: description.key,
      sources: sourcesBehind(description, byName),
      loader: description.file,
      columns: columns.map(({ name, label, type, unit, internal }) => ({
        name,
        label,
        type,
        ...(unit !== undefined && { unit }),
        class: internal ? 'internal' : 'public',
      })),
      rows: rows.map((row) => Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]))),
    };
  });
}

/** What was measured may be internal: then the fact does not name it. */
function withoutHiddenColumn({ column, ...fact }: Fact, tables: readonly FinishedTable[]): Fact {
  const { columns } = tables.find(({ description }) => description.name === fact.table)?.description ?? {};
  const known = columns?.find(({ name }) => name === column);
  return known === undefined || known.internal ? fact : { ...fact, column: known.name };
}

function showProblems(fact: Fact, tables: readonly FinishedTable[]): Problem[] {
  const table = tables.find(({ description }) => description.name === fact.table);
  return fact.show.flatMap((name): Problem[] => {
    const column = table?.description.columns.find((known) => known.name === name);
    if (column && !column.internal) return [];
    return [
      {
        code: 'fact-shows-hidden',
        file: fact.file,
        line: fact.line,
        field: 'show',
        message: `The fact "${fact.id}" shows the column "${name}", which ${column ? 'is internal' : `the table "${fact.table}" does not have`}.`,
        hint: 'Show public columns only.',
      },
    ];
  });
}

function duplicateFacts(facts: readonly Fact[]): Problem[] {
  const first = new Map<string, Fact>();
  return facts.flatMap((fact): Problem[] => {
    const other = first.get(fact.id);
    if (other === undefined) {
      first.set(fact.id, fact);
      return [];
    }
    return [
      {
        code: 'duplicate-fact',
        file: fact.file,
        line: fact.line,
        field: 'id',
        message: `The fact "${fact.id}" is stated twice.`,
        found: `${other.file}:${String(other.line)} and ${fact.file}:${String(fact.line)}`,
        hint: 'Give one of them another id; sentences refer to facts by id.',
      },
    ];
  });
}

/** Facts of one check or control, each held against the schema. */
function readFacts({ description: { name, file }, facts }: FinishedCheck | FinishedControl): {
  facts: Fact[];
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const read = facts.flatMap((one) => {
    const result = factSchema.safeParse({ ...one, check: name, file });
    if (result.success) return [result.data];
    problems.push(
      ...result.error.issues.map((issue) => ({
        code: 'fact-invalid',
        file,
        line: one.line,
        field: issue.path.join('.'),
        message:
          issue.path[0] === 'id'
            ? `No fact can be called "${one.id}".`
            : `The fact "${one.id}" is not complete: ${issue.path.join('.')}.`,
        expected: issue.message,
        ...(issue.path[0] === 'id' && { found: one.id }),
      })),
    );
    return [];
  });
  return { facts: read, problems };
}

/** Facts with check, file and line, in the order of the checks' names, those of controls after them. */
export function materialiseFacts(
  root: string,
  { checks: finished, controls, tables }: Pick<Finished, 'checks' | 'controls' | 'tables'>,
): { facts: Fact[]; checks: Check[]; problems: Problem[] } {
  const read = [...finished, ...controls].map(readFacts);
  const facts = read.flatMap((one) => one.facts).map((fact) => withoutHiddenColumn(fact, tables));
  const problems = read.flatMap((one) => one.problems);
  const checks = finished.map(({ description: { name, file, question, needs }, facts: stated }) => ({
    id: name,
    question,
    file,
    code: readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n'),
    tables: [...needs],
    facts: stated.map(({ id }) => id),
  }));
  problems.push(...duplicateFacts(facts), ...facts.flatMap((fact) => showProblems(fact, tables)));
  return { facts, checks, problems };
}

const MOST_LISTED = 10;

/** Refused rows of all loaders, each once; more than its source allows stop the build. */
export function gatherRefused(
  finished: readonly FinishedTable[],
  { sources }: SourcesFile,
): { refused: RefusedRow[]; problems: Problem[] } {
  const once = new Map<string, RefusedRow>();
  for (const { refused } of finished)
    for (const row of refused) once.set(JSON.stringify([row.source, row.line, row.column, row.reason]), row);
  const refused = [...once.values()].sort(
    (a, b) =>
      byCodePoint(a.source, b.source) ||
      a.line - b.line ||
      byCodePoint(a.column ?? '', b.column ?? '') ||
      byCodePoint(a.reason, b.reason),
  );
  const problems = sources.flatMap(({ id, max_refused }): Problem[] => {
    const rows = refused.filter(({ source }) => source === id);
    const lines = new Set(rows.map(({ line }) => line));
    if (lines.size <= max_refused) return [];
    const file = rows[0]?.file ?? '';
    const listed = rows.slice(0, MOST_LISTED).map(({ line, column, value, reason }) => {
      const at = column === null ? `line ${String(line)}` : `line ${String(line)}, ${column} "${value}"`;
      return `${at}: ${reason}`;
    });
    const more = rows.length - listed.length;
    return [
      {
        code: 'too-many-refused',
        file,
        ...(rows[0] && { line: rows[0].line }),
        message: `${String(lines.size)} ${lines.size === 1 ? 'row was' : 'rows were'} refused; the source "${id}" allows ${String(max_refused)}.`,
        expected: `at most ${String(max_refused)} refused (max_refused)`,
        found: [...listed, ...(more > 0 ? [`and ${String(more)} more`] : [])].join('\n'),
        hint: 'Ask for a corrected export; or set max_refused in sources.yaml, and the report publishes the refused rows.',
      },
    ];
  });
  return { refused, problems };
}

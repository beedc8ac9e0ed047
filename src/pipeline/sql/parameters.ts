/** Named parameters of a query: `$from`, outside of texts, quoted names and comments. */
import type { Problem } from '../problem.ts';
import type { SqlParameters } from './messages.ts';
import { placeInSql } from './place-in-sql.ts';

interface Use {
  readonly name: string;
  readonly offset: number;
}

const SKIPPED = [
  String.raw`[eE]'(?:[^'\\]|\\[^]|'')*'`,
  String.raw`'(?:[^']|'')*'`,
  String.raw`"(?:[^"]|"")*"`,
  String.raw`--[^\n]*`,
  String.raw`\/\*[^]*?\*\/`,
  String.raw`\$(?<tag>[A-Za-z_]\w*|)\$[^]*?\$\k<tag>\$`,
].join('|');
const PARTS = new RegExp(String.raw`(?:${SKIPPED})|(?<![\w$])\$(?<name>[a-z]\w*)`, 'g');

/** Every use of a parameter, in the order of the text. */
export function parameterUses(sql: string): Use[] {
  return [...sql.matchAll(PARTS)].flatMap(({ groups, index }) =>
    groups?.['name'] === undefined ? [] : [{ name: groups['name'], offset: index }],
  );
}

/** Parameters that a query uses and nobody gives, or that are given and not used. */
export function parameterProblems(
  { file, sql }: { readonly file: string; readonly sql: string },
  given: SqlParameters,
  declaredIn: string,
): Problem[] {
  const uses = parameterUses(sql);
  const names = Object.keys(given);
  const missing = uses.filter(
    ({ name }, index) => !(name in given) && uses.findIndex((use) => use.name === name) === index,
  );
  return [
    ...missing.map(({ name, offset }) => ({
      code: 'query-parameter',
      file,
      ...placeInSql(sql, offset),
      message: `The query uses the parameter "$${name}", which has no value.`,
      expected: names.length === 0 ? 'no parameter is declared' : names.map((known) => `$${known}`).join(', '),
      hint: `Give it one under \`parameters\` in ${declaredIn}.`,
    })),
    ...names
      .filter((name) => !uses.some((use) => use.name === name))
      .map((name) => ({
        code: 'query-parameter',
        file: declaredIn,
        field: name,
        message: `The parameter "${name}" has a value, and ${file} does not use it.`,
        hint: `Write $${name} in the query, or remove it.`,
      })),
  ];
}

export interface NumberedQuery {
  readonly sql: string;
  readonly names: readonly string[];
  /** The offset in the query as it was written, for one in `sql`. */
  readonly writtenAt: (offset: number) => number;
}

/** The query with `$1`, `$2` for its names, as PostgreSQL wants it; a name that is used twice is one parameter. */
export function numberParameters(sql: string): NumberedQuery {
  const names: string[] = [];
  const moves: { readonly from: number; readonly by: number }[] = [];
  let text = '';
  let at = 0;
  for (const { name, offset } of parameterUses(sql)) {
    if (!names.includes(name)) names.push(name);
    text += `${sql.slice(at, offset)}$${String(names.indexOf(name) + 1)}`;
    at = offset + 1 + name.length;
    moves.push({ from: text.length, by: at - text.length });
  }
  return {
    sql: text + sql.slice(at),
    names,
    writtenAt: (offset) => offset + (moves.findLast(({ from }) => from <= offset)?.by ?? 0),
  };
}

/** Finds the line of a loader at which it says what a problem is about. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './problem.ts';

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/**
 * A definition is a value once it is run, and knows no lines. Its fields stand where their names stand:
 * a column at `name: column.…`, any other field at `name: …`.
 */
export function placeInLoader(root: string, problem: Problem): Problem {
  const { file, line, field } = problem;
  if (file === undefined || line !== undefined || field === undefined || !/^loaders\/.*\.ts$/.test(file))
    return problem;
  const lines = readFileSync(join(root, file), 'utf8').split(/\r?\n/);
  const name = escaped(field.split('.').at(-1) ?? '');
  for (const pattern of [`(?<![\\w.])${name}: column\\.`, `(?<![\\w.])${name}:`]) {
    const expression = new RegExp(pattern);
    const index = lines.findIndex((text) => expression.test(text));
    const excerpt = lines[index];
    if (excerpt !== undefined) return { ...problem, line: index + 1, column: excerpt.search(expression) + 1, excerpt };
  }
  return problem;
}

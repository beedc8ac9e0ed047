/**
 * Results of loaders by the content of everything that they depend on, never by date.
 * An entry that cannot be read in full counts as absent and is written anew.
 */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, sha256 } from './digest.ts';
import { writeAtomically } from './write-atomically.ts';

/** What a result depends on: `loader loaders/x/records.table.ts` -> digest. */
export type Parts = Readonly<Record<string, string>>;

export interface Found<T> {
  readonly value?: T;
  /** Why the loader runs, or "unchanged". */
  readonly reason: string;
}

export interface Cache {
  /** @param name of the loader within the engagement, to tell what changed since it last ran */
  find<T>(name: string, parts: Parts): Found<T>;
  keep(name: string, parts: Parts, value: unknown): void;
}

/** Raised when the form of an entry changes. */
const FORMAT = '1';

const WORDS: Readonly<Record<string, string>> = {
  loader: 'loader changed',
  input: 'input changed',
  declaration: 'declaration changed',
  table: 'table changed',
  sql: 'SQL changed',
  facts: 'facts changed',
  parameters: 'parameters changed',
  packages: 'packages changed',
  workbench: 'workbench changed',
  node: 'Node changed',
};

/** Every part that is new, gone or other than it was: "input changed: records.csv; parameters changed: period". */
export function reasonFor(before: Parts | undefined, now: Parts): string {
  if (before === undefined) return 'first run';
  const changed = [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((name) => before[name] !== now[name])
    .sort();
  const groups = new Map<string, string[]>();
  for (const name of changed) {
    const [kind = '', ...rest] = name.split(' ');
    const said = rest.join(' ').split('/').at(-1) ?? '';
    groups.set(kind, [...(groups.get(kind) ?? []), said]);
  }
  if (groups.size === 0) return 'no usable result was kept';
  return [...groups]
    .map(([kind, names]) =>
      [WORDS[kind] ?? kind, names.filter((name) => name !== '').join(', ')].filter((part) => part !== '').join(': '),
    )
    .join('; ');
}

function readSealed(path: string): unknown {
  try {
    const [seal = '', ...body] = readFileSync(path, 'utf8').split('\n');
    const text = body.join('\n');
    return sha256(text) === seal ? (JSON.parse(text) as unknown) : undefined;
  } catch {
    return undefined;
  }
}

function writeSealed(path: string, value: unknown): void {
  const text = JSON.stringify(value);
  writeAtomically(path, `${sha256(text)}\n${text}`);
}

/** Enough to go back and forth between a few branches; how old an entry is says nothing of whether it is right. */
const MOST_KEPT = 8;

function prune(folder: string, name: string): void {
  const entries = readdirSync(folder)
    .filter((file) => file.startsWith(`${name}.`) && file.endsWith('.json') && file !== `${name}.last.json`)
    .map((file) => ({ path: join(folder, file), written: statSync(join(folder, file)).mtimeMs }))
    .sort((a, b) => b.written - a.written);
  for (const { path } of entries.slice(MOST_KEPT)) rmSync(path, { force: true });
}

/** The cache of one engagement, below `<root>/.workbench/cache`. */
export function openCache(root: string, engagement: string): Cache {
  const folder = join(root, '.workbench', 'cache', engagement);
  const entry = (name: string, parts: Parts): string =>
    join(folder, `${name}.${digestOf({ FORMAT, name, parts }).slice(0, 32)}.json`);
  const last = (name: string): string => join(folder, `${name}.last.json`);
  return {
    find<T>(name: string, parts: Parts): Found<T> {
      const value = readSealed(entry(name, parts)) as T | undefined;
      if (value !== undefined) return { value, reason: 'unchanged' };
      return { reason: reasonFor(readSealed(last(name)) as Parts | undefined, parts) };
    },
    keep(name, parts, value) {
      writeSealed(entry(name, parts), value);
      writeSealed(last(name), parts);
      prune(folder, name);
    },
  };
}

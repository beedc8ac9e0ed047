/** A first engagement from files that nobody has described yet: all that an author would begin with, as texts by path. */
import { createHash } from 'node:crypto';
import type { Problem } from '../pipeline/problem.ts';
import { draftTable } from './draft-table.ts';
import type { DraftTable } from './draft-table.ts';
import { distinct, snake } from './names.ts';
import { readFile } from './read-file.ts';
import { sourcesText } from './write-data.ts';
import { engagementText } from './write-engagement.ts';
import type { DraftSetting } from './write-engagement.ts';
import { checkText, tableText } from './write-loaders.ts';
import { evidenceText, findingText, indexText, scopeText } from './write-pages.ts';

export interface GivenFile {
  /** As the user named it, for messages. */
  readonly path: string;
  /** Without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** When it was last written, ISO 8601 in UTC. */
  readonly written: string;
}

export interface DraftOptions {
  readonly name: string;
  readonly files: readonly GivenFile[];
  /** Undefined where nobody said; times without an offset are then read as UTC. */
  readonly zone: string | undefined;
  /** "2026-03-25". */
  readonly reportDate: string;
}

export interface Draft {
  /** Texts by path below the root, not yet formatted. */
  readonly texts: ReadonlyMap<string, string>;
  /** Bytes of the exports, by path below the root. */
  readonly exports: ReadonlyMap<string, Uint8Array>;
  readonly tables: readonly DraftTable[];
}

/** Words that a variable or a cell cannot be called. */
const TAKEN = new Set(
  'new class default delete export import function return switch case while for if in of do var let const this null true false void with typeof throw try catch else enum package interface public private static fact facts roi width dark display view html svg d3 aq'.split(
    ' ',
  ),
);

const titled = (name: string): string => {
  const words = name.replaceAll(/[_-]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** A name that a path and an address can hold: the file's own where it is plain. */
const safeFile = (name: string): string =>
  /^[\w.-]+$/.test(name) && !name.startsWith('.') ? name : `${snake(name.replace(/\.[^.]*$/, ''), 'file')}.csv`;

/** Reads the files and writes the draft; what cannot be read is a problem, and nothing is written then. */
export function draftEngagement({ name, files, zone, reportDate }: DraftOptions): {
  draft?: Draft;
  problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const setting = { zone: zone ?? 'UTC', zoneSaid: zone !== undefined, name, title: titled(name), reportDate };
  const fileNames = distinct(files.map((file) => safeFile(file.name)));
  const names = distinct(
    fileNames.map((file) => snake(file.replace(/\.[^.]*$/, ''), 'table')),
    TAKEN,
  );
  const tables = files.flatMap(({ path, name: given, bytes, written }, index) => {
    const { read, problems: found } = readFile(path, bytes);
    problems.push(...found);
    if (read === undefined) return [];
    const table = names[index] ?? 'table';
    return draftTable(
      {
        name: table,
        id: table.replaceAll('_', '-'),
        file: fileNames[index] ?? path,
        title: titled(given.replace(/\.[^.]*$/, '')),
        sha256: createHash('sha256').update(bytes).digest('hex'),
        written,
        read,
      },
      setting.zone,
    );
  });
  const [first] = tables;
  if (problems.length > 0 || first === undefined) return { problems };
  const comma = tables.some(({ columns }) =>
    columns.some(({ shape }) => shape.kind === 'number' && shape.form?.decimal === ','),
  );
  const whole: DraftSetting = { ...setting, locale: comma ? 'en-GB' : 'en-US', currency: comma ? 'EUR' : 'USD' };
  const texts = new Map([
    [`data/${name}/sources.yaml`, sourcesText(tables)],
    ...tables.flatMap((table): [string, string][] => [
      [`loaders/${name}/${table.name}.table.ts`, tableText(table, whole.zone)],
      [`loaders/${name}/${table.name}.check.ts`, checkText(table)],
    ]),
    [`content/${name}/engagement.yaml`, engagementText(tables, whole)],
    [`content/${name}/index.mdx`, indexText(tables)],
    [`content/${name}/findings/first.mdx`, findingText(first, reportDate)],
    [`content/${name}/evidence.mdx`, evidenceText(tables)],
    [`content/${name}/scope.mdx`, scopeText()],
  ]);
  const exports = new Map(
    tables.map(({ file }, index) => [`data/${name}/${file}`, files[index]?.bytes ?? new Uint8Array()]),
  );
  return { draft: { texts, exports, tables }, problems };
}

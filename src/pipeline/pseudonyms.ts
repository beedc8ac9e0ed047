/**
 * Ids under names that nobody can turn back without a salt, which is kept outside the engagement.
 * HMAC-SHA-256, so that a list of all possible ids is of no use to whoever has the report alone; the same id has the
 * same name in every source, so that they still join.
 */
import { createHmac } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import type { SourcesFile } from '../schema/sources.ts';
import type { Problem } from './problem.ts';
import type { SourceInput } from './sandbox/messages.ts';

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
/** Signs of a pseudonym, five bits each: among a million ids two meet once in a million engagements. */
const LENGTH = 12;
const SHORTEST_SALT = 32;

const hmac = (salt: string, text: string): Buffer => createHmac('sha256', salt).update(text).digest();

/** What sources.yaml may say of a salt in the open: it tells another salt apart, and gives none away. */
export const commitmentOf = (salt: string): string => hmac(salt, 'commitment of a workbench salt').toString('hex');

/** "p-" and twelve letters or digits; blank stays blank. */
export function pseudonym(salt: string, id: string): string {
  const bytes = hmac(salt, `id ${id}`);
  let name = 'p-';
  for (let sign = 0; sign < LENGTH; sign += 1) {
    const bit = sign * 5;
    const two = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    name += ALPHABET[(two >> (11 - (bit & 7))) & 31] ?? '';
  }
  return name;
}

const columnsOf = ({ sources }: SourcesFile): string[] =>
  sources.flatMap(({ id, columns = {} }) =>
    Object.entries(columns).flatMap(([name, kept]) => (kept === 'pseudonymous' ? [`${id}.${name}`] : [])),
  );

type Environment = Readonly<Record<string, string | undefined>>;

function inside(root: string, path: string): boolean {
  const way = relative(root, realpathSync(path));
  return !way.startsWith('..') && !isAbsolute(way);
}

/** The salt of an engagement, or what is wrong with it; neither salt nor id is ever told. */
export function readSalt(
  root: string,
  id: string,
  sources: SourcesFile,
  environment: Environment = process.env,
): { salt?: string; problems: Problem[] } {
  const columns = columnsOf(sources);
  if (columns.length === 0) return { problems: [] };
  const file = `data/${id}/sources.yaml`;
  const wrong = (problem: Omit<Problem, 'file'>): { problems: Problem[] } => ({ problems: [{ file, ...problem }] });
  const { pseudonyms } = sources;
  if (pseudonyms === undefined)
    return wrong({
      code: 'salt-undeclared',
      message: `${columns.join(', ')} ${columns.length === 1 ? 'is' : 'are'} pseudonymous, and nothing says where the salt is.`,
      expected: 'pseudonyms: { salt: NAME_OF_A_VARIABLE }',
      found: 'no "pseudonyms"',
      hint: `Name a variable of the environment: pseudonyms: { salt: ${id.toUpperCase().replaceAll('-', '_')}_SALT }. The build then says what goes into it.`,
    });
  const { salt: name, commitment } = pseudonyms;
  const path = environment[`${name}_FILE`];
  if (path !== undefined && path !== '' && existsSync(path) && inside(root, path))
    return wrong({
      code: 'salt-inside',
      message: 'The salt lies beside what it protects.',
      expected: 'a file outside the folder that holds content/, data/ and loaders/',
      found: `${name}_FILE names a file inside it`,
      hint: 'Move it away, and take it out of the history of the repository.',
    });
  const given =
    environment[name] ?? (path !== undefined && path !== '' && existsSync(path) ? readFileSync(path, 'utf8') : '');
  const salt = given.trim();
  if (salt === '')
    return wrong({
      code: 'salt-missing',
      message: `The ids of ${columns.join(', ')} are pseudonymised, and the salt is not here.`,
      expected: `the salt in the variable ${name}, or the path of a file that holds it in ${name}_FILE`,
      found: path === undefined || path === '' ? 'neither' : `${name}_FILE names no file`,
      hint:
        commitment === undefined
          ? `Make one and keep it outside the repository: openssl rand -hex 32 > ~/${name.toLowerCase()}; export ${name}_FILE=~/${name.toLowerCase()}`
          : 'Get it from whoever keeps it. Another salt would give every id another name, and is refused.',
    });
  if (salt.length < SHORTEST_SALT)
    return wrong({
      code: 'salt-short',
      message: 'The salt is short enough to be guessed.',
      expected: `at least ${SHORTEST_SALT} signs, made by chance`,
      found: `${salt.length}`,
      hint: 'openssl rand -hex 32 makes a good one.',
    });
  if (commitment === undefined)
    return wrong({
      code: 'salt-uncommitted',
      message: 'Nothing would tell another salt from this one.',
      expected: `commitment: ${commitmentOf(salt)}`,
      found: 'no "commitment"',
      hint: 'Write this line under "pseudonyms". It gives nothing of the salt away.',
    });
  if (commitment !== commitmentOf(salt))
    return wrong({
      code: 'salt-other',
      message: 'This is not the salt that the pseudonyms were made with.',
      expected: `a salt whose commitment is ${commitment}`,
      found: `one whose commitment is ${commitmentOf(salt)}`,
      hint: `Put the right one into ${name}. To begin anew under another salt, write its commitment; published pseudonyms then no longer match.`,
    });
  return { salt, problems: [] };
}

/** Inputs as loaders receive them: pseudonymous columns under their new names, and public from then on. */
export function pseudonymise(
  inputs: ReadonlyMap<string, SourceInput>,
  salt: string,
): { inputs: Map<string, SourceInput>; problems: Problem[] } {
  const names = new Map<string, string>();
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  const rename = (file: string, line: number, value: unknown): unknown => {
    const id = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
    if (id === '') return value;
    const known = names.get(id);
    if (known !== undefined) return known;
    const name = pseudonym(salt, id);
    if (owners.has(name))
      problems.push({
        code: 'pseudonyms-meet',
        file,
        line,
        message: 'Two ids would have the same pseudonym.',
        expected: 'a name of its own for each',
        hint: 'Choose another salt, and write its commitment into sources.yaml.',
      });
    owners.set(name, id);
    names.set(id, name);
    return name;
  };
  const renamed = [...inputs].map(([id, input]): [string, SourceInput] => {
    const { source, file } = input;
    const columns = Object.entries(source.columns ?? {});
    const hidden = columns.filter(([, kept]) => kept === 'pseudonymous').map(([name]) => name);
    if (hidden.length === 0 || 'document' in input) return [id, input];
    const records = input.records.map((record) => {
      if (record.values === undefined) return { ...record, text: undefined };
      const values = { ...record.values };
      for (const name of hidden) if (name in values) values[name] = rename(file, record.line, values[name]);
      return { ...record, values };
    });
    const open = Object.fromEntries(
      columns.map(([name, kept]) => [name, kept === 'pseudonymous' ? ('public' as const) : kept]),
    );
    return [id, { ...input, source: { ...source, columns: open }, records, salted: commitmentOf(salt) }];
  });
  return { inputs: new Map(renamed), problems };
}

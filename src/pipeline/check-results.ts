/** What authors say of tables, facts and checks, held against those that the loaders gave. */
import type { Authored, AuthoredFile } from './engagement-files.ts';
import { engagementFileOf } from './engagement-files.ts';
import { unknownName, unknownNames } from './mention.ts';
import type { Declared } from './mention.ts';
import type { Problem } from './problem.ts';
import type { Path } from './yaml.ts';

interface TableSize {
  readonly id: string;
  readonly rows: { readonly length: number };
}

/** The sizes of population and sample are those of their tables; neither is empty. */
export function checkTables({ id, engagement, files }: Authored, tables: readonly TableSize[]): Problem[] {
  const place = files.get(engagementFileOf(id));
  if (place === undefined) return [];
  const declared: Declared = { noun: 'table', names: new Set(tables.map((table) => table.id)), where: 'the loaders' };
  return (['population', 'sample'] as const).flatMap((part) => {
    const { table: name, size } = engagement[part];
    const table = tables.find((other) => other.id === name);
    if (table === undefined) return unknownName(place, [part, 'table'], name, declared);
    const found = table.rows.length;
    if (found === size) return [];
    return [
      place.problemAt([part, 'size'], {
        code: found === 0 ? `${part}-empty` : `${part}-size`,
        message:
          found === 0
            ? `The ${part} is empty: the table "${name}" has no rows.`
            : `The ${part} is said to hold ${size} records, and the table "${name}" has ${found}.`,
        expected: String(size),
        found: found === 1 ? '1 row' : `${found} rows`,
        hint:
          found === 0
            ? `Look at what loaders/${id}/${name}.table.ts reads and keeps.`
            : `Correct the size, or look for rows that loaders/${id}/${name}.table.ts drops or doubles.`,
      }),
    ];
  });
}

interface Mention {
  readonly place: AuthoredFile;
  readonly path: Path;
  readonly names: readonly string[];
}

/** Every list of fact ids that an author wrote, with its place. */
function factLists({ id, engagement, findings, runbooks, files }: Authored): Mention[] {
  const lists: { file: string; path: Path; names: readonly string[] }[] = [
    ...engagement.claims.map(({ facts }, index) => ({
      file: engagementFileOf(id),
      path: ['claims', index, 'facts'],
      names: facts,
    })),
    ...findings.flatMap(({ file, condition, causes }) => [
      { file, path: ['condition', 'facts'], names: condition.facts },
      ...causes.map(({ facts }, index) => ({ file, path: ['causes', index, 'facts'], names: facts })),
    ]),
    ...(['conflicts', 'without_page'] as const).flatMap((field) => {
      const name = runbooks?.[field];
      return name === undefined ? [] : [{ file: `content/${id}/runbooks.yaml`, path: [field], names: [name] }];
    }),
    ...(runbooks?.entries ?? []).map(({ facts }, index) => ({
      file: `content/${id}/runbooks.yaml`,
      path: ['entries', index, 'facts'],
      names: facts,
    })),
  ];
  return lists.flatMap(({ file, ...mention }) => {
    const place = files.get(file);
    return place ? [{ place, ...mention }] : [];
  });
}

interface Named {
  readonly id: string;
  readonly file?: string;
}

/** A control that no finding shows would be tried in vain. */
function unshownControls({ findings }: Authored, controls: readonly Named[]): Problem[] {
  const shown = new Set(findings.flatMap(({ control }) => control.replayed));
  return controls
    .filter(({ id }) => !shown.has(id))
    .map(({ id, file }) => ({
      code: 'control-not-shown',
      ...(file !== undefined && { file }),
      message: `No finding shows the control "${id}".`,
      expected: `a finding with "replayed: [${id}]" under "control"`,
      found: 'none',
      hint: 'Name it in the finding that proposes it, or remove the file.',
    }));
}

/** Facts, checks and controls that the files name exist. (Those in prose and conditions are the prose checker's.) */
export function checkFacts(
  authored: Authored,
  { facts, checks, controls }: Readonly<Record<'facts' | 'checks' | 'controls', readonly Named[]>>,
): Problem[] {
  const fact: Declared = { noun: 'fact', names: new Set(facts.map(({ id }) => id)), where: 'the checks' };
  const check: Declared = {
    noun: 'check',
    names: new Set(checks.map(({ id }) => id)),
    where: `loaders/${authored.id}`,
  };
  const control: Declared = { ...check, noun: 'control', names: new Set(controls.map(({ id }) => id)) };
  return [
    ...unshownControls(authored, controls),
    ...factLists(authored).flatMap(({ place, path, names }) => unknownNames(place, path, names, fact)),
    ...authored.findings.flatMap(({ file, key, checks: named, control: { replayed } }) => {
      const place = authored.files.get(file);
      if (place === undefined) return [];
      return [
        ...unknownName(place, ['key', 'fact'], key.fact, fact),
        ...unknownNames(place, ['checks'], named, check),
        ...unknownNames(place, ['control', 'replayed'], replayed, control),
      ];
    }),
  ];
}

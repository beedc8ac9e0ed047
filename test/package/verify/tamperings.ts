/** Ways to alter a package, each seeded, and what a verification has to say of it. */
import { inflateRawSync } from 'node:zlib';
import { deflateSync } from 'fflate';
import { bytesOf, sortedPaths, textOf } from '../../../src/package/files.ts';
import { digestLine, manifest, MANIFEST } from '../../../src/package/manifest.ts';
import type { Random } from '../../../src/core/random.ts';
import type { Files } from '../../../src/package/files.ts';
import type { Packed } from '../../../src/package/single-file/unpack.ts';

export interface Tampering {
  readonly kind: string;
  readonly files: Files;
  /** Files that have to be named, and no others but the lists of digests. */
  readonly altered: readonly string[];
  /** Has to stand in what is said: a fact, a row, a part. */
  readonly says?: string;
}

/** One altered package; undefined where the draw does not fit the file. */
type Tamper = (files: Files, random: Random) => Tampering | undefined;

const FACT_LINE = /<tbody id="fact-([^"]+)"[^]*?<\/tbody>/g;

export function pick<T>(items: readonly T[], random: Random): T {
  const item = items[random.int(0, items.length - 1)];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
}

const isList = (path: string): boolean => path.endsWith(MANIFEST) || path.endsWith('.sha256');
const ending = (files: Files, end: string): string[] => sortedPaths(files).filter((path) => path.endsWith(end));
const pages = (files: Files): string[] => sortedPaths(files).filter((path) => /\/.*\.html$/.test(path));
const single = (files: Files): string => sortedPaths(files).find((path) => /^[^/]+\.html$/.test(path)) ?? '';
const get = (files: Files, path: string): Uint8Array => files.get(path) ?? new Uint8Array();

function edited(files: Files, path: string, edit: (text: string) => string): Files | undefined {
  const before = textOf(get(files, path));
  const after = edit(before);
  return after === before ? undefined : new Map([...files, [path, bytesOf(after)]]);
}

/** Another digit, in the same place. */
const otherDigit = (digit: string, random: Random): string => String((Number(digit) + random.int(1, 9)) % 10);

function replaceOne(text: string, pattern: RegExp, random: Random, replace: (found: string) => string): string {
  const all = [...text.matchAll(pattern)];
  if (all.length === 0) return text;
  const { 0: found, index } = pick(all, random);
  return text.slice(0, index) + replace(found) + text.slice(index + found.length);
}

const flipByte: Tamper = (files, random) => {
  const path = pick(sortedPaths(files), random);
  const bytes = Uint8Array.from(get(files, path));
  const at = random.int(0, bytes.length - 1);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(0, 7));
  return { kind: 'a byte flipped', files: new Map([...files, [path, bytes]]), altered: [path] };
};

const cutOrAppend: Tamper = (files, random) => {
  const path = pick(sortedPaths(files), random);
  const bytes = get(files, path);
  const other =
    random.int(0, 1) === 0 ? bytes.slice(0, random.int(0, bytes.length - 1)) : Uint8Array.of(...bytesOf(' x'));
  const after =
    other.length < bytes.length && other.length !== 2 ? other : Uint8Array.from([...bytes, ...bytesOf(' x')]);
  return { kind: 'cut or appended', files: new Map([...files, [path, after]]), altered: [path] };
};

const removeFile: Tamper = (files, random) => {
  const path = pick(sortedPaths(files), random);
  const rest = new Map(files);
  rest.delete(path);
  return { kind: 'a file removed', files: rest, altered: [path], says: 'missing' };
};

const addFile: Tamper = (files, random) => {
  const path = `${pick(['onboarding/data/', 'onboarding/', 'onboarding/kit/'], random)}extra-${String(random.int(0, 999))}.csv`;
  return {
    kind: 'a file added',
    files: new Map([...files, [path, bytesOf('a,b\r\n')]]),
    altered: [path],
    says: 'no part of the package',
  };
};

const moveFile: Tamper = (files, random) => {
  const path = pick(
    sortedPaths(files).filter((one) => !isList(one)),
    random,
  );
  const rest = new Map(files);
  rest.delete(path);
  rest.set(`${path}.moved`, get(files, path));
  return { kind: 'a file moved', files: rest, altered: [path], says: 'another place' };
};

const swapFiles: Tamper = (files, random) => {
  const [one = '', other = ''] = random.sampleWithoutReplacement(ending(files, '.csv'), 2);
  if (textOf(get(files, one)) === textOf(get(files, other))) return undefined;
  const swapped = new Map([...files, [one, get(files, other)], [other, get(files, one)]] as const);
  return { kind: 'two files swapped', files: swapped, altered: [one, other] };
};

const numberInPage: Tamper = (files, random) => {
  const path = pick(pages(files), random);
  // A digit between tags: what a reader sees.
  const after = edited(files, path, (text) =>
    replaceOne(text, /\d(?=[^<>]{0,60}<\/(?:td|p|a|li|h1|h2|span)>)/g, random, (digit) => otherDigit(digit, random)),
  );
  return after && { kind: 'a number in a page', files: after, altered: [path] };
};

const ledgerLine: Tamper = (files, random) => {
  const path = 'onboarding/evidence/index.html';
  let fact = '';
  const after = edited(files, path, (text) =>
    replaceOne(text, FACT_LINE, random, (line) => {
      fact = /id="fact-([^"]+)"/.exec(line)?.[1] ?? '';
      return '';
    }),
  );
  return after && { kind: 'a line of the ledger removed', files: after, altered: [path], says: `\`${fact}\`` };
};

const ledgerNumber: Tamper = (files, random) => {
  const path = 'onboarding/evidence/index.html';
  let fact = '';
  const after = edited(files, path, (text) =>
    replaceOne(text, FACT_LINE, random, (line) => {
      fact = /id="fact-([^"]+)"/.exec(line)?.[1] ?? '';
      return line.replace(
        /(class="amount[^>]*>[^<]*?)(\d)/,
        (_, before: string, digit: string) => before + otherDigit(digit, random),
      );
    }),
  );
  return after && { kind: 'a number in the ledger', files: after, altered: [path], says: `\`${fact}\`` };
};

/** Rows of a CSV without quoted line breaks. */
function csvRows(files: Files, random: Random): { path: string; rows: string[] } | undefined {
  const path = pick(ending(files, '.csv'), random);
  const text = textOf(get(files, path));
  const rows = text.split(/(?<=\n)/);
  return rows.length < 3 || text.includes('"') ? undefined : { path, rows };
}

const csvRow: Tamper = (files, random) => {
  const found = csvRows(files, random);
  if (!found) return undefined;
  const { path, rows } = found;
  const at = random.int(1, rows.length - 1);
  const key = rows[at]?.split(',')[0]?.trim() ?? '';
  const way = pick(['removed', 'added', 'edited'] as const, random);
  const row = rows[at] ?? '';
  if (way === 'removed') rows.splice(at, 1);
  if (way === 'added') rows.splice(at, 0, `added_${row}`);
  if (way === 'edited')
    rows[at] = row.replace(/(,[^,]*?)(\d)/, (_, before: string, digit: string) => before + otherDigit(digit, random));
  if (rows[at] === row && way === 'edited') return undefined;
  const after = edited(files, path, () => rows.join(''));
  return after && { kind: `a row ${way}`, files: after, altered: [path], says: way === 'added' ? `added_${key}` : key };
};

type Json = Record<string, unknown> | unknown[];
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Changes one value somewhere below; says the id of the element of the list that it stands in. */
function changeLeaf(root: Json, random: Random): string | undefined {
  let [node, id]: [Json, string | undefined] = [root, undefined];
  for (;;) {
    const keys = Object.keys(node);
    if (keys.length === 0) return undefined;
    const key = pick(keys, random);
    const value = (node as Record<string, unknown>)[key];
    if (isJson(value)) {
      const own = Array.isArray(node) && !Array.isArray(value) ? value['id'] : undefined;
      if (typeof own === 'string' && id === undefined) id = own;
      node = value;
      continue;
    }
    const changed = typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${String(value)} x`;
    (node as Record<string, unknown>)[key] = changed;
    return id ?? (Array.isArray(node) ? '' : key);
  }
}

const proofValue: Tamper = (files, random) => {
  const path = 'onboarding/proof.json';
  let id: string | undefined;
  const after = edited(files, path, (text) => {
    const proof = JSON.parse(text) as Record<string, unknown>;
    // Half of them in a fact.
    const part = random.int(0, 1) === 0 ? proof['facts'] : proof;
    id = isJson(part) ? changeLeaf(part, random) : undefined;
    return id === undefined ? text : `${JSON.stringify(proof)}\n`;
  });
  return after && { kind: 'a value in proof.json', files: after, altered: [path], says: id ?? '' };
};

const PACKED = /(?<=<script type=text\/plain data-packed>)[^<]+/;

const packedPart: Tamper = (files, random) => {
  const path = single(files);
  const part = pick(['evidence', 'data', 'script'] as const, random);
  const after = edited(files, path, (text) =>
    text.replace(PACKED, (base64) => {
      const packed = JSON.parse(new TextDecoder().decode(inflateRawSync(Buffer.from(base64, 'base64')))) as Packed;
      const number = (words: string): string => replaceOne(words, /\d/g, random, (digit) => otherDigit(digit, random));
      const one = <T>(all: readonly T[], change: (item: T) => T): T[] => {
        const at = random.int(0, all.length - 1);
        return all.map((item, index) => (index === at ? change(item) : item));
      };
      const { panels, data, scripts } = packed;
      const changed: Packed = {
        panels: part === 'evidence' ? one(panels, ([page, markup]) => [page, number(markup)] as const) : panels,
        data: part === 'data' ? one(data, number) : data,
        scripts: part === 'script' ? one(scripts, number) : scripts,
      };
      // A script without a number stays as it is.
      if (JSON.stringify(changed) === JSON.stringify(packed)) return base64;
      return Buffer.from(deflateSync(bytesOf(JSON.stringify(changed)), { level: 1 })).toString('base64');
    }),
  );
  return after && { kind: `packed ${part} of the single file`, files: after, altered: [path], says: `packed ${part}` };
};

const carriedReport: Tamper = (files, random) => {
  const path = 'onboarding/whole-report.js';
  const after = edited(files, path, (text) =>
    text.replace(/(?<=")[^"]+/, (base64) => {
      const report = new TextDecoder().decode(inflateRawSync(Buffer.from(base64, 'base64')));
      const changed = replaceOne(report, /\d(?=[^<>]{0,60}<\/(?:a|span|h1|h2)>)/g, random, (digit) =>
        otherDigit(digit, random),
      );
      return Buffer.from(deflateSync(bytesOf(changed), { level: 1 })).toString('base64');
    }),
  );
  return (
    after && {
      kind: 'the report that the folder carries',
      files: after,
      altered: [path],
      says: 'In the report that it carries',
    }
  );
};

const fontInside: Tamper = (files, random) => {
  const path = single(files);
  const after = edited(files, path, (text) =>
    replaceOne(text, /(?<=font\/woff2;base64,[A-Za-z0-9+/]{400})[a-z]/g, random, (sign) => sign.toUpperCase()),
  );
  return after && { kind: 'a font in the single file', files: after, altered: [path], says: 'font/woff2' };
};

const otherEnds: Tamper = (files, random) => {
  const path = pick(ending(files, '.csv'), random);
  const way = random.int(0, 1);
  const after = edited(files, path, (text) => (way === 0 ? text.replaceAll('\r\n', '\n') : text.replace('\uFEFF', '')));
  return (
    after && {
      kind: 'ends of lines',
      files: after,
      altered: [path],
      says: way === 0 ? 'ends of lines' : 'byte order mark',
    }
  );
};

const manifestLine: Tamper = (files, random) => {
  const path = `onboarding/${MANIFEST}`;
  let named = '';
  const after = edited(files, path, (text) =>
    replaceOne(text, /^.+\n/gm, random, (line) => {
      named = line.slice(66).trim();
      return random.int(0, 1) === 0 ? '' : line.replace(/[0-9a-f]/, (sign) => (sign === '0' ? '1' : '0'));
    }),
  );
  return after && { kind: 'a line of the manifest', files: after, altered: [path], says: named };
};

/** The same wrong count wherever it is counted: proof, rows and ledger. */
const countEverywhere: Tamper = (files, random) => {
  const proof = JSON.parse(textOf(get(files, 'onboarding/proof.json'))) as {
    facts: { id: string; kind: string; count: number; of: number; value: number; rows: string[] }[];
  };
  const fact = pick(
    proof.facts.filter(({ kind, count }) => kind === 'proportion' && count > 1),
    random,
  );
  const [before, after] = [`${String(fact.count)} of`, `${String(fact.count - 1)} of`];
  const says = `\`${fact.id}\`: published ${after} ${String(fact.of)}, recomputed ${before} ${String(fact.of)}.`;
  Object.assign(fact, { count: fact.count - 1, value: (fact.count - 1) / fact.of, rows: fact.rows.slice(1) });
  const changed = new Map([...files, ['onboarding/proof.json', bytesOf(`${JSON.stringify(proof)}\n`)]]);
  const altered = ['onboarding/proof.json'];
  for (const path of pages(files)) {
    const text = textOf(get(files, path));
    if (!text.includes(before)) continue;
    changed.set(path, bytesOf(text.replaceAll(before, after)));
    altered.push(path);
  }
  return { kind: 'a count everywhere', files: changed, altered, says };
};

export const TAMPERS: readonly Tamper[] = [
  flipByte,
  flipByte,
  flipByte,
  cutOrAppend,
  removeFile,
  addFile,
  moveFile,
  swapFiles,
  numberInPage,
  ledgerLine,
  ledgerNumber,
  csvRow,
  csvRow,
  proofValue,
  proofValue,
  packedPart,
  carriedReport,
  fontInside,
  otherEnds,
  manifestLine,
  countEverywhere,
];

/** The lists of digests made anew, as whoever alters a package would. */
export function withMatchingLists({ files, ...rest }: Tampering): Tampering {
  const after = new Map(files);
  const folder: Files = new Map();
  for (const [path, bytes] of files)
    if (path.startsWith('onboarding/')) folder.set(path.slice('onboarding/'.length), bytes);
  after.set(`onboarding/${MANIFEST}`, bytesOf(manifest(folder)));
  const file = single(files);
  if (files.has(file)) after.set(`${file}.sha256`, bytesOf(digestLine(get(files, file), file)));
  return { ...rest, files: after };
}

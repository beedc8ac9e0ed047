/** Roots to load in tests: the good fixture in a folder of its own, with or without the edits of a bad case. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

export const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));

const edit = z.union([
  /** The first occurrence; it has to be there. */
  z.strictObject({ file: z.string(), replace: z.string(), by: z.string() }),
  z.strictObject({ file: z.string(), append: z.string() }),
  z.strictObject({ file: z.string(), write: z.string() }),
  z.strictObject({ file: z.string(), remove: z.literal(true) }),
  z.strictObject({ file: z.string(), encode: z.literal('latin1') }),
]);
export type Edit = z.output<typeof edit>;

const badCase = z.strictObject({
  describe: z.string(),
  edits: z.array(edit).min(1),
  /** Sources whose digest is written anew, so that the fault is in the data and not in its digest. */
  seal: z.array(z.string()).default([]),
  /** Milliseconds. */
  time_limit: z.int().optional(),
});
export type BadCase = z.output<typeof badCase> & { name: string };

export function readCases(): BadCase[] {
  return readdirSync(join(fixtures, 'bad'))
    .sort()
    .map((name) => ({ name, ...badCase.parse(parse(readFileSync(join(fixtures, 'bad', name, 'case.yaml'), 'utf8'))) }));
}

/** A copy of a folder below the machine's temporary folder. */
export function copyRoot(from = join(fixtures, 'good')): string {
  const root = mkdtempSync(join(tmpdir(), 'workbench-root-'));
  cpSync(from, root, { recursive: true });
  return root;
}

export function removeRoot(root: string): void {
  rmSync(root, { recursive: true, force: true });
}

function apply(root: string, change: Edit): void {
  const path = join(root, change.file);
  if ('write' in change) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, change.write);
    return;
  }
  if (!existsSync(path)) throw new Error(`The case edits ${change.file}, which is not there.`);
  if ('remove' in change) {
    rmSync(path, { recursive: true });
    return;
  }
  const text = readFileSync(path, 'utf8');
  if ('append' in change) writeFileSync(path, text + change.append);
  else if ('encode' in change) writeFileSync(path, text, 'latin1');
  else {
    if (!text.includes(change.replace))
      throw new Error(`The case replaces "${change.replace}", which ${change.file} does not hold.`);
    writeFileSync(
      path,
      text.replace(change.replace, () => change.by),
    );
  }
}

/** Applies edits; then the digests of the sources that are named are taken anew. */
export function applyEdits(root: string, edits: readonly Edit[], seal: readonly string[] = []): void {
  for (const change of edits) apply(root, change);
  const list = join(root, 'data', 'parcel-returns', 'sources.yaml');
  for (const file of seal) {
    const digest = createHash('sha256')
      .update(readFileSync(join(root, 'data', 'parcel-returns', file)))
      .digest('hex');
    const [before = '', after = ''] = readFileSync(list, 'utf8').split(`file: ${file}\n`);
    writeFileSync(list, `${before}file: ${file}\n${after.replace(/sha256: [0-9a-f]{64}/, `sha256: ${digest}`)}`);
  }
}

/** Bytes of every file below a folder, by name. */
export function snapshot(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length), readFileSync(path, 'latin1')]),
  );
}

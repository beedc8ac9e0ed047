/** Runs the build as a user does, on a copy of a fixture. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';

export const repository = join(import.meta.dirname, '..', '..');
const BUILD = join(repository, 'src', 'cli', 'build.ts');

/** The user's environment: without the marks that the test runner leaves for libraries, and without colours. */
export const userEnvironment: NodeJS.ProcessEnv = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => name !== 'NODE_ENV' && name !== 'FORCE_COLOR' && !name.startsWith('VITE'),
    ),
  ),
  NO_COLOR: '1',
};

export interface Run {
  readonly code: number | null;
  readonly output: string;
}

/** A root of its own, with the folders that an engagement consists of. */
export function copyRoot(from: string, name = 'root'): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), `${name}-`)));
  for (const part of ['content', 'data', 'loaders']) cpSync(join(from, part), join(root, part), { recursive: true });
  return root;
}

export const fixture = (): string => copyRoot(join(repository, 'test', 'fixtures', 'good'));

export function build(
  root: string,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BUILD, '--root', root, ...args], {
    encoding: 'utf8',
    cwd: repository,
    env: { ...userEnvironment, ...environment },
  });
  return { code: status, output: `${stdout}${stderr}` };
}

export const startBuild = (root: string): ChildProcess =>
  spawn(process.execPath, [BUILD, '--root', root], {
    cwd: repository,
    env: userEnvironment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Digest of every file below a folder, by path. */
export function digests(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found[path.slice(folder.length + 1)] = createHash('sha256').update(readFileSync(path)).digest('hex');
  }
  return found;
}

/** Texts of every file below a folder, data: addresses decoded behind them. */
export function texts(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const path of Object.keys(digests(folder))) {
    const text = readFileSync(join(folder, path), 'utf8');
    const inside = [...text.matchAll(/data:[^"')\s]*;base64,([A-Za-z0-9+/=]+)/g)].map(([, body = '']) =>
      Buffer.from(body, 'base64').toString('utf8'),
    );
    found.set(path, [text, ...inside].join('\n'));
  }
  return found;
}

/** Changes a data file and pins its new bytes in sources.yaml, as an author with a new export would. */
export function changeData(root: string, engagement: string, file: string, change: (text: string) => string): void {
  const folder = join(root, 'data', engagement);
  const before = readFileSync(join(folder, file));
  const after = change(before.toString('utf8'));
  if (after === before.toString('utf8')) throw new Error(`The change left ${file} as it was.`);
  writeFileSync(join(folder, file), after);
  const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
  const sources = readFileSync(join(folder, 'sources.yaml'), 'utf8');
  if (!sources.includes(sha256(before))) throw new Error(`sources.yaml does not hold the digest of ${file}.`);
  writeFileSync(join(folder, 'sources.yaml'), sources.replace(sha256(before), sha256(after)));
}

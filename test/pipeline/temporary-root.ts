import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const GOOD = fileURLToPath(new URL('../fixtures/good', import.meta.url));

function temporaryFolder(): string {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'workbench-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  return root;
}

/** Writes files into a root; null removes one, an empty name's end in "/" makes a folder. */
export function write(root: string, files: Readonly<Record<string, string | Uint8Array | null>>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name);
    if (content === null) {
      rmSync(path, { recursive: true });
    } else if (name.endsWith('/')) {
      mkdirSync(path, { recursive: true });
    } else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  }
}

/** A root that holds these files and is removed when the test ends. */
export function rootWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = temporaryFolder();
  write(root, files);
  return root;
}

/** A copy of the good fixture, `parcel-returns`, with some files replaced, added or (null) removed. */
export function goodRootWith(files: Readonly<Record<string, string | Uint8Array | null>> = {}): string {
  const root = temporaryFolder();
  cpSync(GOOD, root, { recursive: true });
  write(root, files);
  return root;
}

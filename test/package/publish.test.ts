import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bytesOf } from '../../src/package/files.ts';
import { manifest, MANIFEST } from '../../src/package/manifest.ts';
import {
  discard,
  keepOthers,
  keepSignatures,
  prepareWorkspace,
  publish,
  publishedEngagements,
  writeFiles,
} from '../../src/package/publish.ts';
import type { Files } from '../../src/package/files.ts';

let root: string;
const tree = (entries: Readonly<Record<string, string>>): Files =>
  new Map(Object.entries(entries).map(([path, text]) => [path, bytesOf(text)]));
const read = (path: string): string => readFileSync(join(root, 'dist', path), 'utf8');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'publish-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

describe('publish', () => {
  it('replaces the output in one move and leaves nothing behind', () => {
    mkdirSync(join(root, 'dist'));
    writeFileSync(join(root, 'dist', 'stale.html'), 'old');
    const workspace = prepareWorkspace(root);
    writeFiles(workspace.next, tree({ 'index.html': 'new', 'a/index.html': 'page' }));
    expect(read('stale.html')).toBe('old');
    publish(workspace);
    expect(read('index.html')).toBe('new');
    expect(existsSync(join(root, 'dist', 'stale.html'))).toBe(false);
    expect(readdirSync(join(root, '.workbench'))).toEqual([]);
  });

  it('leaves the output whole when a build is given up', () => {
    mkdirSync(join(root, 'dist'));
    writeFileSync(join(root, 'dist', 'index.html'), 'old');
    const workspace = prepareWorkspace(root);
    writeFiles(workspace.next, tree({ 'index.html': 'half' }));
    discard(workspace);
    expect(read('index.html')).toBe('old');
    expect(readdirSync(join(root, '.workbench'))).toEqual([]);
  });

  it('brings back an output that a killed process had moved aside', () => {
    mkdirSync(join(root, 'dist'));
    writeFileSync(join(root, 'dist', 'index.html'), 'old');
    mkdirSync(join(root, '.workbench'));
    renameSync(join(root, 'dist'), join(root, '.workbench', 'replaced-dist'));
    prepareWorkspace(root);
    expect(read('index.html')).toBe('old');
  });

  it('keeps the engagements that were not part of the build', () => {
    const first = prepareWorkspace(root);
    writeFiles(
      first.next,
      tree({
        'a/manifest-sha256.txt': '',
        'a.html': 'A',
        'a.html.sha256': 'd',
        'b/manifest-sha256.txt': '',
        'b.html': 'B',
      }),
    );
    publish(first);
    expect(publishedEngagements(join(root, 'dist'))).toEqual(['a', 'b']);
    const second = prepareWorkspace(root);
    writeFiles(second.next, tree({ 'b/manifest-sha256.txt': 'x', 'b.html': 'B2' }));
    keepOthers(second, ['a']);
    publish(second);
    expect([read('a.html'), read('a.html.sha256'), read('b.html')]).toEqual(['A', 'd', 'B2']);
  });
});

describe('keepSignatures', () => {
  it('brings a signature along where what it signs is the same, and tells which ones go', () => {
    const first = prepareWorkspace(root);
    writeFiles(
      first.next,
      tree({
        'a/manifest-sha256.txt': 'm',
        'a/manifest-sha256.txt.sig': 's',
        'a.html': 'A',
        'a.html.sig': 't',
        'b.html': 'B',
      }),
    );
    publish(first);
    const second = prepareWorkspace(root);
    writeFiles(second.next, tree({ 'a/manifest-sha256.txt': 'm', 'a.html': 'changed', 'b.html': 'B' }));
    expect(keepSignatures(second, ['a', 'b'])).toEqual(['a.html.sig']);
    publish(second);
    expect(read('a/manifest-sha256.txt.sig')).toBe('s');
    expect(existsSync(join(root, 'dist', 'a.html.sig'))).toBe(false);
  });
});

describe('manifest', () => {
  it('is what sha256sum -c accepts, sorted, without itself', () => {
    const files = tree({ 'b/z.html': 'z', 'a.html': 'a', 'b.html': 'ü' });
    files.set(MANIFEST, bytesOf('to be replaced'));
    const text = manifest(files);
    expect(text.split('\n').map((line) => line.slice(66))).toEqual(['a.html', 'b.html', 'b/z.html', '']);
    // The digest of "a", as published in many places.
    expect(text).toContain('ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a.html\n');
    files.set(MANIFEST, bytesOf(text));
    writeFiles(root, files);
    expect(execFileSync('sha256sum', ['-c', MANIFEST], { cwd: root, encoding: 'utf8' })).toBe(
      'a.html: OK\nb.html: OK\nb/z.html: OK\n',
    );
  });

  it('refuses a name that the format cannot hold', () => {
    expect(() => manifest(tree({ 'a\nb': 'x' }))).toThrow('A file name without line breaks');
  });
});
